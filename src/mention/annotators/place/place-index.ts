import { remember } from '../../../remember.ts';
import { ByForm } from '../../../sentence/by-form.ts';
import type { Token } from '../../../sentence/sentence.ts';
import type { PlaceTaxonomy } from '../../../vocabulary/places.ts';
import { fold } from '../name-key.ts';

/** One way to write a place. */
export interface PlaceName {
  readonly words: readonly string[];
  readonly id: string;
  readonly adjective: boolean;
  /** Written by hand: may be read without further signs. */
  readonly curated: boolean;
  /** Capital letters count: "US", never "us". */
  readonly exact: string | null;
}

/** What names can begin with a word of a text. */
export interface Beginning {
  readonly head: string;
  /** The second word of the name, where both stand in one: "Al-Noor". */
  readonly inner: string | undefined;
  /** Whether a name of several words begins with it. */
  readonly goesOn: boolean;
  /** The names that are this word alone. */
  readonly rows: readonly PlaceName[] | undefined;
}

/** Names of one word by that word, longer ones by their first two: no bucket holds all of "Al …" or "New …". */
export interface PlaceIndex {
  get(key: string): readonly PlaceName[] | undefined;
  has(key: string): boolean;
  /** The names that may begin at a token; null where it has no letter. */
  at(token: Token): Beginning | null;
}

/** The letters of "US" and "U.S.", which are read in capitals only; null for other names. */
function acronym(name: string): string | null {
  const letters = name.replace(/[^\p{L}]/gu, '');
  return letters.length <= 4 && letters === letters.toUpperCase() ? letters : null;
}

const cache = new WeakMap<PlaceTaxonomy, PlaceIndex>();

/** Words of a name as they are compared: folded, cut at hyphens, without points. */
export function nameWords(name: string): readonly string[] {
  const lower = name.toLowerCase();
  if (/^[a-z0-9]+$/u.test(lower)) return [lower];
  if (/^[a-z0-9 -]+$/u.test(lower)) return lower.split(/[ -]+/u).filter(Boolean);
  return fold(lower)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The same of a word of a text: a story repeats its capitalised words. */
export const wordsInName = remember(nameWords);

/** All names of all places: those written by hand are indexed once, the gazetteer's are looked up there. */
export function placeIndex(places: PlaceTaxonomy): PlaceIndex {
  const known = cache.get(places);
  if (known) return known;
  const index = new NameIndex(places);
  cache.set(places, index);
  return index;
}

const rowOf = (
  name: string,
  words: readonly string[],
  id: string,
  adjective: boolean,
  curated: boolean,
): PlaceName => ({
  words,
  id,
  adjective,
  curated,
  exact: name.length <= 7 ? acronym(name) : null,
});

class NameIndex implements PlaceIndex {
  private readonly places: PlaceTaxonomy;
  private readonly byHand = new Map<string, PlaceName[]>();
  private readonly first = new Set<string>();
  /** Keys that name something in the gazetteer, with all rows. */
  private readonly merged = new Map<string, readonly PlaceName[]>();

  constructor(places: PlaceTaxonomy) {
    this.places = places;
    for (const { id, name, aliases, adjectives } of places.nodes.byHand.values()) {
      if (name !== undefined) this.add(name, id, false);
      for (const alias of aliases) if (alias !== name) this.add(alias, id, false);
      for (const adjective of adjectives) {
        this.add(adjective, id, true);
        if (!/(s|sh|ch|ese)$/u.test(adjective)) this.add(`${adjective}s`, id, true);
      }
    }
    for (const rows of this.byHand.values()) rows.sort(longestFirst);
  }

  private add(name: string, id: string, adjective: boolean): void {
    const words = nameWords(name);
    const [first, second] = words;
    if (first === undefined) return;
    const key = second === undefined ? first : `${first} ${second}`;
    if (second !== undefined) this.first.add(first);
    const row = rowOf(name, words, id, adjective, true);
    const rows = this.byHand.get(key);
    if (rows === undefined) this.byHand.set(key, [row]);
    else rows.push(row);
  }

  get(key: string): readonly PlaceName[] | undefined {
    return this.lookUp(key) ?? undefined;
  }

  /** A story repeats its capitalised words; all names of the world are far too many to look among each time. */
  private readonly lookUp = remember((key: string) => this.merged.get(key) ?? this.rowsOf(key) ?? null);

  private rowsOf(key: string): readonly PlaceName[] | undefined {
    const byHand = this.byHand.get(key);
    if (!this.places.nodes.lists(key)) return byHand;
    const listed = this.places.nodes.listed(key);
    if (listed.length === 0) return byHand;
    const rows = [
      ...(byHand ?? []),
      ...listed.map(({ node, words }) => rowOf(node.name ?? '', words, node.id, false, false)),
    ].sort(longestFirst);
    this.merged.set(key, rows);
    return rows;
  }

  private readonly beginnings = new ByForm(({ text }): Beginning | null => {
    const [head, inner] = wordsInName(text);
    if (head === undefined) return null;
    const goesOn = this.first.has(head) || this.places.nodes.begins(head);
    return { head, inner, goesOn, rows: this.get(head) };
  });

  at(token: Token): Beginning | null {
    return this.beginnings.of(token);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}

const longestFirst = (a: PlaceName, b: PlaceName): number => b.words.length - a.words.length;
