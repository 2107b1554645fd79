import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import type { VerbGroup } from '../reading/verb-group.ts';
import type { TriggerHit } from './triggers.ts';

/** A trigger with what it counts. */
export interface Match {
  readonly hit: TriggerHit;
  readonly pattern: string;
  readonly group: VerbGroup | null;
  readonly counted: readonly Chunk[];
  /** The noun whose number a bare figure is, where it stands elsewhere: "the number of people killed rose to ten". */
  readonly noun?: Chunk;
  /** Those of the counted that have a place of their own behind them. */
  readonly placed?: readonly Chunk[];
  /** Of some of those to whom it happened: "three children were among the dead". */
  readonly partial?: true;
  /** Who or what did it, for active verbs. */
  readonly agent: Chunk | null;
  /** How sure the shape is, 0–1, before anything else is known. */
  readonly certainty: number;
}

/** One way in which a trigger and what it counts can stand to each other. */
export interface Pattern {
  readonly id: string;
  readonly slot: TriggerHit['slot'];
  find(reading: Reading, hit: TriggerHit): Match | null;
}
