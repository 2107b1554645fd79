import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { dayAfter, dayOf, instantOf } from './calendar.ts';
import { decisiveOf, familyOf, isStructured, modalityClassOf } from './comparability-key.ts';
import { groupBy } from './group-by.ts';
import { relatePlaces } from './scope-relation.ts';
import { countsVictims } from './victims.ts';

const DAY = 86_400_000;
/** Fewer victims than these are told of in many events; other things are counted alike more often. */
const VICTIMS = 2;
const THINGS = 20;
/** Below so many, a year or a longer time is no other word for the day of an event. */
const MANY = 10;
const MONTH = 31 * DAY;
/** A longer time is no time of an event. */
const EVENT = 4 * DAY;
/** A day that another sentence names, or none, may be that of the report. */
const NEAR = 3 * DAY;
/** What is settled may settle others: so many times at most. */
const ROUNDS = 3;
/** A question with more scopes is about no few events. */
const SCOPES = 64;

/** Where and when figures of a question are told, and by which articles. */
interface Told {
  readonly place: string | null;
  readonly time: Claim['scope']['time'];
  readonly from: number | null;
  readonly to: number | null;
  /** All figures that answer the question there, and the articles that give them. */
  readonly figures: Set<number>;
  readonly tellers: Set<string>;
  /** All articles that tell any figure of this place and time. */
  readonly articles: ReadonlySet<string>;
}

/**
 * One article writes "49 killed in Orlando" of a Sunday, another "49 killed in Florida" of that June. Where the very
 * figure is told of a place and days by some articles, and by others of a wider or an unstated place or time that may be
 * the same, the place and days that most articles tell are meant; not where an article tells of both, or gives another
 * figure for the one that is meant, nor where two are as likely. Figures that differ stay apart: nothing says that they
 * count the same. Pure, and independent of the order of the claims.
 */
export function settleFigures(given: readonly Claim[], vocabulary: Vocabulary): readonly Claim[] {
  let claims = given;
  for (let round = 0; round < ROUNDS; round++) {
    const settled = settleOnce(claims, vocabulary);
    if (settled === claims) break;
    claims = settled;
  }
  return claims;
}

function settleOnce(claims: readonly Claim[], vocabulary: Vocabulary): readonly Claim[] {
  const settled = new Map<Claim, Told>();
  const counts = claims.filter((claim) => canSettle(claim, vocabulary));
  const articles = articlesOf(counts);
  const asked = groupBy(counts, (claim) => questionOf(claim, vocabulary));
  for (const same of asked.values()) {
    if (same.length < 2) continue;
    const told = scopesOf(same, articles);
    if (told.size < 2 || told.size > SCOPES) continue;
    for (const claim of same) {
      const meant = meantBy(claim, told, vocabulary);
      if (meant) settled.set(claim, meant);
    }
  }
  if (settled.size === 0) return claims;
  const beside = besideThem(claims, settled, vocabulary);
  return claims.map((claim) => {
    const meant = settled.get(claim) ?? beside.get(claim);
    return meant ? movedTo(claim, meant) : claim;
  });
}

/**
 * Victims that an article counts at the very place and time of figures whose event is known by them are of that event.
 * Not where its figures lead to two events, nor more of one kind than those: they may be of all the country.
 */
function besideThem(
  claims: readonly Claim[],
  settled: ReadonlyMap<Claim, Told>,
  vocabulary: Vocabulary,
): ReadonlyMap<Claim, Told> {
  const ofArticle = (claim: Claim, scene: string): string => `${claim.documentId}|${scene}`;
  const kindOf = (claim: Claim, scene = sceneOf(claim)): string =>
    `${ofArticle(claim, scene)}|${claim.predicate.id}`;
  const events = new Map<string, Told | null>();
  const most = new Map<string, number>();
  for (const [claim, meant] of settled) {
    if (!countsVictims(claim, vocabulary)) continue;
    const scene = ofArticle(claim, sceneOf(claim));
    const known = events.get(scene);
    events.set(scene, known === undefined || isOne(known, meant) ? meant : null);
    most.set(kindOf(claim), Math.max(most.get(kindOf(claim)) ?? 0, claim.value.nominal ?? 0));
  }
  const told = new Set(claims.map((claim) => kindOf(claim)));
  const found = new Map<Claim, Told>();
  for (const claim of claims) {
    if (settled.has(claim) || !isTimed(claim) || !countsVictims(claim, vocabulary)) continue;
    const meant = events.get(ofArticle(claim, sceneOf(claim)));
    if (!meant || (claim.value.nominal ?? 0) > (most.get(kindOf(claim)) ?? Infinity)) continue;
    if (!told.has(kindOf(claim, sceneOf(movedTo(claim, meant))))) found.set(claim, meant);
  }
  return found;
}

const isOne = (a: Told | null, b: Told): boolean =>
  a !== null && a.place === b.place && a.from === b.from && a.to === b.to;

const predicateOf = (claim: Claim, { predicates }: Vocabulary): Predicate | undefined =>
  predicates.get(claim.predicate.id ?? '');

/** Whole counts of something that happened or stands, large enough to tell one event from another. */
function canSettle(claim: Claim, vocabulary: Vocabulary): boolean {
  const { value, partOf, partial, increment } = claim;
  if (isStructured(claim) || partOf !== null || partial || increment) return false;
  const predicate = predicateOf(claim, vocabulary);
  if (!predicate || value.kind !== 'quantity' || value.role !== 'count') return false;
  if (!decisiveOf(predicate).some((dimension) => dimension === 'place' || dimension === 'time')) return false;
  return value.nominal !== null && value.nominal >= (predicate.toll ? VICTIMS : THINGS);
}

