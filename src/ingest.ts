/**
 * Ingest: the flow with its effects.
 *
 *   takes  what users hand in, and a store
 *   gives  stored documents, and every topic they touch reconciled
 *   never  leaves a document half-written, or a topic clean that is not
 */
import type { ClaimInput } from './claim/claim-input.ts';
import { readClaimRow } from './claim/read-claim-row.ts';
import type { DocumentInput } from './document/document.ts';
import { UNSORTED } from './document/read-document.ts';
import { resolveOutlet } from './document/resolve-outlet.ts';
import { CrosscheckError } from './errors.ts';
import { extract, reconcile } from './pipeline.ts';
import { Memory, Shelf } from './remember.ts';
import { sortTopics } from './sort-topics.ts';
import type { Store } from './store/store.ts';
import { traitsOf } from './topic/traits.ts';
import { readyViews } from './view/ready-views.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** What became of a document. `replaced`: the same id came with other content. */
export interface Taken {
  id: string;
  topic: string;
  status: 'added' | 'unchanged' | 'replaced';
  claims: number;
}

export type Outcome = Taken | { error: CrosscheckError };

export interface IngestOptions {
  /** The time to record. */
  now: Date;
  /** Gives an input its text, where it names an address only. Throws CrosscheckError. */
  content?: ((input: DocumentInput) => Promise<DocumentInput>) | undefined;
}

const invalid = (message: string): CrosscheckError =>
  new CrosscheckError('invalid-document', message, { errors: [{ path: 'text', message }] });

async function take(
  store: Store,
  vocabulary: Vocabulary,
  input: DocumentInput,
  touched: Set<string>,
): Promise<Taken> {
  if (input.text === undefined && input.html === undefined) {
    throw invalid('An address must be fetched first: give the text or html that it leads to.');
  }
  const { document, mentions, claims } = extract(input, vocabulary);
  if (document.text.trim() === '') throw invalid('No article was found in it. Give its text instead.');
  // Only an id that a user gave can come again under another topic.
  const old = input.id === undefined ? null : await store.document(input.id);
  const outlet = resolveOutlet(input.outlet, vocabulary);
  const traits = input.topic === undefined ? traitsOf(document, mentions, claims, vocabulary) : undefined;
  const { added, replaced, topic } = await store.addDocument({ document, claims, outlet, traits });
  for (const each of [old?.topic ?? topic, topic]) touched.add(each);
  const status = replaced ? 'replaced' : added ? 'added' : 'unchanged';
  // Of one that is found, where it is now is not the last word.
  return { id: document.id, topic: traits ? document.topic : topic, status, claims: claims.length };
}

const asError = (cause: unknown): CrosscheckError =>
  cause instanceof CrosscheckError
    ? cause
    : new CrosscheckError('internal', 'The document could not be read; this was not foreseen.', { cause });

/**
 * Reads and stores documents, and reconciles nothing: one outcome for each, in order, and the topics they touch. What
 * fails is an outcome and keeps no other from being taken.
 */
export async function takeAll(
  store: Store,
  vocabulary: Vocabulary,
  inputs: readonly DocumentInput[],
  content: IngestOptions['content'] = async (input) => input,
): Promise<{ outcomes: Outcome[]; topics: Set<string> }> {
  const topics = new Set<string>();
  const outcomes: Outcome[] = [];
  for (const input of inputs) {
    try {
      outcomes.push(await take(store, vocabulary, await content(input), topics));
    } catch (error) {
      outcomes.push({ error: asError(error) });
    }
  }
  return { outcomes, topics };
}

/** Claims of the topics whose last run is remembered. */
const REMEMBERED = 10_000;

type Memories = Map<Vocabulary, Shelf<Memory>>;
const memories = new WeakMap<Store, Memories>();

/** What reconciling topics of a store with a vocabulary made on its way the last time. */
function memoriesOf(store: Store, vocabulary: Vocabulary): Shelf<Memory> {
  const known: Memories = memories.get(store) ?? new Map();
  memories.set(store, known);
  const shelf = known.get(vocabulary) ?? new Shelf<Memory>(REMEMBERED);
  known.set(vocabulary, shelf);
  return shelf;
}

async function settleTopic(store: Store, vocabulary: Vocabulary, topic: string, now: Date): Promise<void> {
  const input = await store.topicInput(topic, { recent: true });
  if (!input) return;
  const { documents, claims, reviews, revision } = input;
  const shelf = memoriesOf(store, vocabulary);
  const memory = shelf.get(topic) ?? new Memory();
  const { result, views } = memory.run((recall) => {
    const made = reconcile(topic, documents, claims, vocabulary, reviews, 'interval', recall);
    return { result: made, views: readyViews({ ...made, documents, claims }, recall) };
  });
  shelf.put(topic, memory, claims.length);
  await store.saveReconciliation(result, views, { revision, at: now.toISOString(), claims });
}

