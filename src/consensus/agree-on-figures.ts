import { eachAs } from '../each-as.ts';
import type { Finding } from '../finding/finding.ts';
import { dayOf, lastDayBefore } from '../group/calendar.ts';
import type { Cell } from '../group/cells.ts';
import type { Columns } from '../group/columns.ts';
import { compareStatements } from '../group/statements.ts';
import {
  findPositions,
  isAnySet,
  type Position as Stand,
  saidBy,
  type Voice,
  type Voices,
  voicesOf,
} from '../group/voices.ts';
import { distinct } from '../identity.ts';
import { holds, meet } from '../value/compare.ts';
import type { Rules } from '../vocabulary/rules.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { countCarriers, idsOf, outletsOf } from './carriers.ts';
import type { Consensus, Position } from './consensus.ts';
import { gradeOf } from './grade.ts';
import type { Estimate, Method } from './methods/method.ts';
import { partOvertaken } from './overtaken.ts';
import { outermost, rangeOf } from './range.ts';
import { type Scale, scaleOf, toShown } from './scale.ts';
import { listAlternatives, showPoint, showRange, showVoice } from './wording.ts';

const DAY = 86_400_000;

/** What a group says, before who carries it is worked out. */
export type Verdict = Omit<Consensus, 'group' | 'findings' | 'origins' | 'support'> & {
  support: Omit<Consensus['support'], 'owners'>;
};

const widthOf = ({ halo }: Voice): number => halo.high - halo.low;

/** Whether one voice is to speak for another: the narrower one, then the higher, then by what it says. */
function speaksBefore(a: Voice, b: Voice): boolean {
  const [x, y] = [widthOf(a), widthOf(b)];
  if (x !== y) return x < y;
  if (a.halo.low !== b.halo.low) return a.halo.low > b.halo.low;
  return compareStatements(a.words, b.words) < 0;
}

/** The voice whose words stand for several: asserting the point, then the narrowest, then by what it says. */
function spokesman(voices: readonly Voice[], point: number | null): Voice | null {
  let [best, asserts]: [Voice | null, boolean] = [null, false];
  for (const voice of voices) {
    const asserting = point !== null && holds(voice.core, point);
    if (best !== null && (asserts === asserting ? !speaksBefore(voice, best) : asserts)) continue;
    [best, asserts] = [voice, asserting];
  }
  return best;
}

function toPosition({ voices }: Stand, scale: Scale, columns: Columns): Position {
  const voice = spokesman(voices, null);
  const said = saidBy(voices);
  const { low, high } = outermost(voices);
  return {
    display: voice ? showVoice(voice, scale) : 'not stated',
    nominal: voice?.nominal === null || !voice ? null : toShown(voice.nominal, scale),
    low: toShown(low, scale),
    high: toShown(high, scale),
    origins: distinct(eachAs(voices, ({ origin }) => origin)),
    outlets: outletsOf(said, columns),
    claims: idsOf(said, columns),
  };
}

function display(
  estimate: Estimate,
  voices: readonly Voice[],
  positions: readonly Position[],
  scale: Scale,
): string {
  const best = estimate.best;
  if (best === null) return `disputed: ${listAlternatives(positions.map((position) => position.display))}`;
  const voice = spokesman(
    voices.filter((one) => holds(one.halo, best)),
    best,
  );
  const own = voice && (voice.nominal === best || isStrict(voice, best)) ? showVoice(voice, scale) : null;
  const text =
    own ?? (voice && !holds(voice.core, best) ? showRange(voice.halo, scale) : showPoint(best, scale));
  if (estimate.status !== 'majority' && estimate.status !== 'plurality')
    return voice ? preferSharp(voice, text, scale) : text;
  return `${text} (disputed: ${listAlternatives(dissent(positions, best, scale).map(({ display }) => display))})`;
}

/** The other positions; one that only some of its voices ("many") stretch as far as the best value is one, too. */
function dissent(positions: readonly Position[], best: number, scale: Scale): readonly Position[] {
  const apart = positions.filter((position) => !inPosition(position, best, scale));
  return apart.length > 0 ? apart : positions.filter(({ nominal }) => nominal !== toShown(best, scale));
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
  { withdrawn, columns }: Pick<Cell, 'withdrawn' | 'columns'>,
  { current, superseded }: Pick<Voices, 'current' | 'superseded'>,
  rules: Rules,
  scale: Scale,
): Position[] {
  if (withdrawn.length + superseded.length === 0) return [];
  const past = [...voicesOf(withdrawn, rules).current, ...superseded];
  const gone = past.filter(({ halo }) => !current.some((voice) => meet(voice.halo, halo)));
  return findPositions(gone).map((stand) => toPosition(stand, scale, columns));
}

