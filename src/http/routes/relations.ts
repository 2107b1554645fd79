import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { linkRelations, RELATION_WORDS } from '../../view/linked/relations.ts';
import { STYLE } from '../../web/assets.ts';
import { renderPage } from '../../web/layout.tsx';
import { RelationsPage } from '../../web/relations-page.tsx';
import { baseUrl } from '../base-url.ts';
import { sendText } from '../guards/etag.ts';
import type { Env } from '../services.ts';

const asData = (c: Context<Env>): Response =>
  sendText(c, JSON.stringify(linkRelations(baseUrl(c))), 'application/ld+json');

/** The vocabulary of relations: a page to people, JSON-LD to programs, at an address that stays. */
export function addRelations(app: OpenAPIHono<Env>): void {
  const page = renderPage(RelationsPage({ words: RELATION_WORDS, style: STYLE }));
  app.get('/ns/relations', (c) => {
    c.header('Vary', 'Accept', { append: true });
    const accept = c.req.header('accept') ?? '';
    return accept.includes('text/html') ? sendText(c, page, 'text/html; charset=utf-8') : asData(c);
  });
  app.get('/ns/relations.jsonld', asData);
}
