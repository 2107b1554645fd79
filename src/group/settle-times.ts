import type { Claim } from '../claim/claim.ts';
import type { Relation } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { dayAfter, dayOf, instantOf } from './calendar.ts';
import { decisiveOf, familyOf, isStructured, modalityClassOf, scopedOf } from './comparability-key.ts';
import { groupBy } from './group-by.ts';
import { isMissing, relatePlaces } from './scope-relation.ts';

const DAY = 86_400_000;
/** A window longer than this is a period, not the day of an event. */
const EVENT_DAYS = 4;
const NEAR = new Set<Relation>(['equal', 'inside', 'contains']);
/** So many windows of one question at most; a topic with more is no single event. */
const WINDOWS = 64;

interface Window {
  readonly from: number;
  readonly to: number;
  readonly place: string | null;
  readonly documents: Set<string>;
  stated: boolean;
}

/** The whole days of a short window; null for a period, an open one, or none. */
function daysOf(claim: Claim): { from: number; to: number } | null {
  if (claim.predicate.timeClass !== 'flow') return null;
  const from = instantOf(claim.scope.time?.from ?? null);
  const to = instantOf(claim.scope.time?.to ?? null);
  if (from === null || to === null || to <= from) return null;
  const days = { from: instantOf(dayOf(from)) ?? from, to: instantOf(dayAfter(to)) ?? to };
  return days.to - days.from <= EVENT_DAYS * DAY ? days : null;
}

const isStated = (claim: Claim): boolean => claim.scope.provenance.time === 'explicit' || isStructured(claim);

/**
 * The days of figures whose sentences name none. What an article says elsewhere of its days is an estimate ("over the
 * weekend", "overnight"); where exactly one window that others state for the same question at the same place meets it,
 * that window is meant. An article that uses both windows tells them apart, and is left as it is. A running total that
 * does not say since when counts from the one day that others count from.
 */
export function settleTimes(claims: readonly Claim[], vocabulary: Vocabulary): readonly Claim[] {
  const timed = claims.filter((claim) =>
    decisiveOf(vocabulary.predicates.get(claim.predicate.id ?? '')).includes('time'),
  );
  const question = (claim: Claim): string =>
    `${familyOf('', claim, vocabulary.predicates.get(claim.predicate.id ?? ''))}|${modalityClassOf(claim)}`;
  const settled = new Map<Claim, Claim>();
  for (const asked of groupBy(timed, question).values()) {
    settleStarts(asked, vocabulary, settled);
    const windows = windowsOf(asked);
    if (windows.length < 2 || windows.length > WINDOWS) continue;
    for (const claim of asked) {
      const window = isStated(claim) ? null : meantBy(claim, windows, vocabulary);
      if (window) settled.set(claim, within(claim, window));
    }
  }
  return settled.size === 0 ? claims : claims.map((claim) => settled.get(claim) ?? claim);
}

/** Gives running totals without a beginning the only one that is told of their place. */
function settleStarts(asked: readonly Claim[], vocabulary: Vocabulary, settled: Map<Claim, Claim>): void {
  const totals = asked.filter(({ predicate, scope }) => predicate.timeClass === 'cumulative' && scope.time);
  const told = totals.filter(({ scope }) => scope.time?.from != null);
  if (told.length === 0) return;
  for (const claim of totals) {
    const { time, place } = claim.scope;
    if (!time || time.from !== null || isStructured(claim)) continue;
    const near = told.filter(({ scope }) =>
      NEAR.has(place === scope.place ? 'equal' : relatePlaces(vocabulary.places, place, scope.place)),
    );
    const starts = new Set(near.map(({ scope }) => dayOf(instantOf(scope.time?.from ?? null) ?? 0)));
    const [start] = starts;
    if (start !== undefined && starts.size === 1)
      settled.set(claim, { ...claim, scope: { ...claim.scope, time: { ...time, from: start } } });
  }
}

function windowsOf(claims: readonly Claim[]): Window[] {
  const found = new Map<string, Window>();
  for (const claim of claims) {
    const days = daysOf(claim);
    if (!days) continue;
    const { place } = claim.scope;
    const key = `${days.from}/${days.to}/${place}`;
    const window = found.get(key) ?? { ...days, place, documents: new Set<string>(), stated: false };
    window.documents.add(claim.documentId);
    window.stated ||= isStated(claim);
    found.set(key, window);
  }
  return [...found.values()];
}

const sameDays = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from === b.from && a.to === b.to;

function meantBy(claim: Claim, windows: readonly Window[], vocabulary: Vocabulary): Window | null {
  const own = daysOf(claim);
  if (!own || isMissing(scopedOf(claim), 'place')) return null;
  const near = windows.filter(
    ({ place }) => place !== null && NEAR.has(relatePlaces(vocabulary.places, claim.scope.place, place)),
  );
  if (near.some((window) => window.stated && sameDays(window, own))) return null;
  const used = near.filter(({ documents }) => documents.has(claim.documentId));
  const told = (window: Window): boolean => used.some((other) => sameDays(other, window));
  const meeting = near.filter(
    (window) => window.from < own.to && own.from < window.to && !sameDays(window, own),
  );
  const stated = meeting.filter((window) => window.stated);
  if (stated.length > 0) {
    const [first] = stated;
    return first && stated.every((window) => sameDays(window, first)) && !told(first) ? first : null;
  }
  return mostUsed(
    own,
    near,
    meeting.filter((window) => !told(window)),
  );
}

/** The window of most articles, where none is stated; of two that as many use, the wider, then the earlier. */
function mostUsed(
  own: { from: number; to: number },
  near: readonly Window[],
  meeting: readonly Window[],
): Window | null {
  const users = (days: { from: number; to: number }): number =>
    new Set(near.filter((other) => sameDays(other, days)).flatMap(({ documents }) => [...documents])).size;
  const length = (days: { from: number; to: number }): number => days.to - days.from;
  const order = (a: { from: number; to: number }, b: { from: number; to: number }): number =>
    users(b) - users(a) || length(b) - length(a) || a.from - b.from;
  const [best] = [...meeting].sort(order);
  return best && order(best, own) < 0 ? best : null;
}

function within(claim: Claim, { from, to }: Window): Claim {
  const { time } = claim.scope;
  if (!time) return claim;
  return { ...claim, scope: { ...claim.scope, time: { ...time, from: dayOf(from), to: dayAfter(to) } } };
}
