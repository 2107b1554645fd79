/**
 * Jobs: work that goes on beside an answer.
 *
 *   takes  documents, and topics whose claims changed
 *   gives  stored claims and ready views
 *   never  leaves a document half written: the store takes it with all its claims or not at all
 */
import type { DocumentInput } from '../document/document.ts';
import { resolveOutlet } from '../document/resolve-outlet.ts';
import { CrosscheckError } from '../errors.ts';
import type { Fetched } from '../outside/fetch.ts';
import { extract, reconcile } from '../pipeline.ts';
import type { Store } from '../store/store.ts';
import { consensusDocument } from '../view/consensus-view.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

export interface IngestServices {
  store: Store;
  vocabulary: Vocabulary;
  now: () => Date;
  /** Fetches an address; it throws CrosscheckError. */
  fetchPage: (url: string) => Promise<Fetched>;
}

/** What became of one document. `replaced`: the same id came with other content. */
export type IngestOutcome =
  | { id: string; topic: string; status: 'added' | 'unchanged' | 'replaced'; claims: number }
  | { error: CrosscheckError };

async function withContent(input: DocumentInput, services: IngestServices): Promise<DocumentInput> {
  if (input.text !== undefined || input.html !== undefined || !input.url) return input;
  const page = await services.fetchPage(input.url);
  if (page.kind === 'html') return { ...input, html: page.content };
  if (page.kind === 'text') return { ...input, text: page.content };
  throw new CrosscheckError('invalid-document', `${input.url} is a ${page.kind}, not an article.`);
}

async function ingestOne(input: DocumentInput, services: IngestServices): Promise<IngestOutcome> {
  const { store, vocabulary } = services;
  const { document, claims } = extract(await withContent(input, services), vocabulary);
  if (document.text.trim() === '')
    throw new CrosscheckError('invalid-document', 'No article was found in it. Give its text instead.');
  const outlet = resolveOutlet(input.outlet, vocabulary);
  const { added, replaced } = await store.addDocument({ document, claims, outlet });
  const status = replaced ? 'replaced' : added ? 'added' : 'unchanged';
  return { id: document.id, topic: document.topic, status, claims: claims.length };
}

const asOutcome = (cause: unknown): IngestOutcome => ({
  error:
    cause instanceof CrosscheckError
      ? cause
      : new CrosscheckError('internal', 'The document could not be read; this was not foreseen.', { cause }),
});

/**
 * The two verbs of writing. `ingest` reads and stores documents, one outcome each, in order, and settles; `take` does
 * not settle. `settle` reconciles every topic whose claims changed; calls at the same time share the work.
 */
export function createIngest(services: IngestServices) {
  const { store, vocabulary, now } = services;
  let settling: Promise<void> = Promise.resolve();

  async function settleTopic(topic: string): Promise<void> {
    const input = await store.topicInput(topic);
    if (!input) return;
    const { documents, claims, revision } = input;
    const result = reconcile(topic, documents, claims, vocabulary);
    const view = consensusDocument({ ...result, documents, claims });
    await store.saveReconciliation(result, view, { revision, at: now().toISOString() });
  }

  async function settleAll(): Promise<void> {
    for (const topic of await store.dirtyTopics()) await settleTopic(topic);
  }

  const settle = (): Promise<void> => {
    const next = settling.then(settleAll, settleAll);
    settling = next;
    return next;
  };

  async function take(inputs: readonly DocumentInput[]): Promise<IngestOutcome[]> {
    const outcomes: IngestOutcome[] = [];
    for (const input of inputs) outcomes.push(await ingestOne(input, services).catch(asOutcome));
    return outcomes;
  }

  async function ingest(inputs: readonly DocumentInput[]): Promise<IngestOutcome[]> {
    const outcomes = await take(inputs);
    if (outcomes.some((outcome) => 'id' in outcome)) await settle();
    return outcomes;
  }

  return { ingest, take, settle };
}
