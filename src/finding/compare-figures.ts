import { byMeasure, type Statement, sameFigure } from '../group/statements.ts';
import {
  compareNumbers,
  disputedRange,
  findPositions,
  groupBy,
  type Position,
  takesNoSide,
  type Voice,
  type Voices,
  voicesOf,
} from '../group/voices.ts';
import { byCodePoint } from '../identity.ts';
import { onceEach } from '../remember.ts';
import { meet } from '../value/compare.ts';

import { compareMoments } from './compare-moments.ts';
import { campAt, type Desk, deskOf, hold, isTimed } from './desk.ts';
import { campOfStatements } from './gather-camp.ts';
import type { Ruling } from './make-finding.ts';
import type { Cell, TopicFacts } from './topic-facts.ts';

/** Everything about the figures of one group that differs on its face. */
export function compareFigures(cell: Cell, facts: TopicFacts): Ruling[] {
  const desk = deskOf(cell, facts, 'figures');
  if (cell.statements.length < 2) return desk.found;
  if (isTimed(cell)) compareMoments(desk, momentsOf(desk));
  else compareAtOneMoment(desk, cell.voices);
  return desk.found;
}

/** The positions at each as-of, oldest first. */
function momentsOf(desk: Desk): (readonly Position[])[] {
  const moments = groupBy(desk.cell.statements, ({ asOf }) => `${asOf.to}/${asOf.from}`);
  const sorted = [...moments.values()].sort((x, y) => {
    const [a, b] = [x[0]?.asOf, y[0]?.asOf];
    return compareNumbers(a?.to ?? 0, b?.to ?? 0) || compareNumbers(a?.from ?? 0, b?.from ?? 0);
  });
  return sorted.map((statements) =>
    compareAtOneMoment(desk, voicesOf(statements, desk.facts.vocabulary.rules)),
  );
}

function compareAtOneMoment(desk: Desk, { current, superseded }: Voices): readonly Position[] {
  const positions = findPositions(current);
  comparePositions(desk, positions, current);
  for (const position of positions) compareShades(desk, position);
  compareWithPast(desk, current, superseded);
  return positions;
}

const weightOf = (voices: readonly Voice[]): number => voices.reduce((sum, voice) => sum + voice.weight, 0);

/**
 * One finding per pair of positions. The strongest positions are compared pairwise; figures beyond them are held
 * together against the strongest, so that no list of figures is too long.
 */
function comparePositions(desk: Desk, positions: readonly Position[], voices: readonly Voice[]): void {
  if (positions.length < 2) return;
  const dispute = disputedRange(voices);
  const taking = positions
    .map((position) => only(position.voices, (voice) => !takesNoSide(voice, dispute)))
    .filter((camp) => camp.length > 0);
  const ranked = [...taking].sort(
    (a, b) => weightOf(b) - weightOf(a) || compareNumbers(a[0]?.halo.high ?? 0, b[0]?.halo.high ?? 0),
  );
  const strongest = ranked.slice(0, desk.facts.vocabulary.rules.limits.positions);
  strongest.forEach((a, i) => {
    for (const b of strongest.slice(i + 1)) contradict(desk, a, b);
  });
  const rest = ranked.slice(strongest.length).flat();
  const [first] = strongest;
  if (!first || rest.length === 0) return;
  const floor = first.reduce((least, voice) => Math.min(least, voice.halo.high), Infinity);
  contradict(
    desk,
    first,
    rest.filter((voice) => voice.halo.low > floor),
  );
  const ceiling = first.reduce((most, voice) => Math.max(most, voice.halo.low), -Infinity);
  contradict(
    desk,
    first,
    rest.filter((voice) => voice.halo.high < ceiling),
  );
}

const lowest = (voices: readonly Voice[], end: 'low' | 'high'): number =>
  voices.reduce((least, voice) => Math.min(least, voice.halo[end]), Infinity);

/** What of a list stays: the list itself where all of it does, so that its camp is known again. */
function only<T>(items: readonly T[], stays: (item: T) => boolean): readonly T[] {
  return items.every(stays) ? items : items.filter(stays);
}

