import { subjectsBefore } from '../reading/arguments.ts';
import type { Reading } from '../reading/reading.ts';
import type { Match, Pattern } from './pattern.ts';
import type { TriggerHit } from './triggers.ts';

/** How far "among" may stand before the word that says what happened. */
const REACH = 7;

/** "Six civilians were among at least 22 people killed", "two women were among the dead". */
export const among: Pattern = {
  id: 'among',
  slot: 'passive',
  find: (reading, hit) => findAmong(reading, hit),
};
export const amongThe: Pattern = {
  id: 'among-the',
  slot: 'state',
  find: (reading, hit) => findAmong(reading, hit),
};

function findAmong(reading: Reading, hit: TriggerHit): Match | null {
  const { tokens } = reading;
  for (let i = hit.first - 1; i > 0 && hit.first - i <= REACH; i -= 1) {
    if (tokens[i]?.lower !== 'among') continue;
    if (tokens[i - 1]?.lemma !== 'be' && tokens[i - 1]?.pos !== 'AUX') return null;
    const counted = subjectsBefore(reading, i - 1);
    return counted.length > 0
      ? { hit, pattern: 'among', group: null, counted, agent: null, certainty: 0.9 }
      : null;
  }
  return null;
}
