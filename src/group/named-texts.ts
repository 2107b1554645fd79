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
    const unit = this.besides(at, own);
    if (unit !== null || this.inCopies.size === 0) return unit;
    for (const text of copiesOf(this.columns, at, this.sources)) {
      const found = this.among(this.inCopies.get(text) ?? NOWHERE, at, own);
      if (found !== null) return found;
    }
    return null;
  }

  /** The first by name of the units in its own document that give the same figure, else of those that allow it. */
  private besides(at: number, own: Measure): string | null {
    let [giving, allowing]: [string | null, string | null] = [null, null];
    let next = this.first[this.columns.documents.of[at] ?? 0] ?? 0;
    for (let looked = 0; next > 0 && looked < NEAR; looked++) {
      const place = next - 1;
      const unit = this.named[place] ?? '';
      if (this.gives('core', place, at, own)) giving = firstOf(giving, unit);
      else if (this.gives('halo', place, at, own)) allowing = firstOf(allowing, unit);
      next = this.next[place] ?? 0;
    }
    return giving ?? allowing;
  }

  /** The same, of some places. */
  private among(places: readonly number[], at: number, own: Measure): string | null {
    let [giving, allowing]: [string | null, string | null] = [null, null];
    for (const place of places) {
      const unit = this.named[place] ?? '';
      if (this.gives('core', place, at, own)) giving = firstOf(giving, unit);
      else if (this.gives('halo', place, at, own)) allowing = firstOf(allowing, unit);
    }
    return giving ?? allowing;
  }

  /** Whether what the claim at a place asserts, or allows, meets that of another. */
  private gives(range: 'core' | 'halo', place: number, at: number, own: Measure): boolean {
    const { columns } = this;
    const measure = columns.measures[place];
    if (!measure || !this.named[place] || columns.isNegated(place) !== columns.isNegated(at)) return false;
    return meet(measure[range], own[range]);
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
