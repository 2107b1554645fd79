import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStructuredValue } from '../../src/claim/structured-value.ts';
import type { Value } from '../../src/value/value.ts';
import { claim, labelled, set, type Told, vocabulary } from '../builders.ts';
import { verdictsOf } from '../reconcile.ts';

const FOLDER = join(import.meta.dirname, 'pairs');

/** A figure in words, as the engine reads it. */
function readWords(value: string, unit: string | null): Value {
  const row = { topic: 'story', outlet: 'outlet-a', subject: 'people', predicate: 'test.toll', value };
  const read = readStructuredValue(row, null, vocabulary);
  const counts = read.kind === 'quantity' && read.unit === null;
  return counts ? { ...read, unit, role: unit === 'person' ? 'count' : read.role } : read;
}

const AS: Readonly<Record<string, Told>> = {
  points: { predicate: 'test.points', timeClass: 'attribute' },
  length: { predicate: 'test.length', timeClass: 'duration' },
  mediators: { predicate: 'test.mediators', timeClass: 'set' },
  leader: { predicate: 'test.leader', timeClass: 'set' },
  arrival: { predicate: 'test.arrival', timeClass: 'event' },
  acceptance: { predicate: 'test.acceptance', timeClass: 'event' },
  casualties: { predicate: 'test.casualties' },
};
const MODALITIES = ['expected', 'planned', 'demanded', 'conditional', 'denied'] as const;
const FIGURE = /^(?:"([^"]+)"|\{([^}]*)\}(!?)|“([^”]+)”|(nearly \S+)|(\S+))/u;

function readFigure(text: string, options: string): [told: string | Value, length: number] {
  const [all = '', words, list, complete, rung, nearly, plain] = FIGURE.exec(text) ?? [];
  const unit = /as=(?:points|length)/.test(options) ? null : 'person';
  if (words !== undefined) return [readWords(words, unit), all.length];
  if (list !== undefined) return [set(list.split(','), complete === '!'), all.length];
  if (rung !== undefined) return [labelled('status', rung), all.length];
  return [nearly ?? plain ?? '', all.length];
}

/** "≥24 on=2025-10-06 from=un" → what a test says about a claim. */
function readSide(text: string): Told {
  const [value, length] = readFigure(text, text);
  const told: Told = { value };
  const provenance = { place: 'explicit', time: 'explicit' } as NonNullable<Told['provenance']>;
  for (const word of text.slice(length).split(/\s+/).filter(Boolean)) {
    const [key = '', given = ''] = word.split('=');
    const [first = '', last] = given.split('..');
    const options: Record<string, () => void> = {
      on: () => Object.assign(told, { from: first, ...(last ? { to: last } : {}) }),
      at: () => Object.assign(told, { place: given }),
      who: () => Object.assign(told, { population: given }),
      by: () => Object.assign(told, { cause: given }),
      from: () => Object.assign(told, { origin: given }),
      since: () => Object.assign(told, { from: given, timeClass: 'cumulative' }),
      asof: () => Object.assign(told, { asOf: given }),
      pub: () => Object.assign(told, { published: `${given}T12:00:00Z` }),
      doc: () => Object.assign(told, { document: given, outlet: 'outlet-a' }),
      subject: () => Object.assign(told, { subject: given }),
      as: () => Object.assign(told, AS[given]),
      held: () => Object.assign(told, { predicate: 'test.held', timeClass: 'stock' }),
      not: () => Object.assign(told, { polarity: 'negated' }),
      soon: () => Object.assign(told, { provisional: true }),
      noplace: () => Object.assign(told, { place: null }, Object.assign(provenance, { place: 'unknown' }) && {}),
      noday: () => Object.assign(told, { from: null }, Object.assign(provenance, { time: 'unknown' }) && {}),
      placeread: () => Object.assign(provenance, { place: 'inherited' }),
      dayread: () => Object.assign(provenance, { time: 'inherited' }),
      ...Object.fromEntries(MODALITIES.map((modality) => [modality, () => Object.assign(told, { modality })])),
    };
    const apply = options[key];
    if (!apply) throw new Error(`"${word}" is not known; use one of ${Object.keys(options).join(', ')}`);
    apply();
  }
  return { ...told, provenance };
}

interface Judged {
  readonly row: string;
  readonly wanted: string;
  readonly said: string;
  readonly mirrored: string;
}

function judge(line: string): Judged {
  const [a = '', b = '', verdict = '', subtype = ''] = line.split('|').map((cell) => cell.trim());
  // "12 who=woman & 51 who=child": one article says both.
  const claimsOf = (side: string, outlet: string) =>
    side.split(' & ').map((told) => claim({ outlet, document: outlet, ...readSide(told) }));
  const pair = (x: string, y: string): string => {
    const [[one, ...more], [other, ...further]] = [claimsOf(x, 'outlet-a'), claimsOf(y, 'outlet-b')];
    if (!one || !other) throw new Error(`"${line}" has no two sides`);
    return verdictsOf([one, other], [...more, ...further]).join(' + ') || 'none';
  };
  const wanted = subtype ? `${verdict}/${subtype}` : verdict;
  return { row: `${a} | ${b}`, wanted, said: pair(a, b), mirrored: pair(b, a) };
}

const judged = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map(judge);

/** Mean over the verdicts of the harmonic mean of precision and recall. */
function macroF1(rows: readonly Judged[]): number {
  const verdicts = [...new Set(rows.map(({ wanted }) => wanted))];
  const scores = verdicts.map((verdict) => {
    const right = rows.filter(({ wanted, said }) => wanted === verdict && said === verdict).length;
    const all = rows.filter(({ wanted }) => wanted === verdict).length;
    const given = rows.filter(({ said }) => said === verdict).length;
    return (2 * right) / (all + given);
  });
  return scores.reduce((sum, score) => sum + score, 0) / verdicts.length;
}

/** Pairs that can both be true; a dispute of parties or a self-contradiction is a kind of conflict. */
const CANNOT_BOTH = /^(?:conflict|origin-inconsistent|party-dispute)/;
const wrong = judged
  .filter(({ wanted, said }) => wanted !== said)
  .map(({ row, wanted, said }) => `${row}: ${wanted}, said ${said}`);

describe('pairs judged by hand', () => {
  it('are many, and of every verdict that two figures, lists or statuses can have', () => {
    expect(judged.length).toBeGreaterThanOrEqual(300);
    expect(new Set(judged.map(({ wanted }) => wanted)).size).toBeGreaterThanOrEqual(18);
  });

  it('are the same the other way round', () => {
    expect(judged.filter(({ said, mirrored }) => said !== mirrored)).toEqual([]);
  });

  it('are judged right: macro-F1 of 0.97 at least', () => {
    expect(macroF1(judged), wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('hardly ever become a conflict where both can be true: one in a hundred at most', () => {
    const both = judged.filter(({ wanted }) => !CANNOT_BOTH.test(wanted));
    const flagged = both.filter(({ said }) => /^(?:.*\+ )?(?:conflict|origin-inconsistent)/.test(said));
    expect(both.length).toBeGreaterThan(150);
    expect(flagged.length / both.length, flagged.map(({ row }) => row).join('\n')).toBeLessThanOrEqual(0.01);
  });
});
