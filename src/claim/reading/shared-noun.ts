import type { PlaceMention } from '../../mention/mention.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Chunk } from './chunk.ts';

/** Words for a kind of people that the tagger takes for nouns; behind a number above one each describes a noun. */
const KINDS = /^(?:male|female|adult|juvenile|teenage|civilian|military)$/;
/** Names of peoples that can be counted themselves: "two Palestinians", "two Lebanese". */
const COUNTED = /(?:ese|s|sh|ch)$/;
const JOINER = /^(?:,|and|or)$/;

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
    if (!chunk || !next || !isJoined(tokens, chunk, next) || !hasNoun(tokens, next, describes)) continue;
    const lone = chunk.wordsFrom === chunk.last && describes(chunk.last);
    const describing = (chunk.quantity?.nominal ?? 0) > 1 && !COUNTED.test(tokens[chunk.last]?.lower ?? '');
    if (lone && describing) chunks[k] = { ...chunk, head: next.head, name: null };
  }
  return chunks;
}

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
