/**
 * Pipeline: the whole flow on one screen.
 *
 *   document → sentence → mention → claim → group → finding → consensus
 */
import type { Claim } from './claim/claim.ts';
import { extractClaims } from './claim/extract-claims.ts';
import { Recorder } from './claim/trace/recorder.ts';
import type { Trace } from './claim/trace/trace.ts';
import { type ReadDocument, traceOf } from './claim/trace/trace-of.ts';
import { buildConsensus } from './consensus/build-consensus.ts';
import type { MethodName } from './consensus/methods/index.ts';
import { buildTimelines, type Timeline } from './consensus/timeline.ts';
import type { Document, DocumentInput } from './document/document.ts';
import { readDocument } from './document/read-document.ts';
import { findDiscrepancies } from './finding/find-discrepancies.ts';
import type { Finding } from './finding/finding.ts';
import type { Ruling } from './finding/make-finding.ts';
import { gatherCells } from './group/cells.ts';
import type { Group } from './group/group.ts';
import { groupClaims, inOrder } from './group/group-claims.ts';
import { settleScopes } from './group/settle-scopes.ts';
import { isSameJson } from './identity.ts';
import { annotate } from './mention/annotate.ts';
import type { Mention } from './mention/mention.ts';
import { afresh, type Recall } from './remember.ts';
import { applyScopes, claimTies, verdictReviews } from './review/apply-reviews.ts';
import type { Review } from './review/review.ts';
import { splitSentences } from './sentence/split-sentences.ts';
import { trueCase } from './sentence/true-case.ts';
import type { Reconciliation } from './store/store.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

export interface Extraction {
  document: Document;
  mentions: Mention[];
  claims: Claim[];
}

/** From an article to its claims. Pure: the same input gives the same ids and bytes everywhere. */
export function extract(input: DocumentInput, vocabulary: Vocabulary): Extraction {
  return readAll(input, vocabulary, null).extraction;
}

/** The same extraction, and why it came out so. Pure; about a fifth more work. */
export function explain(input: DocumentInput, vocabulary: Vocabulary): Extraction & { trace: Trace } {
  const recorder = new Recorder();
  const { extraction, read } = readAll(input, vocabulary, recorder);
  return { ...extraction, trace: traceOf(recorder, read, extraction.document.text, vocabulary) };
}

function readAll(
  input: DocumentInput,
  vocabulary: Vocabulary,
  recorder: Recorder | null,
): { extraction: Extraction; read: ReadDocument } {
  const document = readDocument(input, vocabulary);
  const read = trueCase(document, vocabulary);
  const sentences = splitSentences(read);
  const mentions = annotate(sentences, read, vocabulary);
  const claims = extractClaims(read, sentences, mentions, vocabulary, recorder);
  const extraction = { document, mentions, claims };
  return {
    extraction: read === document ? extraction : inGivenCase(extraction, read),
    read: { document: read, sentences, mentions },
  };
}

/** Quotes stand as they do in the document, though they were read in a copy with other capitals. */
function inGivenCase({ document, mentions, claims }: Extraction, read: Document): Extraction {
  const given = (text: string, start: number, end: number): string =>
    read.text.slice(start, end) === text ? document.text.slice(start, end) : text;
  return {
    document,
    mentions: mentions.map((mention) => ({
      ...mention,
      text: given(mention.text, mention.start, mention.end),
    })),
    claims: claims.map(({ evidence, value, ...claim }) => ({
      ...claim,
      value: { ...value, text: given(value.text, evidence.valueStart, evidence.valueEnd) },
      evidence: { ...evidence, quote: document.text.slice(evidence.start, evidence.end) },
    })),
  };
}

/** What reconciling a topic gives. */
export interface Reconciled extends Reconciliation {
  timelines: Timeline[];
}

