import { groupThousands } from '../letters.ts';
import type { Value } from './value.ts';

const SIGNS: Partial<Record<Value['hedge'], string>> = {
  about: '~',
  'at-least': '≥',
  'more-than': '>',
  nearly: '≲',
  'at-most': '≤',
  'up-to': '≤',
  'less-than': '<',
};

/** A number with thousands separated by commas and at most three decimals: 67,160; 0.333. */
export function showNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return String(value);
  const rounded =
    Math.abs(value) < 0.001 && value !== 0 ? value.toPrecision(3) : String(Math.round(value * 1000) / 1000);
  const [whole = '', fraction] = rounded.split('.');
  const grouped = groupThousands(whole);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const PLURALS: Readonly<Record<string, string>> = {
  foot: 'feet',
  inch: 'inches',
  century: 'centuries',
  'pound-sterling': 'pounds sterling',
  penny: 'pennies',
};
/** Units that are the same for one and for many. */
const SAME =
  /(?:hertz|celsius|fahrenheit|yen|yuan|won|baht|rupiah|ringgit|horsepower|pence|percent|calibre|-per-.*)$/u;

function unitName(unit: string, one: boolean): string {
  const name = unit.replaceAll('-', ' ');
  return one || SAME.test(unit) ? name : (PLURALS[unit] ?? `${name}s`);
}

function withUnit(text: string, value: Pick<Value, 'unit' | 'nominal'>): string {
  if (value.unit === null || value.unit === 'person') return text;
  if (value.unit === 'percent') return `${text}%`;
  return `${text} ${unitName(value.unit, value.nominal === 1 && text === '1')}`;
}

/** A value in one short notation: `24`, `≥24`, `~20`, `[10,15]`, `25 of 38`, `95%`, or its own words. */
export function show(value: Value): string {
  if (value.kind === 'set') return (value.items ?? []).map((item) => item.text).join(', ') || value.text;
  if (value.kind === 'date' || value.kind === 'status' || value.kind === 'stance' || value.kind === 'text')
    return value.label ?? value.text;
  if (value.nominal === null || value.hedge === 'vague') return value.text;
  if (value.hedge === 'between') {
    const { low, high } = value.core ?? { low: value.nominal, high: null };
    const end = (x: number | null): string => (x === null ? '∞' : showNumber(x));
    return withUnit(`[${end(low)},${end(high)}]`, value);
  }
  const number = `${SIGNS[value.hedge] ?? ''}${showNumber(value.nominal)}`;
  if (value.denominator !== null) return `${number} of ${showNumber(value.denominator)}`;
  return withUnit(number, value);
}
