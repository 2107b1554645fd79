import type { Token } from '../../sentence/sentence.ts';

const QUANTIFIER = new Set('several many more other others few numerous some most all'.split(' '));
const JOINER = new Set([',', 'and', 'or']);

const isDescribing = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.pos === 'ADJ' ||
    (token.pos === 'VERB' && (token.lower.endsWith('ed') || token.lower.endsWith('en')))) &&
  !QUANTIFIER.has(token.lower);

/** "103 confirmed, suspected | and | probable cases": the last of several adjectives before one noun; null elsewhere. */
export function endOfAdjectives(tokens: readonly Token[], from: number): number | null {
  // Most phrases begin with nothing of the kind.
  if (tokens[from]?.pos !== 'ADV' && !isDescribing(tokens[from])) return null;
  let i = from;
  let joined = false;
  // "103 | new | confirmed and probable cases"
  while (i - from < 2 && (isDescribing(tokens[i]) || tokens[i]?.pos === 'ADV') && isDescribing(tokens[i + 1]))
    i += 1;
  while (i - from < 8 && isDescribing(tokens[i]) && JOINER.has(tokens[i + 1]?.lower ?? '')) {
    joined ||= tokens[i + 1]?.text !== ',';
    i += 2;
  }
  const noun = tokens[i + 1];
  // "1,415 | hospitalized suspected | cases", "four | critically injured | passengers": a participle before a noun is one too.
  const opens = tokens[from]?.pos === 'VERB' || tokens[from]?.lower.endsWith('ly') === true;
  joined ||= i === from + 1 && opens && tokens[i]?.pos !== 'ADV';
  return joined && isDescribing(tokens[i]) && noun?.pos === 'NOUN' ? i : null;
}

/** Whether an adjective may still be the head of a phrase: there is none, or only a name stands before it ("a Hamas | militant"). */
export const isHeadless = (tokens: readonly Token[], i: number, head: number | null): boolean =>
  head === null || (head === i - 1 && tokens[head]?.pos === 'PROPN');
