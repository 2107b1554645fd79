import type { Claim } from '../claim/claim.ts';
import { eachAs } from '../each-as.ts';
import { byCodePoint } from '../identity.ts';
import { type Measure, sameRange } from '../value/compare.ts';
import type { AsOf } from './as-of.ts';
import type { Columns } from './columns.ts';
import { type Names, numbersOf } from './names.ts';
import { compareScopes, type Scoped } from './scope-relation.ts';

/** The claims of a group, and who is behind each of them. */
interface Told {
  readonly columns: Columns;
  readonly units: Names;
}

/** A claim that gives a figure: a place in the columns of its group, so that many of them need little room. */
export class Statement {
  /** Where its claim stands among the claims of its group, which are in the order of their ids. */
  readonly at: number;
  private readonly told: Told;

  constructor(told: Told, at: number) {
    this.told = told;
    this.at = at;
  }

  get claim(): Claim {
    return this.told.columns.claims[this.at] as Claim;
  }

  get id(): string {
    return this.told.columns.ids[this.at] ?? '';
  }

  get outlet(): string {
    return this.told.columns.outlets.at(this.at);
  }

  get measure(): Measure {
    return this.told.columns.measures[this.at] as Measure;
  }

  get asOf(): AsOf {
    return this.told.columns.asOfs[this.at] as AsOf;
  }

  get origin(): string {
    return this.told.units.at(this.at);
  }

  get scoped(): Scoped {
    return this.told.columns.scopedAt(this.at);
  }

  /** The origins of its group, and the number of its own among them. */
  get units(): Names {
    return this.told.units;
  }

  get unit(): number {
    return this.told.units.of[this.at] ?? 0;
  }

  /** Stated as a part of another figure of the same group: it is compared with that one alone. */
  get isPart(): boolean {
    return this.told.columns.isPart(this.at);
  }

  /** Whether anything in its group is stated so. */
  get mayBePart(): boolean {
    return this.told.columns.hasParts;
  }

  /** A number without a word that loosens it. */
  get isBare(): boolean {
    return this.told.columns.isBare(this.at);
  }
}

/** The statements of a group: quantified, affirmed, each with its origin. In the order of the claims. */
export function statementsOf(columns: Columns, units: Names): Statement[] {
  const told = { columns, units };
  const { measures } = columns;
  const statements: Statement[] = new Array(measures.length);
  let filled = 0;
  for (let at = 0; at < measures.length; at++) {
    if (measures[at] !== null && !columns.isNegated(at)) statements[filled++] = new Statement(told, at);
  }
  statements.length = filled;
  return statements;
}

/** The origins of statements of one group, each once. */
export function originsOf(statements: readonly Statement[]): string[] {
  const [first] = statements;
  if (!first) return [];
  if (statements.length === 1) return [first.origin];
  const units = numbersOf(statements, ({ unit }) => unit, first.units.each.length);
  return eachAs(units, (unit) => first.units.each[unit] ?? '');
}

/** Numbers statements whose measures are written alike; a measure that many of them share is written once. */
export function byFigure(write: (measure: Measure) => string): (statement: Statement) => number {
  const known = new Map<Measure, number>();
  const written = new Map<string, number>();
  return ({ measure }) => {
    const found = known.get(measure);
    if (found !== undefined) return found;
    const key = write(measure);
    const number = written.get(key) ?? written.size;
    written.set(key, number);
    known.set(measure, number);
    return number;
  };
}

/**
 * Statements of one group by value, the newest and the best founded of equal ones first; by id only where all of this
 * is the same, so that which of them has the words hangs on nobody's name.
 */
export const compareStatements = (a: Statement, b: Statement): number =>
  (a.measure === b.measure ? 0 : a.measure.halo.low - b.measure.halo.low) ||
  byCodePoint(a.claim.value.text, b.claim.value.text) ||
  (a.asOf === b.asOf ? 0 : b.asOf.to - a.asOf.to || b.asOf.from - a.asOf.from) ||
  compareScopes(a.scoped, b.scoped) ||
  a.at - b.at;

/** Whether two figures are one, loosened alike. */
export const sameFigure = (a: Measure, b: Measure): boolean =>
  a === b || (a.nominal === b.nominal && sameRange(a.core, b.core) && sameRange(a.halo, b.halo));
