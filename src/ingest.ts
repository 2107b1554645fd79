/**
 * Ingest: the flow with its effects.
 *
 *   takes  what users hand in, and a store
 *   gives  stored documents, and every topic they touch reconciled
 *   never  leaves a document half-written, or a topic clean that is not
 */
import type { DocumentInput } from './document/document.ts';
import { resolveOutlet } from './document/resolve-outlet.ts';
import { CrosscheckError } from './errors.ts';
import { canonicalJson } from './identity.ts';
import { extract, reconcile } from './pipeline.ts';
import type { Reconciliation, Store } from './store/store.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** What became of a document. `replaced`: the same id came with other content. */
export interface Taken {
  id: string;
  topic: string;
  status: 'added' | 'unchanged' | 'replaced';
  claims: number;
}

/** What a reconciliation is made ready from, to be sent as it is. */
export type ViewInput = Reconciliation & NonNullable<Awaited<ReturnType<Store['topicInput']>>>;

export interface IngestOptions {
  /** The time to record. */
  now: Date;
  /** The documents are samples; their outlets are invented. */
  sample?: boolean | undefined;
  /** Writes the ready consensus view. It must hold no time of its own, or the same claims would look changed. */
  view?: ((input: ViewInput) => string) | undefined;
}

export interface Settled {
  settled: string[];
  /** Topics that could not be reconciled; they stay dirty. */
  failed: { topic: string; error: unknown }[];
}

const plainView = ({ topic, consensus }: ViewInput): string =>
  canonicalJson({ topic, data: consensus, next: null });

async function settleTopic(
  store: Store,
  vocabulary: Vocabulary,
  topic: string,
  { now, view = plainView }: IngestOptions,
): Promise<void> {
  const input = await store.topicInput(topic);
  if (!input) return;
  const result = reconcile(topic, input.documents, input.claims, vocabulary);
  const options = { revision: input.revision, at: now.toISOString() };
  await store.saveReconciliation(result, view({ ...input, ...result }), options);
}

/**
 * Reconciles every topic whose claims changed; with `topics`, only those of them. One that fails does not keep the
 * others from being settled.
 */
export async function settle(
  store: Store,
  vocabulary: Vocabulary,
  options: IngestOptions & { topics?: ReadonlySet<string> },
): Promise<Settled> {
  const dirty = await store.dirtyTopics();
  const answer: Settled = { settled: [], failed: [] };
  for (const topic of dirty.filter((id) => options.topics?.has(id) ?? true)) {
    try {
      await settleTopic(store, vocabulary, topic, options);
      answer.settled.push(topic);
    } catch (error) {
      answer.failed.push({ topic, error });
    }
  }
  return answer;
}

/**
 * Reads a document and stores it with its claims; reconciles nothing. Notes the topics it touches in `touched`.
 * @throws CrosscheckError 'invalid-document' when it has no text, or cannot be kept
 */
async function take(
  store: Store,
  vocabulary: Vocabulary,
  input: DocumentInput,
  sample: boolean,
  touched: Set<string>,
): Promise<Taken> {
  if (input.text === undefined && input.html === undefined) {
    const message = 'An address must be fetched first: give the text or html that it leads to.';
    throw new CrosscheckError('invalid-document', message, { errors: [{ path: 'text', message }] });
  }
  // Only an id that a user gave can come again under another topic.
  const old = input.id === undefined ? null : await store.document(input.id);
  const { document, claims } = extract(input, vocabulary);
  const outlet = resolveOutlet(input.outlet, vocabulary);
  const { added, replaced } = await store.addDocument({
    document,
    claims,
    outlet: { ...outlet, sample: outlet.sample || sample },
  });
  for (const topic of [old?.topic ?? document.topic, document.topic]) touched.add(topic);
  const status = replaced ? 'replaced' : added ? 'added' : 'unchanged';
  return { id: document.id, topic: document.topic, status, claims: claims.length };
}

const couldNotSettle = (topic: string, cause: unknown): CrosscheckError =>
  new CrosscheckError('internal', `The document is kept, but its topic "${topic}" could not be reconciled.`, {
    cause,
  });

/**
 * Reads, stores and reconciles documents; one result for each, in order. What fails is a result and keeps no other
 * from being taken. The same documents again change nothing.
 */
export async function ingestAll(
  store: Store,
  vocabulary: Vocabulary,
  inputs: readonly DocumentInput[],
  options: IngestOptions,
): Promise<(Taken | { error: unknown })[]> {
  const topics = new Set<string>();
  const results: (Taken | { error: unknown })[] = [];
  for (const input of inputs) {
    try {
      results.push(await take(store, vocabulary, input, options.sample ?? false, topics));
    } catch (error) {
      results.push({ error });
    }
  }
  const { failed } = await settle(store, vocabulary, { ...options, topics });
  const causes = new Map(failed.map(({ topic, error }) => [topic, error]));
  return results.map((result) =>
    'topic' in result && causes.has(result.topic)
      ? { error: couldNotSettle(result.topic, causes.get(result.topic)) }
      : result,
  );
}

/**
 * Reads, stores and reconciles one document.
 * @throws CrosscheckError 'invalid-document' when it cannot be read or kept, 'internal' when it is kept but its topic
 * could not be reconciled: the topic stays dirty
 */
export async function ingest(
  store: Store,
  vocabulary: Vocabulary,
  input: DocumentInput,
  options: IngestOptions,
): Promise<Taken> {
  const [result] = await ingestAll(store, vocabulary, [input], options);
  if (!result || 'error' in result)
    throw result?.error ?? new CrosscheckError('internal', 'Nothing was taken.');
  return result;
}
