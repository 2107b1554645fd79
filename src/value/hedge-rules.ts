import type { Hedge, Interval } from './value.ts';

/** Version of everything stipulated here: caps, vague words, fractions. Change a figure, change the version. */
export const HEDGE_RULES_VERSION = '2026.3';

/** Narrow and wide loosening: a share of the last written digit, and never more than a share of the value. */
export const NARROW = { step: 0.5, cap: 0.05 } as const;
export const WIDE = { step: 1, cap: 0.1 } as const;

/**
 * An estimate may be meant more loosely than its words say: “about” with so many digits at most by a tenth, whatever its
 * last one; a plain single digit and its zeros, from so many on, by its rounding (three in ten in news, by chance one in 100).
 */
export const LOOSE = { aboutDigits: 2, aboutCap: 0.1, roundFrom: 100 } as const;

export interface Intervals {
  core: Interval;
  halo: Interval;
}

const row = (core: [number, number], halo: [number, number]): Intervals => ({
  core: { low: core[0], high: core[1] },
  halo: { low: halo[0], high: halo[1] },
});

/**
 * Words that name a number without fixing it. After ACLED's conservative coding (tens 10, dozens 12, hundreds 100); several and a few are more than two.
 * Upper ends are loose: “dozens” and “scores” stood in reports of a day whose count came to 147 and 253. */
export const VAGUE_WORDS: ReadonlyMap<string, Intervals> = new Map([
  ['tens', row([20, 99], [10, 119])],
  ['dozens', row([24, 99], [12, 199])],
  ['scores', row([40, 199], [20, 499])],
  ['hundreds', row([200, 999], [100, 1_999])],
  ['thousands', row([2_000, 9_999], [1_000, 19_999])],
  ['tens of thousands', row([20_000, 99_999], [10_000, 199_999])],
  ['hundreds of thousands', row([200_000, 999_999], [100_000, 1_999_999])],
  ['millions', row([2e6, 9_999_999], [1e6, 19_999_999])],
  ['tens of millions', row([2e7, 99_999_999], [1e7, 199_999_999])],
  ['hundreds of millions', row([2e8, 999_999_999], [1e8, 1_999_999_999])],
  ['billions', row([2e9, 9_999_999_999], [1e9, 19_999_999_999])],
  ['tens of billions', row([2e10, 99_999_999_999], [1e10, 199_999_999_999])],
  ['hundreds of billions', row([2e11, 999_999_999_999], [1e11, 1_999_999_999_999])],
  ['trillions', row([2e12, 9_999_999_999_999], [1e12, 19_999_999_999_999])],
  ['a couple', row([2, 2], [2, 3])],
  ['couple of', row([2, 2], [2, 3])],
  ['a few', row([3, 5], [3, 8])],
  ['quite a few', row([3, 5], [3, 8])],
  ['several', row([3, 7], [3, 12])],
]);

/** Words for more than one that give no number at all: kept, never compared. */
export const UNQUANTIFIED = /^(?:an? (?:small |large |great |growing )?number of|many|numerous|countless)\b/u;

/** Parts of a whole in words, as a share: half is ±.025, at most ±.06. */
export const WORD_FRACTIONS = { core: 0.025, halfHalo: 0.06, halo: 0.05 } as const;
export const MOST: ReadonlyMap<string, Intervals> = new Map([
  ['most', row([0.5, 1], [0.5, 1])],
  ['nearly all', row([0.9, 1], [0.85, 1])],
  ['almost all', row([0.9, 1], [0.85, 1])],
]);

/** Hedges that leave the upper, the lower end open. */
export const OPEN_ABOVE: ReadonlySet<Hedge> = new Set(['at-least', 'more-than']);
export const OPEN_BELOW: ReadonlySet<Hedge> = new Set(['at-most', 'up-to', 'less-than']);