/** Holds two positions against each other: only voices that rule out everyone on the other side are named. */
function contradict(desk: Desk, one: readonly Voice[], other: readonly Voice[]): void {
  if (one.length === 0 || other.length === 0) return;
  const [below, above] = lowest(one, 'high') <= lowest(other, 'high') ? [one, other] : [other, one];
  const point = lowest(below, 'high');
  const high = only(above, (voice) => voice.halo.low > point);
  const ceiling = lowest(high, 'low');
  const low = only(below, (voice) => voice.halo.high < ceiling);
  if (low.length === 0 || high.length === 0) return;

  const shared = new Set(high.map((voice) => voice.origin));
  const both = new Set(low.map((voice) => voice.origin).filter((origin) => shared.has(origin)));
  for (const origin of both) {
    const own = (voices: readonly Voice[]) => only(voices, (voice) => voice.origin === origin);
    hold(desk, campAt(desk, own(low)), campAt(desk, own(high)), { whose: origin });
  }
  const isAlone = (voice: Voice): boolean => !both.has(voice.origin);
  const [lowAlone, highAlone] = [only(low, isAlone), only(high, isAlone)];
  if (lowAlone.length > 0) {
    hold(desk, campAt(desk, lowAlone), campAt(desk, highAlone.length > 0 ? highAlone : high));
  } else if (highAlone.length > 0) hold(desk, campAt(desk, low), campAt(desk, highAlone));
}

/** Statements that can hold together and yet differ in their words: at least 10 and 24. */
function compareShades(desk: Desk, position: Position): void {
  const { cell, facts } = desk;
  const statements = position.voices.flatMap((voice) => voice.statements);
  if (statements.length < 2) return;
  const figures = leadingFigures(statements, facts.vocabulary.rules.limits.statements);
  for (const same of figures) corroborate(desk, same);
  if (figures.length < 2) return;
  const camp = onceEach((same: readonly Statement[]) =>
    campOfStatements(same, cell.predicate, facts.vocabulary),
  );
  figures.forEach((a, i) => {
    for (const b of figures.slice(i + 1)) {
      const [x, y] = [a[0]?.measure, b[0]?.measure];
      if (!x || !y || !meet(x.halo, y.halo) || sameFigure(x, y)) continue;
      hold(desk, camp(a), camp(b));
    }
  });
}

/** Statements by their figure: those that most origins give, each with all that give it. */
function leadingFigures(statements: readonly Statement[], most: number): readonly Statement[][] {
  const figures = groupBy(
    statements,
    byMeasure((m) => [m.nominal, m.core.low, m.core.high, m.halo.low, m.halo.high].join(' ')),
  );
  if (figures.size === 1) return [...figures.values()];
  return [...figures]
    .map(([key, same]) => ({ key, same, origins: new Set(same.map((s) => s.origin)).size }))
    .sort((a, b) => b.origins - a.origins || byCodePoint(a.key, b.key))
    .slice(0, most)
    .map(({ same }) => same);
}

/** One figure from several outlets: worth a finding of its own, for it says who bears whom out. */
function corroborate(desk: Desk, same: readonly Statement[]): void {
  const outlet = same[0]?.claim.outlet;
  if (same.every(({ claim }) => claim.outlet === outlet)) return;
  const byOutlet = [...groupBy(same, ({ claim }) => claim.outlet)].sort(([a], [b]) => byCodePoint(a, b));
  const [first = [], ...rest] = byOutlet.map(([, own]) => own);
  const camp = (statements: readonly Statement[]) =>
    campOfStatements(statements, desk.cell.predicate, desk.facts.vocabulary);
  hold(desk, camp(first), camp(rest.flat()));
}

/** What an origin says now against what it said before. */
function compareWithPast(desk: Desk, current: readonly Voice[], superseded: readonly Voice[]): void {
  if (superseded.length === 0) return;
  const now = groupBy(current, (voice) => voice.origin);
  for (const past of superseded) {
    const present = (now.get(past.origin) ?? []).filter((voice) => !meet(voice.halo, past.halo));
    if (present.length === 0) continue;
    const setting = { byPublication: true, whose: past.origin };
    hold(desk, campAt(desk, [past]), campAt(desk, present), setting);
  }
}
