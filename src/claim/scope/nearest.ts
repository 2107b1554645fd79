import type { Token } from '../../sentence/sentence.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

/** What a finite verb, a comma or a conjunction between two words adds to their distance, in words. */
const VERB_COST = 6;
const COMMA_COST = 3;
const STOP_COST = 12;
const STOPS = new Set([';', ':', '—', '–']);

/**
 * Distance of a span from token `at`, in words, with clause boundaries in between made to count.
 * @param most where counting may stop: whatever is further off is only told to be so
 */
export function distance(
  reading: Reading,
  span: { start: number; end: number },
  at: number,
  most = Number.POSITIVE_INFINITY,
): number {
  const { tokens } = reading;
  const first = tokenAt(tokens, span.start);
  const last = Math.max(first, tokenAt(tokens, span.end - 1));
  const [from, to] = last < at ? [last + 1, at - 1] : [at + 1, first - 1];
  let cost = 0;
  for (let i = from; i <= to && cost < most; i += 1) cost += 1 + boundaryCost(tokens[i]);
  return cost;
}

function boundaryCost(token: Token | undefined): number {
  if (!token) return 0;
  if (token.pos === 'VERB') return VERB_COST;
  if (token.text === ',') return COMMA_COST;
  return STOPS.has(token.text) ? STOP_COST : 0;
}

/** The span that stands nearest to token `at`; the earlier one of two that are equally near. */
export function nearest<T extends { start: number; end: number }>(
  reading: Reading,
  spans: readonly T[],
  at: number,
): T | null {
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const span of spans) {
    const cost = distance(reading, span, at, least);
    if (cost < least) {
      best = span;
      least = cost;
    }
  }
  return best;
}
