import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Draft } from '../draft.ts';
import type { Reading } from '../reading/reading.ts';
import { asOfWindow } from './days.ts';

/** How far before the verb "have" may stand. */
const NEAR = 3;
/** A total so many times the toll of the story, and so large, is of more than the story. */
const MANY = 10;
const LARGE = 1000;
/** The first sentences tell the story itself. */
const LEAD = 3;

/** "have | died", "has killed", "had already been killed". */
export const isPerfect = ({ tokens }: Reading, at: number): boolean =>
  tokens.slice(Math.max(0, at - NEAR), at).some(({ lower }) => /^(?:have|has|had)$/.test(lower));

/**
 * "The war has killed more than 10,000 people", "2,100 have been killed in the conflict so far": all the victims of a
 * war, which an article on one of its days names by the way.
 */
export function isOfWar(reading: Reading, at: number, { toll }: Predicate): boolean {
  const { tokens, words } = reading;
  if (!toll || !isPerfect(reading, at)) return false;
  return tokens.some(
    ({ lower }, i) =>
      words.day.wars.has(lower) && (i < at ? isSubject(reading, i, at) : isWithin(reading, i)),
  );
}

/** "the | war | in Yemen has killed", "the conflict, which has killed". */
const isSubject = ({ tokens }: Reading, noun: number, at: number): boolean =>
  tokens
    .slice(noun + 1, at)
    .every(({ pos, text }) => /^(?:AUX|ADV|ADP|ADJ|DET|PRON|PROPN|PART|NUM)$/.test(pos) || text === ',') ||
  /^(?:in|during|since|of)$/.test(tokens[noun - 2]?.lower ?? '');

/** "in the | conflict", "during its civil | war". */
const isWithin = ({ tokens }: Reading, noun: number): boolean =>
  tokens
    .slice(Math.max(0, noun - NEAR), noun)
    .some(({ lower }) => /^(?:in|during|by|since|of|from)$/.test(lower));

/**
 * "At least 38 were killed on Monday. The United Nations says nearly 4,900 people have been killed.": a total without a
 * day of its own, many times the toll of the story, and told in the perfect, is no toll of that day. It becomes a running
 * total.
 */
export function tellWarTotals(drafts: readonly Draft[]): void {
  const totals: Draft[] = [];
  const most = new Map<string, number>();
  for (const draft of drafts) {
    if (!isToll(draft)) continue;
    if (isPerfect(draft.reading, draft.evidence[1] + 1)) totals.push(draft);
    else most.set(dayOf(draft), Math.max(most.get(dayOf(draft)) ?? 0, numberOf(draft)));
  }
  for (const draft of totals) {
    const { reading, scope } = draft;
    const toll = most.get(dayOf(draft)) ?? 0;
    const isLate = scope.provenance.time === 'inherited' && reading.sentence.index >= LEAD;
    if (!isLate || toll < 1 || numberOf(draft) < Math.max(LARGE, MANY * toll)) continue;
    const asOf = asOfWindow(reading.document);
    draft.timeClass = 'cumulative';
    draft.scope = { ...scope, time: { class: 'cumulative', from: null, to: asOf.to, text: null, asOf } };
  }
}

const isToll = ({ predicate, quantity, timeClass, modality }: Draft): boolean =>
  predicate?.toll != null && quantity !== null && timeClass === 'flow' && modality !== 'denied';

/** What is counted, and from when. */
const dayOf = ({ predicate, scope: { time } }: Draft): string => `${predicate?.id} ${time?.from}`;

const numberOf = ({ value }: Draft): number => value.nominal ?? 0;
