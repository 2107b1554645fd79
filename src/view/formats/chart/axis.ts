import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
import { showNumber } from '../../show-number.ts';

const DAY = 86_400_000;
/** The first and the last value stand so far from the edges, in percent, so that marks and arrows have room. */
const EDGE = 5;
/** From this ratio on a linear scale would press the small figures into one place. */
const WIDE = 40;

/** No figure of the news is smaller; a logarithmic scale from nearly nothing would have no end. */
const SMALLEST = 1e-6;

/** From a value to its place, in percent of the width, and what is written below. */
export interface Axis {
  place: (value: number) => number;
  ticks: { at: number; label: string }[];
  kind: 'linear' | 'log' | 'time';
}

/** A place in percent with two decimals, never outside the drawing. */
const round = (place: number): number => Math.round(Math.min(100, Math.max(0, place)) * 100) / 100;
/** Whether two figures are far enough apart for a scale: below that, arithmetic gives no ticks. */
const areApart = (low: number, high: number): boolean =>
  high - low > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "7 Oct", "14:00" where the ticks are less than a day apart, "2023" where they are years apart. */
function timeLabels(ticks: readonly Date[]): string[] {
  const gap = (ticks[1]?.getTime() ?? 0) - (ticks[0]?.getTime() ?? 0);
  return ticks.map((tick) => {
    const day = `${tick.getUTCDate()} ${MONTHS[tick.getUTCMonth()]}`;
    const hour = tick.toISOString().slice(11, 16);
    if (gap > 300 * DAY) return String(tick.getUTCFullYear());
    return ticks.length > 1 && gap < DAY && hour !== '00:00' ? hour : day;
  });
}

/** An axis over moments, in milliseconds. `values` holds one or more finite ones. */
export function timeAxis(values: readonly number[], count = 4): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const spread = high > low ? 0 : DAY;
  const scale = scaleUtc([low - spread, high + spread], [EDGE, 100 - EDGE]);
  const ticks = scale.ticks(count);
  const labels = timeLabels(ticks);
  return {
    place: (value) => round(scale(value)),
    ticks: ticks.map((tick, index) => ({ at: round(scale(tick)), label: labels[index] ?? '' })),
    kind: 'time',
  };
}

const logTicks = (low: number, high: number): number[] => {
  const ticks: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10)
    if (power >= low) ticks.push(power);
  return ticks;
};

/** An axis over figures: logarithmic where they lie far apart and are all above zero. `values` holds a finite one. */
export function figureAxis(values: readonly number[], count = 4): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low >= SMALLEST && high / low > WIDE) {
    const scale = scaleLog([low, high], [EDGE, 100 - EDGE]);
    const ticks = logTicks(low, high);
    const every = Math.ceil(ticks.length / (count + 1));
    return {
      place: (value) => round(scale(Math.max(value, low / 10))),
      ticks: ticks
        .filter((_, index) => index % every === 0)
        .map((tick) => ({ at: round(scale(tick)), label: showNumber(tick) })),
      kind: 'log',
    };
  }
  const spread = areApart(low, high) ? 0 : Math.max(1, Math.abs(low) * 0.1);
  const scale = scaleLinear([low - spread, high + spread], [EDGE, 100 - EDGE]);
  return {
    place: (value) => round(scale(value)),
    ticks: scale.ticks(count).map((tick) => ({ at: round(scale(tick)), label: showNumber(tick) })),
    kind: 'linear',
  };
}

/** Days since 1970 as moments: figures of the kind date are compared as days. */
export const dayAxis = (days: readonly number[]): Axis => {
  const axis = timeAxis(days.map((day) => day * DAY));
  return { ...axis, place: (day) => axis.place(day * DAY) };
};
