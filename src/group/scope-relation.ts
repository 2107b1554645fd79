import type { Scope } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import { onceEach } from '../remember.ts';
import { type PredicateTimeClass, SCOPE_DIMENSIONS, type ScopeDimension } from '../vocabulary/dimensions.ts';
import type { Relation, Taxonomy } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { instantOf } from './calendar.ts';

/** How one scope stands to another, dimension by dimension and as a whole. */
export interface ScopeRelation {
  readonly relation: Relation;
  /** The dimension that decides it; null when the scopes are equal. */
  readonly dimension: ScopeDimension | null;
  readonly differing: readonly ScopeDimension[];
  /** How they stand but for what is missing. */
  readonly nested?: 'inside' | 'contains';
}

/** What of a claim its scope relation depends on. */
export class Scoped {
  readonly scope: Scope;
  readonly timeClass: PredicateTimeClass;
  /** Absent dimensions of rows handed in by users are meant as they stand, not missing. */
  readonly structured: boolean;
  private first: number | null = null;
  private last: number | null = null;
  private asked: readonly ScopeDimension[] | null = null;
  private hasAll = false;

  constructor(scope: Scope, timeClass: PredicateTimeClass, structured: boolean) {
    this.scope = scope;
    this.timeClass = timeClass;
    this.structured = structured;
  }

  /** The window of time [start, end) in milliseconds; an open end is infinite. */
  get start(): number {
    this.first ??= instantOf(this.scope.time?.from ?? null) ?? -Infinity;
    return this.first;
  }

  get end(): number {
    this.last ??= instantOf(endOf(this.scope)) ?? Infinity;
    return this.last;
  }

  /** Whether nothing that decides is missing. */
  isWhole(decisive: readonly ScopeDimension[]): boolean {
    if (this.asked !== decisive) {
      this.asked = decisive;
      this.hasAll = !decisive.some((dimension) => isMissing(this, dimension));
    }
    return this.hasAll;
  }
}

const endOf = ({ time }: Scope): string | null => time?.to ?? time?.asOf?.to ?? null;

/** Whether two scopes are the same in all but their time, and equally well founded. */
export const haveOnePlace = (a: Scope, b: Scope): boolean =>
  a.population === b.population &&
  a.place === b.place &&
  a.cause === b.cause &&
  a.actor === b.actor &&
  haveOneProvenance(a.provenance, b.provenance);

const haveOneProvenance = (a: Scope['provenance'], b: Scope['provenance']): boolean =>
  a.population === b.population &&
  a.place === b.place &&
  a.cause === b.cause &&
  a.actor === b.actor &&
  a.time === b.time;

/** Whether nothing that a relation depends on tells two scopes apart. */
export const haveOneScope = (a: Scope, b: Scope): boolean =>
  a === b ||
  ((a.time?.from ?? null) === (b.time?.from ?? null) &&
    endOf(a) === endOf(b) &&
    (a.time === null) === (b.time === null) &&
    haveOnePlace(a, b));

const statedIn = ({ scope: { provenance }, structured }: Scoped): number => {
  if (structured) return SCOPE_DIMENSIONS.length;
  let stated = 0;
  for (const dimension of SCOPE_DIMENSIONS) if (provenance[dimension] === 'explicit') stated++;
  return stated;
};

const UNNAMED = '~';

const written = ({
  scope: { population, place, cause, actor, provenance, time },
  timeClass,
}: Scoped): string =>
  [population, place, cause, actor, time?.from, time?.to, timeClass]
    .concat(SCOPE_DIMENSIONS.map((dimension) => provenance[dimension]))
    .map((part) => part ?? UNNAMED)
    .join('|');

/** An order of scopes by what they say: more of it stated in so many words first, then named before unnamed. */
export const compareScopes = (a: Scoped, b: Scoped): number =>
  a === b ? 0 : statedIn(b) - statedIn(a) || byCodePoint(written(a), written(b));

/** Whether a dimension is missing: nobody said it, and it cannot be assumed. */
export function isMissing(scoped: Scoped, dimension: ScopeDimension): boolean {
  const provenance = scoped.scope.provenance[dimension];
  if (provenance === 'unknown') return true;
  if (provenance !== undefined || scoped.structured) return false;
  return dimension !== 'population' && scoped.scope[dimension] === null;
}

