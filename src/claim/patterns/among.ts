import { subjectsBefore } from '../reading/arguments.ts';
import type { Reading } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
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
  const { tokens, words } = reading;
  const rest = ofTheRest(reading, hit);
  if (rest) return rest;
  for (let i = hit.first - 1; i > 0 && hit.first - i <= REACH; i -= 1) {
    if (tokens[i]?.lower !== 'among') continue;
    // "were identified among the dead"
    const counting = words.count.naming.has(tokens[i - 1]?.lemma ?? '') && verbGroup(tokens, i - 1).passive;
    if (!counting && tokens[i - 1]?.lemma !== 'be' && tokens[i - 1]?.pos !== 'AUX') return null;
    const counted = subjectsBefore(reading, beforeBeing(reading, i - 1, counting));
    return counted.length > 0
      ? { hit, pattern: 'among', group: null, counted, agent: null, partial: true, certainty: 0.9 }
      : null;
  }
  return null;
}

/** Where the subject of "were among", "were identified among", "were believed to be among" is looked for. */
function beforeBeing({ tokens }: Reading, verb: number, counting: boolean): number {
  if (counting) return verbGroup(tokens, verb).first;
  const believed = tokens[verb - 1]?.lower === 'to' && tokens[verb - 2]?.pos === 'VERB';
  return believed ? verbGroup(tokens, verb - 2).first : verb;
}

/** "Four drivers and 11 guards made up the rest of the dead", "accounted for most of those killed". */
function ofTheRest(reading: Reading, hit: TriggerHit): Match | null {
  const { tokens, words } = reading;
  let i = hit.first - 1;
  if (!/^(?:the|those|people)$/.test(tokens[i]?.lower ?? '')) return null;
  while (i > 0 && /^(?:the|those|people|of)$/.test(tokens[i]?.lower ?? '')) i -= 1;
  if (!words.count.shares.has(tokens[i]?.lower ?? '')) return null;
  i -= tokens[i - 1]?.lower === 'the' ? 2 : 1;
  const [verb, particle] = [tokens[i - 1]?.lemma, tokens[i]?.lower];
  const makes = (verb === 'make' && particle === 'up') || (verb === 'account' && particle === 'for');
  const counted = makes ? subjectsBefore(reading, verbGroup(tokens, i - 1).first) : [];
  return counted.length > 0
    ? { hit, pattern: 'among', group: null, counted, agent: null, partial: true, certainty: 0.88 }
    : null;
}
