import { byCodePoint } from '../identity.ts';
import { type Measure, meet } from '../value/compare.ts';
import type { Columns } from './columns.ts';
import { type Numbers, roomFor } from './names.ts';
import { addNear, NEAR } from './relays.ts';
import type { Sources } from './sources.ts';

/** Which claims that name their source stand in which text. */
export class NamedTexts {
  /** By the number of a document one more than the place of its first claim that names somebody, and for each such claim the next. */
  private readonly first: Numbers;
  private readonly next: Numbers;
  private readonly inCopies: ReadonlyMap<string, readonly number[]>;
  private readonly columns: Columns;
  /** What was named before anything is filled in: no other places are asked for. */
  private readonly named: readonly (string | null)[];
  private readonly sources: Sources;

  constructor(columns: Columns, named: readonly (string | null)[], sources: Sources) {
    this.columns = columns;
    this.named = named;
    this.sources = sources;
    const { documents } = columns;
    this.first = roomFor(documents.each.length);
    this.next = roomFor(named.length);
    for (let i = named.length - 1; i >= 0; i--) {
      if (named[i] === null) continue;
      const document = documents.of[i] ?? 0;
      this.next[i] = this.first[document] ?? 0;
      this.first[document] = i + 1;
    }
    this.inCopies = areThereCopies(sources) ? findCopied(columns, named, sources) : NO_COPIES;
  }

  /** The source whose figure a claim repeats in the text in which the source is named, or in a copy of it. */
  unitRepeated(at: number, own: Measure): string | null {
    const beside = new Repeated(this.columns, this.named, at, own);
    let place = this.first[this.columns.documents.of[at] ?? 0] ?? 0;
    for (let looked = 0; place > 0 && looked < NEAR; looked++) {
      beside.look(place - 1);
      place = this.next[place - 1] ?? 0;
    }
    if (beside.unit !== null || this.inCopies.size === 0) return beside.unit;
    for (const text of copiesOf(this.columns, at, this.sources)) {
      const copied = new Repeated(this.columns, this.named, at, own);
      for (const one of this.inCopies.get(text) ?? NOWHERE) copied.look(one);
      if (copied.unit !== null) return copied.unit;
    }
    return null;
  }
}

const NOWHERE: readonly number[] = [];
const NO_COPIES: ReadonlyMap<string, readonly number[]> = new Map();

/** Claims that name their source, by what is printed once more. */
function findCopied(
  columns: Columns,
  named: readonly (string | null)[],
  sources: Sources,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let i = 0; i < named.length; i++) {
    if (named[i] === null) continue;
    for (const text of copiesOf(columns, i, sources)) addNear(found, text, i);
  }
  return found;
}

/** Of several places the first by name of the units that give the same figure, else of those that allow it. */
class Repeated {
  private readonly columns: Columns;
  private readonly named: readonly (string | null)[];
  private readonly isNegated: boolean;
  private readonly own: Measure;
  private giving: string | null = null;
  private allowing: string | null = null;

  /** `own`: the figure of the claim at this place. */
  constructor(columns: Columns, named: readonly (string | null)[], at: number, own: Measure) {
    this.columns = columns;
    this.named = named;
    this.isNegated = columns.isNegated(at);
    this.own = own;
  }

  look(place: number): void {
    const { columns, own } = this;
    const measure = columns.measures[place];
    const unit = this.named[place];
    if (!measure || !unit || columns.isNegated(place) !== this.isNegated) return;
    if (meet(measure.core, own.core)) this.giving = firstOf(this.giving, unit);
    else if (meet(measure.halo, own.halo)) this.allowing = firstOf(this.allowing, unit);
  }

  get unit(): string | null {
    return this.giving ?? this.allowing;
  }
}

const firstOf = (a: string | null, b: string): string => (a === null || byCodePoint(b, a) < 0 ? b : a);

const NONE: readonly string[] = [];

const areThereCopies = ({ reuse: { passages, documents } }: Sources): boolean =>
  passages.size + documents.size > 0;

/** What prints the text that a claim stands in once more: the same paragraph, then the same article. */
export function copiesOf(columns: Columns, at: number, sources: Sources): readonly string[] {
  if (!areThereCopies(sources)) return NONE;
  const { passages, documents } = sources.reuse;
  const [passage, text] = [passages.get(columns.ids[at] ?? ''), documents.get(columns.documents.at(at))];
  const copies: string[] = [];
  if (passage !== undefined) copies.push(`passage ${passage}`);
  if (text !== undefined) copies.push(`text ${text}`);
  return copies;
}
