import type { Reading } from '../reading/reading.ts';
import type { TriggerHit } from './triggers.ts';

/** Shapes in which a word tells what became of somebody. */
const FATES = new Set<TriggerHit['slot']>(['active', 'passive', 'state']);

/**
 * "captured or killed more than 80", "50 are dead or missing": so many met one of two fates, and nobody says how many
 * which. Two words for one act ("arrested or detained") leave no doubt.
 * @param hits all triggers of the sentence
 */
export const isAlternative = ({ tokens }: Reading, hit: TriggerHit, hits: readonly TriggerHit[]): boolean =>
  FATES.has(hit.slot) &&
  hits.some((other) => {
    if (!FATES.has(other.slot) || actOf(other) === actOf(hit)) return false;
    const [left, right] = other.last < hit.first ? [other, hit] : [hit, other];
    if (right.first !== left.last + 2) return false;
    const joiner = tokens[left.last + 1]?.lower;
    return joiner === 'or' || (joiner === 'and' && hit.slot === 'active' && areApart(hit, other));
  });

/** "killing and injuring 400": nobody is both. */
const areApart = (one: TriggerHit, other: TriggerHit): boolean => {
  const [rank, second] = [one.predicate.toll?.rank ?? 0, other.predicate.toll?.rank ?? 0];
  return other.slot === 'active' && rank !== second && rank > 1 && second > 1;
};

const actOf = ({ predicate }: TriggerHit): string => predicate.act ?? predicate.id;
