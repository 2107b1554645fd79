import { type AsOf, type Order, orderOf } from '../group/as-of.ts';
import { daysBetween } from '../group/calendar.ts';
import { decisiveOf, isStructured } from '../group/comparability-key.ts';
import { relateScopes, type ScopeRelation } from '../group/scope-relation.ts';
import type { PredicateTimeClass } from '../vocabulary/dimensions.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Relation } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Camp } from './camp.ts';
import type { Pair, Side, Subject } from './pair.ts';

/** What the place where a pair was found says about it. */
export interface Setting {
  readonly subject: Subject;
  readonly predicate: Predicate | undefined;
  /** How the scopes of the two stand, where it is known. */
  readonly related?: ScopeRelation;
  readonly comparable?: boolean;
  readonly statedPart?: boolean;
  /** The predicate of `a` counts a part of what that of `b` counts: killed in casualties. */
  readonly narrowerPredicate?: boolean;
  /** Both answer one question: what the key leaves open (the hour of a day) does not set them apart. */
  readonly sameQuestion?: boolean;
  /** One side denies what the other states. */
  readonly denial?: boolean | undefined;
  /** Read the order from publication when nothing else tells it: what has been reached is not undone. */
  readonly byPublication?: boolean | undefined;
}

/** Named parties that the vocabulary sets against each other; every origin of either side is one of them. */
export function areOpposed(a: Camp, b: Camp, vocabulary: Vocabulary): boolean {
  const opposes = (x: string, y: string) => vocabulary.sources.get(x)?.opposes.includes(y) ?? false;
  for (const x of a.origins) for (const y of b.origins) if (!opposes(x, y) && !opposes(y, x)) return false;
  return true;
}

/** Whether a report came out so soon after the event that its count may still have been growing. */
function isFresh(camp: Camp, { rules }: Vocabulary): boolean {
  const { end } = camp;
  return end !== null && daysBetween(end, camp.asOf.to) <= rules.asOf.freshDays;
}

/** "Police put the toll at 71 in November", told in January: its own article knows that it is an old count. */
const isOldCount = ({ asOf, firstReportedAt }: Camp): boolean => daysBetween(asOf.to, firstReportedAt) >= 2;

/** Whether a report came out before what it counts was over: on Friday afternoon, of all that happens on Friday. */
const isUnderWay = ({ end, reportedAt }: Camp): boolean => end !== null && reportedAt < end;

const HOUR = 3_600_000;
/** How long before the higher figure the lower one came out that was overtaken: on the day of the event, and after it. */
const OVERTAKEN = { sameDay: HOUR, later: 3 * HOUR } as const;
/** A count that is many times the other in a few hours has not just gone on. */
const MOST = 3;

/**
 * Whether the lower of two figures was given while its event was being counted: its articles say so, or came out some
 * hours before the higher one, or, on the very day of the event, give no number ("dozens").
 */
function countGoesOn(a: Camp, b: Camp, { rules }: Vocabulary): boolean {
  const [lower, higher] = a.side.halo.high < b.side.halo.low ? [a, b] : [b, a];
  const { end } = lower;
  if (end === null) return false;
  const hours = (lower.asOf.to - end) / HOUR;
  const early = hours <= rules.asOf.countingDays * 24;
  const sameDay = hours <= rules.asOf.sameMomentHours;
  const within = higher.side.halo.low <= MOST * lower.side.halo.high;
  const overtaken = sameDay ? OVERTAKEN.sameDay : OVERTAKEN.later;
  if (early && within && higher.firstReportedAt - lower.reportedAt >= overtaken) return true;
  return lower.claims.every(
    (claim) => (early && claim.provisional) || (sameDay && claim.value.hedge === 'vague'),
  );
}

/** "No arrests had been made", in the report that is the older one, or in which somebody is arrested further down. */
function isNoneYet(a: Camp, b: Camp, predicate: Predicate | undefined): boolean {
  if (!predicate?.awaited) return false;
  const [none, some] = a.side.halo.high === 0 ? [a, b] : [b, a];
  return none.side.halo.high === 0 && some.side.halo.low > 0 && none.reportedAt <= some.reportedAt;
}

/** Whether the one has a part of what the other counts. */
const areLinked = ({ claims: parts }: Camp, { claims: wholes }: Camp): boolean =>
  parts.some(({ partOf }) => partOf !== null && wholes.some(({ id }) => id === partOf));

/** Two additions are held against each other only where both tell their day. */
const areOnTop = (a: Camp, b: Camp): boolean =>
  a.addition === null ? b.addition !== null : b.addition === null || !(a.addition.dated && b.addition.dated);

const gap = (a: AsOf, b: AsOf): number =>
  a.to <= b.from ? daysBetween(a.to, b.from) : b.to <= a.from ? daysBetween(b.to, a.from) : 0;

const NESTED = new Set<Relation>(['inside', 'contains', 'overlaps']);

/**
 * What is left open of a relation. Two answers to one question are not set apart by the hour of a day; a place that
 * was read from the surroundings may be the very place that the other names more or less closely.
 */
function settle(related: ScopeRelation, setting: Setting, a: Camp, b: Camp): ScopeRelation {
  if (!NESTED.has(related.relation)) return related;
  if (setting.sameQuestion) return { relation: 'equal', dimension: null, differing: related.differing };
  const onlyPlace = related.differing.every((dimension) => dimension === 'place');
  return onlyPlace && !(namesPlace(a) && namesPlace(b)) ? { ...related, relation: 'unknown' } : related;
}

