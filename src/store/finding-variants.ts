import { Severity, TIER, Verdict } from '../finding/finding.ts';
import type { FindingFilter } from './store.ts';

const TIERS = [...new Set(Verdict.options.map((verdict) => TIER[verdict] ?? 'none'))].sort();
const LEVELS = Severity.shape.level.options;

/**
 * The parts that a list of findings is merged from, each of which stands in the order of one index: of a topic its
 * tiers; of all topics every verdict that is wanted at every level. Where something else leads to the rows, only the
 * tiers that are asked for. `rest`: what is still to be asked of each part.
 */
export function findingVariants({ tiers, ...filter }: FindingFilter): {
  variants: Record<string, string>[] | undefined;
  rest: Omit<FindingFilter, 'tiers'>;
} {
  const wanted = TIERS.filter((tier) => tiers === undefined || tiers.some((one) => one === tier));
  const ofTiers = wanted.map((tier) => ({ tier }));
  if (isLedTo(filter)) return { variants: tiers && ofTiers, rest: filter };
  if (filter.topic !== undefined) return { variants: ofTiers, rest: filter };
  const { verdict, level, ...rest } = filter;
  const verdicts = Verdict.options.filter((one) => verdict === undefined || one === verdict);
  const levels = LEVELS.filter((one) => level === undefined || one === level);
  const variants = verdicts
    .filter((one) => wanted.includes(TIER[one] ?? 'none'))
    .flatMap((one) => levels.map((at) => ({ verdict: one, level: at })));
  return { variants, rest };
}

/** Whether the rows are found by a facet, or in the order of change. */
const isLedTo = ({ predicate, outlet, updatedSince, review }: FindingFilter): boolean =>
  [predicate, outlet, updatedSince, review === 'open' ? undefined : review].some((one) => one !== undefined);
