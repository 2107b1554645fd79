import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claim, type Told } from '../builders.ts';
import { verdictsOf } from '../reconcile.ts';

const FOLDER = join(import.meta.dirname, 'pairs');

/** "≥24 on=2025-10-06 from=un" → what a test says about a claim. */
function readSide(text: string): Told {
  const words = text.split(/\s+/);
  const size = words[0] === 'nearly' ? 2 : 1;
  const told: Told = { value: words.slice(0, size).join(' ') };
  const provenance = { place: 'explicit', time: 'explicit' } as NonNullable<Told['provenance']>;
  for (const word of words.slice(size)) {
    const [key = '', value = ''] = word.split('=');
    const [first = '', last] = value.split('..');
    const options: Record<string, () => void> = {
      on: () => Object.assign(told, { from: first, ...(last ? { to: last } : {}) }),
      at: () => Object.assign(told, { place: value }),
      who: () => Object.assign(told, { population: value }),
      by: () => Object.assign(told, { cause: value }),
      from: () => Object.assign(told, { origin: value }),
      since: () => Object.assign(told, { from: value, timeClass: 'cumulative' }),
      asof: () => Object.assign(told, { asOf: value }),
      pub: () => Object.assign(told, { published: `${value}T12:00:00Z` }),
      held: () => Object.assign(told, { predicate: 'test.held', timeClass: 'stock' }),
      expected: () => Object.assign(told, { modality: 'expected' }),
      noplace: () => Object.assign(told, { place: null }, Object.assign(provenance, { place: 'unknown' }) && {}),
      noday: () => Object.assign(told, { from: null }, Object.assign(provenance, { time: 'unknown' }) && {}),
    };
    const apply = options[key];
    if (!apply) throw new Error(`"${word}" is not known; use one of ${Object.keys(options).join(', ')}`);
    apply();
  }
  return { ...told, provenance };
}

const rows = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('pairs judged by hand', () => {
  it.each(rows)("%s | %s is %s", (a = '', b = '', verdict = '', subtype = '') => {
    const expected = verdict === 'none' ? [] : [subtype ? `${verdict}/${subtype}` : verdict];
    const pair = (x: string, y: string) =>
      verdictsOf([claim({ outlet: 'outlet-a', ...readSide(x) }), claim({ outlet: 'outlet-b', ...readSide(y) })]);
    expect(pair(a, b)).toEqual(expected);
    expect(pair(b, a)).toEqual(expected);
  });
});