/** Two places of the gazetteer without a common larger place lie apart; named siblings of one region may still overlap. */
export function relatePlaces(taxonomy: Taxonomy, a: string | null, b: string | null): Relation {
  const relation = taxonomy.relate(a, b);
  if (relation !== 'unknown' || a === null || b === null) return relation;
  if (!taxonomy.nodes.has(a) || !taxonomy.nodes.has(b)) return 'overlaps';
  const above = taxonomy.ancestors(a);
  return [...taxonomy.ancestors(b)].some((id) => above.has(id)) ? 'overlaps' : 'disjoint';
}

/** Two named values that the taxonomy does not relate may share members: a child can be an aid seeker. */
const relateNamed = (taxonomy: Taxonomy, a: string | null, b: string | null): Relation => {
  const relation = taxonomy.relate(a, b);
  return relation === 'unknown' ? 'overlaps' : relation;
};

/** Two windows [from, to) of time; an open end is infinite. */
function relateWindows(aFrom: number, aTo: number, bFrom: number, bTo: number): Relation {
  if (aFrom === bFrom && aTo === bTo) return 'equal';
  if (aTo <= bFrom || bTo <= aFrom) return 'disjoint';
  if (aFrom >= bFrom && aTo <= bTo) return 'inside';
  return aFrom <= bFrom && aTo >= bTo ? 'contains' : 'overlaps';
}

/** Stock levels are compared at their as-of, not by their window; a level and a flow are different things. */
export function relateTimes(a: Scoped, b: Scoped): Relation {
  if (a.timeClass === 'stock' || b.timeClass === 'stock') {
    return a.timeClass === b.timeClass ? 'equal' : 'disjoint';
  }
  const [aFrom, bFrom] = [a.start, b.start];
  const bothGrow = a.timeClass === 'cumulative' && b.timeClass === 'cumulative';
  if (bothGrow && aFrom === bFrom) return 'equal';
  return relateWindows(aFrom, a.end, bFrom, b.end);
}

function relateDimension(dimension: ScopeDimension, a: Scoped, b: Scoped, vocabulary: Vocabulary): Relation {
  if (dimension === 'time') return relateTimes(a, b);
  if (dimension === 'place') return relatePlaces(vocabulary.places, a.scope.place, b.scope.place);
  if (a.scope[dimension] === b.scope[dimension]) return 'equal';
  if (dimension === 'population')
    return relateNamed(vocabulary.populations, a.scope.population, b.scope.population);
  const taxonomy = dimension === 'cause' ? vocabulary.causes : vocabulary.actors;
  return relateNamed(taxonomy, a.scope[dimension], b.scope[dimension]);
}

/** Whether two values of a dimension that does not decide comparability exclude each other; silence excludes nothing. */
function excludes(dimension: ScopeDimension, a: Scoped, b: Scoped, vocabulary: Vocabulary): boolean {
  if (dimension === 'time' || a.scope[dimension] === null || b.scope[dimension] === null) return false;
  return relateDimension(dimension, a, b, vocabulary) === 'disjoint';
}

/** The first dimension in which two scopes exclude each other, though it does not decide. */
function firstThatExcludes(
  others: readonly ScopeDimension[],
  a: Scoped,
  b: Scoped,
  vocabulary: Vocabulary,
): ScopeDimension | null {
  for (const dimension of others) if (excludes(dimension, a, b, vocabulary)) return dimension;
  return null;
}

const othersThan = onceEach((decisive: readonly ScopeDimension[]) =>
  (['cause', 'actor', 'population', 'place'] as const).filter((dimension) => !decisive.includes(dimension)),
);

/**
 * Relates two scopes: disjoint in any dimension, else overlapping in one (whatever is missing, they are no rivals), else
 * missing in a decisive one, else equal, inside, containing or overlapping as the decisive dimensions together say. A
 * cause or an actor that points the other way makes an overlap.
 */
