import type { Order } from '../group/as-of.ts';
import type { Range } from '../value/compare.ts';
import { contains, meet } from '../value/compare.ts';
import type { PredicateTimeClass } from '../vocabulary/dimensions.ts';
import type { Relation } from '../vocabulary/taxonomy.ts';
import { verb } from './name-origins.ts';

/** What kind of thing two statements differ in. */
export type Subject = 'figures' | 'statuses' | 'sets' | 'answers' | 'quotes' | 'tones';

/** One of two statements that are held against each other. */
export interface Side {
  /** Who says so, and in which words: "AFP" and "at least 24". */
  readonly who: string;
  readonly words: string;
  readonly nominal: number | null;
  readonly core: Range;
  readonly halo: Range;
  /** Rung, position or tone; null for figures and sets. */
  readonly label: string | null;
  /** Place of the label on the predicate's ladder; null when it is on none. */
  readonly rung: number | null;
  readonly members: readonly string[];
  /** The wording says that the members are all there are. */
  readonly exhaustive: boolean;
  readonly negated: boolean;
  /** Who says it in which words, where that is put together already. */
  readonly sentence?: string;
}

/** Two statements and everything about them that a verdict may depend on. */
export interface Pair {
  readonly subject: Subject;
  readonly a: Side;
  readonly b: Side;
  /** Same dimension of unit, and both say how much. */
  readonly comparable: boolean;
  /** How the scope of `a` stands to that of `b`, and the part of it that decides. */
  readonly scope: Relation;
  readonly dimension: string | null;
  /** One counts a part of what the other counts, if what is missing of their scopes is the same. */
  readonly nested: 'inside' | 'contains' | null;
  readonly timeClass: PredicateTimeClass;
  /** One counts what happened in some days, the other keeps a running total. */
  readonly mixedTimes: boolean;
  /** When `a` was true, seen from `b`; the days between; the days after which a level may have moved. */
  readonly asOf: Order;
  readonly gapDays: number;
  readonly staleness: number;
  readonly sameDocument: boolean;
  readonly sameOrigin: boolean;
  /** Both are relayed from named parties that stand against each other, or one of them denies. */
  readonly opposed: boolean;
  /** Time and place are stated in the very clauses, not taken from their surroundings. */
  readonly explicit: boolean;
  /** Reported while the toll of the event was still being counted. */
  readonly fresh: boolean;
  /** The lower figure is an early one: its article says that the count goes on, or gives no number ("dozens"). */
  readonly countGoesOn: boolean;
  /** One reports none of what is still looked for, and came out no later than the other. */
  readonly noneYet: boolean;
  /** Both came out before what they count was over. */
  readonly underWay: boolean;
  readonly additive: boolean;
  /** Its number falls by itself: people in hospital are discharged. */
  readonly ebbs: boolean;
  /** One value at a time: a leader. */
  readonly exclusive: boolean;
  /** One document presents the one as a part of the other. */
  readonly statedPart: boolean;
  /** Some claim of the one is stated as a part of some claim of the other. */
  readonly linked: boolean;
  /** One of them counts what came on top of an earlier count, the other does not, or nobody tells when it came. */
  readonly onTop: boolean;
}

export const coresMeet = ({ a, b }: Pair): boolean => meet(a.core, b.core);
export const halosMeet = ({ a, b }: Pair): boolean => meet(a.halo, b.halo);

/**
 * What kind of pair it is. Of two figures: how their scopes stand; of one scope, whether some value satisfies both
 * (`shared`) or none does (`apart`).
 */
export type Ground =
  | Exclude<Subject, 'figures'>
  | Exclude<Relation, 'equal'>
  | 'incomparable'
  | 'shared'
  | 'apart';

export function groundOf(pair: Pair): Ground {
  if (pair.subject !== 'figures') return pair.subject;
  if (!pair.comparable) return 'incomparable';
  if (pair.scope !== 'equal') return pair.scope;
  return halosMeet(pair) ? 'shared' : 'apart';
}

/** Whether a figure only ever grows from report to report: a running total, or the toll of a fresh event. */
export const onlyGrows = (pair: Pair): boolean =>
  pair.timeClass === 'cumulative' ||
  pair.mixedTimes ||
  (pair.timeClass === 'flow' && pair.fresh && !pair.ebbs && !pair.sameOrigin && !pair.opposed);

/** One figure lies strictly inside what the other allows. */
export const refines = (inner: Side, outer: Side): boolean =>
  contains(outer.halo, inner.halo) && !contains(inner.halo, outer.halo);

/** The part and the whole of a pair whose scopes contain each other; null for any other pair. */
export function partAndWhole(pair: Pair): { part: Side; whole: Side } | null {
  if (pair.scope === 'inside') return { part: pair.a, whole: pair.b };
  return pair.scope === 'contains' ? { part: pair.b, whole: pair.a } : null;
}

/** The part and the whole of a pair that is nested but for what nobody states; null for any other pair. */
export function partAndWholeIfSame({ a, b, nested }: Pair): { part: Side; whole: Side } | null {
  if (nested === null) return null;
  return nested === 'inside' ? { part: a, whole: b } : { part: b, whole: a };
}

/** The earlier and the later statement; null when their order is not known. */
export function earlierAndLater(pair: Pair): { earlier: Side; later: Side } | null {
  if (pair.asOf === 'earlier') return { earlier: pair.a, later: pair.b };
  return pair.asOf === 'later' ? { earlier: pair.b, later: pair.a } : null;
}

/** "X says 24; Y says 10." */
export const bothSay = ({ a, b }: Pair): string => `${says(a)}; ${says(b)}`;

/** "AFP says 24", "AFP says “had already arrived”": what is neither figure nor list is somebody's words. */
export function says(side: Pick<Side, 'who' | 'words' | 'nominal' | 'members' | 'sentence'>): string {
  return side.sentence ?? sentenceOf(side);
}

/** What `says` answers, put together. */
export function sentenceOf(side: Pick<Side, 'who' | 'words' | 'nominal' | 'members'>): string {
  const { who, words, nominal, members } = side;
  const isFigure = nominal !== null || members.length > 0 || words.includes('“');
  return `${who} ${verb(who, 'says')} ${isFigure ? words : `“${words}”`}`;
}
