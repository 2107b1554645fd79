/**
 * Store: where documents, claims and what was made of them are kept.
 *
 *   takes  finished documents with their claims, and reconciliations
 *   gives  rows by key, pages by filter, and ready consensus documents
 *   never  decides anything; any engine that passes the contract test serves
 */
import type { Change, ChangeType } from '../change/change.ts';
import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Document } from '../document/document.ts';
import type { Outlet } from '../document/outlet.ts';
import type { Finding, ReviewStatus, Tier, Verdict } from '../finding/finding.ts';
import type { Group } from '../group/group.ts';
import type { Review } from '../review/review.ts';
import type { Topic } from '../topic/topic.ts';
import type { Traits } from '../topic/traits.ts';
import type { AuditStore } from './audit-log.ts';
import type { Added } from './entries.ts';
import type { AnswerStore } from './kept-answers.ts';
import type { KeyStore } from './keys.ts';
import type { MergeStore } from './merge-store.ts';
import type { SortingStore } from './sorting-store.ts';
import type { WebhookStore } from './webhook-store.ts';

/** One page of a list. `next` is an opaque token, null at the end. */
export interface Page<T> {
  data: T[];
  next: string | null;
}

/**
 * `limit` 1–500; `after` is the `next` of the page before, with the same filter. Rows that come in between are not
 * shown twice and push none out. @throws CrosscheckError 'invalid-cursor' for a token that this list did not give out
 */
export interface PageRequest {
  limit: number;
  after?: string | undefined;
}

/** RFC 3339: changed at or after. The list then starts with what changed last. */
export interface TopicFilter {
  updatedSince?: string | undefined;
}

/** `title`: a part of it, whatever the case and the accents. `open`: with a conflict, or with anything to look at. */
export interface TopicSearch extends TopicFilter {
  title?: string | undefined;
  open?: 'conflict' | 'check' | undefined;
}

export interface DocumentFilter extends TopicFilter {
  topic?: string | undefined;
  outlet?: string | undefined;
}

/** All that is given must hold. */
export interface ClaimFilter extends TopicFilter {
  topic?: string | undefined;
  document?: string | undefined;
  outlet?: string | undefined;
  origin?: string | undefined;
  predicate?: string | undefined;
  subject?: string | undefined;
  place?: string | undefined;
  /** Published at or after, before: RFC 3339. @throws CrosscheckError 'invalid-request' for another text */
  from?: string | undefined;
  to?: string | undefined;
  /** Smallest and largest number as worded ("at least 24" is 24), both included. */
  min?: number | undefined;
  max?: number | undefined;
  /** Words of which each is to be found in the evidence, in any order and case, with or without accents. */
  q?: string | undefined;
}

export interface FindingFilter extends TopicFilter {
  topic?: string | undefined;
  /** Any of these; an empty list matches nothing. */
  tiers?: readonly Tier[] | undefined;
  verdict?: Verdict | undefined;
  level?: Finding['severity']['level'] | undefined;
  predicate?: string | undefined;
  outlet?: string | undefined;
  /** What a person said of it last. */
  review?: ReviewStatus | undefined;
}

/** Any of these topics, and any of these types; all without. */
export interface ChangeFilter {
  topics?: readonly string[] | undefined;
  types?: readonly ChangeType[] | undefined;
}

/** Some of the sequence. `cursor`: how far it was read, whatever was wanted of it; `next`: the same, null at the end. */
export interface ChangePage extends Page<Change> {
  cursor: string;
}

/** All reviews, those of the claims of a topic, or those of documents. */
export interface ReviewFilter {
  topic?: string | undefined;
  of?: 'documents' | undefined;
}

/** All that is given must hold; of a topic, what is about claims or documents that are in it now. */
export interface ReviewSearch {
  topic?: string | undefined;
  actor?: string | undefined;
  kind?: Review['kind'] | undefined;
}

/** What reconciling a topic needs. */
export interface TopicInput {
  documents: Document[];
  claims: Claim[];
  /** Of its claims, in the order in which they were made. */
  reviews: Review[];
  revision: number;
}

/** What reconciling a topic gives; written as a whole. */
export interface Reconciliation {
  topic: string;
  groups: Group[];
  findings: Finding[];
  consensus: Consensus[];
}

/** The views of a topic that are kept ready, as they are sent. */
export interface Views {
  consensus: string;
  timeline: string;
}
export type ViewName = keyof Views;

/** A view that is ready to be sent. */
export interface ReadyView {
  json: string;
  /** With its quotation marks, as the header wants it; the same for the same bytes. */
  etag: string;
  version: number;
}

export interface SaveOptions {
  /** The one that the input was read at. */
  revision: number;
  /** The time to record: RFC 3339. */
  at: string;
  /** The claims that it was worked out from, where they are at hand; the store reads what it needs of them otherwise. */
  claims?: readonly Claim[] | undefined;
}

export interface Census {
  documents: number;
  topics: number;
  waiting: number;
}

