/**
 * Store: where documents, claims and what was made of them are kept.
 *
 *   takes  finished documents with their claims, and reconciliations
 *   gives  rows by key, pages by filter, and ready consensus documents
 *   never  decides anything; any engine that passes the contract test serves
 */
import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Document } from '../document/document.ts';
import type { Outlet } from '../document/outlet.ts';
import type { Finding, Tier, Verdict } from '../finding/finding.ts';
import type { Group } from '../group/group.ts';
import type { Topic } from '../topic/topic.ts';

/** One page of a list. `next` is an opaque token, null at the end. */
export interface Page<T> {
  data: T[];
  next: string | null;
}

/** `limit` 1–500; `after` is the `next` of the page before. A token that was not given out is refused with StoreError. */
export interface PageRequest {
  limit: number;
  after?: string | undefined;
}

export interface DocumentFilter {
  topic?: string | undefined;
  outlet?: string | undefined;
}

export interface ClaimFilter {
  topic?: string | undefined;
  document?: string | undefined;
  outlet?: string | undefined;
  origin?: string | undefined;
  predicate?: string | undefined;
  subject?: string | undefined;
  place?: string | undefined;
  /** Published at or after, before: RFC 3339. */
  from?: string | undefined;
  to?: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** Words to be found in the evidence. */
  q?: string | undefined;
}

export interface FindingFilter {
  topic?: string | undefined;
  tiers?: readonly Tier[] | undefined;
  verdict?: Verdict | undefined;
  level?: Finding['severity']['level'] | undefined;
  predicate?: string | undefined;
  outlet?: string | undefined;
}

/** What reconciling a topic gives; written as a whole. */
export interface Reconciliation {
  topic: string;
  groups: Group[];
  findings: Finding[];
  consensus: Consensus[];
}

/** A consensus view that is ready to be sent. */
export interface ReadyView {
  json: string;
  etag: string;
  version: number;
}

export interface Store {
  /**
   * Writes a document and all its claims in one transaction, and marks its topic as dirty.
   * The same document again changes nothing and answers `added: false`.
   */
  addDocument(entry: {
    document: Document;
    claims: readonly Claim[];
    outlet: Outlet;
  }): Promise<{ added: boolean }>;
  /** Removes a document with its claims and marks its topic as dirty. False when there is none. */
  removeDocument(id: string): Promise<boolean>;
  /** Creates a topic or changes its title. */
  putTopic(topic: { id: string; title: string; sample?: boolean }): Promise<void>;
  /** Topics whose claims changed since they were last reconciled, oldest first. */
  dirtyTopics(): Promise<string[]>;
  /**
   * Everything that reconciling a topic needs, with the revision it was read at; null when the topic does not exist.
   */
  topicInput(topic: string): Promise<{ documents: Document[]; claims: Claim[]; revision: number } | null>;
  /**
   * Replaces groups, findings, consensus and the ready view of a topic in one transaction. The topic stays dirty
   * when its claims changed after `revision`. `at` is the time to record: RFC 3339.
   */
  saveReconciliation(
    result: Reconciliation,
    view: string,
    options: { revision: number; at: string },
  ): Promise<void>;

  document(id: string): Promise<Document | null>;
  documents(filter: DocumentFilter, page: PageRequest): Promise<Page<Document>>;
  claim(id: string): Promise<Claim | null>;
  claims(filter: ClaimFilter, page: PageRequest): Promise<Page<Claim>>;
  claimsById(ids: readonly string[]): Promise<Claim[]>;
  topic(id: string): Promise<Topic | null>;
  topics(page: PageRequest): Promise<Page<Topic>>;
  outlet(id: string): Promise<Outlet | null>;
  outlets(page: PageRequest): Promise<Page<Outlet>>;
  group(id: string): Promise<Group | null>;
  finding(id: string): Promise<Finding | null>;
  /** Most severe first, then by id. */
  findings(filter: FindingFilter, page: PageRequest): Promise<Page<Finding>>;
  consensus(topic: string): Promise<Consensus[]>;
  consensusView(topic: string): Promise<ReadyView | null>;

  /** Resolves when the database answers; rejects with what is wrong otherwise. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
