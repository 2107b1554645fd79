import type { Interval, Value } from './value.ts';

/** A closed interval for arithmetic: unbounded ends are infinite. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A value in the space in which it can be compared with others of its dimension. */
export class Measure {
  readonly nominal: number | null;
  readonly core: Range;
  readonly halo: Range;
  private text: string | null = null;

  constructor(nominal: number | null, core: Range, halo: Range) {
    this.nominal = nominal;
    this.core = core;
    this.halo = halo;
  }

  /** All of it as a text: two that say the same are written alike. */
  get written(): string {
    const { nominal, core, halo } = this;
    this.text ??= `${nominal} ${core.low} ${core.high} ${halo.low} ${halo.high}`;
    return this.text;
  }
}

export const meet = (a: Range, b: Range): boolean => a.low <= b.high && b.low <= a.high;
export const contains = (outer: Range, inner: Range): boolean =>
  outer.low <= inner.low && inner.high <= outer.high;
export const holds = (range: Range, point: number): boolean => range.low <= point && point <= range.high;
export const sameRange = (a: Range, b: Range): boolean => a.low === b.low && a.high === b.high;
export const intersect = (a: Range, b: Range): Range => ({
  low: Math.max(a.low, b.low),
  high: Math.min(a.high, b.high),
});
export const isEmpty = (range: Range): boolean => range.low > range.high;
/** Bounded on one side only: "at least 10". */
export const isHalfBounded = (range: Range): boolean =>
  Number.isFinite(range.low) !== Number.isFinite(range.high) || (range.low === 0 && range.high > 0);

const toRange = (interval: Interval, factor: number): Range => ({
  low: interval.low === null ? -Infinity : interval.low * factor,
  high: interval.high === null ? Infinity : interval.high * factor,
});

/** Multiplied by this, a value of a duration, a percentage or an "n of N" meets values in other units. */
export function baseFactor(value: Value, durations: Readonly<Record<string, number>>): number {
  if (value.kind === 'duration') return durations[value.unit ?? ''] ?? 1;
  if (value.kind !== 'fraction') return 1;
  if (value.denominator !== null && value.denominator > 0) {
    const { nominal, core } = value;
    const countsParts = nominal !== null && core !== null && holds(toRange(core, 1), nominal);
    return countsParts ? 1 / value.denominator : 1;
  }
  return value.unit === 'percent' ? 0.01 : 1;
}

/**
 * The two intervals of a value in its base unit (seconds, a share of one, else as stated); null when it is
 * unquantified ("many") or no number at all.
 */
export function measureOf(value: Value, durations: Readonly<Record<string, number>>): Measure | null {
  return measureBy(baseFactor(value, durations), value);
}

function measureBy(factor: number, value: Value): Measure | null {
  if (value.core === null || value.halo === null) return null;
  const core = toRange(value.core, factor);
  const halo = toRange(value.halo, factor);
  if (isEmpty(core) || isEmpty(halo)) return null;
  const nominal = value.nominal === null ? null : value.nominal * factor;
  return new Measure(nominal ?? anchor(core), core, halo);
}

/** The finite end of an interval by which it is named: the lower one if there is one. */
const anchor = (range: Range): number | null =>
  Number.isFinite(range.low) ? range.low : Number.isFinite(range.high) ? range.high : null;

/** What a number was measured from, and what it came to. */
interface Measured {
  readonly value: Value;
  readonly factor: number;
  readonly measure: Measure | null;
}

/** So many measures of one number are looked through: one for each of its hedges and units. */
const ALIKE = 16;

/** Measures values as `measureOf` does, and those that say the same but once: a story repeats its figures. */
export class Measures {
  private readonly known = new Map<number | null, Measured[]>();
  private readonly durations: Readonly<Record<string, number>>;

  constructor(durations: Readonly<Record<string, number>>) {
    this.durations = durations;
  }

  of(value: Value): Measure | null {
    if (value.core === null || value.halo === null) return null;
    const factor = baseFactor(value, this.durations);
    let alike = this.known.get(value.nominal);
    if (alike === undefined) {
      alike = [];
      this.known.set(value.nominal, alike);
    }
    for (const one of alike) if (one.factor === factor && sayTheSame(one.value, value)) return one.measure;
    const measure = measureBy(factor, value);
    if (alike.length < ALIKE) alike.push({ value, factor, measure });
    return measure;
  }
}

const sayTheSame = (a: Value, b: Value): boolean =>
  sameInterval(a.core, b.core) && sameInterval(a.halo, b.halo);

const sameInterval = (a: Interval | null, b: Interval | null): boolean =>
  a?.low === b?.low && a?.high === b?.high;
