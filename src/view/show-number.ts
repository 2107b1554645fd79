import { groupThousands } from '../letters.ts';

/** 67160 → "67,160"; at most two decimals. The same on every host. */
export function showNumber(value: number): string {
  const [whole = '0', fraction = ''] = String(Math.round(Math.abs(value) * 100) / 100).split('.');
  if (whole.includes('e')) return String(value);
  const grouped = groupThousands(whole);
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
}

/** "1 outlet", "3 outlets". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${showNumber(count)} ${count === 1 ? one : many}`;
