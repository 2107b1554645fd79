import { writeDay } from '../group/calendar.ts';
import { plural } from '../group/question.ts';
import type { Voice } from '../group/voices.ts';
import { groupThousands } from '../letters.ts';
import type { Range } from '../value/compare.ts';
import { type Scale, toShown } from './scale.ts';

const DAY = 86_400_000;
/** Units that need no word: the question names what is counted. */
const UNITLESS = new Set(['person', 'percent', 'facility']);

/** 67160 → "67,160". The same on every host. */
export function writeNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  const [whole = '', fraction] = String(value).split('.');
  if (/[eE]/.test(whole)) return String(value);
  const grouped = groupThousands(whole);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A number of the shown scale without its unit; a day for dates. */
function writeValue(value: number, scale: Scale): string {
  if (scale.isDate) return writeDay(value * DAY);
  const shown = writeNumber(toShown(value, scale) ?? 0);
  return scale.unit === 'percent' ? `${shown}%` : shown;
}

/** "4 hours", "25 of 38", "24". */
function withUnit(text: string, value: number, scale: Scale): string {
  if (scale.denominator !== null) return `${text} of ${writeNumber(scale.denominator)}`;
  if (scale.isDate || scale.unit === null || UNITLESS.has(scale.unit)) return text;
  const unit = scale.unit.replace(/-/g, ' ');
  const word = /^[a-z ]{4,}$/.test(unit) || unit === 'day' ? unit : null;
  if (word === null) return `${text} ${unit.length <= 3 ? unit.toUpperCase() : unit}`;
  return `${text} ${toShown(value, scale) === 1 ? word : plural(word)}`;
}

const one = (before: string, value: number, scale: Scale): string =>
  withUnit(`${before}${writeValue(value, scale)}`, value, scale);

/** What a voice says, in plain words: "at least 10", "about 20", "between 10 and 15", "24". */
export function showVoice(voice: Voice, scale: Scale): string {
  const { hedge } = voice.words.claim.value;
  const { halo, core, nominal } = voice;
  if (nominal === null) return showRange(halo, scale);
  if (hedge === 'at-least') return one('at least ', nominal, scale);
  if (hedge === 'more-than') return one('more than ', nominal, scale);
  if (hedge === 'about') return one('about ', nominal, scale);
  if (hedge === 'nearly') return one('nearly ', nominal, scale);
  if (hedge === 'at-most' || hedge === 'up-to') return one('up to ', nominal, scale);
  if (hedge === 'less-than') return one('fewer than ', nominal, scale);
  if (hedge === 'between' || hedge === 'vague') return showRange(core, scale);
  if (halo.high === Infinity) return one('at least ', halo.low, scale);
  return one('', nominal, scale);
}

/** "between 10 and 15", "at least 10", "up to 15". */
export function showRange({ low, high }: Range, scale: Scale): string {
  if (low === high) return one('', low, scale);
  if (Number.isFinite(low) && Number.isFinite(high)) {
    return withUnit(`between ${writeValue(low, scale)} and ${writeValue(high, scale)}`, high, scale);
  }
  if (Number.isFinite(low)) return one('at least ', low, scale);
  return Number.isFinite(high) ? one('up to ', high, scale) : 'not stated';
}

export const showPoint = (value: number, scale: Scale): string => one('', value, scale);

/** "18", "18 or 25", "18, 20 or 25"; from five on the ends and how many. */
export function listAlternatives(items: readonly string[]): string {
  if (items.length > 4) return `${items[0]} to ${items.at(-1)}, ${items.length} figures`;
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
}
