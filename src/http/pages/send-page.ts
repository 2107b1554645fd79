import type { Context } from 'hono';
import type { Claim } from '../../claim/claim.ts';
import type { Finding } from '../../finding/finding.ts';
import type { Store } from '../../store/store.ts';
import { type Abilities, renderPage } from '../../web/layout.tsx';
import { baseUrl } from '../base-url.ts';
import { etagOf, sendText } from '../guards/etag.ts';
import type { Env } from '../services.ts';

/** A page, with what the server offers to scripts. */
export type ShowPage = (c: Context<Env>, abilities: Abilities) => Promise<Response>;

export const sendPage = (c: Context<Env>, page: Parameters<typeof renderPage>[0]): Response =>
  sendText(c, renderPage(page), 'text/html; charset=utf-8');

/** How far the sequence of changes goes now. Asked for before a page is read, so that no change falls in between. */
export const placeNow = async (store: Store): Promise<string> =>
  (await store.changes({}, { since: 'now', limit: 1 })).cursor;

/** A page that says from which change on it listens. It is the same page while nothing but that place differs. */
export function sendLivePage(
  c: Context<Env>,
  page: Parameters<typeof renderPage>[0],
  since: string,
): Response {
  const html = renderPage(page);
  return sendText(c, html, 'text/html; charset=utf-8', etagOf(html.replace(since, '')));
}

/** What a page says of how it is embedded: nothing where looking needs a key, which must never stand in a page. */
export const embedBase = (c: Context<Env>): string | null =>
  c.get('services').config.reading === 'open' ? baseUrl(c) : null;

/** A parameter of the address; what is empty in a form was not asked for. */
export function asked(c: Context<Env>, name: string): string | undefined {
  const text = c.req.query(name)?.trim();
  return text === undefined || text === '' ? undefined : text.slice(0, 300);
}

/** One of a closed list, or nothing: an address that is typed wrongly shows everything. */
export const askedOf = <Name extends string>(
  c: Context<Env>,
  name: string,
  options: readonly Name[],
): Name | undefined => options.find((each) => each === asked(c, name));

/** The claims that findings are about, and the texts of their articles: a query each. */
export async function readFindings(
  store: Store,
  findings: readonly Finding[],
  known: ReadonlyMap<string, Claim> = new Map(),
): Promise<{ claims: Map<string, Claim>; texts: Map<string, string> }> {
  const claims = new Map(known);
  const missing = findings.flatMap((finding) => finding.claims).filter((id) => !claims.has(id));
  for (const claim of await store.claimsById([...new Set(missing)])) claims.set(claim.id, claim);
  const about = findings.flatMap((finding) => finding.claims).flatMap((id) => claims.get(id) ?? []);
  const ids = [...new Set(about.map((claim) => claim.documentId))];
  const documents = await store.documentsById(ids);
  return {
    claims,
    texts: new Map(documents.map(({ id, text }) => [id, text])),
  };
}
