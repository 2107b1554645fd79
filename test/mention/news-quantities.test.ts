import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { QuantityMention } from '../../src/mention/mention.ts';
import { quantitiesIn } from './quantity-sentence.ts';

const topics = parse(readFileSync(new URL('news-quantities.yaml', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly string[][]>
>;

const SIGNS: Partial<Record<QuantityMention['hedge'], string>> = {
  'at-least': '≥',
  'more-than': '>',
  'at-most': '≤',
  'up-to': '≤',
  'less-than': '<',
  about: '~',
  nearly: '≲',
  exact: '=',
  vague: '?',
};

/** A mention in the notation of the file; numbers to six digits, so that 1.2e9 and 1200000000 are written alike. */
function noted(m: QuantityMention): string {
  const number = (value: number | null): string => String(Number((value ?? Number.NaN).toPrecision(6)));
  const value = m.hedge === 'between' ? `${number(m.low)}..${number(m.high)}` : number(m.nominal);
  const share = m.denominator === null ? '' : `/${number(m.denominator)}`;
  return [`${SIGNS[m.hedge] ?? ''}${value}${share}`, m.unit, m.role === 'count' ? null : m.role]
    .filter((part) => part !== null)
    .join(' ');
}

/** "~350e9 euro measure" and "4128543" as `noted` writes them. */
const plain = (row: string): string =>
  row.replace(/\d+(?:\.\d+)?(?:e\d+)?/gu, (digits) => String(Number(Number(digits).toPrecision(6))));

describe.each(Object.entries(topics))('quantities of the news: %s', (_topic, rows) => {
  it.each(rows.map(([text = '', ...expected]) => [text, expected] as const))('%s', (text, expected) => {
    expect(quantitiesIn(text).map(noted)).toEqual(expected.map(plain));
  });
});
