import type { Context } from 'hono';
import type { Claim } from '../claim/claim.ts';
import type { World } from '../view/linked/context.ts';
import { baseUrl } from './base-url.ts';
import { outletsOf } from './read-names.ts';
import type { Env } from './services.ts';

const PAGE = 500;

/** The claims of these ids, in portions that the store takes. */
export async function claimsById(c: Context<Env>, ids: Iterable<string>): Promise<Claim[]> {
  const { store } = c.get('services');
  const wanted = [...new Set(ids)];
  const found: Claim[] = [];
  for (let from = 0; from < wanted.length; from += PAGE)
    found.push(...(await store.claimsById(wanted.slice(from, from + PAGE))));
  return found;
}

/** What linked data needs of the store: the claims at hand, their articles and the names of their outlets. */
export async function worldOf(c: Context<Env>, claims: readonly Claim[]): Promise<World> {
  const { store } = c.get('services');
  const [documents, outlets] = await Promise.all([
    store.documentsById(claims.map((claim) => claim.documentId)),
    outletsOf(
      store,
      claims.map((claim) => claim.outlet),
    ),
  ]);
  return {
    base: baseUrl(c),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    documents: new Map(documents.map((document) => [document.id, document])),
    outlet: (id) => outlets.get(id)?.name ?? id,
  };
}
