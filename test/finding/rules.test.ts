import { describe, expect, it } from 'vitest';
import type { Pair, Side } from '../../src/finding/pair.ts';
import { decide, RULES } from '../../src/finding/rules/index.ts';
import type { Example } from '../../src/finding/rules/rule.ts';
import { measureOf } from '../../src/value/compare.ts';
import { quantity } from '../builders.ts';

const NOWHERE = { low: -Infinity, high: Infinity };
const LADDER = ['planned', 'en-route', 'arrived'];

/** Reads one side of an example: a figure, `{a,b}` (with `!`: complete), `“label”`, `¬“label”`. */
function side(notation: string, who: string): Side {
  const label = /^(¬?)“(.+)”$/.exec(notation);
  const members = /^\{(.*)\}(!?)$/.exec(notation);
  const measure = label || members ? null : measureOf(quantity(notation), {});
  const rung = label ? LADDER.indexOf(label[2] ?? '') : -1;
  return {
    who,
    words: notation,
    nominal: measure?.nominal ?? null,
    core: measure?.core ?? NOWHERE,
    halo: measure?.halo ?? NOWHERE,
    label: label?.[2] ?? null,
    rung: rung < 0 ? null : rung,
    members: members?.[1]?.split(',') ?? [],
    exhaustive: members?.[2] === '!',
    negated: label?.[1] === '¬',
  };
}

const pairOf = ([a, b, given = {}]: Example): Pair => ({
  subject: 'figures',
  a: side(a, 'A'),
  b: side(b, 'B'),
  comparable: true,
  scope: 'equal',
  dimension: null,
  nested: null,
  timeClass: 'flow',
  asOf: 'same',
  gapDays: 0,
  staleness: 2,
  sameDocument: false,
  sameOrigin: false,
  opposed: false,
  explicit: true,
  fresh: false,
  countGoesOn: false,
  noneYet: false,
  underWay: false,
  mixedTimes: false,
  ebbs: false,
  linked: false,
  additive: true,
  exclusive: false,
  statedPart: false,
  onTop: false,
  ...given,
});

const MIRROR = { earlier: 'later', later: 'earlier', same: 'same', overlapping: 'overlapping' } as const;
const FLIP = {
  inside: 'contains',
  contains: 'inside',
  equal: 'equal',
  overlaps: 'overlaps',
  disjoint: 'disjoint',
  unknown: 'unknown',
} as const;
const mirrored = (pair: Pair): Pair => ({
  ...pair,
  a: pair.b,
  b: pair.a,
  scope: FLIP[pair.scope],
  nested: pair.nested && (pair.nested === 'inside' ? 'contains' : 'inside'),
  asOf: MIRROR[pair.asOf],
});

const named = (examples: readonly Example[]): (readonly [string, Example])[] =>
  examples.map((example) => [`${example[0]} | ${example[1]} ${JSON.stringify(example[2] ?? {})}`, example]);

describe.each(RULES.map((rule) => [rule.id, rule] as const))('the rule %s', (_, rule) => {
  it.each(named(rule.examples.takes))('takes %s', (_name, example) => {
    const pair = pairOf(example);
    expect(decide(pair)?.id).toBe(rule.id);
    expect(rule.because(pair)).toMatch(/\S/);
    expect(rule.because(pair)).not.toMatch(/undefined|null|NaN/);
  });

  it.each(named(rule.examples.takes))('takes it from the other side too: %s', (_name, example) => {
    expect(decide(mirrored(pairOf(example)))?.id).toBe(rule.id);
  });

  it.each(named(rule.examples.leaves))('leaves %s', (_name, example) => {
    expect(decide(pairOf(example))?.id).not.toBe(rule.id);
  });

  it('has a wanted and an unwanted example', () => {
    expect(rule.examples.takes.length).toBeGreaterThan(0);
    expect(rule.examples.leaves.length).toBeGreaterThan(0);
  });
});

it('no two rules share an id', () => {
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
});
