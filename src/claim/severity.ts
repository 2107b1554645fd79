import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import type { Chunk } from './reading/chunk.ts';
import type { Reading } from './reading/reading.ts';

/** "Four were shot, one | fatally". */
const FATAL = /^(?:fatally|mortally)$/;
/** The rank of a toll that is settled. */
const DEAD = 3;
const graver = new WeakMap<Vocabulary, ReadonlyMap<string, readonly Predicate[]>>();

/** Participles that say more than one word does ("critically injured"), by their words. */
function graded(vocabulary: Vocabulary): ReadonlyMap<string, readonly Predicate[]> {
  const known = graver.get(vocabulary);
  if (known) return known;
  const byWords = new Map<string, readonly Predicate[]>();
  for (const predicate of vocabulary.predicates.values())
    for (const phrase of predicate.within.length > 0 ? predicate.triggers.passive : [])
      byWords.set(phrase.toLowerCase(), [...(byWords.get(phrase.toLowerCase()) ?? []), predicate]);
  graver.set(vocabulary, byWords);
  return byWords;
}

/** "nine were injured, | one | critically": a bare number that only an adverb of degree follows. */
export function isGraded({ tokens, words }: Reading, { head, last, quantity }: Chunk): boolean {
  const next = tokens[last + 2];
  return (
    head === null &&
    quantity?.role === 'count' &&
    (words.count.grades.has(tokens[last + 1]?.lower ?? '') || FATAL.test(tokens[last + 1]?.lower ?? '')) &&
    (next === undefined || /^(?:PUNCT|CCONJ)$/.test(next.pos))
  );
}

/** "17 were grievously hurt", "four critically injured passengers", "suffered serious injuries": how badly is said. */
export function saysHowBadly({ predicate, evidence: [first, last], reading }: Draft): boolean {
  const {
    tokens,
    words: { count },
  } = reading;
  const hurt = predicate?.toll != null && predicate.toll.rank > 0 && predicate.toll.rank < 3;
  return (
    hurt &&
    tokens.slice(first, last + 1).some(({ lower }) => count.grades.has(lower) || count.degrees.has(lower))
  );
}

/**
 * What a part tells beyond its whole: of "nine were injured, one critically" the one is critically injured, of "three of
 * them in critical condition" the three are. Null where it tells no more.
 */
export function gradeOf(
  reading: Reading,
  chunk: Chunk,
  whole: Draft,
  vocabulary: Vocabulary,
): Predicate | null {
  const { tokens, triggers, words } = reading;
  let at = chunk.last + 1;
  if (tokens[at]?.lower === 'of' && /^(?:them|whom|those)$/.test(tokens[at + 1]?.lower ?? '')) at += 2;
  const word = whole.predicateText.toLowerCase();
  const adverb = tokens[at]?.lower ?? '';
  if (FATAL.test(adverb)) return fatal(word, vocabulary);
  const named = words.count.grades.has(adverb)
    ? (graded(vocabulary).get(`${adverb} ${word}`) ?? [])
    : triggers.filter((hit) => hit.slot === 'state' && hit.first === at).map(({ predicate }) => predicate);
  return named.find((predicate) => isWithin(predicate, whole)) ?? null;
}

/** What the participle says of those who died of it: "fatally shot". */
const fatal = (word: string, vocabulary: Vocabulary): Predicate | null =>
  graded(vocabulary).get(`fatally ${word}`)?.find(isOfDead) ?? null;

/** Whether it is told of the dead, who are counted for themselves. */
export const isOfDead = ({ toll }: Predicate): boolean => toll?.rank === DEAD;

/** Whether a graded number is some of a whole: of what happened to it there are grades ("injured", not "killed"). */
export const hasGrades = ({ predicateText, predicate }: Draft, vocabulary: Vocabulary): boolean =>
  predicate !== null &&
  (graded(vocabulary).get(`seriously ${predicateText.toLowerCase()}`) ?? []).some(({ within }) =>
    within.includes(predicate.id),
  );

/** "Seven were shot, leaving two of them in critical condition": whoever was shot was hurt. */
const isWithin = (predicate: Predicate, { predicate: whole }: Draft): boolean =>
  whole !== null &&
  (predicate.within.includes(whole.id) || (whole.toll !== null && predicate.within.includes(whole.toll.of)));
