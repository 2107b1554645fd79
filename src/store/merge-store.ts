import type { Merge, Said } from '../topic/merge.ts';

/** Documents that are to be put under another topic; without `into` under a new one, whose id is made of the old. */
export interface Split {
  readonly from: string;
  readonly documents: readonly string[];
  readonly into?: string | undefined;
}

/**
 * What people do to whole topics. A document is under the topic that a person put it under, or else under the one that
 * it came with; where that was merged, under the one that this leads to. Nothing else counts, so that any order of
 * documents and merges comes to the same.
 */
export interface MergeStore {
  /**
   * Puts a topic into another one in one transaction: its documents move, it is no more, and whatever names it from now
   * on goes there. Marks the other one as dirty. False when it was merged there already.
   * @throws CrosscheckError 'not-found' when there is no topic `from`; 'invalid-body' where it cannot be: no such
   * `into`, one that is part of `from`, one that was found for its articles, one of the samples with one that is none
   */
  mergeTopic(from: string, into: string, said: Said): Promise<boolean>;
  /**
   * Takes the merge of a topic back: it is there again, with what came under its name or was merged into it. Answers
   * the topic that it was in; null when it was not merged. Of one that was found, its documents are left to be sorted.
   */
  unmergeTopic(id: string): Promise<string | null>;
  /**
   * Puts documents under another topic for good, all or none. Answers the id of that topic.
   * @throws CrosscheckError 'invalid-body' where it cannot be: a document of another topic, or of one that was found;
   * all documents of the topic; a topic that was merged or found
   */
  splitTopic(split: Split, said: Said): Promise<string>;
  /** What became of a topic that was merged; null when it was not. */
  merge(id: string): Promise<Merge | null>;
  /** All that was merged into a topic, directly or through others, by id. */
  mergesInto(topic: string): Promise<Merge[]>;
  /** Of these ids those that were merged, with the topics that they lead to. */
  mergedHomes(ids: readonly string[]): Promise<Map<string, string>>;
  /** The documents of a topic that came with the name of another one, with that name. */
  cameAs(topic: string): Promise<Map<string, string>>;
}