export interface Store extends KeyStore, AuditStore, AnswerStore, WebhookStore, SortingStore, MergeStore {
  /**
   * Writes a document and all its claims in one transaction, and marks its topic as dirty. The outlet is written with
   * it; the topic is created when it is new, titled `topicTitle` or after its id.
   * The same document with the same claims changes nothing: `added: false`. A document with an id that is there but
   * another content, topic or claims takes the place of the old one: `added: true, replaced: true`. `topic`: the one
   * that it is in, which is another than it names where that was merged, or a person put it elsewhere.
   * @throws CrosscheckError 'invalid-document' when it cannot be kept as it is: a claim of another document, topic or
   * outlet, two claims with one id, a number without JSON form, a key with NUL or half of a surrogate pair
   */
  addDocument(entry: {
    document: Document;
    claims: readonly Claim[];
    outlet: Outlet;
    topicTitle?: string | undefined;
    /** With them the topic of the document is found, not given: see `unsettledDocuments`. */
    traits?: Traits | undefined;
  }): Promise<Added>;
  /**
   * Takes a document with its claims out of its topic, and its outlet when it was the outlet's last one; marks the
   * topic as dirty. It is kept for looking back. False when there is none.
   */
  removeDocument(id: string): Promise<boolean>;
  /**
   * Adds a review, and marks the topics of what it is about as dirty. False when it is there already; none is ever
   * changed or removed. What it is about need not exist.
   */
  addReview(review: Review): Promise<boolean>;
  /** In the order in which they were added. */
  reviews(filter: ReviewFilter): Promise<Review[]>;
  /** Those that are about any of these claims, in the order in which they were added. */
  reviewsOfClaims(claims: readonly string[]): Promise<Review[]>;
  /** The last that was added first. */
  reviewPages(filter: ReviewSearch, page: PageRequest): Promise<Page<Review>>;
  /** Creates a topic or changes its title. */
  putTopic(topic: { id: string; title: string; sample?: boolean }): Promise<void>;
  /** Topics whose claims changed since they were last reconciled, oldest first: all, or those among some. */
  dirtyTopics(among?: ReadonlySet<string>): Promise<string[]>;
  /**
   * Everything that reconciling a topic needs, with the revision it was read at; null when the topic does not exist.
   * `recent`: for who is about to write, so that nothing is read twice; other writers wait meanwhile.
   */
  topicInput(topic: string, options?: { recent?: boolean }): Promise<TopicInput | null>;
  /**
   * The same as it stood at a time: what had been published by then, in the version that was in place then, or in the
   * first one where the document was taken in later; without what had been removed by then.
   * @throws CrosscheckError 'invalid-request' when `at` is no RFC 3339 time
   */
  topicInputAt(topic: string, at: string): Promise<TopicInput | null>;
  /**
   * Replaces groups, findings, consensus and the ready views of a topic in one transaction. The topic stays dirty when
   * its claims changed after `revision`; what was worked out at an older revision than the one in place is dropped.
   * `version` grows by one when anything differs from what was there. A finding that is handed in as the very object
   * of the save before, with `claims`, is taken to be about the same outlets as then.
   * @throws CrosscheckError 'not-found' when there is no such topic
   */
  saveReconciliation(
    result: Reconciliation,
    views: Views,
    options: SaveOptions,
  ): Promise<{ version: number; changed: boolean }>;

  document(id: string): Promise<Document | null>;
  /** In the order asked for, each once; ids that are not there are left out. */
  documentsById(ids: readonly string[]): Promise<Document[]>;
  /** Newest first, then by id. */
  documents(filter: DocumentFilter, page: PageRequest): Promise<Page<Document>>;
  claim(id: string): Promise<Claim | null>;
  /**
   * Newest first; those of one moment in the order in which they came, which is text order inside a document.
   * With `q`: the last that came first.
   */
  claims(filter: ClaimFilter, page: PageRequest): Promise<Page<Claim>>;
  /** In the order asked for, each once; ids that are not there are left out. */
  claimsById(ids: readonly string[]): Promise<Claim[]>;
  topic(id: string): Promise<Topic | null>;
  /** By id; with `updatedSince` the last that changed first. */
  topics(page: PageRequest, filter?: TopicSearch): Promise<Page<Topic>>;
  outlet(id: string): Promise<Outlet | null>;
  /** By id. */
  outlets(page: PageRequest): Promise<Page<Outlet>>;
  group(id: string): Promise<Group | null>;
  finding(id: string): Promise<Finding | null>;
  /** Most severe first, then by id. By predicate, outlet and review only those that have a tier are found. */
  findings(filter: FindingFilter, page: PageRequest): Promise<Page<Finding>>;
  /** In the order in which they were saved. */
  consensus(topic: string): Promise<Consensus[]>;
  /** Null for a topic that was not reconciled yet. */
  view(topic: string, name: ViewName): Promise<ReadyView | null>;

  /**
   * The changes after a cursor, in the order in which they were written. `since`: a cursor, `0` for the very first,
   * `now` for what is still to come; without it the oldest that is kept. A page may be empty before the end.
   * @throws CrosscheckError 'gone' when changes after the cursor are no longer kept, 'invalid-cursor'
   */
  changes(filter: ChangeFilter, page: { since?: string | undefined; limit: number }): Promise<ChangePage>;
  /** The number of the last change: grows with every change, whoever wrote it; 0 when there was none. */
  lastChange(): Promise<number>;
  /** Forgets changes older than `before` (milliseconds) or beyond the newest `most`. Resolves to how many. */
  pruneChanges(limits: { before: number; most: number }): Promise<number>;

  /** How much there is, and how many topics wait to be reconciled. Reads a row a topic, none a document. */
  census(): Promise<Census>;
  /**
   * Changes with every write, whoever made it, so that what was read at the same stamp is still true; null where that
   * cannot be told at once. Costs microseconds.
   */
  stamp(): number | null;
  /** Copies all of it, as it stands at one moment, into a file that is not there yet; others may go on writing. */
  backUp(file: string): Promise<void>;
  /** Resolves when the database answers; rejects with what is wrong otherwise. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
