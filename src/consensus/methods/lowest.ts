import type { Method } from './method.ts';
import { estimateAt } from './vote.ts';

/** The least that any origin allows: what conservative records take when reports differ (ACLED). */
export const lowest: Method = (voices, positions) => {
  const least = voices.reduce((low, voice) => Math.min(low, voice.halo.low), Infinity);
  return estimateAt(voices, Number.isFinite(least) ? least : null, positions);
};
