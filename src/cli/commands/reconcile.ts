import type { Claim } from '../../claim/claim.ts';
import { ClaimInput } from '../../claim/claim-input.ts';
import { readClaimRow } from '../../claim/read-claim-row.ts';
import type { Document } from '../../document/document.ts';
import { sha256 } from '../../identity.ts';
import { extract, reconcile } from '../../pipeline.ts';
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

/** Collects what topics hold. Texts are kept: who prints whose words is told from them. */
class Gathered {
  readonly topics = new Map<string, TopicRows>();
  private readonly seen = new Map<string, string>();

  /** False when the document was here before; throws nothing. `clash`: the id came with another text. */
  add(document: Document, claims: readonly Claim[]): 'added' | 'again' | 'clash' {
    const content = sha256(
      `${document.outlet}\n${document.publishedAt}\n${document.topic}\n${document.text}`,
    );
    const before = this.seen.get(document.id);
    if (before !== undefined) return before === content ? 'again' : 'clash';
    this.seen.set(document.id, content);
    const rows = this.topics.get(document.topic) ?? { documents: [], claims: [] };
    rows.documents.push(document);
    rows.claims.push(...claims);
    this.topics.set(document.topic, rows);
    return 'added';
  }
}

async function* readAll(
  options: ReconcileOptions,
  vocabulary: Vocabulary,
  terminal: Terminal,
  mistakes: Mistakes,
): AsyncGenerator<{ number: number; document: Document; claims: readonly Claim[] }> {
  if (options.claims) {
    for await (const { number, row } of readRows(ClaimInput, CLAIM_KEYS, terminal, mistakes)) {
      const { document, claim } = readClaimRow(row, vocabulary);
      yield { number, document, claims: [claim] };
    }
    return;
  }
  for await (const { number, input } of readDocuments(terminal, mistakes)) {
    const { document, claims } = extract(input, vocabulary);
    yield { number, document, claims };
  }
}

/**
 * NDJSON of documents (or claim rows) in, a line for each topic out, in the order in which topics first appear.
 * Resolves to the exit status.
 */
export async function reconcileLines(
  options: ReconcileOptions,
  vocabulary: Vocabulary,
  terminal: Terminal,
): Promise<number> {
  const mistakes = new Mistakes(terminal);
  const gathered = new Gathered();
  for await (const { number, document, claims } of readAll(options, vocabulary, terminal, mistakes)) {
    const outcome = gathered.add(document, claims);
    if (outcome === 'clash')
      mistakes.add(`line ${number}`, `id: "${document.id}" stands for another document already.`);
    if (outcome === 'again') say(terminal, `line ${number}: the same document again; counted once`);
  }
  for (const [topic, { documents, claims }] of gathered.topics) {
    const { groups, findings, consensus } = reconcile(topic, documents, claims, vocabulary);
    await write(terminal.output, `${JSON.stringify({ topic, claims, groups, findings, consensus })}\n`);
  }
  return mistakes.close('line');
}
