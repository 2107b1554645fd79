import type { Claim } from '../../claim/claim.ts';
import { showNumber } from '../../value/show.ts';
import type { Explainer } from './explanation.ts';
import { isApart } from './explanation.ts';

const BARE = new Set(['bare', 'exact']);
const isBare = ({ value }: Claim): boolean => BARE.has(value.hedge);
const CAPPED = new Set(['about', 'nearly', 'more-than', 'less-than', 'between']);
const TRAILING_ZERO = /0$/;

/** One origin's number with and without its hedge: a headline that says 24 above a text that says at least 24. */
export const hedgeDropped: Explainer = {
  kind: 'hedge-dropped',
  explain: (decided) => {
    if (decided.pair.subject !== 'figures') return null;
    for (const camp of [decided.a, decided.b]) {
      const { claims } = camp;
      if (claims.length < 2 || claims.every(isBare) || !claims.some(isBare)) continue;
      const bare = new Set(claims.filter(isBare).map((claim) => claim.value.nominal));
      const hedged = claims.find((claim) => !isBare(claim) && bare.has(claim.value.nominal));
      if (hedged) return `Some give ${hedged.value.nominal ?? ''} without the words “${hedged.value.text}”.`;
    }
    return null;
  },
};

function showHalo({ low, high }: { low: number | null; high: number | null }): string {
  if (high === null) return low === null ? 'any figure' : `${showNumber(low)} or more`;
  return low === null ? `up to ${showNumber(high)}` : `${showNumber(low)} to ${showNumber(high)}`;
}

/** How far a loose word was stretched. */
export const hedgeCap: Explainer = {
  kind: 'hedge-cap',
  explain: (decided) => {
    if (!isApart(decided)) return null;
    const loose = [decided.a, decided.b].flatMap((camp) => {
      const value = camp.claims[0]?.value;
      const round = value?.hedge === 'bare' && TRAILING_ZERO.test(String(value.nominal ?? ''));
      if (!value?.halo || !(CAPPED.has(value.hedge) || round)) return [];
      return [`“${value.text}” was read as ${showHalo(value.halo)}`];
    });
    return loose.length > 0 ? `${loose.join('; ')}.` : null;
  },
};

/** Two floors far apart hold together, yet a reader would want to know. */
export const floorGap: Explainer = {
  kind: 'floor-gap',
  explain: ({ pair, rule }, facts) => {
    const [a, b] = [pair.a.halo, pair.b.halo];
    const floors = pair.subject === 'figures' && a.high === Infinity && b.high === Infinity;
    if (!floors || !['refines', 'compatible'].includes(rule.verdict)) return null;
    const [low, high] = [Math.min(a.low, b.low), Math.max(a.low, b.low)];
    if (low <= 0 || high / low < facts.vocabulary.rules.refines.floorGap) return null;
    return `A notable gap between floors: ${showNumber(low)} and ${showNumber(high)}.`;
  },
};
