import { coordinatesAfter } from '../reading/coordination.ts';
import type { Reading } from '../reading/reading.ts';
import type { Pattern } from './pattern.ts';

const OPENING = /^(?:also|still|and|but|reportedly|among|,)$/;

/** "Still missing are 11 people", "also damaged were 39 bridges and 18 roads": what is said of them comes first. */
const inverted = (slot: 'passive' | 'state'): Pattern => ({
  id: 'inverted',
  slot,
  find(reading, hit) {
    const { tokens, chunkOf } = reading;
    for (let i = 0; i < hit.first; i += 1) if (!OPENING.test(tokens[i]?.lower ?? '')) return null;
    const verb = behindPhrase(reading, hit.last);
    if (!/^(?:is|are|was|were)$/.test(tokens[verb]?.lower ?? '')) return null;
    const first = chunkOf[verb + 1] ?? null;
    if (!first?.quantity || first.first !== verb + 1) return null;
    const counted = [first, ...coordinatesAfter(reading, first)];
    return { hit, pattern: 'inverted', group: null, counted, agent: null, certainty: 0.9 };
  },
});

/** "Also injured | in the shooting | were three men": behind the one phrase that may tell where. */
function behindPhrase({ tokens, chunkOf }: Reading, last: number): number {
  const phrase = tokens[last + 1]?.pos === 'ADP' ? (chunkOf[last + 2] ?? null) : null;
  return phrase ? phrase.last + 1 : last + 1;
}

export const invertedPassive = inverted('passive');
export const invertedState = inverted('state');
