/**
 * Web: the pages, for people.
 *
 *   takes  topics, consensus, findings, claims and documents as the store keeps them
 *   gives  HTML that is whole without a script, for a phone, a wall, a printer and a screen reader
 *   never  lets a text from an article be anything but text
 */
import type { Claim } from '../claim/claim.ts';
import type { Outlet } from '../document/outlet.ts';
import { humanise } from '../view/show-value.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Looks up what people call a thing. */
export interface Names {
  outlet(id: string): string;
  origin(key: string): string;
  scope(id: string): string;
}

/** Names out of the vocabulary and the outlets at hand; an id that nobody named is made readable. */
export function nameThings(vocabulary: Vocabulary, outlets: ReadonlyMap<string, Outlet>): Names {
  const { populations, places, causes, actors, sources } = vocabulary;
  const outlet = (id: string) => outlets.get(id)?.name ?? vocabulary.outlets.get(id)?.name ?? humanise(id);
  return {
    outlet,
    origin: (key) =>
      sources.get(key)?.name ??
      (outlets.has(key) || vocabulary.outlets.has(key) ? outlet(key) : humanise(key)),
    scope: (id) =>
      [populations, places, causes, actors].map((taxonomy) => taxonomy.nodes.get(id)?.name).find(Boolean) ??
      humanise(id),
  };
}

/** Where a claim's words stand. */
export const linkToClaim = (claim: Pick<Claim, 'id' | 'documentId'>): string =>
  `/documents/${encodeURIComponent(claim.documentId)}#${encodeURIComponent(claim.id)}`;

/** An address that may be linked to: http and https only. */
export const safeLink = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null;
