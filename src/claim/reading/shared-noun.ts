import type { PlaceMention } from '../../mention/mention.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Chunk } from './chunk.ts';

/** Words for a kind of people that the tagger takes for nouns; behind a number above one each describes a noun. */
const KINDS = /^(?:male|female|adult|juvenile|teenage|civilian|military)$/;
/** Names of peoples that can be counted themselves: "two Palestinians", "two Lebanese". */
const COUNTED = /(?:ese|s|sh|ch)$/;
const JOINER = /^(?:,|and|or)$/;
/** How surely a case is one: participles to the tagger, no part of the phrase of the number before them. */
const GRADES = /^(?:confirmed|probable|suspected)$/;

/** "34 male and 28 female bodies": of phrases that are joined, each a number and an adjective, the last has the noun of all. */
export function withSharedNouns(
  tokens: readonly Token[],
  chunks: Chunk[],
  placeAt: readonly (PlaceMention | null)[],
): Chunk[] {
  const describes = (i: number): boolean =>
    KINDS.test(tokens[i]?.lower ?? '') || placeAt[i]?.adjective === true;
  for (let k = chunks.length - 2; k >= 0; k -= 1) {
    const [chunk, next] = [chunks[k], chunks[k + 1]];
    if (chunk && next && areGraded(tokens, chunk, next))
      chunks[k] = { ...chunk, last: chunk.last + 1, wordsFrom: chunk.last + 1, head: next.head };
    if (!chunk || !next || !isJoined(tokens, chunk, next) || !hasNoun(tokens, next, describes)) continue;
    const lone = chunk.wordsFrom === chunk.last && describes(chunk.last);
    const describing = (chunk.quantity?.nominal ?? 0) > 1 && !COUNTED.test(tokens[chunk.last]?.lower ?? '');
    if (lone && describing) chunks[k] = { ...chunk, head: next.head, name: null };
  }
  return chunks;
}

/** "1,521 (88%) | patients": the share in brackets does not part a number from its noun. */
export function withoutShares(tokens: readonly Token[], chunks: Chunk[]): Chunk[] {
  const marked = chunks.findIndex((share, k) => hasShare(tokens, chunks[k - 1], share, chunks[k + 1]));
  const [chunk, noun] = [chunks[marked - 1], chunks[marked + 1]];
  if (!chunk || !noun) return chunks;
  const whole = { ...chunk, last: noun.last, head: noun.head, wordsFrom: noun.first, name: noun.name };
  return withoutShares(tokens, [...chunks.slice(0, marked - 1), whole, ...chunks.slice(marked + 2)]);
}

const hasShare = (
  tokens: readonly Token[],
  chunk: Chunk | undefined,
  share: Chunk,
  noun: Chunk | undefined,
): boolean =>
  chunk?.quantity != null &&
  chunk.head === null &&
  share.quantity?.unit === 'percent' &&
  tokens[chunk.last + 1]?.text === '(' &&
  share.first === chunk.last + 2 &&
  tokens[share.last + 1]?.text === ')' &&
  noun?.first === share.last + 2 &&
  noun.quantity === null &&
  noun.determiner === null;

/** "775 confirmed and 65 probable cases". */
const areGraded = (tokens: readonly Token[], chunk: Chunk, next: Chunk): boolean =>
  chunk.quantity !== null &&
  next.quantity !== null &&
  chunk.head === null &&
  next.head !== null &&
  next.first === chunk.last + 3 &&
  GRADES.test(tokens[chunk.last + 1]?.lower ?? '') &&
  JOINER.test(tokens[chunk.last + 2]?.lower ?? '') &&
  GRADES.test(tokens[next.wordsFrom]?.lower ?? '');

const isJoined = (tokens: readonly Token[], chunk: Chunk, next: Chunk): boolean =>
  chunk.quantity !== null &&
  next.quantity !== null &&
  next.first === chunk.last + 2 &&
  JOINER.test(tokens[chunk.last + 1]?.lower ?? '');

/** Whether a phrase opens with an adjective and goes on to a noun. */
const hasNoun = (
  tokens: readonly Token[],
  { head, wordsFrom }: Chunk,
  describes: (i: number) => boolean,
): boolean => head !== null && head > wordsFrom && (describes(wordsFrom) || tokens[wordsFrom]?.pos === 'ADJ');
