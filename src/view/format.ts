import type { Feed, FeedFormat } from './feed.ts';
import type { FlatRow } from './sheet.ts';

export type FormatId = 'json' | 'ndjson' | 'csv' | 'jsonld' | 'svg' | FeedFormat['name'];

/** What is to be written, in the shapes that formats ask for; each is made only when it is asked for. */
export interface Answer {
  /** The whole, as JSON has it. */
  readonly json: () => string;
  /** Its rows, one after the other, as JSON has them. */
  readonly rows?: (() => Iterable<unknown>) | undefined;
  /** Its rows lying flat. */
  readonly flat?:
    | { readonly columns: readonly string[]; readonly lines: () => Iterable<FlatRow> }
    | undefined;
  /** The whole as linked data. */
  readonly linked?: (() => object) | undefined;
  /** The whole as a drawing: SVG. */
  readonly drawn?: (() => string) | undefined;
  /** The whole as entries of a feed. */
  readonly feed?: (() => Feed) | undefined;
}

/** A way to write an answer. */
export interface Format {
  readonly id: FormatId;
  /** Media type, without parameters: what Accept names. */
  readonly type: string;
  /** As it is sent. */
  readonly contentType: string;
  /** The text of an answer, in portions; null where such an answer has no such form. */
  readonly write: (answer: Answer) => Iterable<string> | null;
}
