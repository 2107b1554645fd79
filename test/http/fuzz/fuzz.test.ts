import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIngest } from '../../../src/jobs/ingest.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Api, described } from '../described.ts';
import { withApp } from '../harness.ts';
import { CLAIMS, tellStory } from '../story.ts';
import { type FuzzedRequest, requestsTo } from './requests.ts';
import { type Values, valuesOf } from './values.ts';

/** Requests to each operation, and where they start: CROSSCHECK_FUZZ_RUNS=2000 CROSSCHECK_FUZZ_SEED=7 looks longer. */
const RUNS = Number(process.env['CROSSCHECK_FUZZ_RUNS'] ?? 40);
const SEED = Number(process.env['CROSSCHECK_FUZZ_SEED'] ?? 20_251_103);

const here = withApp(tellStory);
let api: Api;
let answers: ReturnType<typeof described>;
let values: Values;

/** Words and ids that are there, so that some requests find something. */
async function knownIn(store: Store): Promise<string[]> {
  const { data: findings } = await store.findings(
    { topic: 'harbour-flood', tiers: ['conflict'] },
    { limit: 5 },
  );
  return [
    ...[
      'harbour-flood',
      'doc_post',
      'coastal-wire',
      'people.killed',
      'people',
      'cairo',
      'whk_1',
      'killed',
      '0',
      'now',
    ],
    ...['2025-11-03', 'http://localhost/topics/harbour-flood', 'en'],
    ...findings.flatMap(({ id, groups }) => [id, ...groups]),
    ...CLAIMS.slice(0, 3).map(({ id }) => id),
  ];
}

beforeAll(async () => {
  const webhook = { url: 'https://example.org/', types: [], topics: [], description: '' };
  await here.store.addWebhook({ ...webhook, id: 'whk_1', secret: 'whsec_AAAA' });
  const { store, vocabulary, now } = here.services;
  const fetchPage = () =>
    Promise.resolve({ kind: 'text' as const, url: '', content: 'Ten people were killed.' });
  // The same flow as a server's, so that hostile articles are read and reconciled too.
  Object.assign(here.services, createIngest({ store, vocabulary, now, fetchPage } as never));
  api = await (await here.get('/openapi.json')).json();
  answers = described(api);
  values = valuesOf(api, await knownIn(store));
});

async function send(method: string, { address, headers, body }: FuzzedRequest): Promise<Response> {
  const init = { method: method.toUpperCase(), headers: { ...here.keyed, ...headers } };
  return here.app.request(address, body === undefined ? init : { ...init, body });
}

/** What the server wrote into its log of the failure that it answered with last. */
function causeOf(logged: readonly unknown[]): string {
  const causes = logged.flatMap((parts) => {
    const { err } = (parts as [{ err?: Error & { cause?: unknown } }])[0] ?? {};
    return err ? [`${err.stack} ${err.cause instanceof Error ? err.cause.stack : ''}`] : [];
  });
  return causes.at(-1) ?? '';
}

describe('whatever is sent to an operation', () => {
  it('is answered as the API document says: never with a failure of ours, and every error as a problem', async () => {
    let operations = 0;
    const statuses = new Map<number, number>();
    const found: string[] = [];
    for (const [path, methods] of Object.entries(api.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        operations += 1;
        const property = fc.asyncProperty(requestsTo(path, operation, values), async (request) => {
          const response = await send(method, request);
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          if (response.status === 500) throw new Error(`${await response.text()}\n${causeOf(here.logged)}`);
          const mistake = await answers.mistakeOf(response, method, path);
          if (mistake !== null) throw new Error(mistake);
        });
        const run = await fc.check(property, { seed: SEED, numRuns: RUNS });
        if (run.failed) found.push(`${String(run.errorInstance)}\n${fc.stringify(run.counterexample)}`);
      }
    }
    expect(found.join('\n\n')).toBe('');
    expect(operations).toBeGreaterThan(50);
    // It got through, was refused, and found nothing: each often enough to mean something.
    for (const status of [200, 201, 400, 404, 406, 415, 422])
      expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(RUNS / 10);
  }, 3_600_000);
});
