/**
 * Http: what other programs and browsers ask for.
 *
 *   takes  requests, and the services that main hands in
 *   gives  JSON, problem+json and pages, each from a point look-up or one page of a list
 *   never  computes a result on a read, or trusts a text that came from an article
 */
import type { Logger } from 'pino';
import type { ClaimInput } from '../claim/claim-input.ts';
import type { Config } from '../config.ts';
import type { DocumentInput } from '../document/document.ts';
import type { CrosscheckError } from '../errors.ts';
import type { Feed } from '../jobs/feed.ts';
import type { ApiKey } from '../key/key.ts';
import type { LookBack } from '../look-back.ts';
import type { Store } from '../store/store.ts';
import type { FormatId } from '../view/format.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What became of one document. `replaced`: the same id came with other content. */
export type IngestResult =
  | { id: string; topic: string; status: 'added' | 'unchanged' | 'replaced'; claims: number }
  | { error: CrosscheckError };

/** Reads, stores and reconciles documents; one result for each input, in order. A failure is a result, not a throw. */
export type Ingest = (inputs: readonly DocumentInput[]) => Promise<readonly IngestResult[]>;

/** What became of one structured row: `id` is that of its claim, `document` holds it. */
export type RowResult =
  | { id: string; document: string; topic: string; status: 'added' | 'unchanged' }
  | { error: CrosscheckError };

/** Stores and reconciles structured rows; one result for each, in order. A failure is a result, not a throw. */
export type IngestRows = (rows: readonly ClaimInput[]) => Promise<readonly RowResult[]>;

/** What became of a request. The id and the method hold nothing that JSON would escape; `ms`: milliseconds. */
export interface Answered {
  requestId: string;
  method: string;
  path: string;
  status: number;
  ms: number;
}

/** Where the service says what happens. `answered` tells of an answer as `info` would, for less. */
export interface Log extends Pick<Logger, 'debug' | 'info' | 'warn' | 'error'> {
  answered?: (answered: Answered) => void;
}

/** Everything the routes need; handed in, so that a test can hand in something else. */
export interface Services {
  store: Store;
  vocabulary: Vocabulary;
  config: Pick<
    Config,
    'bodyLimit' | 'reading' | 'writing' | 'rates' | 'behindProxy' | 'cors' | 'allowPrivateAddresses'
  > &
    Partial<Pick<Config, 'publicUrl'>>;
  /** The sequence of changes, for those who listen. */
  feed: Feed;
  now: () => Date;
  log: Log;
  ingest: Ingest;
  ingestRows: IngestRows;
  lookBack: LookBack;
  /** Reconciles every topic whose claims changed. */
  settle: () => Promise<void>;
}

export interface Env {
  Variables: {
    services: Services;
    requestId: string;
    /** The key that was shown; null without one. */
    apiKey: ApiKey | null;
    /** The body, where it was read before the route asks for it. */
    body: string | undefined;
    /** The format that the end of a name asks for, where that is no part of the name. */
    suffix: FormatId | undefined;
  };
}
