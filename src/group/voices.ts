import { byCodePoint } from '../identity.ts';
import { onceEach } from '../remember.ts';
import { contains, intersect, isEmpty, meet, type Range } from '../value/compare.ts';
import type { Rules } from '../vocabulary/rules.ts';
import { type AsOf, isTimed } from './as-of.ts';
import { byMeasure, compareStatements, type Statement, sortStatements } from './statements.ts';

/** What one independent origin says at one moment, in thousandths of a voice. */
export interface Voice {
  readonly origin: string;
  readonly core: Range;
  readonly halo: Range;
  readonly nominal: number | null;
  readonly weight: number;
  readonly asOf: AsOf;
  /** Several figures of one origin that cannot hold together. */
  readonly inconsistent: boolean;
  readonly statements: readonly Statement[];
  /** The statement whose words stand for the voice. */
  readonly words: Statement;
}

export interface Voices {
  readonly current: readonly Voice[];
  /** What an origin said before it said otherwise. */
  readonly superseded: readonly Voice[];
}

export const WHOLE_VOICE = 1000;
const HOUR = 3_600_000;

/** Groups items by a text key; the groups keep the order of the items. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const found = groups.get(key);
    if (found) found.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Narrower first, then lower: the order in which statements of one voice are preferred as its words. */
const byWidth = (a: Statement, b: Statement): number =>
  (a.measure === b.measure ? 0 : width(a.measure.halo) - width(b.measure.halo)) || compareStatements(a, b);
const width = ({ low, high }: Range): number =>
  Number.isFinite(high - low) ? high - low : Number.isFinite(low) ? Number.MAX_VALUE / 2 : Number.MAX_VALUE;
/** An origin's bare number is its hedged one with the hedge dropped, as headlines do: the hedge is kept. */
function withoutDroppedHedges(statements: readonly Statement[]): readonly Statement[] {
  const hedged = new Set<number>();
  for (const { isBare, measure } of statements) {
    if (!isBare && measure.nominal !== null) hedged.add(measure.nominal);
  }
  if (hedged.size === 0) return statements;
  return statements.filter(
    ({ isBare, measure }) => !isBare || measure.nominal === null || !hedged.has(measure.nominal),
  );
}

interface Draft {
  readonly origin: string;
  readonly statements: readonly Statement[];
  readonly counted: readonly Statement[];
  readonly halo: Range;
  /** The statement whose words stand for it, where that is known. */
  readonly words?: Statement | undefined;
}

function toVoice(draft: Draft, weight: number, inconsistent: boolean): Voice {
  const [first] = draft.counted;
  if (!first) throw new RangeError('a voice says something');
  const words =
    draft.words ?? draft.counted.reduce((best, next) => (byWidth(next, best) < 0 ? next : best), first);
  const newest = draft.statements.reduce((a, b) => (b.asOf.to > a.asOf.to ? b : a)).asOf;
  return {
    origin: draft.origin,
    core: coreWithin(words.measure.core, draft.halo),
    halo: draft.halo,
    nominal: words.measure.nominal,
    weight,
    asOf: newest,
    inconsistent,
    statements: draft.statements,
    words,
  };
}

function coreWithin(core: Range, halo: Range): Range {
  if (contains(halo, core)) return core;
  const both = intersect(core, halo);
  return isEmpty(both) ? halo : both;
}

const ALL: Range = { low: -Infinity, high: Infinity };

/** What all statements allow. */
function common(statements: readonly Statement[]): Range {
  let { low, high } = ALL;
  for (const { measure } of statements) {
    low = Math.max(low, measure.halo.low);
    high = Math.min(high, measure.halo.high);
  }
  return { low, high };
}

/** What statements of one origin at one moment allow together; its several figures when they allow nothing. */
function draftsOf(origin: string, statements: readonly Statement[]): Draft[] {
  const counted = withoutDroppedHedges(statements);
  const halo = common(counted);
  if (!isEmpty(halo)) return [{ origin, statements, counted, halo }];
  const distinct = [
    ...groupBy(
      counted,
      // Most statements share the measure of another: its text is written once.
      byMeasure(({ halo: h, core: c }) => `${h.low} ${h.high} ${c.low} ${c.high}`),
    ).values(),
  ];
  for (const same of distinct) sortStatements(same);
  distinct.sort(([a], [b]) => (a && b ? compareStatements(a, b) : 0));
  const kept = new Set(counted);
  const absorbed = groupBy(
    statements.filter((statement) => !kept.has(statement)),
    (statement) => `${statement.measure.nominal}`,
  );
  return distinct.map((same) => {
    const measure = same[0]?.measure;
    const dropped = absorbed.get(`${measure?.nominal}`) ?? [];
    // They are equally wide, and in order.
    const [words] = same;
    const said = dropped.length > 0 ? [...same, ...dropped] : same;
    return { origin, statements: said, counted: same, halo: measure?.halo ?? ALL, words };
  });
}

