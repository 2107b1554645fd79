import type { Claim } from '../claim/claim.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { groupBy } from './group-by.ts';

/** A toll with the attacker in it, and what it would be without. */
interface Counted {
  readonly document: string;
  readonly question: string;
  readonly without: number;
}

/** "the gunman", "two suspected attackers". */
const namesAttacker = ({ subject }: Claim, { persons }: Vocabulary): boolean =>
  subject.text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => persons.attackers.has(word) || persons.attackers.has(word.replace(/s$/, '')));

const questionOf = ({ predicate, scope: { time, place } }: Claim): string =>
  `${predicate.id} ${time?.from ?? ''} ${place ?? ''}`;

function countedWith(claims: readonly Claim[], vocabulary: Vocabulary): Counted[] {
  const parts = claims.filter((claim) => claim.partOf !== null && namesAttacker(claim, vocabulary));
  if (parts.length === 0) return [];
  const wholes = new Map(claims.map((claim) => [claim.id, claim]));
  return [...groupBy(parts, (part) => part.partOf ?? '')].flatMap(([id, attackers]) => {
    const whole = wholes.get(id);
    const all = whole?.value.nominal ?? null;
    const most = Math.max(...attackers.map(({ value }) => value.nominal ?? 0));
    if (!whole || whole.scope.population !== null || all === null || most < 1 || all <= most) return [];
    // Only a figure that is written says that he is among them; a sum is only the fewest that the words allow.
    if (whole.value.hedge === 'implicit') return [];
    return [{ document: whole.documentId, question: questionOf(whole), without: all - most }];
  });
}

/**
 * "Four dead, including the gunman" and "killed three people": where an article counts the attacker among the dead,
 * another one’s figure that is smaller by him is of his victims. It rules him out no more: at least so many.
 * @param claims of the victims of one event, day and place settled
 */
export function allowAttackers(claims: readonly Claim[], vocabulary: Vocabulary): readonly Claim[] {
  const counted = countedWith(claims, vocabulary);
  if (counted.length === 0) return claims;
  return claims.map((claim) => {
    const { halo, nominal } = claim.value;
    if (claim.scope.population !== null || !halo || nominal === null || halo.high !== nominal) return claim;
    const spared = counted.some(
      ({ document, question, without }) =>
        document !== claim.documentId && without === nominal && question === questionOf(claim),
    );
    return spared ? { ...claim, value: { ...claim.value, halo: { ...halo, high: null } } } : claim;
  });
}
