import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import type { Pattern } from './pattern.ts';

/** What is averted does not happen: "prevented ten deaths". */
const AVERTED = new Set(['prevent', 'avert', 'avoid', 'stop', 'thwart', 'foil']);

/** "24 deaths", "130 airstrikes", "20 key points", "a 20-point plan". */
export const counted: Pattern = {
  id: 'counted',
  slot: 'counted',
  find(reading, hit) {
    const chunk: Chunk | null = reading.chunkOf[hit.first] ?? null;
    if (!chunk?.quantity || hit.first < chunk.wordsFrom) return null;
    if (isNoneOf(reading, chunk)) return null;
    const heads = chunk.head !== null && chunk.head >= hit.first && chunk.head <= hit.last;
    const attributive = reading.tokens[hit.first - 1]?.text === '-' && hit.first === chunk.wordsFrom + 1;
    if (!heads && !attributive) return null;
    if (AVERTED.has(reading.tokens[chunk.first - 1]?.lemma ?? '')) return null;
    return {
      hit,
      pattern: attributive ? 'attributive' : 'counted',
      group: null,
      counted: [chunk],
      agent: null,
      certainty: 0.9,
    };
  },
};

/** "None of the injuries is grave": there are some. */
const isNoneOf = ({ tokens }: Reading, { quantity, first, wordsFrom }: Chunk): boolean =>
  quantity?.nominal === 0 && tokens.slice(first, wordsFrom).some((token) => token.lower === 'of');
