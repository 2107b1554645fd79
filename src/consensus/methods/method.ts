import type { Position, Voice } from '../../group/voices.ts';
import type { ConsensusStatus } from '../consensus.ts';

/** What a method makes of the voices of a group. `best` is always a value that somebody gave or bounded. */
export interface Estimate {
  readonly status: ConsensusStatus;
  readonly best: number | null;
  /** Thousandths of voices whose wording asserts, and allows, the best value. */
  readonly asserted: number;
  readonly consistent: number;
  readonly positions: readonly Position[];
}

/** A way from voices to one figure, or to none. `positions`: those of the voices, where they are at hand. */
export type Method = (voices: readonly Voice[], positions?: readonly Position[]) => Estimate;
