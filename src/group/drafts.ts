import { putInOrder } from '../identity.ts';
import { isEmpty, type Measure, type Range, sameRange } from '../value/compare.ts';
import { groupBy } from './group-by.ts';
import { compareStatements, type Statement } from './statements.ts';

/** What an origin says at one moment, as far as it holds together. */
export interface Draft {
  readonly origin: string;
  readonly statements: readonly Statement[];
  readonly halo: Range;
  /** The statement whose words stand for it. */
  readonly words: Statement;
}

/** Statements of one figure, all with a word that loosens it or all without. Many statements are of few kinds. */
interface Kind {
  readonly measure: Measure;
  readonly isBare: boolean;
  readonly said: Statement[];
}

/** So few kinds or ranges are looked through one by one. */
const FEW = 8;

/** The kinds of statements, each in the order of its first one. */
class Kinds {
  readonly each: Kind[] = [];
  private readonly bare = new Map<Measure, Kind>();
  private readonly loose = new Map<Measure, Kind>();

  add(statement: Statement): void {
    const { measure, isBare } = statement;
    const known = this.find(measure, isBare);
    if (known) known.said.push(statement);
    else this.begin({ measure, isBare, said: [statement] });
  }

  private find(measure: Measure, isBare: boolean): Kind | undefined {
    const { each } = this;
    if (each.length > FEW) return (isBare ? this.bare : this.loose).get(measure);
    for (const kind of each) if (kind.measure === measure && kind.isBare === isBare) return kind;
    return undefined;
  }

  private begin(kind: Kind): void {
    const { each } = this;
    each.push(kind);
    if (each.length <= FEW) return;
    for (const one of each.length === FEW + 1 ? each : [kind])
      (one.isBare ? this.bare : this.loose).set(one.measure, one);
  }
}

function kindsOf(statements: readonly Statement[]): readonly Kind[] {
  const kinds = new Kinds();
  for (let i = 0; i < statements.length; i++) kinds.add(statements[i] as Statement);
  return kinds.each;
}

/** The numbers that somebody gives with a hedge. */
function hedgedNumbers(kinds: readonly Kind[]): ReadonlySet<number> {
  let hedged: Set<number> | null = null;
  for (const { isBare, measure } of kinds) {
    if (isBare || measure.nominal === null) continue;
    hedged ??= new Set();
    hedged.add(measure.nominal);
  }
  return hedged ?? NO_NUMBERS;
}

const NO_NUMBERS: ReadonlySet<number> = new Set();

/** An origin's bare number is its hedged one with the hedge dropped, as headlines do: the hedge is kept. */
function partDropped(kinds: readonly Kind[]): { counted: readonly Kind[]; dropped: readonly Kind[] } {
  const hedged = hedgedNumbers(kinds);
  const isDropped = ({ isBare, measure: { nominal } }: Kind): boolean =>
    isBare && nominal !== null && hedged.has(nominal);
  if (hedged.size === 0 || !kinds.some(isDropped)) return { counted: kinds, dropped: [] };
  return { counted: kinds.filter((kind) => !isDropped(kind)), dropped: kinds.filter(isDropped) };
}

/** What several figures allow together. */
export function common(figures: readonly { readonly measure: Measure }[]): Range {
  let [low, high] = [-Infinity, Infinity];
  for (let i = 0; i < figures.length; i++) {
    const { halo } = (figures[i] as { readonly measure: Measure }).measure;
    if (halo.low > low) low = halo.low;
    if (halo.high < high) high = halo.high;
  }
  return { low, high };
}

/** The same of what an origin says, with the hedges that it dropped. */
export const allowedBy = (statements: readonly Statement[]): Range =>
  common(partDropped(kindsOf(statements)).counted);

/** What statements of one origin at one moment allow together; its several figures when they allow nothing. */
export function draftsOf(origin: string, statements: readonly Statement[]): Draft[] {
  const { counted, dropped } = partDropped(kindsOf(statements));
  const halo = common(counted);
  if (!isEmpty(halo)) return [{ origin, statements, halo, words: narrowest(counted) }];
  const figures = byRange(counted).map(inOrderOfWords);
  putInOrder(figures, ([a], [b]) => (a && b ? compareStatements(a, b) : 0));
  const bareOf = droppedFrom(dropped, statements);
  return figures.map((same) => {
    // They are equally wide, and in order.
    const words = same[0] as Statement;
    const { nominal, halo: own } = words.measure;
    const bare = bareOf(nominal);
    return { origin, statements: bare.length > 0 ? [...same, ...bare] : same, halo: own, words };
  });
}

const width = ({ low, high }: Range): number =>
  Number.isFinite(high - low) ? high - low : Number.isFinite(low) ? Number.MAX_VALUE / 2 : Number.MAX_VALUE;

/** Narrower first, then lower: the order in which statements of one voice are preferred as its words. */
const byWidth = (a: Measure, b: Measure): number =>
  a === b ? 0 : width(a.halo) - width(b.halo) || a.halo.low - b.halo.low;

function narrowest(kinds: readonly Kind[]): Statement {
  let words = kinds[0]?.said[0];
  if (!words) throw new RangeError('a voice says something');
  for (const { measure, said } of kinds) {
    const order = byWidth(measure, words.measure);
    if (order > 0) continue;
    if (order < 0) words = said[0] as Statement;
    for (const next of said) if (compareStatements(next, words) < 0) words = next;
  }
  return words;
}

function inOrderOfWords([only, ...others]: readonly Kind[]): Statement[] {
  return putInOrder(
    [only, ...others].flatMap((kind) => kind?.said ?? []),
    compareStatements,
  );
}

const NOTHING: readonly Statement[] = [];

/** The statements of which the hedge of a number was dropped, in their order. */
function droppedFrom(
  dropped: readonly Kind[],
  statements: readonly Statement[],
): (nominal: number | null) => readonly Statement[] {
  if (dropped.length === 0) return () => NOTHING;
  const byNumber = groupBy(dropped, ({ measure }) => `${measure.nominal}`);
  let places: ReadonlyMap<Statement, number> | null = null;
  return (nominal) => {
    const [first, ...others] = byNumber.get(`${nominal}`) ?? [];
    if (first === undefined || others.length === 0) return first?.said ?? NOTHING;
    places ??= new Map(statements.map((statement, place) => [statement, place]));
    const placeOf = (statement: Statement): number => places?.get(statement) ?? 0;
    return [first, ...others].flatMap(({ said }) => said).sort((a, b) => placeOf(a) - placeOf(b));
  };
}

const areOne = (a: Measure, b: Measure): boolean =>
  a === b || (sameRange(a.halo, b.halo) && sameRange(a.core, b.core));

/** Kinds by what they allow and assert. */
function byRange(kinds: readonly Kind[]): Kind[][] {
  const ranges: Kind[][] = [];
  for (const kind of kinds) {
    const same = ranges.find(([first]) => first !== undefined && areOne(first.measure, kind.measure));
    if (same) same.push(kind);
    else if (ranges.length < FEW) ranges.push([kind]);
    else return [...groupBy(kinds, ({ measure }) => writeRange(measure)).values()];
  }
  return ranges;
}

const writeRange = ({ halo: h, core: c }: Measure): string => `${h.low} ${h.high} ${c.low} ${c.high}`;
