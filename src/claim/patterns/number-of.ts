import type { Chunk } from '../reading/chunk.ts';
import { headLemma, type Reading } from '../reading/reading.ts';
import { levelAfter } from './nominal.ts';
import type { Pattern } from './pattern.ts';
import { ANYBODY, type TriggerHit } from './triggers.ts';

/** How many words may link the noun to what is said of it: "homes that have been". */
const LINKS = 4;

/** "the number of people | confirmed | dead" */
const TOLD = /^(?:confirmed|reported|believed|feared|known|listed)$/;

/** "The number of people killed in the blast rose to 24", "the number of homes without power stands at 300". */
const numberOf = (slot: 'passive' | 'state' | 'intransitive'): Pattern => ({
  id: 'number-of',
  slot,
  find(reading, hit) {
    const of = numbered(reading, hit);
    const chunk = of && levelAfter(reading, hit);
    if (!chunk) return null;
    if (of !== 'those' && !isWanted(reading, of, hit)) return null;
    const noun = of === 'those' ? {} : { noun: of };
    return { hit, pattern: 'number-of', group: null, counted: [chunk], ...noun, agent: null, certainty: 0.9 };
  },
});

/** "the number of girls released" are no patients: a trigger may want a noun of its own. */
const isWanted = (reading: Reading, noun: Chunk, { headLemma: wanted }: TriggerHit): boolean =>
  wanted === null || wanted === ANYBODY || headLemma(reading, noun) === wanted;

/** The noun whose number is told, of which the trigger says what happened to it; "those" stands for people at large. */
function numbered(reading: Reading, hit: TriggerHit): Chunk | 'those' | null {
  const { tokens, chunkOf } = reading;
  let i = hit.first - 1;
  // "those abducted" is taken for a phrase where the tagger takes the participle for a noun
  if (tokens[i]?.lower === 'those' && isNumberOf(reading, i)) return 'those';
  while (
    i > 0 &&
    hit.first - i <= LINKS &&
    !chunkOf[i] &&
    (/^(?:AUX|ADV|PRON|DET|PART|SCONJ)$/.test(tokens[i]?.pos ?? '') || TOLD.test(tokens[i]?.lower ?? ''))
  )
    i -= 1;
  if (tokens[i + 1]?.lower === 'those' && isNumberOf(reading, i + 1)) return 'those';
  const noun = chunkOf[i] ?? null;
  if (!noun || noun.quantity || noun.head === null) return null;
  return isNumbered(reading, noun) ? noun : null;
}

/** "the number of | soldiers": how many is told elsewhere. */
export const isNumbered = (reading: Reading, { first }: Chunk): boolean =>
  isNumberOf(reading, first) || isCompared(reading.tokens, first);

/** "three times as many | people": how many is told by what they are held against. */
const isCompared = (tokens: Reading['tokens'], first: number): boolean => {
  const many = tokens[first]?.lower === 'many' ? first : first - 1;
  return tokens[many]?.lower === 'many' && tokens[many - 1]?.lower === 'as';
};

const isNumberOf = ({ tokens, words }: Reading, first: number): boolean =>
  tokens[first - 1]?.lower === 'of' && words.count.totals.has(tokens[first - 2]?.lemma ?? '');

export const numberOfPassive = numberOf('passive');
export const numberOfState = numberOf('state');
export const numberOfIntransitive = numberOf('intransitive');