const voiceOfOne = (statement: Statement): Voice => {
  const { origin, measure, asOf } = statement;
  return {
    origin,
    core: coreWithin(measure.core, measure.halo),
    halo: measure.halo,
    nominal: measure.nominal,
    weight: WHOLE_VOICE,
    asOf,
    inconsistent: false,
    statements: [statement],
    words: statement,
  };
};

const share = (drafts: readonly Draft[]): Voice[] => {
  const part = Math.floor(WHOLE_VOICE / drafts.length);
  return drafts.map((draft, i) =>
    toVoice(draft, i === 0 ? WHOLE_VOICE - part * (drafts.length - 1) : part, drafts.length > 1),
  );
};

/**
 * One entry per origin. Of a figure that moves, its newest as-of counts; of any other, what it said later and otherwise
 * replaces what it said at least `sameMomentHours` before.
 */
export function voicesOf(statements: readonly Statement[], rules: Rules): Voices {
  const current: Voice[] = [];
  const superseded: Voice[] = [];
  const counted = statements.some(({ isPart }) => isPart)
    ? statements.filter(({ isPart }) => !isPart)
    : statements;
  const byOrigin = groupBy(counted, (s) => s.origin);
  for (const origin of [...byOrigin.keys()].sort()) {
    const said = byOrigin.get(origin) ?? [];
    const [only] = said;
    if (only && said.length === 1) {
      current.push(lighten(voiceOfOne(only), rules));
      continue;
    }
    const { newest, older } = splitByAge(said, rules);
    current.push(...share(draftsOf(origin, newest)).map((voice) => lighten(voice, rules)));
    const byMoment = groupBy(older, (s) => `${s.asOf.to}/${s.asOf.from}`);
    for (const past of byMoment.values()) superseded.push(...share(draftsOf(origin, past)));
  }
  return { current, superseded };
}

/** What the operator lets an origin count for; it is heard in any case. */
function lighten(voice: Voice, { weights }: Rules): Voice {
  const share = weights[voice.origin] ?? 1;
  return share === 1 ? voice : { ...voice, weight: Math.max(1, Math.round(voice.weight * share)) };
}

function splitByAge(said: readonly Statement[], rules: Rules): { newest: Statement[]; older: Statement[] } {
  const last = said.reduce((latest, s) => Math.max(latest, s.asOf.to), -Infinity);
  if (said[0] && isTimed(said[0].claim)) {
    const newest = said.filter((s) => s.asOf.to === last);
    return { newest, older: said.filter((s) => s.asOf.to !== last) };
  }
  const limit = last - rules.asOf.sameMomentHours * HOUR;
  const newest = said.filter((s) => s.asOf.to > limit);
  if (newest.length === said.length) return { newest, older: [] };
  const now = common(withoutDroppedHedges(newest));
  const older = said.filter((s) => s.asOf.to <= limit);
  // It meets what each of the newest allows exactly when it meets what all of them allow.
  const standing = older.filter((s) => meet(now, s.measure.halo));
  const together = intersect(now, common(standing));
  const kept = new Set(isEmpty(together) ? [] : standing);
  return { newest: [...newest, ...kept], older: older.filter((s) => !kept.has(s)) };
}

/** Voices that a single value could satisfy together. `point` is such a value: the smallest upper end among them. */
export interface Position {
  readonly point: number;
  readonly voices: readonly Voice[];
}

const byHalo = (a: Voice, b: Voice): number =>
  compareNumbers(a.halo.high, b.halo.high) ||
  compareNumbers(a.halo.low, b.halo.low) ||
  byCodePoint(a.origin, b.origin);

/**
 * The fewest points that touch every voice (greedy stabbing, optimal for intervals; intervals that meet pairwise share
 * a point, by Helly). One position: nothing contradicts. Verdicts and consensus ask for those of the same voices.
 */
export const findPositions = onceEach((voices: readonly Voice[]): readonly Position[] => {
  const sorted = voices.length < 2 ? voices : [...voices].sort(byHalo);
  const positions: { point: number; voices: Voice[] }[] = [];
  for (const voice of sorted) {
    const last = positions.at(-1);
    if (last && voice.halo.low <= last.point) last.voices.push(voice);
    else positions.push({ point: voice.halo.high, voices: [voice] });
  }
  return positions;
});

/** Like a - b, yet safe for infinite ends. */
export const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether a voice takes no side: everything that is in dispute lies within what it allows. */
export function takesNoSide(voice: Voice, voices: { readonly low: number; readonly high: number }): boolean {
  return voices.low < voices.high && contains(voice.halo, voices);
}

/** From the smallest upper end to the largest lower end: what is in dispute when the first is below the second. */
export const disputedRange = (voices: readonly Voice[]): Range => ({
  low: voices.reduce((least, voice) => Math.min(least, voice.halo.high), Infinity),
  high: voices.reduce((most, voice) => Math.max(most, voice.halo.low), -Infinity),
});
