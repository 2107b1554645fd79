import { dayOf, lastDayBefore } from '../group/calendar.ts';
import type { Cell } from '../group/cells.ts';
import type { Statement } from '../group/statements.ts';
import { findPositions, type Position as Stand, type Voice, type Voices, voicesOf } from '../group/voices.ts';
import { byCodePoint, distinct, sortedOnce } from '../identity.ts';
import { holds, meet } from '../value/compare.ts';
import type { Rules } from '../vocabulary/rules.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Consensus, Position } from './consensus.ts';
import { gradeOf } from './grade.ts';
import type { Estimate, Method } from './methods/method.ts';
import { type Scale, scaleOf, toShown } from './scale.ts';
import { listAlternatives, showPoint, showRange, showVoice } from './wording.ts';

const DAY = 86_400_000;

/** What a group says, before who carries it is worked out. */
export type Verdict = Omit<Consensus, 'group' | 'findings' | 'origins' | 'support'> & {
  support: Omit<Consensus['support'], 'owners'>;
};

const extreme = (voices: readonly Voice[], pick: (a: number, b: number) => number, end: 'low' | 'high') =>
  voices.map((voice) => voice.halo[end]).reduce((a, b) => pick(a, b));

/** The voice whose words stand for several: asserting the point, then the narrowest, then by id. */
function spokesman(voices: readonly Voice[], point: number | null): Voice | null {
  const asserting = point === null ? [] : voices.filter((voice) => holds(voice.core, point));
  const pool = asserting.length > 0 ? asserting : voices;
  const width = (voice: Voice) => voice.halo.high - voice.halo.low;
  return (
    [...pool].sort(
      (a, b) =>
        (width(a) === width(b) ? 0 : width(a) - width(b)) ||
        b.halo.low - a.halo.low ||
        byCodePoint(a.words.claim.id, b.words.claim.id),
    )[0] ?? null
  );
}

function toPosition(stand: Stand, scale: Scale): Position {
  const voice = spokesman(stand.voices, null);
  const statements = stand.voices.flatMap((one) => one.statements);
  return {
    display: voice ? showVoice(voice, scale) : 'not stated',
    nominal: voice?.nominal === null || !voice ? null : toShown(voice.nominal, scale),
    low: toShown(extreme(stand.voices, Math.min, 'low'), scale),
    high: toShown(extreme(stand.voices, Math.max, 'high'), scale),
    origins: distinct(stand.voices.map((one) => one.origin)),
    outlets: distinct(statements.map((statement) => statement.claim.outlet)),
    claims: sortedOnce(statements.map((statement) => statement.claim.id)),
  };
}

function display(
  estimate: Estimate,
  voices: readonly Voice[],
  positions: readonly Position[],
  scale: Scale,
): string {
  const best = estimate.best;
  const disputed = `disputed: ${listAlternatives(positions.map((position) => position.display))}`;
  if (best === null) return disputed;
  const voice = spokesman(
    voices.filter((one) => holds(one.halo, best)),
    best,
  );
  const own = voice && (voice.nominal === best || isStrict(voice, best)) ? showVoice(voice, scale) : null;
  const text =
    own ?? (voice && !holds(voice.core, best) ? showRange(voice.halo, scale) : showPoint(best, scale));
  if (estimate.status !== 'majority' && estimate.status !== 'plurality')
    return voice ? preferSharp(voice, text, scale) : text;
  const others = positions.filter((position) => !inPosition(position, best, scale));
  return `${text} (disputed: ${listAlternatives(others.map((position) => position.display))})`;
}

/** "more than 24" asserts 25 and up: its own words say it better than the number does. */
const isStrict = (voice: Voice, best: number): boolean =>
  voice.nominal !== null && !holds(voice.core, voice.nominal) && holds(voice.core, best);

const inPosition = (position: Position, best: number, scale: Scale): boolean => {
  const shown = toShown(best, scale) ?? 0;
  return (position.low ?? -Infinity) <= shown && shown <= (position.high ?? Infinity);
};

/** "about 20" where one says 20 and another about 20 is simply 20: the spokesman is the narrowest voice already. */
const preferSharp = (voice: Voice, text: string, scale: Scale): string =>
  voice.core.low === voice.core.high && voice.halo.low === voice.halo.high
    ? showPoint(voice.core.low, scale)
    : text;

function asOfDay(voices: readonly Voice[], timed: boolean): string | null {
  if (voices.length === 0) return null;
  const to = voices.reduce((last, voice) => Math.max(last, voice.asOf.to), -Infinity);
  return timed ? lastDayBefore(to) : dayOf(to);
}

