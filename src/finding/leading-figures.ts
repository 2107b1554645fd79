import { eachAs } from '../each-as.ts';
import { numbersOf, splitBy } from '../group/names.ts';
import { byFigure, type Statement, sameFigure } from '../group/statements.ts';
import { saidBy, type Voice } from '../group/voices.ts';
import { byCodePoint, putInOrder } from '../identity.ts';
import type { Measure } from '../value/compare.ts';

/** A figure with all statements that give it. */
export interface Figure {
  readonly measure: Measure;
  readonly same: readonly Statement[];
}

const keyOf = ({ written }: Measure): string => written;

/** So few statements are looked through one by one. */
const FEW = 24;

/** What several voices say, by figures. */
function figuresOf(voices: readonly Voice[]): readonly (readonly Statement[])[] {
  const said = saidBy(voices);
  if (said.length > FEW) return splitBy(said, byFigure(keyOf));
  const figures: Statement[][] = [];
  const measures: Measure[] = [];
  for (const statement of said) {
    const { measure } = statement;
    const at = placeOf(measure, measures);
    if (at < 0) measures.push(measure);
    if (at < 0) figures.push([statement]);
    else figures[at]?.push(statement);
  }
  return figures;
}

/** Where a figure stands among others; -1 when it does not. */
function placeOf(measure: Measure, measures: readonly Measure[]): number {
  for (let i = 0; i < measures.length; i++) {
    const other = measures[i];
    if (other !== undefined && sameFigure(other, measure)) return i;
  }
  return -1;
}

function countOrigins(statements: readonly Statement[]): number {
  const [first] = statements;
  if (first === undefined || statements.length === 1) return statements.length;
  return numbersOf(statements, ({ unit }) => unit, first.units.each.length).length;
}

/** The figures of several voices: those that most origins give, each with all that give it. */
export function leadingFigures(voices: readonly Voice[], most: number): readonly Figure[] {
  const found: Figure[] = [];
  for (const same of figuresOf(voices)) if (same[0]) found.push({ measure: same[0].measure, same });
  if (found.length < 2) return found;
  const ranked = eachAs(found, (figure) => ({
    figure,
    origins: countOrigins(figure.same),
    key: keyOf(figure.measure),
  }));
  putInOrder(ranked, (a, b) => b.origins - a.origins || byCodePoint(a.key, b.key));
  return eachAs(ranked.slice(0, most), ({ figure }) => figure);
}