/** Nobody stands by any figure of the group any more. */
function withdrawnOnly(cell: Pick<Cell, 'withdrawn' | 'columns'>, vocabulary: Vocabulary): Verdict {
  const { withdrawn } = cell;
  const scale = scaleOf(withdrawn, vocabulary.rules.durations);
  const positions = takenBack(cell, { current: [], superseded: [] }, vocabulary.rules, scale);
  const origins = distinct(withdrawn.map((statement) => statement.origin));
  return {
    status: origins.length === 1 ? 'single-origin' : 'disputed',
    ...{ best: null, low: null, high: null, floor: null, conservative: null },
    display: `withdrawn: ${listAlternatives(positions.map((position) => position.display))}`,
    support: {
      ...{ asserted: 0, consistent: 0, originsMax: origins.length },
      ...countCarriers(withdrawn, cell.columns),
    },
    grade: 'withdrawn',
    positions: [],
    earlier: [],
    withdrawn: positions,
    weights: {},
    members: null,
    asOf: null,
  };
}

function weightsOf(origins: readonly string[], { rules }: Vocabulary): Record<string, number> {
  if (!isAnySet(rules.weights)) return {};
  const weights: [string, number][] = [];
  for (const origin of origins) {
    const weight = rules.weights[origin];
    if (weight !== undefined && weight !== 1) weights.push([origin, weight]);
  }
  return Object.fromEntries(weights);
}

/**
 * The figure that the origins of a group agree on, or an abstention; and the range that all of them allow. Neither counts
 * what a growing figure has left behind.
 */
export function agreeOnFigures(
  cell: Pick<Cell, 'columns' | 'statements' | 'withdrawn' | 'voices' | 'predicate'>,
  about: readonly Finding[],
  vocabulary: Vocabulary,
  method: Method,
): Verdict {
  const { columns, statements, voices } = cell;
  if (voices.current.length === 0) return withdrawnOnly(cell, vocabulary);
  const standing = partOvertaken(cell, about, vocabulary);
  const current = standing.voices;
  const scale = scaleOf(statements, vocabulary.rules.durations, columns.shareUnit);
  const estimate = method(current, standing.positions);
  const stands = eachAs(estimate.positions, (stand) => toPosition(stand, scale, columns));
  const positions = withHistory(stands, voices, scale);
  const origins = distinct(eachAs(current, (voice) => voice.origin));
  const said = outermost(current);
  const range = rangeOf(current, said);
  const floor = secondFloor(current);
  const timeClass = statements[0]?.claim.predicate.timeClass;
  // An older total or level has not been taken back: it has moved on.
  const timed = timeClass === 'cumulative' || timeClass === 'stock';
  return {
    status: estimate.status,
    best: estimate.best === null ? null : showBest(estimate.best, scale),
    low: toShown(range.low, scale),
    high: toShown(range.high, scale),
    floor: floor === null ? null : toShown(floor, scale),
    conservative: toShown(said.low, scale),
    display: display(estimate, current, positions, scale),
    support: {
      asserted: estimate.asserted / 1000,
      consistent: estimate.consistent / 1000,
      originsMax: origins.length,
      ...countCarriers(statements, columns),
    },
    grade: gradeOf(estimate.status, origins, vocabulary),
    positions,
    earlier: eachAs(findPositions(standing.overtaken), (stand) => toPosition(stand, scale, columns)),
    withdrawn: takenBack(cell, timed ? { ...voices, superseded: [] } : voices, vocabulary.rules, scale),
    weights: weightsOf(origins, vocabulary),
    members: null,
    asOf: asOfDay(current, timed),
  };
}

const showBest = (best: number, scale: Scale): Verdict['best'] =>
  scale.isDate ? dayOf(best * DAY) : toShown(best, scale);

/**
 * The second highest of the floors of the origins, of each its highest; null when there is one origin alone.
 *
 *   voices  those of one origin side by side
 */
function secondFloor(voices: readonly Voice[]): number | null {
  let [first, second] = [-Infinity, -Infinity];
  let origins = 0;
  for (let from = 0; from < voices.length; origins++) {
    const { origin } = voices[from] as Voice;
    let floor = -Infinity;
    for (; voices[from]?.origin === origin; from++) floor = Math.max(floor, voices[from]?.halo.low ?? floor);
    if (floor > first) [first, second] = [floor, first];
    else if (floor > second) second = floor;
  }
  return origins < 2 ? null : second;
}
