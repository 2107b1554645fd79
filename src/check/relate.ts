import type { Consensus } from '../consensus/consensus.ts';
import { type Finding, TIER, type Verdict } from '../finding/finding.ts';
import type { Relation } from './check.ts';

/** What weighs most comes first; that nobody else says it, only when nothing else was found. */
const SAME_QUESTION: readonly Verdict[] = [
  'conflict',
  'origin-inconsistent',
  'party-dispute',
  'unordered-update',
  'evolving',
  'revised',
  'agree',
  'compatible',
  'refines',
  'omission',
  'divergent-quote',
  'framing-difference',
];
/** Among answers to other questions; that two of them have room for each other says least. */
const OTHER_QUESTION: readonly Verdict[] = [
  ...['conflict', 'origin-inconsistent', 'party-dispute', 'agree', 'unclear-scope', 'unordered-update'],
  ...['evolving', 'revised', 'part-of', 'different-scope', 'refines', 'compatible', 'not-comparable'],
] as Verdict[];
const MEETS: ReadonlySet<Verdict> = new Set(['agree', 'compatible', 'refines']);
const SETTLED: ReadonlySet<Consensus['status']> = new Set(['agreed', 'consistent', 'majority', 'plurality']);

/** A verdict about one claim of a draft, and the claims of others that it is about. */
export interface Related {
  readonly finding: Finding;
  readonly others: readonly string[];
  /** The others give the very number. */
  readonly sameNumber: boolean;
}

/** Whether it stands with those whose figure is the consensus. */
function meetsBest({ finding, others }: Related, consensus: Consensus | null): boolean {
  if (!consensus || !MEETS.has(finding.verdict) || !SETTLED.has(consensus.status)) return false;
  const [first] = consensus.positions;
  const most = consensus.positions.reduce(
    (best, position) => (position.origins.length > (best?.origins.length ?? 0) ? position : best),
    first,
  );
  return others.some((claim) => most?.claims.includes(claim));
}

/**
 * What was found about a claim, the weightiest first: agreeing with what most origins say comes before a conflict with
 * the rest; the same question comes before another one.
 */
export function rankRelated(
  related: readonly Related[],
  group: string | null,
  consensus: Consensus | null,
): Related[] {
  const rank = (each: Related): number => {
    const { verdict, groups } = each.finding;
    if (verdict === 'uncorroborated') return 100;
    if (meetsBest(each, consensus)) return -1;
    const at = SAME_QUESTION.indexOf(verdict);
    if (at >= 0 && groups.every((id) => id === group)) return at;
    // The same number for another day or place is what a writer mixes up.
    if (verdict === 'different-scope' && each.sameNumber) return 20 + OTHER_QUESTION.indexOf('part-of') - 0.5;
    return 20 + OTHER_QUESTION.indexOf(verdict);
  };
  return [...related].sort(
    (a, b) => rank(a) - rank(b) || b.finding.severity.score - a.finding.severity.score,
  );
}

export const toRelation = ({ finding, others }: Related): Relation => ({
  verdict: finding.verdict,
  subtype: finding.subtype,
  tier: TIER[finding.verdict],
  because: finding.because,
  dimension: finding.dimension,
  explanations: finding.explanations.map(({ text }) => text),
  claims: [...others],
});
