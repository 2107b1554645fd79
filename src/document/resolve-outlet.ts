import { contentId, slug } from '../identity.ts';
import type { KnownOutlet, Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Outlet } from './outlet.ts';

const indexes = new WeakMap<Vocabulary, ReadonlyMap<string, KnownOutlet>>();

function indexOf(vocabulary: Vocabulary): ReadonlyMap<string, KnownOutlet> {
  const known = indexes.get(vocabulary);
  if (known) return known;
  const index = new Map<string, KnownOutlet>();
  for (const outlet of vocabulary.outlets.values()) {
    for (const name of [outlet.id, outlet.name, ...outlet.aliases]) index.set(slug(name), outlet);
  }
  indexes.set(vocabulary, index);
  return index;
}

/** Who publishes under this name: a known outlet by its id, name or alias, otherwise an outlet of its own. */
export function resolveOutlet(name: string, vocabulary: Vocabulary): Outlet {
  const key = slug(name).replace(/^www\./, '');
  const known = indexOf(vocabulary).get(key);
  if (known) return { id: known.id, name: known.name, owner: known.owner, kind: known.kind, sample: false };
  const id = key === '' ? contentId('outlet', name.trim()) : key;
  return { id, name: name.trim() || id, owner: null, kind: 'outlet', sample: false };
}
