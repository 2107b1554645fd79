import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Token } from '../../sentence/sentence.ts';

const JOINERS = new Set(['and', 'or']);
const MOST_NOUNS = 6;

/** "70 regime and rebel fighters", "12 soldiers and rebels": one number counts both nouns; not "one man and injuries". */
export function joinsNouns(tokens: readonly Token[], i: number, persons: ReadonlySet<string>): boolean {
  if (!JOINERS.has(tokens[i]?.lower ?? '') || tokens[i + 1]?.lower === 'other') return false;
  const last = endOfNoun(tokens, i + 1);
  const head = tokens[last];
  const before = tokens[i - 1];
  const apart = before && head && persons.has(nounLemma(before)) && !persons.has(nounLemma(head));
  // "left 8 people dead | and scores wounded": what stands before the joiner is no noun.
  const nouns = /^(?:NOUN|PROPN)$/.test(before?.pos ?? '');
  return last > i && (isPlural(head) || isCrew(before, head)) && nouns && !apart;
}

/**
 * "22 doctors|, nurses and patients": a comma behind which the number goes on counting bare plurals for people up to
 * an "and". Not "12 soldiers|, officials and witnesses said", who are no more of them.
 */
export function joinsList(tokens: readonly Token[], comma: number, persons: ReadonlySet<string>): boolean {
  let i = comma;
  for (let nouns = 0; nouns < MOST_NOUNS; nouns += 1) {
    if (tokens[i]?.text !== ',') return false;
    const joined = JOINERS.has(tokens[i + 1]?.lower ?? '') ? 1 : 0;
    let last = endOfNoun(tokens, i + 1 + joined);
    if (!isPersons(tokens[last], persons)) return false;
    if (joined === 0 && JOINERS.has(tokens[last + 1]?.lower ?? '')) {
      last = endOfNoun(tokens, last + 2);
      if (!isPersons(tokens[last], persons)) return false;
      return tokens[last + 1]?.pos !== 'VERB';
    }
    if (joined === 1) return nouns > 0 && tokens[last + 1]?.pos !== 'VERB';
    i = last + 1;
  }
  return false;
}

/** Whether a phrase counts nouns that are joined: what it counts is none of their kinds alone. */
export const countsSeveral = (tokens: readonly Token[], from: number, last: number): boolean =>
  tokens
    .slice(from, last)
    .some(
      (token, k) =>
        (JOINERS.has(token.lower) || token.text === ',') && isPlural(tokens[from + k - 1]) && k > 0,
    );

/** "48 passengers and crew": a body of people beside a plural. */
const isCrew = (before: Token | undefined, head: Token | undefined): boolean =>
  isPlural(before) && head?.pos === 'NOUN' && /^(?:crew|staff|personnel)$/.test(head.lower);

/** The last word of the bare noun phrase that begins here; the word before it where none does. */
function endOfNoun(tokens: readonly Token[], from: number): number {
  let last = from - 1;
  while (last - from < 3 && /^(?:NOUN|ADJ)$/.test(tokens[last + 1]?.pos ?? '')) last += 1;
  return last;
}

const isPlural = (token: Token | undefined): boolean =>
  token !== undefined && token.pos === 'NOUN' && nounLemma(token) !== token.lower;

const isPersons = (token: Token | undefined, persons: ReadonlySet<string>): boolean =>
  isPlural(token) && token !== undefined && persons.has(nounLemma(token));
