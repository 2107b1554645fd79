import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Claim } from '../../claim/claim.ts';
import { CrosscheckError, ERRORS } from '../../errors.ts';
import { Tier } from '../../finding/finding.ts';
import type { ConsensusView } from '../../view/consensus-view.ts';
import { ASSETS, STYLE } from '../../web/assets.ts';
import { DocsPage } from '../../web/docs/docs-page.tsx';
import { DocumentPage } from '../../web/document-page.tsx';
import { HomePage } from '../../web/home-page.tsx';
import { renderPage } from '../../web/layout.tsx';
import { TopicPage } from '../../web/topic-page.tsx';
import { nameThings } from '../../web/web.ts';
import type { ApiDocument } from '../api-document.ts';
import { sendText } from '../guards/etag.ts';
import { outletsOf } from '../read-names.ts';
import type { Env } from '../services.ts';
import { claimsOf } from './documents.ts';

const SHOWN = { topics: 100, documents: 200, claims: 500, foremost: 5 } as const;
/** The most severe findings of a tier that a page holds; the API has them all. */
const SHOWN_OF: Record<Tier, number> = { conflict: 60, check: 40, explained: 25 };

const sendPage = (c: Context<Env>, page: Parameters<typeof renderPage>[0]): Response =>
  sendText(c, renderPage(page), 'text/html; charset=utf-8');

async function showHome(c: Context<Env>): Promise<Response> {
  const after = c.req.query('after');
  const { store } = c.get('services');
  const [topics, foremost] = await Promise.all([
    store.topics({ limit: SHOWN.topics, after }),
    store.findings({ tiers: ['conflict'] }, { limit: SHOWN.foremost }),
  ]);
  return sendPage(c, HomePage({ topics, foremost: foremost.data, style: STYLE }));
}

async function showTopic(c: Context<Env>): Promise<Response> {
  const { store, vocabulary } = c.get('services');
  const id = c.req.param('topic') ?? '';
  const topic = await store.topic(id);
  if (topic === null) throw new CrosscheckError('not-found', 'There is no such topic.');
  const [ready, recent, documents, ...tiers] = await Promise.all([
    store.view(id, 'consensus'),
    store.claims({ topic: id }, { limit: SHOWN.claims }),
    store.documents({ topic: id }, { limit: SHOWN.documents }),
    ...Tier.options.map((tier) => store.findings({ topic: id, tiers: [tier] }, { limit: SHOWN_OF[tier] })),
  ]);
  const view = ready === null ? null : (JSON.parse(ready.json) as ConsensusView);
  const consensus = view?.data ?? [];
  const findings = tiers.flatMap((page) => page.data);
  const claims = new Map<string, Claim>(recent.data.map((claim) => [claim.id, claim]));
  const missing = findings.flatMap((finding) => finding.claims).filter((each) => !claims.has(each));
  for (const claim of await store.claimsById([...new Set(missing)])) claims.set(claim.id, claim);
  const outlets = await outletsOf(store, [
    ...documents.data.map((document) => document.outlet),
    ...consensus.flatMap((row) => row.positions.flatMap((position) => position.outlets)),
  ]);
  return sendPage(
    c,
    TopicPage({
      topic,
      consensus,
      findings,
      counts: {
        conflict: view?.counts.conflicts ?? 0,
        check: view?.counts.checks ?? 0,
        explained: view?.counts.explained ?? 0,
      },
      claims,
      documents: documents.data,
      names: nameThings(vocabulary, outlets, claims.values(), topic.sample),
      style: STYLE,
    }),
  );
}

async function showDocument(c: Context<Env>): Promise<Response> {
  const { store, vocabulary } = c.get('services');
  const id = c.req.param('id') ?? '';
  const document = await store.document(id);
  if (document === null) throw new CrosscheckError('not-found', 'There is no such article.');
  const [claims, topic, outlets] = await Promise.all([
    claimsOf(store, id),
    store.topic(document.topic),
    outletsOf(store, [document.outlet]),
  ]);
  return sendPage(
    c,
    DocumentPage({
      document,
      claims,
      topicTitle: topic?.title ?? document.topic,
      sample: topic?.sample ?? false,
      names: nameThings(vocabulary, outlets, claims, topic?.sample),
      style: STYLE,
    }),
  );
}

function sendAsset(c: Context<Env>): Response {
  const asset = ASSETS.get(c.req.param('name') ?? '');
  if (asset === undefined) throw new CrosscheckError('not-found', 'There is no such file.');
  const response = sendText(c, asset.text, asset.type, asset.version);
  if (c.req.query('v') === asset.version)
    response.headers.set('Cache-Control', 'public, max-age=31536000, immutable');
  return response;
}

/** The pages for people. They are no part of the API: their HTML may change at any time. */
export function addPages(app: OpenAPIHono<Env>, api: ApiDocument): void {
  const errors = Object.entries(ERRORS).map(([code, { status, title }]) => ({ code, status, title }));
  const docs = renderPage(
    DocsPage({ api: api as unknown as Parameters<typeof DocsPage>[0]['api'], errors, style: STYLE }),
  );
  app.get('/', showHome);
  app.get('/topics/:topic', showTopic);
  app.get('/documents/:id', showDocument);
  app.get('/docs', (c) => sendText(c, docs, 'text/html; charset=utf-8'));
  app.get('/assets/:name', sendAsset);
}
