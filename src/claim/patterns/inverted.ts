import { coordinatesAfter } from '../reading/coordination.ts';
import type { Pattern } from './pattern.ts';

const OPENING = /^(?:also|still|and|but|reportedly|among|,)$/;

/** "Still missing are 11 people", "also damaged were 39 bridges and 18 roads": what is said of them comes first. */
const inverted = (slot: 'passive' | 'state'): Pattern => ({
  id: 'inverted',
  slot,
  find(reading, hit) {
    const { tokens, chunkOf } = reading;
    for (let i = 0; i < hit.first; i += 1) if (!OPENING.test(tokens[i]?.lower ?? '')) return null;
    if (!/^(?:is|are|was|were)$/.test(tokens[hit.last + 1]?.lower ?? '')) return null;
    const first = chunkOf[hit.last + 2] ?? null;
    if (!first?.quantity || first.first !== hit.last + 2) return null;
    const counted = [first, ...coordinatesAfter(reading, first)];
    return { hit, pattern: 'inverted', group: null, counted, agent: null, certainty: 0.9 };
  },
});

export const invertedPassive = inverted('passive');
export const invertedState = inverted('state');