/**
 * Finds the topics of documents that came without one, and reconciles every topic whose claims changed; with `topics`,
 * only those of them and those that documents went to or from. One that fails stays dirty, is told
 * of in `failed`, and does not keep the others from being settled.
 */
export async function settle(
  store: Store,
  vocabulary: Vocabulary,
  { now, topics }: { now: Date; topics?: ReadonlySet<string> | undefined },
): Promise<{ settled: string[]; failed: { topic: string; error: unknown }[] }> {
  const settled: string[] = [];
  const failed: { topic: string; error: unknown }[] = [];
  const sorted = await sortTopics(store, vocabulary);
  for (const topic of await store.dirtyTopics(topics && new Set([...topics, ...sorted]))) {
    try {
      await settleTopic(store, vocabulary, topic, now);
      settled.push(topic);
    } catch (error) {
      // It was merged meanwhile, or grew together with another one: what it held waits there to be settled.
      if ((await store.topic(topic)) === null) continue;
      failed.push({ topic, error });
    }
  }
  return { settled, failed };
}

/** What was taken, or an error where it is kept but its topic could not be reconciled. */
function orUnsettled<T extends { topic: string }>(
  what: string,
  outcome: T | { error: CrosscheckError },
  failed: readonly { topic: string; error: unknown }[],
): T | { error: CrosscheckError } {
  if ('error' in outcome) return outcome;
  const failure = failed.find(({ topic }) => topic === outcome.topic);
  if (!failure) return outcome;
  const text = `${what} is kept, but its topic "${outcome.topic}" could not be reconciled.`;
  return { error: new CrosscheckError('internal', text, { cause: failure.error }) };
}

/** A document that came without a topic, with the one that was found for it. */
async function withFoundTopic(store: Store, outcome: Outcome): Promise<Outcome> {
  if ('error' in outcome || outcome.topic !== UNSORTED) return outcome;
  const topic = (await store.document(outcome.id))?.topic ?? outcome.topic;
  return { ...outcome, topic };
}

/**
 * Reads, stores and reconciles documents; one outcome for each, in order. The same documents again change nothing.
 * A document that is kept while its topic could not be reconciled is an error 'internal' that says so.
 */
export async function ingestAll(
  store: Store,
  vocabulary: Vocabulary,
  inputs: readonly DocumentInput[],
  { now, content }: IngestOptions,
): Promise<Outcome[]> {
  const { outcomes, topics } = await takeAll(store, vocabulary, inputs, content);
  const { failed } = await settle(store, vocabulary, { now, topics });
  const placed = await Promise.all(outcomes.map((outcome) => withFoundTopic(store, outcome)));
  return placed.map((outcome) => orUnsettled('The document', outcome, failed));
}

/** What became of a structured row: `id` is that of its claim, `document` holds it. */
export interface RowTaken {
  id: string;
  document: string;
  topic: string;
  status: 'added' | 'unchanged';
}

/**
 * Stores structured rows, each in a document of its own, and reconciles their topics; one outcome for each, in order.
 * The same row again changes nothing, and a row that fails keeps no other from being taken.
 */
export async function ingestRows(
  store: Store,
  vocabulary: Vocabulary,
  rows: readonly ClaimInput[],
  { now }: Pick<IngestOptions, 'now'>,
): Promise<(RowTaken | { error: CrosscheckError })[]> {
  const topics = new Set<string>();
  const outcomes: (RowTaken | { error: CrosscheckError })[] = [];
  for (const row of rows) {
    try {
      const { document, claim } = readClaimRow(row, vocabulary);
      const outlet = resolveOutlet(row.outlet, vocabulary);
      const { added, topic } = await store.addDocument({ document, claims: [claim], outlet });
      const { id, documentId } = claim;
      topics.add(topic);
      outcomes.push({ id, document: documentId, topic, status: added ? 'added' : 'unchanged' });
    } catch (error) {
      outcomes.push({ error: asError(error) });
    }
  }
  const { failed } = await settle(store, vocabulary, { now, topics });
  return outcomes.map((outcome) => orUnsettled('The row', outcome, failed));
}

/**
 * Reads, stores and reconciles one document.
 * @throws CrosscheckError as it stands in the outcome of `ingestAll`
 */
export async function ingest(
  store: Store,
  vocabulary: Vocabulary,
  input: DocumentInput,
  options: IngestOptions,
): Promise<Taken> {
  const [outcome] = await ingestAll(store, vocabulary, [input], options);
  if (!outcome || 'error' in outcome) throw outcome?.error ?? asError(undefined);
  return outcome;
}
