import { capital } from '../letters.ts';
import type { Hedge, Value } from '../value/value.ts';
import { showNumber } from './show-number.ts';
import { showDay } from './show-time.ts';

/** How each hedge is written before its figure. */
export const HEDGE_WORDS: Record<Hedge, string> = {
  exact: '',
  bare: '',
  about: 'about ',
  'at-least': 'at least ',
  'more-than': 'more than ',
  nearly: 'nearly ',
  'at-most': 'at most ',
  'up-to': 'up to ',
  'less-than': 'less than ',
  between: '',
  vague: '',
  implicit: '',
};

const worded = (value: Value): string => value.text.trim() || value.label || 'no figure';

function showFigure(value: Value): string {
  if (value.hedge === 'vague' || value.hedge === 'implicit' || value.nominal === null) return worded(value);
  const { core } = value;
  if (value.hedge === 'between' && core?.low != null && core.high != null)
    return `${showNumber(core.low)} to ${showNumber(core.high)}`;
  return `${HEDGE_WORDS[value.hedge]}${showNumber(value.nominal)}`;
}

/** A value in words: "at least 24", "25 of 38", "95 %", "4 hours", "6 October 2025"; what is no number stays as worded. */
export function showValue(value: Value): string {
  if (value.kind === 'set') return value.items?.map((item) => item.text).join(', ') || worded(value);
  if (value.kind === 'date') return value.label === null ? worded(value) : showDay(value.label);
  if (value.kind === 'status' || value.kind === 'stance' || value.kind === 'text') return worded(value);
  const figure = showFigure(value);
  if (value.denominator !== null) return `${figure} of ${showNumber(value.denominator)}`;
  if (value.unit === 'percent') return figure === worded(value) ? figure : `${figure} %`;
  if (value.kind !== 'duration' || value.unit === null || figure === worded(value)) return figure;
  return `${figure} ${value.unit}${value.nominal === 1 ? '' : 's'}`;
}

/** "gaza-strip" → "Gaza strip": for ids that the vocabulary has no name for. */
export function humanise(id: string): string {
  const words = id.replaceAll(/[-_]+/g, ' ').trim();
  return capital(words);
}
