import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { compress } from 'hono/compress';
import { CrosscheckError, ERRORS } from '../../errors.ts';
import { ASSETS, STYLE } from '../../web/assets.ts';
import { DocsPage } from '../../web/docs/docs-page.tsx';
import { renderPage } from '../../web/layout.tsx';
import type { ApiDocument } from '../api-document.ts';
import { sendText } from '../guards/etag.ts';
import { requires } from '../guards/require-scope.ts';
import { showCheck } from '../pages/check.ts';
import { showCompare } from '../pages/compare.ts';
import { showDocument } from '../pages/document.ts';
import { sendEmbedScript, showEmbedded } from '../pages/embed.ts';
import { showGroup } from '../pages/group.ts';
import { showHome } from '../pages/home.ts';
import { showOutlet, showOutlets } from '../pages/outlets.ts';
import { showSearch } from '../pages/search.ts';
import type { ShowPage } from '../pages/send-page.ts';
import { showFindings, showTopic } from '../pages/topic.ts';
import type { Env } from '../services.ts';

function sendAsset(c: Context<Env>): Response {
  const asset = ASSETS.get(c.req.param('name') ?? '');
  if (asset === undefined) throw new CrosscheckError('not-found', 'There is no such file.');
  const response = sendText(c, asset.text, asset.type, asset.version);
  if (c.req.query('v') === asset.version)
    response.headers.set('Cache-Control', 'public, max-age=31536000, immutable');
  return response;
}

/** Pages that are read, by their address. */
const PAGES: readonly (readonly [path: string, show: ShowPage])[] = [
  ['/', showHome],
  ['/topics/:topic', showTopic],
  ['/topics/:topic/findings', showFindings],
  ['/groups/:id', showGroup],
  ['/documents/:id', showDocument],
  ['/outlets', showOutlets],
  ['/outlets/:id', showOutlet],
  ['/search', showSearch],
  ['/compare', showCompare],
  ['/check', showCheck],
];

/** The pages for people. They are no part of the API: their HTML may change at any time. */
export function addPages(app: OpenAPIHono<Env>, api: ApiDocument): void {
  const errors = Object.entries(ERRORS).map(([code, { status, title }]) => ({ code, status, title }));
  const docs = renderPage(
    DocsPage({ api: api as unknown as Parameters<typeof DocsPage>[0]['api'], errors, style: STYLE }),
  );
  const paths = new Set(app.routes.map(({ path }) => path));
  const abilities = { events: paths.has('/v1/events'), reviews: paths.has('/v1/findings/:id/reviews') };
  const packed = compress();
  for (const [path, show] of PAGES) app.get(path, packed, (c) => show(c, abilities));
  app.post('/compare', requires('read'), packed, (c) => showCompare(c, abilities));
  app.post('/check', requires('read'), packed, (c) => showCheck(c, abilities));
  app.get('/docs', packed, (c) => sendText(c, docs, 'text/html; charset=utf-8'));
  app.get('/embed.js', packed, sendEmbedScript);
  app.get('/embed/topics/:topic', packed, showEmbedded);
  app.get('/assets/:name', packed, sendAsset);
}
