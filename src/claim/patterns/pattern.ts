import type { PlaceMention } from '../../mention/mention.ts';
import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import type { VerbGroup } from '../reading/verb-group.ts';
import type { TriggerHit } from './triggers.ts';

/** What a counted phrase that shares the verb of another has for itself. */
export interface Own {
  /** Token from which its place, time and voice are looked for. */
  readonly at: number;
  readonly agent?: Chunk | null;
  readonly place?: PlaceMention;
  /** What another voice says of the same: it comes on top of nothing. */
  readonly rival?: true;
}

/** A trigger with what it counts. */
export interface Match {
  readonly hit: TriggerHit;
  readonly pattern: string;
  readonly group: VerbGroup | null;
  readonly counted: readonly Chunk[];
  /** The noun whose number a bare figure is, where it stands elsewhere: "the number of people killed rose to ten". */
  readonly noun?: Chunk;
  /** Of some of those to whom it happened: "three children were among the dead". */
  readonly partial?: true;
  /** How many came on top of an earlier count, which is not given. */
  readonly added?: true;
  /** Those of the counted that have a place, a doer or a voice of their own. */
  readonly own?: ReadonlyMap<Chunk, Own>;
  /** Who or what did it, for active verbs. */
  readonly agent: Chunk | null;
  /** How sure the shape is, 0–1, before anything else is known. */
  readonly certainty: number;
}

/** What a phrase has for itself, or shares with the others that the match counts. */
export const ownOf = ({ own, hit, agent }: Match, chunk: Chunk): Own & { agent: Chunk | null } => ({
  at: hit.first,
  ...own?.get(chunk),
  agent: own?.get(chunk)?.agent ?? agent,
});

/** One way in which a trigger and what it counts can stand to each other. */
export interface Pattern {
  readonly id: string;
  readonly slot: TriggerHit['slot'];
  find(reading: Reading, hit: TriggerHit): Match | null;
}
