import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import { KILLED } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { instantOf } from './calendar.ts';
import { groupBy } from './group-by.ts';
import { placeRest } from './place-rest.ts';
import { allowAttackers } from './settle-attackers.ts';
import { isToldByLevel, settleTolls } from './settle-tolls.ts';
import { countsVictims, type MainEvent, type Window } from './victims.ts';

const HOUR = 3_600_000;
/** A window longer than this is no moment of an event: "in May", "this year". */
const MOMENT = 36 * HOUR;
/** Windows that touch are one night or one day; together they never span more than this. */
const SPAN = 60 * HOUR;

/** Whoever dies of it does so within some days. */
const DAYS = 10 * 24 * HOUR;

/**
 * Articles of one event place it by other words: "Saturday night", "early Sunday", "at 1:30 a.m."; "the city", or not
 * at all. Where most of a topic’s articles tell one event, figures of its victims whose moment falls into it are of that
 * moment, and those without a place are of its place. Places that an article names and days that lie apart stay.
 * Pure, and independent of the order of the claims.
 */
export function settleEvent(given: readonly Claim[], vocabulary: Vocabulary): readonly Claim[] {
  const ofVictims = (claim: Claim): boolean => isVictims(claim, vocabulary);
  const victimsGiven = given.filter(ofVictims);
  const dated = victimsGiven.filter((claim) => !isToldByLevel(claim, vocabulary));
  const event = eventOf(dated) ?? eventOf(victimsGiven);
  if (!event) return given;
  const claims = settleTolls(given, event, vocabulary);
  const counted = claims.filter(ofVictims);
  const stated = new Set(
    counted.map(({ scope }) => (scope.provenance.place === 'explicit' ? scope.place : null)),
  );
  const victims = allowAttackers(
    counted.map((claim) => settle(claim, event, stated, vocabulary)),
    vocabulary,
  );
  const meant = new Map(counted.map((claim, i) => [claim, victims[i] ?? claim]));
  const whole = wholesOf(victims, event, vocabulary);
  const dead = deadOf(counted, vocabulary);
  const rest = placeRest(claims, victims, event.place, vocabulary);
  return claims.flatMap((claim) => {
    const settled = meant.get(claim) ?? rest.get(claim) ?? claim;
    if (isOutdone(settled, dead)) return [];
    return whole.has(settled) ? [atLarge(settled)] : [settled];
  });
}

/** The most dead that an article tells of at one time. */
interface Dead {
  readonly document: string;
  readonly at: number | null;
  readonly number: number;
}

function deadOf(claims: readonly Claim[], vocabulary: Vocabulary): Dead[] {
  const found = new Map<string, Dead>();
  for (const claim of claims) {
    if (vocabulary.predicates.get(claim.predicate.id ?? '')?.toll?.rank !== KILLED) continue;
    const at = instantOf(claim.scope.time?.from ?? null);
    const key = `${claim.documentId} ${at}`;
    const number = Math.max(claim.value.nominal ?? 0, found.get(key)?.number ?? 0);
    found.set(key, { document: claim.documentId, at, number });
  }
  return [...found.values()];
}

/**
 * "A boy was shot" leaves open whether he lived. Where another article tells of as many dead of those days, he is not
 * counted as hurt.
 */
function isOutdone({ documentId, value, scope }: Claim, dead: readonly Dead[]): boolean {
  const { halo, nominal, hedge } = value;
  if (hedge !== 'implicit' || halo?.low !== 0 || nominal === null) return false;
  const at = instantOf(scope.time?.from ?? null);
  return dead.some(
    (other) =>
      other.document !== documentId &&
      other.number >= nominal &&
      (at === null || other.at === null || Math.abs(other.at - at) <= DAYS),
  );
}

const isVictims = (claim: Claim, vocabulary: Vocabulary): boolean =>
  claim.predicate.timeClass === 'flow' && countsVictims(claim, vocabulary);

function windowOf({ scope: { time } }: Claim): Window | null {
  const from = instantOf(time?.from ?? null);
  const to = instantOf(time?.to ?? null);
  return from !== null && to !== null && to - from <= MOMENT ? [from, to] : null;
}

/** What each article says most often, counted by article; ties go to the lesser by code point. */
function mostArticles<T>(
  claims: readonly Claim[],
  read: (claim: Claim) => T | null,
  key: (value: T) => string,
): [T, number][] {
  const found = new Map<string, { value: T; articles: Set<string> }>();
  for (const claim of claims) {
    const value = read(claim);
    if (value === null) continue;
    const known = found.get(key(value)) ?? { value, articles: new Set<string>() };
    known.articles.add(claim.documentId);
    found.set(key(value), known);
  }
  return [...found.entries()]
    .sort(([a, x], [b, y]) => y.articles.size - x.articles.size || byCodePoint(a, b))
    .map(([, { value, articles }]) => [value, articles.size]);
}

