import type { Claim } from '../../claim/claim.ts';
import type { Document } from '../../document/document.ts';
import { selectorsOf } from '../selectors.ts';

/** Where the words for relations are explained, on any server. */
export const RELATIONS_PATH = '/ns/relations';

/** What linked data needs beside the rows themselves. */
export interface World {
  /** Address of this server. */
  readonly base: string;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly documents: ReadonlyMap<string, Pick<Document, 'url' | 'title' | 'text'>>;
  /** What an outlet is called. */
  readonly outlet: (id: string) => string;
}

/** schema.org for what it has words for, ours for relations, Web Annotation for places in a text. */
export const contextOf = (base: string) => ({
  '@vocab': 'https://schema.org/',
  relation: { '@id': `${base}${RELATIONS_PATH}#relation`, '@type': '@id' },
  rel: `${base}${RELATIONS_PATH}#`,
  oa: 'http://www.w3.org/ns/oa#',
});

export const urnOf = (kind: 'claim' | 'group' | 'finding', id: string): string =>
  `urn:crosscheck:${kind}:${id}`;

/** The article that a claim stands in, with the exact words and their place. */
export function appearanceOf(claim: Claim, { base, documents, outlet }: World) {
  const document = documents.get(claim.documentId);
  const [words, place] = selectorsOf(claim.evidence, document?.text ?? '');
  return {
    '@type': 'NewsArticle',
    url: document?.url ?? `${base}/documents/${encodeURIComponent(claim.documentId)}`,
    ...(document?.title ? { headline: document.title } : {}),
    datePublished: claim.publishedAt,
    publisher: { '@type': 'Organization', name: outlet(claim.outlet) },
    text: words.exact,
    'oa:hasSelector': [
      {
        '@type': 'oa:TextQuoteSelector',
        'oa:exact': words.exact,
        'oa:prefix': words.prefix,
        'oa:suffix': words.suffix,
      },
      { '@type': 'oa:TextPositionSelector', 'oa:start': place.start, 'oa:end': place.end },
    ],
  };
}