const questionOf = (claim: Claim, vocabulary: Vocabulary): string =>
  [
    familyOf('', claim, predicateOf(claim, vocabulary)),
    modalityClassOf(claim),
    claim.predicate.timeClass,
    claim.scope.population,
  ].join('|');

const isTimed = ({ predicate }: Claim): boolean => predicate.timeClass === 'flow';

/** The place and the whole days of a claim; levels are of no days. */
function sceneOf(claim: Claim): string {
  const { place, time } = claim.scope;
  if (!isTimed(claim)) return `${place}`;
  const [from, to] = [instantOf(time?.from ?? null), instantOf(time?.to ?? null)];
  return `${place}|${from === null ? '' : dayOf(from)}|${to === null ? '' : dayAfter(to)}`;
}

function articlesOf(claims: readonly Claim[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const claim of claims) {
    const scene = sceneOf(claim);
    found.set(scene, (found.get(scene) ?? new Set<string>()).add(claim.documentId));
  }
  return found;
}

function scopesOf(
  claims: readonly Claim[],
  articles: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, Told> {
  const found = new Map<string, Told>();
  for (const claim of claims) {
    const { place, time } = claim.scope;
    const scene = sceneOf(claim);
    const told = found.get(scene) ?? {
      place,
      time,
      from: isTimed(claim) ? instantOf(time?.from ?? null) : null,
      to: isTimed(claim) ? instantOf(time?.to ?? null) : null,
      figures: new Set<number>(),
      tellers: new Set<string>(),
      articles: articles.get(scene) ?? new Set(),
    };
    told.figures.add(claim.value.nominal ?? 0);
    told.tellers.add(claim.documentId);
    found.set(scene, told);
  }
  return found;
}

/** The scope that is meant by a claim: that of most articles among those which tell the figure. */
function meantBy(claim: Claim, told: ReadonlyMap<string, Told>, vocabulary: Vocabulary): Told | null {
  const own = told.get(sceneOf(claim));
  if (!own) return null;
  const figure = claim.value.nominal ?? 0;
  const rivals = [...told.values()].filter((one) => one !== own && one.figures.has(figure));
  const likely = rivals
    .filter((one) => likelihood(one, own, vocabulary) < 0 && mayBe(claim, one, vocabulary))
    .sort((a, b) => likelihood(a, b, vocabulary));
  const [best] = likely;
  if (!best || best.tellers.has(claim.documentId)) return null;
  const isOpen = likely.some((one) => one !== best && !isSame(one, best, vocabulary));
  return isOpen ? null : best;
}

const length = ({ from, to }: Told): number => (from === null || to === null ? Infinity : to - from);

/** One that names a place and days first; then more articles, the narrower, the earlier, the first by name. */
function likelihood(a: Told, b: Told, { places }: Vocabulary): number {
  const named = (one: Told): number =>
    (one.place === null ? 0 : 1) + (one.from === null ? 0 : 1) + (length(one) <= EVENT ? 1 : 0);
  const depth = ({ place }: Told): number => (place === null ? 0 : places.ancestors(place).size);
  return (
    named(b) - named(a) ||
    b.articles.size - a.articles.size ||
    depth(b) - depth(a) ||
    (length(a) === length(b) ? 0 : length(a) - length(b)) ||
    (a.from ?? 0) - (b.from ?? 0) ||
    byCodePoint(a.place ?? '', b.place ?? '')
  );
}

function mayBe(claim: Claim, one: Told, vocabulary: Vocabulary): boolean {
  return mayBeThere(claim, one, vocabulary) && (!isTimed(claim) || mayBeThen(claim, one));
}

function mayBeThere({ scope: { place } }: Claim, one: Told, { places }: Vocabulary): boolean {
  if (place === null || place === one.place) return true;
  const relation = relatePlaces(places, place, one.place);
  return relation === 'contains' || relation === 'inside' || relation === 'equal';
}

function mayBeThen({ scope, value }: Claim, one: Told): boolean {
  const from = instantOf(scope.time?.from ?? null);
  const to = instantOf(scope.time?.to ?? null);
  if (one.from === null || one.to === null) return from === null && to === null;
  if (from === null && to === null) return true;
  const [start, end] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
  const isInside = start >= one.from && end <= one.to;
  const isAround = start <= one.from && end >= one.to;
  if (isInside || isAround)
    return (value.nominal ?? 0) >= MANY || Math.max(end - start, one.to - one.from) <= MONTH;
  return scope.provenance.time !== 'explicit' && start - one.to <= NEAR && one.from - end <= NEAR;
}

/** Whether two scopes may be one. */
function isSame(a: Told, b: Told, { places }: Vocabulary): boolean {
  const apart = a.place !== null && b.place !== null && relatePlaces(places, a.place, b.place) === 'disjoint';
  const later = a.from !== null && b.to !== null && a.from >= b.to;
  const earlier = a.to !== null && b.from !== null && b.from >= a.to;
  return !apart && !later && !earlier;
}

function movedTo(claim: Claim, { place, time }: Told): Claim {
  const { scope } = claim;
  const moves = isTimed(claim) && time !== null;
  const provenance = { ...scope.provenance };
  if (place !== scope.place) provenance.place = 'default';
  if (moves) provenance.time = 'default';
  return {
    ...claim,
    scope: {
      ...scope,
      place: place ?? scope.place,
      time: moves ? { ...(scope.time ?? time), from: time.from, to: time.to } : scope.time,
      provenance,
    },
  };
}
