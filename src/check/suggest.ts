import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Verdict } from '../finding/finding.ts';
import { namesOf } from '../finding/name-origins.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Suggestion } from './check.ts';

/** Verdicts after which the words of a draft are worth another look. */
const DOUBTED: ReadonlySet<Verdict> = new Set([
  'conflict',
  'origin-inconsistent',
  'party-dispute',
  'unordered-update',
  'evolving',
  'revised',
  'omission',
]);
/** Positions that a suggestion names. */
const NAMED = 4;

const counted = (count: number): string =>
  count === 1 ? '1 independent origin' : `${count} independent origins`;

/** The span of a claim's value and what the statements of the others allow; null when there is nothing to change. */
export function suggest(
  claim: Claim,
  verdict: Verdict,
  consensus: Consensus | null,
  claims: ReadonlyMap<string, Claim>,
  vocabulary: Vocabulary,
): Suggestion | null {
  const { valueStart: start, valueEnd: end } = claim.evidence;
  if (!consensus || !DOUBTED.has(verdict) || end <= start) return null;
  const { best, positions, support, display } = consensus;
  if (best !== null) {
    const because = `${display}: asserted by ${counted(Math.max(1, Math.floor(support.asserted)))}, allowed by ${Math.max(1, Math.floor(support.consistent))} of ${support.originsMax}.`;
    return { start, end, text: display, because };
  }
  if (positions.length === 0) return null;
  const sides = positions.slice(0, NAMED).map(({ display: figure, origins, claims: ids }) => {
    const said = ids.flatMap((id) => claims.get(id) ?? []);
    return `${figure} (${namesOf(origins, said, vocabulary)})`;
  });
  const more = positions.length > NAMED ? ` or ${positions.length - NAMED} more` : '';
  const because = 'The others do not agree: say who says what.';
  return { start, end, text: `${sides.join(' or ')}${more}`, because };
}
