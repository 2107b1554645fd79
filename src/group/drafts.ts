import { putInOrder } from '../identity.ts';
import { isEmpty, type Measure, type Range, sameRange } from '../value/compare.ts';
import { splitBy } from './names.ts';
import { byFigure, compareStatements, type Statement, sortStatements } from './statements.ts';

/** What an origin says at one moment, as far as it holds together. */
export interface Draft {
  readonly origin: string;
  readonly statements: readonly Statement[];
  readonly counted: readonly Statement[];
  readonly halo: Range;
  /** The statement whose words stand for it, where that is known. */
  readonly words?: Statement | undefined;
}

/** The numbers that somebody gives with a hedge. */
function hedgedNumbers(statements: readonly Statement[]): ReadonlySet<number> {
  let hedged: Set<number> | null = null;
  for (let i = 0; i < statements.length; i++) {
    const statement = statements[i];
    if (!statement || statement.isBare || statement.measure.nominal === null) continue;
    hedged ??= new Set();
    hedged.add(statement.measure.nominal);
  }
  return hedged ?? NO_NUMBERS;
}

const NO_NUMBERS: ReadonlySet<number> = new Set();

const isDropped = ({ isBare, measure }: Statement, hedged: ReadonlySet<number>): boolean =>
  isBare && measure.nominal !== null && hedged.has(measure.nominal);

/** An origin's bare number is its hedged one with the hedge dropped, as headlines do: the hedge is kept. */
export function withoutDroppedHedges(statements: readonly Statement[]): readonly Statement[] {
  const hedged = hedgedNumbers(statements);
  if (hedged.size === 0 || !statements.some((one) => isDropped(one, hedged))) return statements;
  return statements.filter((one) => !isDropped(one, hedged));
}

const ALL: Range = { low: -Infinity, high: Infinity };

/** What all statements allow. */
export function common(statements: readonly Statement[]): Range {
  let { low, high } = ALL;
  for (let i = 0; i < statements.length; i++) {
    const halo = statements[i]?.measure.halo ?? ALL;
    if (halo.low > low) low = halo.low;
    if (halo.high < high) high = halo.high;
  }
  return { low, high };
}

/** What statements of one origin at one moment allow together; its several figures when they allow nothing. */
export function draftsOf(origin: string, statements: readonly Statement[]): Draft[] {
  const counted = withoutDroppedHedges(statements);
  const halo = common(counted);
  if (!isEmpty(halo)) return [{ origin, statements, counted, halo }];
  const distinct = byRange(counted);
  for (const same of distinct) sortStatements(same);
  putInOrder(distinct, ([a], [b]) => (a && b ? compareStatements(a, b) : 0));
  const dropped = counted === statements ? NOTHING_DROPPED : droppedOf(statements);
  return distinct.map((same) => {
    const measure = same[0]?.measure;
    // They are equally wide, and in order.
    const [words] = same;
    const bare = dropped.get(measure?.nominal ?? null);
    const said = bare ? [...same, ...bare] : same;
    return { origin, statements: said, counted: same, halo: measure?.halo ?? ALL, words };
  });
}

const NOTHING_DROPPED: ReadonlyMap<number | null, readonly Statement[]> = new Map();

/** Bare statements of which the hedge was dropped, by their number. */
function droppedOf(statements: readonly Statement[]): ReadonlyMap<number | null, readonly Statement[]> {
  const hedged = hedgedNumbers(statements);
  const dropped = new Map<number | null, Statement[]>();
  for (const one of statements) {
    if (!isDropped(one, hedged)) continue;
    const same = dropped.get(one.measure.nominal);
    if (same) same.push(one);
    else dropped.set(one.measure.nominal, [one]);
  }
  return dropped;
}

/** So many ranges are looked through for one that is the same. */
const FEW = 8;

const areOne = (a: Measure, b: Measure): boolean =>
  a === b || (sameRange(a.halo, b.halo) && sameRange(a.core, b.core));

/** Statements by what they allow and assert. */
function byRange(statements: readonly Statement[]): Statement[][] {
  const ranges: Statement[][] = [];
  for (const statement of statements) {
    const same = ranges.find(([first]) => first !== undefined && areOne(first.measure, statement.measure));
    if (same) same.push(statement);
    else if (ranges.length < FEW) ranges.push([statement]);
    else return splitBy(statements, byFigure(writeRange));
  }
  return ranges;
}

const writeRange = ({ halo: h, core: c }: Measure): string => `${h.low} ${h.high} ${c.low} ${c.high}`;