export function relateScopes(
  a: Scoped,
  b: Scoped,
  decisive: readonly ScopeDimension[],
  vocabulary: Vocabulary,
): ScopeRelation {
  if (a === b && a.isWhole(decisive)) return EQUAL;
  const relate = relaterOf(a, b, decisive);
  const others = othersThan(decisive);
  const apart = firstThatExcludes(others, a, b, vocabulary);
  if (apart) return { relation: 'disjoint', dimension: apart, differing: alone(apart) };
  let difference: ScopeDimension | null = null;
  let differing: readonly ScopeDimension[] = NONE;
  let gravest: ScopeDimension | null = null;
  let weight = 0;
  let inside: ScopeDimension | null = null;
  let contains: ScopeDimension | null = null;
  for (const dimension of decisive) {
    const relation = relate(dimension, a, b, vocabulary);
    if (relation === 'equal') continue;
    differing = difference === null ? alone(dimension) : [...differing, dimension];
    difference ??= dimension;
    if (relation === 'inside') inside ??= dimension;
    else if (relation === 'contains') contains ??= dimension;
    else if (GRAVITY[relation] > weight) {
      gravest = dimension;
      weight = GRAVITY[relation];
    }
  }
  if (difference === null) return EQUAL;
  const sum = weighed({ inside, contains, gravest, weight }, difference, differing);
  if (sum.relation !== 'inside' && sum.relation !== 'contains') return sum;
  const against = others.find((dimension) => pointsAgainst(dimension, sum.relation, a, b, vocabulary));
  return against ? { relation: 'overlaps', dimension: against, differing } : sum;
}

/** What the dimensions say, one by one: the first of each direction, and the gravest. */
interface Weights {
  readonly inside: ScopeDimension | null;
  readonly contains: ScopeDimension | null;
  readonly gravest: ScopeDimension | null;
  readonly weight: number;
}

/** What they say together. "Inside" in one and "contains" in another are an overlap, whatever is missing. */
function weighed(
  { inside, contains, gravest, weight }: Weights,
  difference: ScopeDimension,
  differing: readonly ScopeDimension[],
): ScopeRelation {
  if (inside !== null && contains !== null && weight < GRAVITY.overlaps)
    return { relation: 'overlaps', dimension: inside, differing };
  const nested = inside === null ? 'contains' : 'inside';
  if (gravest === null) return { relation: nested, dimension: difference, differing };
  const relation = gravestOf(weight);
  const isNested = relation === 'unknown' && (inside ?? contains) !== null;
  return { relation, dimension: gravest, differing, ...(isNested && { nested }) };
}

const NONE: readonly ScopeDimension[] = [];
const EQUAL: ScopeRelation = { relation: 'equal', dimension: null, differing: NONE };
const ALONE = new Map(SCOPE_DIMENSIONS.map((dimension) => [dimension, [dimension] as const]));
const alone = (dimension: ScopeDimension): readonly ScopeDimension[] => ALONE.get(dimension) ?? [dimension];

/** One dimension of such a relation decides: the first of the gravest that occurs. */
const GRAVEST = ['unknown', 'overlaps', 'disjoint'] as const;
const GRAVITY = { unknown: 1, overlaps: 2, disjoint: 3 } as const;
const gravestOf = (weight: number): Relation => GRAVEST[weight - 1] ?? 'disjoint';

/** Nearly always nothing is missing, in any dimension. */
const relaterOf = (a: Scoped, b: Scoped, decisive: readonly ScopeDimension[]): typeof relateDimension =>
  a.isWhole(decisive) && b.isWhole(decisive) ? relateDimension : relateDecisive;

const relateDecisive = (dimension: ScopeDimension, a: Scoped, b: Scoped, vocabulary: Vocabulary): Relation =>
  isMissing(a, dimension) || isMissing(b, dimension)
    ? 'unknown'
    : relateDimension(dimension, a, b, vocabulary);

function pointsAgainst(
  dimension: ScopeDimension,
  direction: Relation,
  a: Scoped,
  b: Scoped,
  vocabulary: Vocabulary,
): boolean {
  if (dimension === 'time') return false;
  const [one, other] = [a.scope[dimension], b.scope[dimension]];
  if (one === null || other === null) {
    // Those who died of torture in five years are some of all who died in them; of a day, it is one report that says more.
    const limited = one === null ? 'contains' : 'inside';
    return dimension === 'cause' && one !== other && limited !== direction && isLong(a) && isLong(b);
  }
  const relation = relateDimension(dimension, a, b, vocabulary);
  return relation !== 'equal' && relation !== direction;
}

const YEAR = 365 * 86_400_000;
const isLong = ({ start, end }: Scoped): boolean => end - start >= YEAR;
