import { subjectsBefore } from '../reading/arguments.ts';
import { headLemma, type Reading } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import type { Pattern } from './pattern.ts';
import { ANYBODY, type TriggerHit } from './triggers.ts';

/** "Ten people died", "at least 30 may have drowned". */
export const intransitive: Pattern = {
  id: 'intransitive',
  slot: 'intransitive',
  find(reading, hit) {
    // "fatally shot himself": an adverb may come first.
    const verb = reading.tokens[hit.first]?.pos === 'ADV' ? hit.first + 1 : hit.first;
    // "were on the | ship | ’s list"
    if (verb > hit.last || /^[’']s?$/.test(reading.tokens[hit.last + 1]?.lower ?? '')) return null;
    if (reading.tokens[verb]?.pos !== 'VERB' && !isHaving(reading, hit, verb) && !isMistaken(reading, verb))
      return null;
    const group = verbGroup(reading.tokens, hit.first);
    if (group.passive) return null;
    const subjects = subjectsBefore(reading, group.first);
    const { headLemma: wanted } = hit;
    const counted =
      wanted === null || wanted === ANYBODY
        ? subjects
        : subjects.filter((chunk) => headLemma(reading, chunk) === wanted);
    // "shot four strangers before killing himself": one person, not four.
    const alone = /^(?:him|her|it)self$/.test(reading.tokens[hit.last]?.lower ?? '');
    if (alone && counted.some((chunk) => (chunk.quantity?.nominal ?? 1) > 1)) return null;
    return counted.length > 0
      ? { hit, pattern: 'intransitive', group, counted, agent: null, certainty: 0.92 }
      : null;
  },
};

/** "Twelve people drowned on Tuesday": a past tense that was tagged as an adjective, though no noun follows. */
function isMistaken({ tokens, chunkOf }: Reading, i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  const counted = tokens[i - 1]?.text === ',' || chunkOf[i - 1]?.quantity != null;
  return (
    token?.pos === 'ADJ' &&
    token.lower.endsWith('ed') &&
    counted &&
    !/^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? '')
  );
}

/** "were on the vessel", "had no power", "has its electricity restored": the verb of a longer phrase, though it is tagged as an auxiliary. */
const isHaving = ({ tokens }: Reading, { first, last }: TriggerHit, verb: number): boolean =>
  /^(?:have|be)$/.test(tokens[verb]?.lemma ?? '') &&
  tokens[verb + 1]?.pos !== 'VERB' &&
  first === verb &&
  last > verb;
