import { lexiconOf } from '../../vocabulary/lexicon.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import { isLasting, type Taxonomy } from '../../vocabulary/taxonomy.ts';
import type { TriggerHit } from '../patterns/triggers.ts';
import type { Reading } from '../reading/reading.ts';

/** How far behind the word that is counted such a word may stand: "cases confirmed so far", "deaths in total". */
const BEHIND = 6;

/** What makes a figure without a day of its own a running total. */
export interface Running {
  /** It is one of those that are counted on for weeks. */
  readonly goesOn: boolean;
  /** It counts all the victims of a war. */
  readonly ofWar: boolean;
}

export const COUNTED_ONCE: Running = { goesOn: false, ofWar: false };

export type Share = 'added' | 'whole' | null;

/** "confirmed … case" is none before its noun is seen. */
const isLastingCount = ({ predicate, headLemma }: TriggerHit): boolean =>
  predicate.lasting && headLemma === null;

/** Whether an article tells of something that is counted for weeks on end: its lead does, and it counts cases somewhere. */
export const tellsOfLasting = (
  lead: readonly Reading[],
  all: readonly Reading[],
  causes: Taxonomy,
): boolean =>
  all.some(({ triggers }) => triggers.some(isLastingCount)) &&
  lead.some(
    ({ tokens, triggers }) =>
      triggers.some(isLastingCount) ||
      lexiconOf(causes)
        .find(tokens, 0, tokens.length - 1)
        .some(({ id }) => isLasting(id, causes)),
  );

/**
 * Whether a figure is one of those that are counted on and on: cases, and whatever else an article on an epidemic counts
 * beside cases, by its cause, or as a total.
 * @param told whether the article is about such a thing
 */
export function isCountedOn(
  reading: Reading,
  at: number,
  predicate: Predicate,
  cause: string | null,
  told: boolean,
  causes: Taxonomy,
): boolean {
  if (predicate.timeClass !== 'flow' || predicate.unit !== 'person') return false;
  if (predicate.lasting) return true;
  if (cause !== null) return isLasting(cause, causes);
  return (
    told &&
    (reading.triggers.some(isLastingCount) ||
      shareOf(reading, at) === 'whole' ||
      reading.times.some((time) => time.class === 'as-of'))
  );
}

/** Whether a figure counts what came on or all that there was so far, by the nearest word that tells. */
export function shareOf({ tokens, words: { count } }: Reading, at: number): Share {
  const tells = (i: number): Share => {
    const word = tokens[i]?.lower ?? '';
    const next = tokens[i + 1]?.lower;
    if (count.wholes.has(word) || (word === 'number' && next === 'of') || isSoFar(word, next)) return 'whole';
    return count.additions.has(word) && next !== 'than' ? 'added' : null;
  };
  for (let i = at + 1; i >= 0; i -= 1) {
    const share = tells(i);
    if (share !== null) return share;
  }
  for (let i = at + 2; i <= at + BEHIND; i += 1) {
    if (/^[.;]$/.test(tokens[i]?.lower ?? '')) return null;
    const share = tells(i);
    // "since the first cases were reported" tells nothing of those before it.
    if (share !== null && tokens[i]?.lower !== 'first') return share;
  }
  return null;
}

/** "so far", "to date". */
const isSoFar = (word: string, next: string | undefined): boolean =>
  (word === 'so' && next === 'far') || (word === 'to' && next === 'date');
