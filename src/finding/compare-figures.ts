import { groupBy } from '../group/group-by.ts';
import { type Names, splitBy } from '../group/names.ts';
import { type Statement, sameFigure } from '../group/statements.ts';
import {
  compareNumbers,
  disputedRange,
  type Position,
  takesNoSide,
  type Voice,
  type Voices,
  voicesOf,
  weightOf,
} from '../group/voices.ts';
import { byCodePoint, putInOrder } from '../identity.ts';
import { meet } from '../value/compare.ts';
import type { Camp } from './camp.ts';
import { compareMoments } from './compare-moments.ts';
import { campAt, type Desk, deskOf, hold, isTimed } from './desk.ts';
import { campOfStatements } from './gather-camp.ts';
import { leadingFigures } from './leading-figures.ts';
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

function compareAtOneMoment(desk: Desk, { current, positions, superseded }: Voices): readonly Position[] {
  comparePositions(desk, positions, current);
  for (const position of positions) compareShades(desk, position);
  compareWithPast(desk, current, superseded);
  return positions;
}

/**
 * One finding per pair of positions. The strongest positions are compared pairwise; figures beyond them are held
 * together against the strongest, so that no list of figures is too long.
 */
function comparePositions(desk: Desk, positions: readonly Position[], voices: readonly Voice[]): void {
  if (positions.length < 2) return;
  const dispute = disputedRange(voices);
  const takesSide = (voice: Voice): boolean => !takesNoSide(voice, dispute);
  const sides: Side[] = [];
  for (const { voices: all } of positions) {
    const camp = only(all, takesSide);
    if (camp.length > 0) sides.push({ camp, weight: weightOf(camp), high: camp[0]?.halo.high ?? 0 });
  }
  const ranked = putInOrder(sides, (a, b) => b.weight - a.weight || compareNumbers(a.high, b.high));
  const most = Math.min(ranked.length, desk.facts.vocabulary.rules.limits.positions);
  for (let i = 0; i < most; i++) {
    for (let j = i + 1; j < most; j++) contradict(desk, ranked[i]?.camp ?? [], ranked[j]?.camp ?? []);
  }
  const first = ranked[0]?.camp;
  if (!first || ranked.length === most) return;
  const rest = ranked.slice(most).flatMap(({ camp }) => camp);
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

/** The voices of a position that take a side. */
interface Side {
  readonly camp: readonly Voice[];
  readonly weight: number;
  readonly high: number;
}

function lowest(voices: readonly Voice[], end: 'low' | 'high'): number {
  let least = Infinity;
  for (const { halo } of voices) if (halo[end] < least) least = halo[end];
  return least;
}

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

  const both = sharedOrigins(low, high);
  if (both.length === 0) {
    hold(desk, campAt(desk, low), campAt(desk, high));
    return;
  }
  for (const origin of both) {
    const own = (voices: readonly Voice[]) => only(voices, (voice) => voice.origin === origin);
    hold(desk, campAt(desk, own(low)), campAt(desk, own(high)), { whose: origin });
  }
  const shared = new Set(both);
  const isAlone = (voice: Voice): boolean => !shared.has(voice.origin);
  const [lowAlone, highAlone] = [only(low, isAlone), only(high, isAlone)];
  if (lowAlone.length > 0) {
    hold(desk, campAt(desk, lowAlone), campAt(desk, highAlone.length > 0 ? highAlone : high));
  } else if (highAlone.length > 0) hold(desk, campAt(desk, low), campAt(desk, highAlone));
}

/** So many pairs are looked through one by one. */
const FEW = 256;

/** Who speaks on both sides, each once, in the order of the first. */
function sharedOrigins(one: readonly Voice[], other: readonly Voice[]): readonly string[] {
  const few = one.length * other.length <= FEW;
  const there = few ? null : new Set(other.map(({ origin }) => origin));
  const shared: string[] = [];
  for (const { origin } of one) {
    const isThere = there ? there.has(origin) : other.some((voice) => voice.origin === origin);
    if (isThere) shared.push(origin);
  }
  return shared.length < 2 ? shared : [...new Set(shared)];
}

/** Statements that can hold together and yet differ in their words: at least 10 and 24. */
function compareShades(desk: Desk, position: Position): void {
  const { cell, facts } = desk;
  const [first] = position.voices;
  if (position.voices.length === 1 && (first?.statements.length ?? 0) < 2) return;
  const figures = leadingFigures(position.voices, facts.vocabulary.rules.limits.statements);
  for (const { same } of figures) corroborate(desk, same);
  const camps: Camp[] = [];
  for (let i = 0; i < figures.length; i++) {
    for (let j = i + 1; j < figures.length; j++) {
      const [a, b] = [figures[i], figures[j]];
      if (!a || !b || !meet(a.measure.halo, b.measure.halo) || sameFigure(a.measure, b.measure)) continue;
      camps[i] ??= campOfStatements(a.same, cell.predicate, facts.vocabulary);
      camps[j] ??= campOfStatements(b.same, cell.predicate, facts.vocabulary);
      hold(desk, camps[i] as Camp, camps[j] as Camp);
    }
  }
}

/** One figure from several outlets: worth a finding of its own, for it says who bears whom out. */
function corroborate(desk: Desk, same: readonly Statement[]): void {
  if (same.length < 2) return;
  const [first, second, ...others] = byOutlet(same, desk.cell.columns.outlets);
  if (first === undefined || second === undefined) return;
  const camp = (statements: readonly Statement[]) =>
    campOfStatements(statements, desk.cell.predicate, desk.facts.vocabulary);
  hold(desk, camp(first), camp(others.length === 0 ? second : [second, ...others].flat()));
}

/** What each outlet says, in the order of their names. */
function byOutlet(same: readonly Statement[], { each, of }: Names): (readonly Statement[])[] {
  const outletOf = ({ at }: Statement): number => of[at] ?? 0;
  const said = same.length > FEW ? splitBy(same, outletOf).filter(isSaid) : splitFew(same, outletOf);
  const nameOf = ([first]: readonly Statement[]): string => each[first ? outletOf(first) : 0] ?? '';
  return putInOrder(said, (a, b) => byCodePoint(nameOf(a), nameOf(b)));
}

const isSaid = ({ length }: readonly Statement[]): boolean => length > 0;

/** As `splitBy`, of so few that none of the numbers needs a place of its own. */
function splitFew(same: readonly Statement[], numberOf: (statement: Statement) => number): Statement[][] {
  const numbers: number[] = [];
  const parts: Statement[][] = [];
  for (const statement of same) {
    const number = numberOf(statement);
    const at = numbers.indexOf(number);
    if (at >= 0) parts[at]?.push(statement);
    else {
      numbers.push(number);
      parts.push([statement]);
    }
  }
  return parts;
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
