import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Attribution, ScopeTime } from './claim.ts';
import type { Draft } from './draft.ts';
import { dayNumber } from './scope/days.ts';

/** Two stretches of so many days at most that meet can be one day told twice: "on Sunday", "overnight". */
const DAY_LIKE = 2;
/** Neither of two different nouns is known ("villagers", "guests"): only the vague ones are taken for the same. */
const AT_LARGE = new Set(['people', 'others']);

export const isLoose = (draft: Draft): boolean =>
  draft.value.hedge === 'vague' || draft.value.hedge === 'implicit';

/** "the insurgents", "both men", "his brother": whoever is known already. */
export const isDefinite = (draft: Draft): boolean =>
  /^(?:the|this|that|these|those|both|his|her|their|its)$/.test(draft.chunk?.determiner ?? '');

/**
 * Whether two statements of one article, the earlier one first, are about the same people at the same time and place,
 * from one voice, and give one figure or one that the other allows.
 */
export function saysTheSame(
  a: Draft,
  b: Draft,
  attribute: (draft: Draft) => Attribution,
  vocabulary: Vocabulary,
): boolean {
  if (a.partOf === b || b.partOf === a) return false;
  // "12 people were killed … 12 children were among the dead": the second need not be all of the first.
  if (a.partial !== b.partial && a.scope.population !== b.scope.population) return false;
  const sameFigure = a.value.nominal === b.value.nominal && a.value.denominator === b.value.denominator;
  // "kidnapped a doctor … arrested a man": another verb and a new person are another act.
  if (a.predicate !== b.predicate && !isDefinite(b) && !isSum(b) && !sameNoun(a, b)) return false;
  const taken = sameFigure && a.reading !== b.reading && isDefinite(b) && b.quantity !== null;
  // The victims of an event are told apart by its tally.
  const told = !b.predicate || b.predicate.toll;
  if (!told && isFurther(b) && !isFurther(a) && (isSum(a) || a.value.nominal === 1)) return false;
  if (!samePeople(a, b, taken, vocabulary) || !canCoincide(a, b, vocabulary)) return false;
  if (!oneVoice(attribute(a), attribute(b))) return false;
  if (sameFigure) return true;
  // Two figures of one sentence are two figures; "several" further down may be the number of the lead.
  if (a.reading === b.reading) return false;
  return pointsBack(b, a) || restates(a, b) || restates(b, a);
}

/** The sum over a list: "the leader and two of his brothers". */
export const isSum = (draft: Draft): boolean => draft.rule.endsWith('/total');

/** What an event cost, put together from all sentences about it. */
export const isTally = (draft: Draft): boolean => draft.rule.endsWith('/event');

/** "an additional suspect", "several other men": besides whoever was counted. */
export const isFurther = ({ chunk, reading: { tokens } }: Draft): boolean =>
  chunk !== null &&
  (tokens[chunk.last + 1]?.lower === 'later' ||
    tokens
      .slice(chunk.first, chunk.last + 1)
      .some((token) => /^(?:others?|another|additional|further)$/.test(token.lower)));

/** "two men", or, as headlines have it, "Capture of Rebel Leader": no article makes the second a new person. */
const sameNoun = (a: Draft, b: Draft): boolean =>
  a.subject.key === b.subject.key && (a.quantity !== null || a.chunk?.determiner === null);

/** "the insurgents", "the man": whoever was counted before. */
const pointsBack = (later: Draft, earlier: Draft): boolean =>
  later.quantity === null &&
  isDefinite(later) &&
  (later.value.nominal === 1
    ? earlier.value.nominal === 1
    : (later.value.nominal ?? 0) <= (earlier.value.nominal ?? 0));

/** "several" for a number that it allows. */
const restates = (loose: Draft, sharp: Draft): boolean => {
  const { halo } = loose.value;
  const nominal = sharp.value.nominal;
  if (!isLoose(loose) || isSum(loose) || !halo || nominal === null || loose.value.nominal === 1) return false;
  return (halo.low ?? nominal) <= nominal && nominal <= (halo.high ?? nominal);
};

/**
 * One wording of the people may say more than the other; two that exclude each other, or do not relate, are two.
 * @param taken the second takes up a figure again ("the two men"), so that only what excludes the first is another
 */
function samePeople(a: Draft, b: Draft, taken: boolean, { populations }: Vocabulary): boolean {
  if (a.subject.key === b.subject.key) return true;
  if (a.predicate?.family === 'subject' || a.predicate === null) return false;
  if (a.scope.population === null || b.scope.population === null) {
    return (
      taken ||
      a.scope.provenance.population !== 'explicit' ||
      b.scope.provenance.population !== 'explicit' ||
      bothAtLarge(a, b)
    );
  }
  const relation = populations.relate(a.scope.population, b.scope.population);
  return relation === 'unknown' ? taken : relation !== 'disjoint';
}

const bothAtLarge = (a: Draft, b: Draft): boolean =>
  AT_LARGE.has(a.subject.key) || AT_LARGE.has(b.subject.key);

/** What two named sources say is said twice. */
const oneVoice = (a: Attribution, b: Attribution): boolean =>
  a.origin === null || b.origin === null || a.origin === b.origin;

function canCoincide(a: Draft, b: Draft, vocabulary: Vocabulary): boolean {
  const inherited = (part: 'time' | 'place'): boolean =>
    a.scope.provenance[part] !== 'explicit' || b.scope.provenance[part] !== 'explicit';
  return (
    (inherited('time') || sameTime(a.scope.time, b.scope.time)) &&
    (inherited('place') || samePlace(a, b, vocabulary))
  );
}

function sameTime(a: ScopeTime | null, b: ScopeTime | null): boolean {
  if (a?.class !== b?.class) return false;
  if (!a?.from || !b?.from || a.from === b.from) return true;
  return isDayLike(a) && isDayLike(b) && a.from < (b.to ?? '') && b.from < (a.to ?? '');
}

const isDayLike = ({ from, to }: ScopeTime): boolean =>
  from !== null && to !== null && dayNumber(to) - dayNumber(from) <= DAY_LIKE;

/** A village and its province are one place told twice; of two unrelated ones a headline or "the two" may mean one. */
function samePlace(a: Draft, b: Draft, { places }: Vocabulary): boolean {
  if (a.scope.place === null || b.scope.place === null) return true;
  const relation = places.relate(a.scope.place, b.scope.place);
  if (relation === 'equal' || relation === 'disjoint') return relation === 'equal';
  if (relation !== 'unknown' && a.value.nominal === b.value.nominal) return true;
  return isDefinite(b) || a.reading.sentence.kind === 'headline' || b.reading.sentence.kind === 'headline';
}
