import { eachAs } from '../each-as.ts';
import { byCodePoint, putInOrder } from '../identity.ts';
import { contains, intersect, isEmpty, meet, type Range } from '../value/compare.ts';
import type { Rules } from '../vocabulary/rules.ts';
import { type AsOf, isTimed } from './as-of.ts';
import { allowedBy, common, type Draft, draftsOf } from './drafts.ts';
import { groupBy } from './group-by.ts';
import { splitBy } from './names.ts';
import type { Statement } from './statements.ts';

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
  /** Those of the current voices. */
  readonly positions: readonly Position[];
  /** What an origin said before it said otherwise. */
  readonly superseded: readonly Voice[];
}

/** The statements of several voices, voice by voice. */
export function saidBy(voices: readonly Voice[]): readonly Statement[] {
  const [only] = voices;
  if (only !== undefined && voices.length === 1) return only.statements;
  let size = 0;
  for (const { statements } of voices) size += statements.length;
  const said: Statement[] = new Array(size);
  let filled = 0;
  for (const { statements } of voices)
    for (let i = 0; i < statements.length; i++) said[filled++] = statements[i] as Statement;
  return said;
}

export const WHOLE_VOICE = 1000;

/** How much several voices count for together, in thousandths of one. */
export const weightOf = (voices: readonly Voice[]): number =>
  voices.reduce((sum, { weight }) => sum + weight, 0);

const HOUR = 3_600_000;

function toVoice(draft: Draft, weight: number, inconsistent: boolean): Voice {
  const { words } = draft;
  let newest = draft.statements[0]?.asOf ?? words.asOf;
  for (const { asOf } of draft.statements) if (asOf.to > newest.to) newest = asOf;
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

const voiceOfOne = (origin: string, statements: readonly Statement[], words: Statement): Voice => {
  const { measure, asOf } = words;
  return {
    origin,
    core: coreWithin(measure.core, measure.halo),
    halo: measure.halo,
    nominal: measure.nominal,
    weight: WHOLE_VOICE,
    asOf,
    inconsistent: false,
    statements,
    words,
  };
};

const share = (drafts: readonly Draft[]): Voice[] => {
  const part = Math.floor(WHOLE_VOICE / drafts.length);
  return eachAs(drafts, (draft, i) =>
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
  const counted = statements[0]?.mayBePart ? statements.filter(({ isPart }) => !isPart) : statements;
  for (const { origin, said } of byOrigin(counted)) {
    const [only] = said;
    if (only && said.length === 1) {
      current.push(lighten(voiceOfOne(origin, said, only), rules));
      continue;
    }
    const { newest, older } = splitByAge(said, rules);
    for (const voice of share(draftsOf(origin, newest))) current.push(lighten(voice, rules));
    if (older.length === 0) continue;
    const byMoment = groupBy(older, (s) => `${s.asOf.to}/${s.asOf.from}`);
    for (const past of byMoment.values()) superseded.push(...share(draftsOf(origin, past)));
  }
  return { current, positions: findPositions(current), superseded };
}

/** So few statements are looked through for one of the same origin. */
const FEW_STATEMENTS = 24;

/** Who says what, in the order of who. */
function byOrigin(statements: readonly Statement[]): readonly Saying[] {
  const [first] = statements;
  if (first && statements.length > FEW_STATEMENTS) {
    const { each } = first.units;
    const sayings: Saying[] = [];
    splitBy(statements, ({ unit }) => unit).forEach((said, unit) => {
      if (said.length > 0) sayings.push({ origin: each[unit] ?? '', said });
    });
    return sayings.sort(byName);
  }
  const sayings: Saying[] = [];
  for (const statement of statements) {
    const { origin } = statement;
    const saying = sayings.find((one) => one.origin === origin);
    if (saying) saying.said.push(statement);
    else sayings.push({ origin, said: [statement] });
  }
  return putInOrder(sayings, byName);
}

const byName = (a: Saying, b: Saying): number => byCodePoint(a.origin, b.origin);

interface Saying {
  readonly origin: string;
  readonly said: Statement[];
}

/** Whether the operator says of anybody what he counts for: hardly one does, and to look up a name takes long. */
export function isAnySet(weights: Rules['weights']): boolean {
  for (const _ in weights) return true;
  return false;
}

/** What the operator lets an origin count for; it is heard in any case. */
function lighten(voice: Voice, { weights }: Rules): Voice {
  const share = isAnySet(weights) ? (weights[voice.origin] ?? 1) : 1;
  return share === 1 ? voice : { ...voice, weight: Math.max(1, Math.round(voice.weight * share)) };
}

function haveOneMoment(said: readonly Statement[]): boolean {
  const asOf = said[0]?.asOf;
  for (const statement of said) if (statement.asOf !== asOf) return false;
  return true;
}

function splitByAge(said: Statement[], rules: Rules): { newest: Statement[]; older: Statement[] } {
  if (haveOneMoment(said)) return { newest: said, older: [] };
  const last = said.reduce((latest, s) => Math.max(latest, s.asOf.to), -Infinity);
  if (said[0] && isTimed(said[0].claim)) {
    const newest = said.filter((s) => s.asOf.to === last);
    return { newest, older: said.filter((s) => s.asOf.to !== last) };
  }
  const limit = last - rules.asOf.sameMomentHours * HOUR;
  const newest = said.filter((s) => s.asOf.to > limit);
  if (newest.length === said.length) return { newest, older: [] };
  const now = allowedBy(newest);
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
 * a point, by Helly). One position: nothing contradicts.
 */
export function findPositions(voices: readonly Voice[]): readonly Position[] {
  const sorted = voices.length < 2 ? voices : putInOrder([...voices], byHalo);
  const positions: { point: number; voices: Voice[] }[] = [];
  for (const voice of sorted) {
    const last = positions.at(-1);
    if (last && voice.halo.low <= last.point) last.voices.push(voice);
    else positions.push({ point: voice.halo.high, voices: [voice] });
  }
  return positions;
}

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
