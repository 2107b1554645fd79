import type { Reading } from '../reading/reading.ts';
import type { Pattern } from './pattern.ts';

/** "There were seven dead children", "there are still 12 missing sailors": a word of state inside the counted phrase. */
export const existential: Pattern = {
  id: 'existential',
  slot: 'state',
  find(reading, hit) {
    const chunk = reading.chunkOf[hit.first] ?? null;
    if (!chunk?.quantity || chunk.head === null || chunk.head <= hit.last) return null;
    return hit.first >= chunk.wordsFrom && isExistential(reading, chunk.first)
      ? { hit, pattern: 'existential', group: null, counted: [chunk], agent: null, certainty: 0.88 }
      : null;
  },
};

/** "there were also | seven". */
function isExistential({ tokens }: Reading, first: number): boolean {
  let i = first - 1;
  while (i > 0 && tokens[i]?.pos === 'ADV') i -= 1;
  let verbs = 0;
  while (i > 0 && (tokens[i]?.lemma === 'be' || tokens[i]?.lemma === 'have')) {
    i -= 1;
    verbs += 1;
  }
  return verbs > 0 && tokens[i]?.lower === 'there';
}
