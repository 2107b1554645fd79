import type { Token } from '../../sentence/sentence.ts';
import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import type { Pattern } from './pattern.ts';

const LEVEL = new Set(
  'rise stand climb reach hit be exceed jump soar grow pass top increase go remain revise put surge update bring raise lower estimate total fall drop decline widen narrow ease slow dip climb cut'.split(
    ' ',
  ),
);
const INTO = new Set(['to', 'at', 'of', 'over', 'past', 'above', 'near', 'as', 'from']);
const REACH = 16;

/** "The death toll rose to 24", "put the toll at 24", "a death toll of 24". A difference ("rose by five") is no level. */
export const nominal: Pattern = {
  id: 'nominal',
  slot: 'nominal',
  find(reading, hit) {
    const chunk = levelAfter(reading, hit.last);
    return chunk
      ? { hit, pattern: 'nominal', group: null, counted: [chunk], agent: null, certainty: 0.9 }
      : null;
  },
};

function levelAfter(reading: Reading, from: number): Chunk | null {
  const { tokens, chunkOf } = reading;
  let verbs = 0;
  for (let i = from + 1; i < tokens.length && i - from <= REACH; i += 1) {
    const chunk = chunkOf[i] ?? null;
    if (chunk?.quantity && chunk.first === i) return followsLevel(reading, chunk, from, verbs) ? chunk : null;
    if (chunk) i = chunk.last;
    else if (isForeign(tokens[i])) return null;
    else if (/^(?:VERB|AUX)$/.test(tokens[i]?.pos ?? '')) verbs += 1;
  }
  return null;
}

/** A stop, or a verb that sets no level: what follows belongs to something else. */
const isForeign = (token: Token | undefined): boolean =>
  token === undefined || /^[;:.!?()]$/.test(token.text) || (token.pos === 'VERB' && !LEVEL.has(token.lemma));

function followsLevel(reading: Reading, chunk: Chunk, from: number, verbs: number): boolean {
  const before = reading.tokens[chunk.first - 1];
  if (!before || before.lower === 'by' || chunk.quantity?.role === 'age') return false;
  if (INTO.has(before.lower)) return verbs > 0 || before.lower !== 'from';
  return chunk.first - 1 === from || LEVEL.has(before.lemma);
}
