import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Reading } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import { isBareCount } from './gapped.ts';
import type { Pattern } from './pattern.ts';
import type { TriggerHit } from './triggers.ts';

/** "killed: 12; wounded: 34", "killed (12) and wounded (34)": a number that is set behind a word, as in a table. */
const tabulated = (slot: 'passive' | 'state' | 'counted'): Pattern => ({
  id: 'tabulated',
  slot,
  find(reading, hit) {
    if (hit.headLemma !== null || !hit.predicate.subjects.includes('person')) return null;
    const chunk = figureBehind(reading, hit);
    // "Homicide: 0" is a line of a statistic.
    const word = reading.tokens[hit.last];
    if (slot === 'counted' && word && nounLemma(word) === word.lower) return null;
    if (!chunk || verbGroup(reading.tokens, hit.first).first < hit.first) return null;
    const bracket = reading.tokens[hit.last + 1]?.text === '(';
    // A lone number in brackets may be a note or an age.
    const paired = reading.triggers.some(
      (other) => other.last !== hit.last && figureBehind(reading, other) !== null,
    );
    if (bracket && !paired) return null;
    return { hit, pattern: 'tabulated', group: null, counted: [chunk], agent: null, certainty: 0.9 };
  },
});

/** The bare number behind a colon or in brackets, where it ends its cell. */
function figureBehind({ tokens, chunkOf }: Reading, { last }: TriggerHit) {
  const mark = tokens[last + 1]?.text;
  const chunk = mark === ':' || mark === '(' ? (chunkOf[last + 2] ?? null) : null;
  if (!chunk || chunk.first !== last + 2 || !isBareCount(chunk)) return null;
  const end = tokens[chunk.last + 1]?.text;
  return (mark === '(' ? end === ')' : end === undefined || /^[;,.)]$/.test(end)) ? chunk : null;
}

export const tabulatedPassive = tabulated('passive');
export const tabulatedState = tabulated('state');
export const tabulatedCounted = tabulated('counted');