/** The claims of a topic in their order, as articles settle each other and people reviewed them, and their groups. */
function gatherGroups(
  topic: string,
  claims: readonly Claim[],
  reviews: readonly Review[],
  vocabulary: Vocabulary,
  recall: Recall,
): { ordered: readonly Claim[]; groups: Group[] } {
  const given = inOrder(claims);
  const settled = applyScopes(settleScopes(given, vocabulary), reviews);
  const ordered = recall === afresh ? settled : asBefore(given, settled, recall);
  return { ordered, groups: groupClaims(topic, ordered, vocabulary, claimTies(reviews), recall) };
}

/**
 * Settled claims as the objects that they were in the run before, where they were settled to the same: what is
 * remembered goes by them. They are held against each other field by field; nothing is written for it.
 */
function asBefore(given: readonly Claim[], settled: readonly Claim[], recall: Recall): readonly Claim[] {
  const last = recall('settled', [], () => ({ of: new Map<Claim, Claim>() }));
  const next = new Map<Claim, Claim>();
  let origins: Map<string, Claim> | null = null;
  const kept = settled.map((claim, i) => {
    // Hardly any goes, so that most are found where they were; and most settle nothing.
    let origin = given[i];
    if (origin === claim) return claim;
    if (origin?.id !== claim.id) {
      origins ??= new Map(given.map((one) => [one.id, one]));
      origin = origins.get(claim.id);
    }
    if (origin === claim || origin === undefined) return claim;
    const before = last.of.get(origin);
    const same = before !== undefined && isSameJson(before, claim) ? before : claim;
    next.set(origin, same);
    return same;
  });
  last.of = next;
  return kept;
}

/** What is reconciled. `reviews` are what people said of the claims, in the order in which they said it. */
interface Input {
  readonly documents: readonly Document[];
  readonly claims: readonly Claim[];
  readonly reviews: readonly Review[];
}

/** How a topic is worked out. */
interface Working {
  method?: MethodName;
  witness?: (ruling: Ruling) => void;
  recall?: Recall;
}

/**
 * Groups, findings and consensus of a topic, with the cells that they were made from. `witness` hears what each finding
 * was decided from; `recall` spares what the run before made from the same claims. Pure.
 */
export function workOut(
  topic: string,
  { documents, claims, reviews }: Input,
  vocabulary: Vocabulary,
  { method, witness, recall = afresh }: Working = {},
) {
  const { ordered, groups } = gatherGroups(topic, claims, reviews, vocabulary, recall);
  const cells = gatherCells(groups, ordered, documents, vocabulary, recall);
  const found = findDiscrepancies(topic, groups, ordered, documents, vocabulary, cells, witness, recall);
  const findings = withReviews(found, reviews, recall);
  const consensus = buildConsensus(groups, ordered, documents, findings, vocabulary, cells, method, recall);
  return { groups, cells: cells.cells, findings, consensus };
}

/** From the claims of a topic to what can be said of them together. Pure, and independent of their order. */
export function reconcile(
  topic: string,
  documents: readonly Document[],
  claims: readonly Claim[],
  vocabulary: Vocabulary,
  reviews: readonly Review[] = [],
  method: MethodName = 'interval',
  recall = afresh,
): Reconciled {
  const input = { documents, claims, reviews };
  const { cells, ...result } = workOut(topic, input, vocabulary, { method, recall });
  return {
    topic,
    ...result,
    timelines: buildTimelines(cells, result.findings, result.consensus, vocabulary, recall),
  };
}

/** Findings with what people said of them; one that was dismissed is flagged no more. */
function withReviews(findings: readonly Finding[], reviews: readonly Review[], recall: Recall): Finding[] {
  const statusOf = verdictReviews(reviews);
  return findings.map((finding) => {
    const status = statusOf(finding);
    if (status === 'open') return finding;
    const flagged = finding.flagged && status !== 'dismissed';
    return recall(`reviewed ${finding.id}`, [finding, status], () => ({
      ...finding,
      flagged,
      review: { status },
    }));
  });
}
