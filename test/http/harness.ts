import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { DocumentInput } from '../../src/document/document.ts';
import { CrosscheckError } from '../../src/errors.ts';
import { createApp } from '../../src/http/app.ts';
import type { IngestResult, Services } from '../../src/http/services.ts';
import { contentId, slug } from '../../src/identity.ts';
import { ingestRows } from '../../src/ingest.ts';
import { createFeed } from '../../src/jobs/feed.ts';
import { watchChanges } from '../../src/jobs/watch-changes.ts';
import { makeKey, type Scope } from '../../src/key/key.ts';
import { createLookBack } from '../../src/look-back.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { aClaim, aDocument } from './builders.ts';

/** An answer whose JSON is looked into freely: its shape is what the tests are about. */
export interface Answer extends Response {
  // biome-ignore lint/suspicious/noExplicitAny: see above
  json(): Promise<any>;
}

export const BODY_LIMIT = 200_000;

async function ingestOne(store: Store, input: DocumentInput): Promise<IngestResult> {
  const text = input.text ?? '';
  if (text.includes('UNREADABLE'))
    return { error: new CrosscheckError('invalid-document', 'It has no words.') };
  const outlet = slug(input.outlet) || 'outlet';
  const document = aDocument({
    id: input.id ?? contentId('doc', outlet, text),
    outlet,
    topic: slug(input.topic ?? '') || 'unsorted',
    url: input.url ?? null,
    title: input.title ?? null,
    text,
    blocks: [{ kind: 'body', start: 0, end: text.length, language: 'en' }],
  });
  const claims = text.includes('Ten people were killed')
    ? [aClaim(document, 'Ten people were killed', 'Ten')]
    : [];
  const { added, replaced } = await store.addDocument({
    document,
    claims,
    outlet: { id: outlet, name: input.outlet, owner: null, kind: 'outlet', sample: false },
  });
  const status = replaced ? 'replaced' : added ? 'added' : 'unchanged';
  return { id: document.id, topic: document.topic, status, claims: claims.length };
}

/** Stores what comes in, with one claim for "Ten people were killed"; a failure is a result. */
const ingestInto =
  (store: Store) =>
  async (inputs: readonly DocumentInput[]): Promise<IngestResult[]> => {
    const results: IngestResult[] = [];
    for (const input of inputs)
      results.push(
        await ingestOne(store, input).catch((error: unknown) => {
          if (error instanceof CrosscheckError) return { error };
          throw error;
        }),
      );
    return results;
  };

/** Makes a key with these scopes; resolves to the headers that show it. */
export async function addKey(store: Store, ...scopes: Scope[]): Promise<Record<string, string>> {
  const { key, record } = makeKey(
    { name: scopes.join(' '), scopes, expiresAt: null },
    '2025-11-04T09:00:00Z',
  );
  await store.addKey(record);
  return { authorization: `Bearer ${key}` };
}

/** A fresh app over a fresh SQLite store for the tests of one file; what the app logged is in `logged`. */
export function withApp(prepare: (store: Store) => Promise<void> = async () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-http-'));
  const logged: unknown[] = [];
  const note = (...parts: unknown[]) => void logged.push(parts);
  const here = { logged, path: join(folder, 'test.db') } as {
    logged: unknown[];
    /** Of the database. */
    path: string;
    store: Store;
    services: Services;
    app: ReturnType<typeof createApp>;
    get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
    /** Headers that show a key which opens everything. */
    keyed: Record<string, string>;
    /** Any call, with a key that opens everything. */
    ask: (method: string, path: string, init?: RequestInit) => Promise<Answer>;
    post: (body: unknown, type?: string, headers?: Record<string, string>) => Promise<Answer>;
  };
  beforeAll(async () => {
    here.store = await openStore({ path: here.path });
    await prepare(here.store);
    here.services = {
      store: here.store,
      vocabulary: loadVocabulary(),
      config: {
        ...readConfig({}),
        bodyLimit: BODY_LIMIT,
      },
      feed: createFeed(here.store, { most: 3, heartbeat: 50, watch: watchChanges(here.store, 20) }),
      now: () => new Date('2025-11-04T10:00:00Z'),
      log: { debug: note, info: note, warn: note, error: note } as Services['log'],
      ingest: ingestInto(here.store),
      ingestRows: (rows) =>
        ingestRows(here.store, here.services.vocabulary, rows, { now: here.services.now() }),
      settle: async () => {},
      lookBack: createLookBack(here.store, loadVocabulary()),
    };
    here.app = createApp(here.services);
    here.keyed = await addKey(here.store, 'admin');
    here.ask = async (method, path, init = {}) =>
      here.app.request(path, { ...init, method, headers: { ...here.keyed, ...init.headers } } as RequestInit);
    here.get = async (path, headers = {}) => here.app.request(path, { headers });
    here.post = async (body, type = 'application/json', headers = {}) =>
      here.app.request('/v1/documents', {
        method: 'POST',
        headers: { ...here.keyed, 'content-type': type, ...headers },
        body:
          typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream
            ? (body as string)
            : JSON.stringify(body),
        duplex: 'half',
      } as RequestInit);
  });
  afterAll(async () => {
    here.services.feed.close();
    await here.store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return here;
}

/** A wholesome input. */
export const anInput = (own: Record<string, unknown> = {}) => ({
  outlet: 'Harbour Post',
  topic: 'harbour flood',
  publishedAt: '2025-11-03T08:00:00Z',
  text: 'Ten people were killed in the old harbour.',
  ...own,
});
