import type { AttributionNode, Claim } from '../claim/claim.ts';
import { creditsOf } from '../document/credit.ts';
import type { Document } from '../document/document.ts';
import { byCodePoint, slug } from '../identity.ts';
import { afresh, onceEach, remember } from '../remember.ts';
import type { Offices } from '../vocabulary/offices.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { officeFinder, type SpokenFor } from './spoken-for.ts';
import { findTextReuse, type TextReuse } from './text-reuse.ts';

/** What tells who stands behind the claims of a topic, worked out once for all its groups. */
export interface Sources {
  readonly reuse: TextReuse;
  /** The publisher whose text a document says that it prints, by document id. */
  readonly credits: ReadonlyMap<string, string>;
  /** The outlet or agency that a link of an attribution chain names; null when it is none. */
  readonly publisherOf: (node: AttributionNode) => string | null;
  /** The publisher that is known by the name of an outlet: "reuters.com" is Reuters. Itself otherwise. */
  readonly publisherNamed: (outlet: string) => string;
  readonly isAgency: (outlet: string) => boolean;
  /** The office that a link of an attribution chain speaks for; null when its words tell none. */
  readonly officeOf: (node: AttributionNode) => SpokenFor | null;
  readonly offices: Offices;
  /** Who owns an outlet; itself when nobody is known to. */
  readonly ownerOf: (outlet: string) => string;
}

/** "the Meridian Wire news agency", "meridian-wire" and "meridianwire.com" name one publisher. */
const plain = remember((name: string): string =>
  slug(name)
    .replace(/^(?:the|www\.)-?/, '')
    .replace(/\.(?:com?|org|net|info|news|[a-z]{2})(?:\.[a-z]{2})?$/, '')
    .replace(/-(?:(?:news-)?agency|newspaper|newswire|website|channel|television|tv|daily)$/, '')
    .replaceAll('-', ''),
);

type Publishers = Map<string, string | null>;

function addName(publishers: Publishers, name: string, id: string): void {
  const key = plain(name);
  const known = publishers.get(key);
  if (key !== '') publishers.set(key, known === undefined || known === id ? id : null);
}

/** Those of the vocabulary, gathered once. */
const knownPublishers = onceEach((vocabulary: Vocabulary): ReadonlyMap<string, string | null> => {
  const publishers: Publishers = new Map();
  for (const { id, name, aliases } of vocabulary.outlets.values()) {
    for (const one of new Set([id, name, ...aliases])) addName(publishers, one, id);
  }
  return publishers;
});

/** Publishers by their plain names; a name that two of them share names neither. */
function indexPublishers(
  documents: readonly Document[],
  vocabulary: Vocabulary,
): (name: string) => string | null {
  const known = knownPublishers(vocabulary);
  const others = new Map<string, string | null>();
  for (const { outlet } of documents) {
    if (vocabulary.outlets.has(outlet)) continue;
    // What the vocabulary calls by this name is the same publisher: apnews.com and AP.
    if (!known.has(plain(outlet))) addName(others, outlet, outlet);
  }
  return (name) => known.get(plain(name)) ?? others.get(plain(name)) ?? null;
}

const MAY_PUBLISH: ReadonlySet<AttributionNode['kind']> = new Set(['agency', 'outlet', 'unknown']);

/** Pure: the order of documents and claims does not matter. `recall`: of the run before for this topic. */
export function findSources(
  documents: readonly Document[],
  claims: readonly Claim[],
  vocabulary: Vocabulary,
  recall = afresh,
): Sources {
  const publisher = indexPublishers(documents, vocabulary);
  const publishers = new Map<string, string>();
  const publisherNamed = (outlet: string): string => {
    const known = publishers.get(outlet) ?? publisher(outlet) ?? outlet;
    publishers.set(outlet, known);
    return known;
  };
  const isAgency = (outlet: string): boolean => vocabulary.outlets.get(outlet)?.kind === 'agency';
  const credits = new Map<string, string>();
  for (const document of documents) {
    const own = publisherNamed(document.outlet);
    const named = creditsOf(document).flatMap(({ name, inDateline }) => {
      const id = publisher(name);
      return id !== null && id !== own && (inDateline || isAgency(id)) ? [id] : [];
    });
    const [first] = named.sort((a, b) => Number(isAgency(b)) - Number(isAgency(a)) || byCodePoint(a, b));
    if (first !== undefined) credits.set(document.id, first);
  }
  return {
    reuse: findTextReuse(documents, claims, vocabulary.rules.independence, recall),
    credits,
    publisherOf: ({ key, name, kind }) =>
      MAY_PUBLISH.has(kind) ? (publisher(key) ?? publisher(name)) : null,
    publisherNamed,
    isAgency,
    officeOf: officeFinder(vocabulary),
    offices: vocabulary.offices,
    ownerOf: (outlet) => vocabulary.outlets.get(publisherNamed(outlet))?.owner ?? outlet,
  };
}
