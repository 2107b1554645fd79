import { coordinatesAfter } from '../reading/coordination.ts';
import type { Pattern } from './pattern.ts';

/** "Of the deaths, 17,388 were reported in Kashmir": a part of what was counted before. */
export const ofThe: Pattern = {
  id: 'of-the',
  slot: 'counted',
  find(reading, hit) {
    const { tokens, chunkOf } = reading;
    const whole = chunkOf[hit.first] ?? null;
    if (!whole || whole.head !== hit.last || tokens[hit.last + 1]?.text !== ',') return null;
    const of = tokens[whole.first - 1];
    if (of?.lower !== 'of' || (whole.first > 1 && !/^[;,—–]$/u.test(tokens[whole.first - 2]?.text ?? '')))
      return null;
    const part = chunkOf[hit.last + 2] ?? null;
    if (part?.quantity?.role !== 'count' || part.head !== null) return null;
    const counted = [part, ...coordinatesAfter(reading, part)];
    return { hit, pattern: 'of-the', group: null, counted, agent: null, certainty: 0.88 };
  },
};
