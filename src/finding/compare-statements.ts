import type { Claim } from '../claim/claim.ts';
import { instantOf } from '../group/calendar.ts';
import { groupBy } from '../group/group-by.ts';
import { byCodePoint, distinct } from '../identity.ts';
import type { Camp } from './camp.ts';
import { rungOf } from './camp-side.ts';
import { compareSets } from './compare-sets.ts';
import { type Desk, deskOf, hold } from './desk.ts';
import type { Ruling } from './make-finding.ts';
import { namesOf } from './name-origins.ts';
import { campOf, contentOf, originOf } from './statement-camp.ts';
import type { Cell, TopicFacts } from './topic-facts.ts';

/** Everything about the statements of a group that are no figures: statuses, lists, answers, quotes, tones. */
export function compareStatements(cell: Cell, facts: TopicFacts): Ruling[] {
  const [first] = cell.claims;
  if (!first || cell.claims.length < 2) return [];
  const compare = cell.predicate?.options['compare'];
  if (compare === 'divergence') return compareQuotes(deskOf(cell, facts, 'quotes'));
  if (compare === 'framing') return compareContents(deskOf(cell, facts, 'tones'));
  if (first.value.kind === 'set') return compareSets(deskOf(cell, facts, 'sets'));
  const answers = compareAnswers(deskOf(cell, facts, 'answers'));
  const statuses = first.value.kind === 'status' ? compareStatuses(deskOf(cell, facts, 'statuses')) : [];
  return [...answers, ...statuses];
}

/** One side per content, the most widely told first; the leading ones are compared pairwise. */
function compareContents(desk: Desk): Ruling[] {
  const contents = [...groupBy(desk.cell.claims, contentOf)]
    .sort(
      ([x, a], [y, b]) => new Set(b.map(originOf)).size - new Set(a.map(originOf)).size || byCodePoint(x, y),
    )
    .slice(0, desk.facts.vocabulary.rules.limits.positions)
    .map(([, claims]) => claims);
  contents.forEach((a, i) => {
    for (const b of contents.slice(i + 1)) {
      const outlets = new Set([...a, ...b].map((claim) => claim.outlet));
      if (outlets.size > 1) hold(desk, campOf(desk, a), campOf(desk, b));
    }
  });
  return desk.found;
}

/** One speaker, one occasion: what some outlets let readers hear and others do not. One finding names it all. */
function compareQuotes(desk: Desk): Ruling[] {
  const outlets = new Set(desk.cell.claims.map((claim) => claim.outlet));
  const uneven = [...groupBy(desk.cell.claims, contentOf).values()]
    .filter((claims) => new Set(claims.map((claim) => claim.outlet)).size < outlets.size)
    .flat();
  const related = uneven.filter(sharesSubject(uneven, desk));
  const byOutlet = [...groupBy(related, (claim) => claim.outlet)].sort(([a], [b]) => byCodePoint(a, b));
  const [one, ...others] = byOutlet.map(([, claims]) => claims);
  const other = others.flat();
  if (!one || other.length === 0) return [];
  const { vocabulary } = desk.facts;
  const camp = (claims: readonly Claim[]): Camp => {
    const base = campOf(desk, claims);
    const words = [...new Set(claims.map((claim) => `“${claim.evidence.quote}”`))].slice(0, 3).join(', ');
    const outlets = outletsOf(claims);
    return base.with({ side: { who: namesOf(outlets, claims, vocabulary), label: outlets.join(), words } });
  };
  hold(desk, camp(one), camp(other), { about: [] });
  return desk.found;
}

/**
 * Whether a quotation speaks of what a quotation of another outlet speaks of: they share a word that carries meaning.
 * A long interview gives each outlet sentences of its own; that is choice, not divergence.
 */
function sharesSubject(claims: readonly Claim[], desk: Desk): (claim: Claim) => boolean {
  const { shortest, light } = desk.facts.vocabulary.rules.quotes;
  const lightStems = new Set(light.map(stemOf));
  const outlets = new Map<string, Set<string>>();
  const stemsOf = (claim: Claim): string[] =>
    (claim.value.text.toLowerCase().match(/\p{L}+/gu) ?? [])
      .filter((word) => word.length >= shortest)
      .map(stemOf)
      .filter((stem) => !lightStems.has(stem));
  for (const claim of claims) {
    for (const stem of stemsOf(claim)) outlets.set(stem, (outlets.get(stem) ?? new Set()).add(claim.outlet));
  }
  return (claim) => stemsOf(claim).some((stem) => (outlets.get(stem)?.size ?? 0) > 1);
}

/** "agreed" and "agreement" speak of one thing. */
const stemOf = (word: string): string =>
  word
    .replace(/(?:ments?|ness|ing|ed|es|s|ly)$/, '')
    .replace(/e+$/, '')
    .slice(0, 6);

const outletsOf = (claims: readonly Claim[]): string[] => distinct(claims.map((claim) => claim.outlet));

/** The same answer, given with yes and with no. */
function compareAnswers(desk: Desk): Ruling[] {
  for (const same of groupBy(desk.cell.claims, (claim) => claim.value.label ?? '').values()) {
    const yes = same.filter((claim) => claim.polarity === 'affirmed');
    const no = same.filter((claim) => claim.polarity === 'negated');
    if (yes.length > 0 && no.length > 0) hold(desk, campOf(desk, yes), campOf(desk, no));
  }
  return desk.found;
}

/** Rungs of one ladder: the latest report of the lower rung against the earliest of the higher one. */
function compareStatuses(desk: Desk): Ruling[] {
  const claims = desk.cell.claims.filter(
    (claim) => claim.polarity === 'affirmed' && rungOf(claim.value.label, desk.cell.predicate) !== null,
  );
  const rungs = [...groupBy(claims, (claim) => claim.value.label ?? '')].sort(
    ([a], [b]) => (rungOf(a, desk.cell.predicate) ?? 0) - (rungOf(b, desk.cell.predicate) ?? 0),
  );
  rungs.forEach(([, lower], i) => {
    for (const [, higher] of rungs.slice(i + 1)) {
      const last = byReport(lower).at(-1);
      const first = byReport(higher)[0];
      if (!last || !first) continue;
      const order = (a: Claim, rest: readonly Claim[]) => [a, ...rest.filter((claim) => claim !== a)];
      const [a, b] = [campAtReport(desk, order(last, lower)), campAtReport(desk, order(first, higher))];
      hold(desk, a, b, { byPublication: true });
    }
  });
  return desk.found;
}

const byReport = (claims: readonly Claim[]): Claim[] =>
  [...claims].sort((a, b) => byCodePoint(a.publishedAt, b.publishedAt) || byCodePoint(a.id, b.id));

/** A camp that is as old as its first claim. */
const campAtReport = (desk: Desk, claims: readonly Claim[]): Camp =>
  campOf(desk, claims).with({ reportedAt: instantOf(claims[0]?.publishedAt ?? null) ?? 0 });
