import type { Method } from './method.ts';
import { estimateAt } from './vote.ts';

/** The weighted lower median of the numbers as written: always one that somebody gave, never a mean of two. */
export const median: Method = (voices, positions) => {
  const written = voices
    .flatMap(({ nominal, weight }) => (nominal === null ? [] : [{ nominal, weight }]))
    .sort((a, b) => a.nominal - b.nominal);
  const half = written.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let passed = 0;
  for (const { nominal, weight } of written) {
    passed += weight;
    if (passed >= half) return estimateAt(voices, nominal, positions);
  }
  return estimateAt(voices, null, positions);
};
