import type { Chunk } from './chunk.ts';
import type { Reading } from './reading.ts';

const told = new WeakMap<Chunk, Chunk>();

/** "Fifty | of the roughly 240 hostages held there | are to be freed": the number that is told of, with the noun of all. */
export function ofAll(reading: Reading, chunk: Chunk, verb: number): Chunk {
  const { tokens, chunkOf } = reading;
  const finite = tokens[verb]?.pos === 'AUX' || verb - chunk.last > 1;
  const isWhole = finite && chunk.quantity !== null && tokens[chunk.first - 1]?.lower === 'of';
  const part = isWhole ? (chunkOf[chunk.first - 2] ?? null) : chunk;
  const whole = part && tokens[part.last + 1]?.lower === 'of' ? (chunkOf[part.last + 2] ?? null) : null;
  if (part?.quantity?.role !== 'count' || part.head !== null || !whole?.quantity || whole.head === null)
    return chunk;
  const known = told.get(part) ?? { ...part, head: whole.head };
  told.set(part, known);
  return known;
}
