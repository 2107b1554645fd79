/**
 * Web: the pages, for people.
 *
 *   takes  topics, consensus, findings, claims and documents as the store keeps them
 *   gives  HTML that is whole without a script, for a phone, a wall, a printer and a screen reader
 *   never  lets a text from an article be anything but text
 */
import type { Claim } from '../claim/claim.ts';
import type { Outlet } from '../document/outlet.ts';
import { nameOf } from '../group/question.ts';
import { capital } from '../letters.ts';
import { humanise } from '../view/show-value.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Where things stand: on pages of their own, or all on one page. */
export interface Links {
  claim(claim: Pick<Claim, 'id' | 'documentId'>): string;
  /** Null: a question has no page of its own. */
  group(id: string): string | null;
}

/** Looks up what people call a thing. */
export interface Names {
  /** Without them: the pages of what is stored. */
  links?: Links;
  outlet(id: string): string;
  origin(key: string): string;
  scope(id: string): string;
  /** A sentence with names in it, as this page writes names. */
  sentence(text: string): string;
}

/** What marks an invented outlet; a page that says at its head that all its outlets are invented leaves it out. */
const MARK = / \(sample\)/g;

export const withoutMark = (text: string, sample: boolean): string =>
  sample ? text.replace(MARK, '') : text;

/** What the articles call their sources, by key. */
const namesIn = (claims: Iterable<Claim>): ReadonlyMap<string, string> =>
  new Map(
    [...claims].flatMap((claim) => claim.attribution.chain.map(({ key, name }) => [key, capital(name)])),
  );

/**
 * Names out of the vocabulary, the outlets and the claims at hand; an id that nobody named is made readable.
 * An origin such as "harbour-post/anonymous" is somebody whom only that outlet cites. `sample`: the page says so itself.
 */
export function nameThings(
  vocabulary: Vocabulary,
  outlets: ReadonlyMap<string, Outlet>,
  claims: Iterable<Claim>,
  sample = false,
): Names {
  const said = namesIn(claims);
  const { populations, places, causes, actors, sources } = vocabulary;
  const sentence = (text: string) => withoutMark(text, sample);
  const outlet = (id: string) =>
    sentence(outlets.get(id)?.name ?? vocabulary.outlets.get(id)?.name ?? humanise(id));
  const isOutlet = (id: string) => outlets.has(id) || vocabulary.outlets.has(id);
  const origin = (key: string): string => {
    const [citing = '', source] = key.split('/', 2);
    if (source !== undefined && isOutlet(citing))
      return `${source === 'anonymous' ? 'unnamed source' : origin(source)} of ${outlet(citing)}`;
    return sources.get(key)?.name ?? (isOutlet(key) ? outlet(key) : (said.get(key) ?? humanise(key)));
  };
  return {
    outlet,
    origin,
    scope: (id) => {
      const taxonomy = [populations, places, causes, actors].find(({ nodes }) => nodes.get(id)?.name);
      return taxonomy === undefined ? humanise(id) : nameOf(taxonomy, id);
    },
    sentence,
  };
}

/** Where a claim's words stand. */
export const linkToClaim = (claim: Pick<Claim, 'id' | 'documentId'>): string =>
  `/documents/${encodeURIComponent(claim.documentId)}#${encodeURIComponent(claim.id)}`;

/** The page of a question. */
export const linkToGroup = (id: string): string => `/groups/${encodeURIComponent(id)}`;
/** The page of an outlet. */
export const linkToOutlet = (id: string): string => `/outlets/${encodeURIComponent(id)}`;

const STORED: Links = { claim: linkToClaim, group: linkToGroup };
export const linksOf = (names: Names): Links => names.links ?? STORED;

/** An address that may be linked to: http and https only. */
export const safeLink = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null;
