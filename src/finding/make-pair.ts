import type { AsOf } from '../group/as-of.ts';
import { orderOf } from '../group/as-of.ts';
import { daysBetween, instantOf } from '../group/calendar.ts';
import { decisiveOf } from '../group/comparability-key.ts';
import { relateScopes } from '../group/scope-relation.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Camp } from './camp.ts';
import type { Pair, Subject } from './pair.ts';

/** What the place where a pair was found says about it. */
export interface Setting {
  readonly subject: Subject;
  readonly predicate: Predicate | undefined;
  readonly comparable?: boolean;
  readonly statedPart?: boolean;
  /** The predicate of `a` counts a part of what that of `b` counts: killed in casualties. */
  readonly narrowerPredicate?: boolean;
  /** Both answer one question: what the key leaves open (the hour of a day) does not set them apart. */
  readonly sameQuestion?: boolean;
  /** One side denies what the other states. */
  readonly denial?: boolean;
  /** Read the order from publication when nothing else tells it: what has been reached is not undone. */
  readonly byPublication?: boolean;
}

/** Named parties that the vocabulary sets against each other; every origin of either side is one of them. */
export function areOpposed(a: Camp, b: Camp, vocabulary: Vocabulary): boolean {
  const opposes = (x: string, y: string) => vocabulary.sources.get(x)?.opposes.includes(y) ?? false;
  return a.origins.every((x) => b.origins.every((y) => opposes(x, y) || opposes(y, x)));
}

/** Whether a report came out so soon after the event that its count may still have been growing. */
function isFresh(camp: Camp, { rules }: Vocabulary): boolean {
  const end = instantOf(camp.scoped.scope.time?.to ?? null);
  return end !== null && daysBetween(end, camp.asOf.to) <= rules.asOf.freshDays;
}

const gap = (a: AsOf, b: AsOf): number =>
  a.to <= b.from ? daysBetween(a.to, b.from) : b.to <= a.from ? daysBetween(b.to, a.from) : 0;

/** Everything about two camps that a verdict may depend on. */
export function makePair(a: Camp, b: Camp, setting: Setting, vocabulary: Vocabulary): Pair {
  const { predicate } = setting;
  const related = relateScopes(a.scoped, b.scoped, decisiveOf(predicate), vocabulary);
  const nested = ['inside', 'contains', 'overlaps'].includes(related.relation);
  const scope =
    setting.sameQuestion && nested ? { ...related, relation: 'equal' as const, dimension: null } : related;
  const narrower = setting.narrowerPredicate && (scope.relation === 'equal' || scope.relation === 'inside');
  const documents = new Set([...a.documents, ...b.documents]);
  const asOf = orderOf(a.asOf, b.asOf, vocabulary.rules);
  return {
    subject: setting.subject,
    a: a.side,
    b: b.side,
    comparable: setting.comparable ?? true,
    scope: setting.statedPart ? 'inside' : narrower ? 'inside' : scope.relation,
    dimension: narrower && scope.relation === 'equal' ? 'predicate' : scope.dimension,
    timeClass: a.scoped.timeClass,
    asOf: setting.byPublication ? orderByPublication(a, b, asOf, vocabulary) : asOf,
    gapDays: gap(a.asOf, b.asOf),
    staleness: predicate?.staleness ?? 2,
    sameDocument: documents.size === 1,
    sameOrigin: a.origins.length === 1 && b.origins.length === 1 && a.origins[0] === b.origins[0],
    opposed: setting.denial || areOpposed(a, b, vocabulary),
    explicit: a.explicit && b.explicit,
    fresh: isFresh(a, vocabulary) && isFresh(b, vocabulary),
    additive: predicate?.additive ?? false,
    exclusive: predicate?.exclusive ?? false,
    statedPart: setting.statedPart ?? false,
  };
}

function orderByPublication(a: Camp, b: Camp, asOf: Pair['asOf'], vocabulary: Vocabulary): Pair['asOf'] {
  if (asOf === 'earlier' || asOf === 'later') return asOf;
  const apart = daysBetween(a.reportedAt, b.reportedAt) * 24;
  if (apart < vocabulary.rules.asOf.sameMomentHours) return 'overlapping';
  return a.reportedAt < b.reportedAt ? 'earlier' : 'later';
}
