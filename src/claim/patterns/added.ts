import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import type { Pattern } from './pattern.ts';

/** How far behind the noun of a toll its verb may stand: ", which had". */
const REACH = 5;

/** "The toll rose by six", "the number of cases, which increased by 40": how many came on top. */
export const added: Pattern = {
  id: 'added',
  slot: 'nominal',
  find(reading, hit) {
    const { additive, unit } = hit.predicate;
    const chunk = additive && unit === 'person' ? riseAfter(reading, hit.last) : null;
    return chunk
      ? { hit, pattern: 'added', group: null, counted: [chunk], agent: null, added: true, certainty: 0.86 }
      : null;
  },
};

/** The figure by which something rose that ends at a token. */
function riseAfter({ tokens, chunkOf, words }: Reading, noun: number): Chunk | null {
  for (let i = noun + 1; i - noun <= REACH; i += 1) {
    const token = tokens[i];
    if (!token || !/^(?:VERB|AUX|ADV|PRON|PUNCT|DET)$/.test(token.pos)) return null;
    if (token.pos !== 'VERB') continue;
    const by = tokens[i + 1]?.lower === 'by' ? (chunkOf[i + 2] ?? null) : null;
    return words.count.rising.has(token.lemma) && by?.quantity?.unit === null ? by : null;
  }
  return null;
}
