import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Draft } from '../draft.ts';
import { implicitValue } from '../figure-value.ts';
import { readModality } from '../modality.ts';
import type { TriggerHit } from '../patterns/triggers.ts';
import { attributionFor, type Reading, wordsOf } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import type { Surroundings } from '../scope/context.ts';
import { readScope } from '../scope/scope.ts';
import type { Counted } from '../subject.ts';

const SOMEBODY: Counted = { text: 'people', key: 'people', population: null, person: 'yes', plural: false };
/** How sure it is that a pronoun stands for somebody whom no other words of the article count. */
const CERTAINTY = 0.74;

/**
 * What "he was shot dead", "killing him" says of one person, whoever it is; null for what did not happen, and inside
 * quotes, where "he" may be anybody.
 * @param at token of the pronoun
 */
export function pronounDraft(
  reading: Reading,
  hit: TriggerHit,
  at: number,
  lent: Surroundings,
  vocabulary: Vocabulary,
): Draft | null {
  const { tokens } = reading;
  const { predicate } = hit;
  const word = tokens[at];
  const group = verbGroup(tokens, hit.first);
  const match = { hit, pattern: 'pronoun', group, counted: [], agent: null, certainty: CERTAINTY };
  const { modality, polarity } = readModality(reading, match, attributionFor(reading, hit.first));
  // "She was taken to hospital" alone may be of anybody.
  if (!word || word.inQuote || !predicate.implicit || !predicate.toll?.rank || group.modal !== null)
    return null;
  if (modality !== 'occurred' || polarity !== 'affirmed') return null;
  const { scope, timeClass } = readScope({
    reading,
    at: hit.first,
    agent: null,
    chunk: null,
    counted: SOMEBODY,
    predicate,
    lent,
    vocabulary,
  });
  return {
    reading,
    predicate,
    predicateText: wordsOf(reading, hit.first, hit.last),
    timeClass,
    subject: { text: SOMEBODY.text, key: SOMEBODY.key },
    value: implicitValue(word.text, 1, predicate),
    quantity: null,
    chunk: null,
    scope,
    modality,
    polarity,
    rule: `${predicate.id}/pronoun`,
    confidence: CERTAINTY,
    partOf: null,
    evidence: [Math.min(at, group.first), Math.max(at, hit.last)],
    valueSpan: [word.start, word.end],
  };
}
