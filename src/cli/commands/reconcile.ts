import type { Claim } from '../../claim/claim.ts';
import { ClaimInput } from '../../claim/claim-input.ts';
import { readClaimRow } from '../../claim/read-claim-row.ts';
import type { Document } from '../../document/document.ts';
import { UNSORTED } from '../../document/read-document.ts';
import { sha256 } from '../../identity.ts';
import { extract, reconcile } from '../../pipeline.ts';
import { findTopics } from '../../topic/find-topics.ts';
import { type Traits, traitsOf } from '../../topic/traits.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { readDocuments, readRows } from '../read-rows.ts';
import { Mistakes, say, type Terminal, write } from '../terminal.ts';

export interface ReconcileOptions {
  claims?: boolean;
}

const CLAIM_KEYS: ReadonlySet<string> = new Set(Object.keys(ClaimInput.shape));

interface TopicRows {
  documents: Document[];
  claims: Claim[];
}

interface Row {
  readonly number: number;
  readonly document: Document;
  readonly claims: readonly Claim[];
  /** Of a document that came without a topic. */
  readonly traits: Traits | null;
}

/** Collects what topics hold. Texts are kept: who prints whose words is told from them. */
class Gathered {
  readonly topics = new Map<string, TopicRows>();
  private readonly traits: Traits[] = [];
  private readonly seen = new Map<string, string>();

  /** False when the document was here before; throws nothing. `clash`: the id came with another text. */
  add({ document, claims, traits }: Row): 'added' | 'again' | 'clash' {
    const content = sha256(
      `${document.outlet}\n${document.publishedAt}\n${document.topic}\n${document.text}`,
    );
    const before = this.seen.get(document.id);
    if (before !== undefined) return before === content ? 'again' : 'clash';
    this.seen.set(document.id, content);
    const rows = this.topics.get(document.topic) ?? { documents: [], claims: [] };
    rows.documents.push(document);
    rows.claims.push(...claims);
    if (traits) this.traits.push(traits);
    this.topics.set(document.topic, rows);
    return 'added';
  }

  /** Finds the topics of documents that came without one; they follow those that were given. */
  sort(vocabulary: Vocabulary): void {
    const unsorted = this.topics.get(UNSORTED);
    if (!unsorted || this.traits.length === 0) return;
    const found = findTopics(this.traits, [], vocabulary.rules.topics);
    const topicOf = new Map(found.flatMap(({ id, documents }) => documents.map((one) => [one, id] as const)));
    this.topics.delete(UNSORTED);
    const rowsOf = (topic: string): TopicRows => {
      const rows = this.topics.get(topic) ?? { documents: [], claims: [] };
      this.topics.set(topic, rows);
      return rows;
    };
    for (const document of unsorted.documents) {
      const topic = topicOf.get(document.id) ?? UNSORTED;
      rowsOf(topic).documents.push({ ...document, topic });
    }
    for (const claim of unsorted.claims) {
      const topic = topicOf.get(claim.documentId) ?? UNSORTED;
      rowsOf(topic).claims.push({ ...claim, topic });
    }
  }
}

async function* readAll(
  options: ReconcileOptions,
  vocabulary: Vocabulary,
  terminal: Terminal,
  mistakes: Mistakes,
): AsyncGenerator<Row> {
  if (options.claims) {
    for await (const { number, row } of readRows(ClaimInput, CLAIM_KEYS, terminal, mistakes)) {
      const { document, claim } = readClaimRow(row, vocabulary);
      yield { number, document, claims: [claim], traits: null };
    }
    return;
  }
  for await (const { number, input } of readDocuments(terminal, mistakes)) {
    const { document, mentions, claims } = extract(input, vocabulary);
    const traits = input.topic === undefined ? traitsOf(document, mentions, claims, vocabulary) : null;
    yield { number, document, claims, traits };
  }
}

/**
 * NDJSON of documents (or claim rows) in, a line for each topic out, in the order in which topics first appear; the
 * topics that had to be found come last.
 * Resolves to the exit status.
 */
export async function reconcileLines(
  options: ReconcileOptions,
  vocabulary: Vocabulary,
  terminal: Terminal,
): Promise<number> {
  const mistakes = new Mistakes(terminal);
  const gathered = new Gathered();
  for await (const row of readAll(options, vocabulary, terminal, mistakes)) {
    const { number, document } = row;
    const outcome = gathered.add(row);
    if (outcome === 'clash')
      mistakes.add(`line ${number}`, `id: "${document.id}" stands for another document already.`);
    if (outcome === 'again') say(terminal, `line ${number}: the same document again; counted once`);
  }
  gathered.sort(vocabulary);
  for (const [topic, { documents, claims }] of gathered.topics) {
    const { groups, findings, consensus } = reconcile(topic, documents, claims, vocabulary);
    await write(terminal.output, `${JSON.stringify({ topic, claims, groups, findings, consensus })}\n`);
  }
  return mistakes.close('line');
}
