import { remember } from '../../../remember.ts';
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

/** Names of one word by that word, longer ones by their first two: no bucket holds all of "Al …" or "New …". */
export type PlaceIndex = ReadonlyMap<string, readonly PlaceName[]>;

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

/** All names of all places, the longest of a bucket first; built once for a vocabulary. */
export function placeIndex(places: PlaceTaxonomy): PlaceIndex {
  const known = cache.get(places);
  if (known) return known;
  const index = new Map<string, PlaceName[]>();
  const add = (name: string, id: string, adjective: boolean, curated: boolean): void => {
    const words = nameWords(name);
    const first = words[0];
    if (first === undefined) return;
    const exact = name.length <= 7 ? acronym(name) : null;
    const row = { words, id, adjective, curated, exact };
    const key = words.length > 1 ? `${first} ${words[1]}` : first;
    const rows = index.get(key);
    if (rows === undefined) index.set(key, [row]);
    else rows.push(row);
  };
  for (const node of places.nodes.values()) {
    const { curated } = node;
    if (node.name !== undefined) add(node.name, node.id, false, curated);
    for (const alias of node.aliases) if (alias !== node.name) add(alias, node.id, false, curated);
    for (const adjective of node.adjectives) {
      add(adjective, node.id, true, curated);
      if (!/(s|sh|ch|ese)$/u.test(adjective)) add(`${adjective}s`, node.id, true, curated);
    }
  }
  for (const rows of index.values()) rows.sort((a, b) => b.words.length - a.words.length);
  cache.set(places, index);
  return index;
}
