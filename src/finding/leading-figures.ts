import { type Statement, sameFigure } from '../group/statements.ts';
import type { Voice } from '../group/voices.ts';
import { byCodePoint, putInOrder } from '../identity.ts';
import type { Measure } from '../value/compare.ts';

/** A figure with all statements that give it. */
export interface Figure {
  readonly measure: Measure;
  readonly same: Statement[];
}

/** So many figures are looked through for one that is the same. */
const FEW = 16;

const keyOf = ({ nominal, core, halo }: Measure): string =>
  [nominal, core.low, core.high, halo.low, halo.high].join(' ');

/** The figures of several voices, each once. */
class Figures {
  readonly found: Figure[] = [];
  private readonly byKey = new Map<string, Figure>();
  private readonly byMeasure = new Map<Measure, Figure>();

  add(statement: Statement): void {
    const { measure } = statement;
    const known = this.byMeasure.size > 0 ? this.byMeasure.get(measure) : undefined;
    const figure = known ?? this.find(measure);
    if (figure) figure.same.push(statement);
    else this.found.push({ measure, same: [statement] });
  }

  private find(measure: Measure): Figure | undefined {
    if (this.found.length <= FEW) return this.found.find((one) => sameFigure(one.measure, measure));
    if (this.byKey.size === 0) for (const one of this.found) this.byKey.set(keyOf(one.measure), one);
    const key = keyOf(measure);
    const figure = this.byKey.get(key) ?? { measure, same: [] };
    if (figure.same.length === 0) {
      this.found.push(figure);
      this.byKey.set(key, figure);
    }
    this.byMeasure.set(measure, figure);
    return figure;
  }
}

/** So many statements are asked one by one who gives them. */
const FEW_STATEMENTS = 24;

function countOrigins(statements: readonly Statement[]): number {
  if (statements.length === 1) return 1;
  if (statements.length > FEW_STATEMENTS) return new Set(statements.map(({ origin }) => origin)).size;
  const origins: string[] = [];
  for (const { origin } of statements) if (!origins.includes(origin)) origins.push(origin);
  return origins.length;
}

/** The figures of several voices: those that most origins give, each with all that give it. */
export function leadingFigures(voices: readonly Voice[], most: number): readonly Figure[] {
  const figures = new Figures();
  for (const { statements } of voices) for (const statement of statements) figures.add(statement);
  const { found } = figures;
  if (found.length < 2) return found;
  const ranked = found.map((figure) => ({
    figure,
    origins: countOrigins(figure.same),
    key: keyOf(figure.measure),
  }));
  putInOrder(ranked, (a, b) => b.origins - a.origins || byCodePoint(a.key, b.key));
  return ranked.slice(0, most).map(({ figure }) => figure);
}