/** What an origin said before it said otherwise still stands with a position that it fits. */
function withHistory(positions: readonly Position[], { superseded }: Voices, scale: Scale): Position[] {
  if (superseded.length === 0) return [...positions];
  return positions.map((position) => {
    const fitting = superseded.filter(
      (voice) =>
        position.origins.includes(voice.origin) &&
        voice.nominal !== null &&
        toShown(voice.nominal, scale) === position.nominal,
    );
    const statements = fitting.flatMap((voice) => voice.statements.map((statement) => statement.claim));
    return {
      ...position,
      outlets: distinct([...position.outlets, ...statements.map((claim) => claim.outlet)]),
      claims: distinct([...position.claims, ...statements.map((claim) => claim.id)]),
    };
  });
}

/** What origins have taken back or replaced: a figure that no position of today allows. */
function takenBack(
  withdrawn: readonly Statement[],
  { current, superseded }: Voices,
  rules: Rules,
  scale: Scale,
): Position[] {
  const past = [...voicesOf(withdrawn, rules).current, ...superseded];
  const gone = past.filter(({ halo }) => !current.some((voice) => meet(voice.halo, halo)));
  return findPositions(gone).map((stand) => toPosition(stand, scale));
}

/** Nobody stands by any figure of the group any more. */
function withdrawnOnly(withdrawn: readonly Statement[], vocabulary: Vocabulary): Verdict {
  const claims = withdrawn.map((statement) => statement.claim);
  const scale = scaleOf(claims, vocabulary.rules.durations);
  const positions = takenBack(withdrawn, { current: [], superseded: [] }, vocabulary.rules, scale);
  const origins = distinct(withdrawn.map((statement) => statement.origin));
  return {
    status: origins.length === 1 ? 'single-origin' : 'disputed',
    ...{ best: null, low: null, high: null, floor: null, conservative: null },
    display: `withdrawn: ${listAlternatives(positions.map((position) => position.display))}`,
    support: {
      ...{ asserted: 0, consistent: 0, originsMax: origins.length },
      outlets: new Set(claims.map((claim) => claim.outlet)).size,
      documents: new Set(claims.map((claim) => claim.documentId)).size,
    },
    grade: 'withdrawn',
    positions: [],
    withdrawn: positions,
    weights: {},
    members: null,
    asOf: null,
  };
}

const weightsOf = (origins: readonly string[], { rules }: Vocabulary): Record<string, number> =>
  Object.fromEntries(
    origins.flatMap((origin) => {
      const weight = rules.weights[origin];
      return weight === undefined || weight === 1 ? [] : [[origin, weight]];
    }),
  );

/** The figure that the origins of a group agree on, or an abstention; and the range that all of them allow. */
export function agreeOnFigures(
  { statements, withdrawn, voices }: Pick<Cell, 'statements' | 'withdrawn' | 'voices'>,
  vocabulary: Vocabulary,
  method: Method,
): Verdict {
  const { current } = voices;
  if (current.length === 0) return withdrawnOnly(withdrawn, vocabulary);
  const claims = statements.map((statement) => statement.claim);
  const scale = scaleOf(claims, vocabulary.rules.durations);
  const estimate = method(current);
  const positions = withHistory(
    estimate.positions.map((stand) => toPosition(stand, scale)),
    voices,
    scale,
  );
  const origins = distinct(current.map((voice) => voice.origin));
  const floors = [...floorsByOrigin(current).values()].sort((a, b) => b - a);
  const low = toShown(extreme(current, Math.min, 'low'), scale);
  const timeClass = claims[0]?.predicate.timeClass;
  // An older total or level has not been taken back: it has moved on.
  const timed = timeClass === 'cumulative' || timeClass === 'stock';
  return {
    status: estimate.status,
    best:
      estimate.best === null
        ? null
        : scale.isDate
          ? dayOf(estimate.best * DAY)
          : toShown(estimate.best, scale),
    low,
    high: toShown(extreme(current, Math.max, 'high'), scale),
    floor: floors[1] === undefined ? null : toShown(floors[1], scale),
    conservative: low,
    display: display(estimate, current, positions, scale),
    support: {
      asserted: estimate.asserted / 1000,
      consistent: estimate.consistent / 1000,
      originsMax: origins.length,
      outlets: new Set(claims.map((claim) => claim.outlet)).size,
      documents: new Set(claims.map((claim) => claim.documentId)).size,
    },
    grade: gradeOf(estimate.status, origins, vocabulary),
    positions,
    withdrawn: takenBack(withdrawn, timed ? { ...voices, superseded: [] } : voices, vocabulary.rules, scale),
    weights: weightsOf(origins, vocabulary),
    members: null,
    asOf: asOfDay(current, timed),
  };
}

/** The highest floor of each origin. */
function floorsByOrigin(voices: readonly Voice[]): Map<string, number> {
  const floors = new Map<string, number>();
  for (const { origin, halo } of voices)
    floors.set(origin, Math.max(floors.get(origin) ?? -Infinity, halo.low));
  return floors;
}
