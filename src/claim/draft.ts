import type { PlaceMention, QuantityMention } from '../mention/mention.ts';
import type { Value } from '../value/value.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Claim, Modality, Scope } from './claim.ts';
import type { Chunk } from './reading/chunk.ts';
import type { Reading } from './reading/reading.ts';

/** A claim before it is merged with its repetitions and gets its id. */
export interface Draft {
  readonly reading: Reading;
  readonly predicate: Predicate | null;
  readonly predicateText: string;
  timeClass: Claim['predicate']['timeClass'];
  readonly subject: { readonly text: string; readonly key: string };
  value: Value;
  readonly quantity: QuantityMention | null;
  readonly chunk: Chunk | null;
  scope: Scope;
  readonly modality: Modality;
  readonly polarity: Claim['polarity'];
  readonly rule: string;
  /** How sure its shape is: tells which of two readings of the same words is kept, and of rows without a figure how sure they are. */
  confidence: number;
  /** The draft of which this one is a stated part. */
  partOf: Draft | null;
  /** Worded as a part of all whom the predicate counts, whether or not the article gives the whole. */
  readonly partial?: true;
  /** Comes on top of an earlier count. */
  increment?: true;
  /** Token range of the evidence, both included. */
  readonly evidence: readonly [number, number];
  /** Offsets of the words of the value. */
  readonly valueSpan: readonly [number, number];
  /** The place that tells it, where a verb of telling is left out. */
  readonly teller?: PlaceMention | undefined;
}
