import type { Claim } from '../claim/claim.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { isStructured, modalityClassOf } from './comparability-key.ts';

/** A stretch of time, in milliseconds. */
export type Window = readonly [from: number, to: number];

/** The event that most articles of a topic tell: when, and where. */
export interface MainEvent {
  readonly window: Window;
  readonly time: NonNullable<Claim['scope']['time']>;
  readonly place: string | null;
}

/** Whether an article counts people who came to harm: no row that a user hands in, and nothing that is only expected. */
export const countsVictims = (claim: Claim, { predicates }: Vocabulary): boolean =>
  predicates.get(claim.predicate.id ?? '')?.toll != null &&
  !isStructured(claim) &&
  modalityClassOf(claim) === 'happened';
