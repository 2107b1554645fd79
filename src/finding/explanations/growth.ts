import type { AsOf } from '../../group/as-of.ts';
import { dayOf } from '../../group/calendar.ts';
import type { Cell } from '../../group/cells.ts';
import { showNumber } from '../../value/show.ts';
import { earlierAndLater } from '../pair.ts';
import type { TopicFacts } from '../topic-facts.ts';
import type { WideExplainer } from './explanation.ts';

const DAY = 86_400_000;
/** A total that grows so many times as fast as it usually does has been corrected upwards. */
const UNUSUAL = 5;
/** From so many steps on it is known how fast a total usually grows. */
const STEPS = 8;

interface Growth {
  /** The cell of each claim of a running total. */
  readonly totals: ReadonlyMap<string, Cell>;
  /** What was counted in a window of days, by question and window. */
  readonly counts: ReadonlyMap<string, number>;
  readonly usual: Map<Cell, number | null>;
}

const known = new WeakMap<TopicFacts, Growth>();

/** Gathered once for a topic. */
function growthOf(facts: TopicFacts): Growth {
  const found = known.get(facts);
  if (found) return found;
  const totals = new Map<string, Cell>();
  const counts = new Map<string, number>();
  for (const cell of facts.cells) {
    if (cell.group.timeClass === 'cumulative') {
      for (const { claim } of cell.statements) totals.set(claim.id, cell);
    }
    const { time } = cell.group.scope;
    const nominal = cell.voices.current[0]?.nominal ?? null;
    if (cell.group.timeClass !== 'flow' || !time?.from || !time.to || nominal === null) continue;
    const key = `${questionOf(cell)} ${time.from}/${time.to}`;
    counts.set(key, Math.min(nominal, counts.get(key) ?? nominal));
  }
  const growth = { totals, counts, usual: new Map<Cell, number | null>() };
  known.set(facts, growth);
  return growth;
}

const questionOf = ({ group: { family, scope } }: Cell): string =>
  `${family}|${scope.population}|${scope.place}`;

/** The median of what a total grew by in a day; null while there are few steps. */
function usualStep(cell: Cell): number | null {
  const byDay = new Map<number, number>();
  for (const { asOf, measure } of cell.statements) {
    if (measure.nominal !== null) byDay.set(asOf.to, Math.max(measure.nominal, byDay.get(asOf.to) ?? 0));
  }
  const days = [...byDay].sort(([a], [b]) => a - b);
  const steps = days
    .slice(1)
    .map(([at, total], i) => ((total - (days[i]?.[1] ?? total)) * DAY) / (at - (days[i]?.[0] ?? at - DAY)))
    .sort((a, b) => a - b);
  return steps.length < STEPS ? null : (steps[steps.length >> 1] ?? null);
}

const daysOf = (earlier: AsOf, later: AsOf): number => (later.to - earlier.to) / DAY;

/** A total that grew by more than was counted meanwhile: the rest was added for earlier days. */
export const addedLater: WideExplainer = {
  kind: 'added-later',
  of: ({ verdict }) => verdict === 'evolving',
  explain: ({ pair, a, b }, facts) => {
    const order = pair.timeClass === 'cumulative' ? earlierAndLater(pair) : null;
    if (order?.earlier.nominal == null || order.later.nominal === null) return null;
    const [first, last] = order.earlier === a.side ? [a, b] : [b, a];
    const growth = growthOf(facts);
    const cell = growth.totals.get(last.claims[0]?.id ?? '');
    const days = daysOf(first.asOf, last.asOf);
    if (!cell || days <= 0) return null;
    const step = order.later.nominal - order.earlier.nominal;
    const window = `${dayOf(first.asOf.to)}/${dayOf(last.asOf.to)}`;
    const counted = growth.counts.get(`${questionOf(cell)} ${window}`);
    if (counted !== undefined && counted < step) {
      return `The total grew by ${showNumber(step)}, of which ${showNumber(counted)} were counted for these days; ${showNumber(step - counted)} were added for earlier ones.`;
    }
    const usual = growth.usual.has(cell) ? (growth.usual.get(cell) ?? null) : usualStep(cell);
    growth.usual.set(cell, usual);
    if (usual === null || usual <= 0 || step / days < UNUSUAL * usual) return null;
    return `The total grew by ${showNumber(step)}, ${showNumber(Math.round(step / days / usual))} times as fast as it usually does: figures of earlier days may have been added.`;
  },
};
