import type { Traits } from '../topic/traits.ts';

/** A document whose topic is found, and the one that it is in. */
export interface SortedDocument {
  traits: Traits;
  topic: string;
}

export interface Move {
  document: string;
  from: string;
  to: string;
}

/** Documents whose topics are found for them, and where they are put. */
export interface SortingStore {
  /** Documents whose topic is found, of all topics that are dirty: those that are new, and those that may move. */
  unsettledDocuments(): Promise<SortedDocument[]>;
  /** Documents whose topic is found, with one of the keys, published in between (milliseconds, both included). */
  documentsNear(keys: readonly string[], since: number, until: number): Promise<SortedDocument[]>;
  /** Documents whose topic is found: all of these topics, and these. */
  sortedDocuments(topics: readonly string[], documents: readonly string[]): Promise<SortedDocument[]>;
  /**
   * Puts documents with their claims under other topics in one transaction, and marks these topics as dirty. A topic
   * that is new gets its title of `titles`; one that was found and has nothing left goes. A document that is not in
   * `from` any more is left alone. Resolves to how many were moved.
   */
  moveDocuments(moves: readonly Move[], titles: ReadonlyMap<string, string>): Promise<number>;
  /**
   * Where the id of a topic leads that is no more: what it was merged into, or for one that was found the topic of the
   * document that founded it. Null: nowhere.
   */
  topicLedTo(id: string): Promise<string | null>;
}
