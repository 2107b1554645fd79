import { showNumber } from '../../value/show.ts';
import type { Camp } from '../camp.ts';
import { type Explainer, isApart, isOfFigures } from './explanation.ts';

const CAPPED = new Set(['about', 'nearly', 'more-than', 'less-than', 'between']);
const TRAILING_ZERO = /0$/;

/** One origin's number with and without its hedge: a headline that says 24 above a text that says at least 24. */
export const hedgeDropped: Explainer = {
  kind: 'hedge-dropped',
  of: isOfFigures,
  explain: ({ a, b }) => {
    const hedged = a.hedged ?? b.hedged;
    return hedged && `Some give ${hedged.value.nominal ?? ''} without the words “${hedged.value.text}”.`;
  },
};

function showHalo({ low, high }: { low: number | null; high: number | null }): string {
  if (high === null) return low === null ? 'any figure' : `${showNumber(low)} or more`;
  return low === null ? `up to ${showNumber(high)}` : `${showNumber(low)} to ${showNumber(high)}`;
}

/** How far a loose word was stretched. */
export const hedgeCap: Explainer = {
  kind: 'hedge-cap',
  of: isApart,
  explain: (decided) => {
    const [a, b] = [stretchOf(decided.a), stretchOf(decided.b)];
    if (a === null || b === null) return a === null && b === null ? null : `${a ?? b}.`;
    return `${a}; ${b}.`;
  },
};

function stretchOf({ claims }: Camp): string | null {
  const value = claims[0]?.value;
  if (!value?.halo) return null;
  const isRound = value.hedge === 'bare' && TRAILING_ZERO.test(String(value.nominal));
  return isRound || CAPPED.has(value.hedge) ? `“${value.text}” was read as ${showHalo(value.halo)}` : null;
}

/** Two floors far apart hold together, yet a reader would want to know. */
export const floorGap: Explainer = {
  kind: 'floor-gap',
  of: ({ verdict }) => verdict === 'refines' || verdict === 'compatible',
  explain: ({ pair }, facts) => {
    const [a, b] = [pair.a.halo, pair.b.halo];
    if (a.high !== Infinity || b.high !== Infinity) return null;
    const [low, high] = [Math.min(a.low, b.low), Math.max(a.low, b.low)];
    if (low <= 0 || high / low < facts.vocabulary.rules.refines.floorGap) return null;
    return `A notable gap between floors: ${showNumber(low)} and ${showNumber(high)}.`;
  },
};