/** Windows that touch one after another. */
function eventOf(claims: readonly Claim[]): MainEvent | null {
  const windows = mostArticles(claims, windowOf, ([from, to]) => `${from}/${to}`).map(([window]) => window);
  windows.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const spans: { from: number; to: number }[] = [];
  for (const [from, to] of windows) {
    const last = spans.at(-1);
    if (last && from < last.to && Math.max(to, last.to) - last.from <= SPAN) last.to = Math.max(to, last.to);
    else spans.push({ from, to });
  }
  const [best] = mostArticles(
    claims,
    (claim) => {
      const window = windowOf(claim);
      return window && (spans.find((span) => window[0] >= span.from && window[1] <= span.to) ?? null);
    },
    ({ from }) => String(from).padStart(16, '0'),
  );
  if (!best) return null;
  const [{ from, to }] = best;
  const inside = claims.filter((claim) => {
    const window = windowOf(claim);
    return window !== null && window[0] >= from && window[1] <= to;
  });
  const [day] = mostArticles(
    inside,
    (claim) => claim.scope.time,
    (time) => `${time.from}/${time.to}`,
  );
  const said = inside.filter(({ scope }) => scope.provenance.place === 'explicit');
  const place = [...placesOf(said), ...placesOf(inside)][0];
  if (!day) return null;
  return { window: [from, to], time: day[0], place: place ?? null };
}

const placesOf = (claims: readonly Claim[]): string[] =>
  mostArticles(
    claims,
    (claim) => claim.scope.place,
    (key) => key,
  ).map(([key]) => key);

/** @param stated the places that some article names with its victims */
function settle(
  claim: Claim,
  event: MainEvent,
  stated: ReadonlySet<string | null>,
  { places }: Vocabulary,
): Claim {
  const window = windowOf(claim);
  if (claim.scope.time !== null && !window) return claim;
  if (window && (window[0] < event.window[0] || window[1] > event.window[1])) return claim;
  const { provenance, time } = claim.scope;
  // A place that was only near by in the text, and that nobody names with a victim, is a guess.
  const known = event.place !== null && stated.has(event.place);
  const wider = known && places.relate(claim.scope.place, event.place) === 'contains';
  const guessed = known && !wider && provenance.place !== 'explicit' && !stated.has(claim.scope.place);
  const place = guessed ? null : claim.scope.place;
  return {
    ...claim,
    scope: {
      ...claim.scope,
      time: time ? { ...time, from: event.time.from, to: event.time.to } : event.time,
      place: place ?? event.place,
      provenance: {
        ...provenance,
        ...(time === null && { time: 'default' as const }),
        ...(place === null && event.place !== null && { place: 'default' as const }),
      },
    },
  };
}

/**
 * "A man was killed", "two girls": where an article says no more of an event, these may be all that there is to count,
 * and are where others count as many people. Not where anybody counts fewer: then they are a part that is too large for
 * the whole; nor where one article of several gives another figure for their kind. Not "two girls were among the dead".
 */
function wholesOf(claims: readonly Claim[], event: MainEvent, { persons }: Vocabulary): ReadonlySet<Claim> {
  const told = claims.filter(({ partOf, scope }) => partOf === null && scope.time?.from === event.time.from);
  const lone = [...groupBy(told, (claim) => `${claim.documentId} ${claim.predicate.id}`).values()].filter(
    (same) => isAllTold(same, persons),
  );
  const atLarge = groupBy(
    told.filter(({ scope }) => scope.population === null),
    questionOf,
  );
  const found = [
    ...groupBy(lone.flat(), (claim) => `${questionOf(claim)} ${claim.scope.population}`).values(),
  ];
  return new Set(
    found
      .filter((kind) => kind.every((claim) => isSaidOfAll(claim, atLarge.get(questionOf(claim)) ?? [])))
      .flat(),
  );
}

const questionOf = ({ predicate, scope }: Claim): string => `${predicate.id} ${scope.place}`;

/** Whether all that an article tells is of one kind that anybody is of. */
function isAllTold(same: readonly Claim[], { demographics }: Vocabulary['persons']): boolean {
  const { population, place } = same[0]?.scope ?? {};
  const alone = same.every(({ scope }) => scope.population === population && scope.place === place);
  const anybody = population?.split('+').every((kind) => demographics.has(kind)) ?? false;
  return alone && anybody && !same.some(({ partial }) => partial);
}

/** Whether somebody gives the very figure for the people at large, and nobody a smaller one: nothing new is made of it. */
const isSaidOfAll = ({ value: { nominal } }: Claim, all: readonly Claim[]): boolean =>
  nominal !== null &&
  all.some(({ value }) => isCounted(value, nominal)) &&
  all.every(({ value }) => value.halo?.high == null || value.halo.high >= nominal);

/** A figure without "at least", or persons told of one by one. */
const isCounted = (value: Claim['value'], number: number): boolean =>
  value.nominal === number && (value.halo?.high != null || value.hedge === 'implicit');

/** The claim as one of the people at large: at least so many. */
const atLarge = (claim: Claim): Claim => ({
  ...claim,
  value: { ...claim.value, halo: claim.value.halo && { ...claim.value.halo, high: null } },
  scope: {
    ...claim.scope,
    population: null,
    provenance: { ...claim.scope.provenance, population: 'default' },
  },
});
