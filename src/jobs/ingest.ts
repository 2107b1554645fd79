/**
 * Jobs: work that goes on beside an answer.
 *
 *   takes  documents, and topics whose claims changed
 *   gives  stored claims and ready views
 *   never  leaves a document half written: the store takes it with all its claims or not at all
 */
import type { ClaimInput } from '../claim/claim-input.ts';
import type { DocumentInput } from '../document/document.ts';
import { CrosscheckError } from '../errors.ts';
import {
  ingestAll,
  ingestRows as ingestAllRows,
  type Outcome,
  settle as settleTopics,
  takeAll,
} from '../ingest.ts';
import type { Fetched } from '../outside/fetch.ts';
import type { Store } from '../store/store.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

export interface IngestServices {
  store: Store;
  vocabulary: Vocabulary;
  now: () => Date;
  /** Fetches an address; it throws CrosscheckError. */
  fetchPage: (url: string) => Promise<Fetched>;
}

async function withContent(input: DocumentInput, services: IngestServices): Promise<DocumentInput> {
  if (input.text !== undefined || input.html !== undefined || !input.url) return input;
  const page = await services.fetchPage(input.url);
  if (page.kind === 'html') return { ...input, html: page.content };
  if (page.kind === 'text') return { ...input, text: page.content };
  throw new CrosscheckError('invalid-document', `${input.url} is a ${page.kind}, not an article.`);
}

/**
 * The verbs of writing. `ingest` reads and stores documents, one outcome each, in order, and settles their topics;
 * `take` does not settle; `ingestRows` does the same for structured rows. `settle` reconciles every topic whose claims changed, one call after the other, and throws
 * at the end when one of them failed.
 */
export function createIngest(services: IngestServices) {
  const { store, vocabulary, now } = services;
  const content = (input: DocumentInput) => withContent(input, services);
  let settling: Promise<void> = Promise.resolve();

  async function settleAll(): Promise<void> {
    const { failed } = await settleTopics(store, vocabulary, { now: now() });
    const [first] = failed;
    if (!first) return;
    const names = failed.map(({ topic }) => `"${topic}"`).join(', ');
    throw new CrosscheckError('internal', `Not reconciled: ${names}.`, { cause: first.error });
  }

  const settle = (): Promise<void> => {
    const next = settling.then(settleAll, settleAll);
    settling = next;
    return next;
  };

  const take = async (inputs: readonly DocumentInput[]): Promise<Outcome[]> =>
    (await takeAll(store, vocabulary, inputs, content)).outcomes;

  const ingest = (inputs: readonly DocumentInput[]): Promise<Outcome[]> =>
    ingestAll(store, vocabulary, inputs, { now: now(), content });

  const ingestRows = (rows: readonly ClaimInput[]) => ingestAllRows(store, vocabulary, rows, { now: now() });

  return { ingest, ingestRows, take, settle };
}