/** One of its claims is enough: which of them has the words does not matter. */
const namesPlace = ({ claims }: Camp): boolean =>
  claims.some((claim) => isStructured(claim) || claim.scope.provenance.place === 'explicit');

/** Everything about two camps that a verdict may depend on. */
export const makePair = (a: Camp, b: Camp, setting: Setting, vocabulary: Vocabulary): Pair =>
  new CampPair(a, b, setting, vocabulary);

const isShare = ({ claims }: Camp): boolean => claims[0]?.value.unit === 'percent';

/** The first rules of the table decide most pairs: what later ones ask for is worked out when they do. */
class CampPair implements Pair {
  readonly subject: Subject;
  readonly a: Side;
  readonly b: Side;
  readonly comparable: boolean;
  readonly scope: Relation;
  readonly dimension: string | null;
  readonly nested: 'inside' | 'contains' | null;
  readonly timeClass: PredicateTimeClass;
  readonly mixedTimes: boolean;
  readonly additive: boolean;
  readonly ebbs: boolean;
  readonly exclusive: boolean;
  readonly statedPart: boolean;
  readonly onTop: boolean;
  readonly staleness: number;
  private readonly one: Camp;
  private readonly other: Camp;
  private readonly setting: Setting;
  private readonly vocabulary: Vocabulary;
  private order: Order | null = null;

  constructor(a: Camp, b: Camp, setting: Setting, vocabulary: Vocabulary) {
    const { predicate } = setting;
    const related = setting.related ?? relateScopes(a.scoped, b.scoped, decisiveOf(predicate), vocabulary);
    const scope = settle(related, setting, a, b);
    const isNarrower = setting.narrowerPredicate === true;
    const narrower = isNarrower && (scope.relation === 'equal' || scope.relation === 'inside');
    this.one = a;
    this.other = b;
    this.setting = setting;
    this.vocabulary = vocabulary;
    this.subject = setting.subject;
    this.a = a.side;
    this.b = b.side;
    this.comparable = setting.comparable ?? true;
    // Critically hurt people and hurt women: neither counts a part of the other.
    const crosses = (nested: Relation | undefined): boolean => isNarrower && nested === 'contains';
    const own = crosses(scope.relation) ? 'overlaps' : scope.relation;
    this.scope = setting.statedPart || narrower ? 'inside' : own;
    this.dimension = narrower && scope.relation === 'equal' ? 'predicate' : scope.dimension;
    this.nested = scope.relation === 'unknown' && !crosses(scope.nested) ? (scope.nested ?? null) : null;
    this.timeClass = a.scoped.timeClass;
    this.mixedTimes = a.scoped.timeClass !== b.scoped.timeClass;
    this.staleness = predicate?.staleness ?? 2;
    // A share of one month is no part of that of a year.
    this.additive = predicate?.additive === true && !isShare(a) && !isShare(b);
    this.ebbs = predicate?.ebbs ?? false;
    this.exclusive = predicate?.exclusive ?? false;
    this.statedPart = setting.statedPart ?? false;
    this.onTop = setting.sameQuestion !== true && areOnTop(a, b);
  }

  get asOf(): Order {
    if (this.order !== null) return this.order;
    const { one: a, other: b } = this;
    const asOf = orderOf(a.asOf, b.asOf, this.vocabulary.rules);
    this.order = this.setting.byPublication ? orderByPublication(a, b, asOf, this.vocabulary) : asOf;
    return this.order;
  }

  get gapDays(): number {
    const { one: a, other: b } = this;
    return gap(a.asOf, b.asOf);
  }

  get sameDocument(): boolean {
    const { one: a, other: b } = this;
    return a.document !== null && a.document === b.document;
  }

  get sameOrigin(): boolean {
    const [{ origins: one }, { origins: other }] = [this.one, this.other];
    return one.length === 1 && other.length === 1 && one[0] === other[0];
  }

  get opposed(): boolean {
    const { one: a, other: b } = this;
    return this.setting.denial || areOpposed(a, b, this.vocabulary);
  }

  get explicit(): boolean {
    const { one: a, other: b } = this;
    return a.explicit && b.explicit;
  }

  get fresh(): boolean {
    const { one: a, other: b } = this;
    // A later report may come out long after: what the earlier one counted had still to grow.
    const earlier = a.asOf.to <= b.asOf.to ? a : b;
    return isFresh(earlier, this.vocabulary) || isOldCount(earlier);
  }

  get linked(): boolean {
    const { one: a, other: b } = this;
    return areLinked(a, b) || areLinked(b, a);
  }

  get countGoesOn(): boolean {
    const { one: a, other: b } = this;
    return countGoesOn(a, b, this.vocabulary);
  }

  get noneYet(): boolean {
    const { one: a, other: b } = this;
    return isNoneYet(a, b, this.setting.predicate);
  }

  get underWay(): boolean {
    const { one: a, other: b } = this;
    return isUnderWay(a) && isUnderWay(b);
  }
}

function orderByPublication(a: Camp, b: Camp, asOf: Pair['asOf'], vocabulary: Vocabulary): Pair['asOf'] {
  if (asOf === 'earlier' || asOf === 'later') return asOf;
  const apart = daysBetween(a.reportedAt, b.reportedAt) * 24;
  if (apart < vocabulary.rules.asOf.sameMomentHours) return 'overlapping';
  return a.reportedAt < b.reportedAt ? 'earlier' : 'later';
}
