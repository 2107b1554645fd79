import { describe, expect, it } from 'vitest';
import { fitDoubts, logistic } from '../../bench/reliability/fit.ts';
import { calibrationError, wilson } from '../../bench/reliability/table.ts';
import { one, read } from './read.ts';

const sure = (text: string): number => one(text, 'people.killed').confidence;

describe('confidence', () => {
  it('is high where nothing is in doubt, and falls with every doubt', () => {
    const plain = sure('The blast killed 24 people on Monday.');
    expect(plain).toBeGreaterThan(0.9);
    expect(sure('The blast killed dozens of people on Monday.')).toBeLessThan(plain);
    expect(sure('A man was killed on Monday.')).toBeLessThan(plain);
    expect(sure('If the dam breaks, 24 people could be killed.')).toBeLessThan(plain);
  });

  it('is lower for a sum that nobody wrote than for its parts', () => {
    const rows = read('The blast killed 12 soldiers and three civilians on Monday.');
    const total = rows.find(({ extractor }) => extractor.rule.endsWith('/total'));
    const parts = rows.filter((row) => row.partOf === total?.id);
    expect(parts.length).toBe(2);
    for (const part of parts) expect(part.confidence).toBeGreaterThan(total?.confidence ?? 1);
  });

  it('leaves what no predicate takes below the line of what is unsure', () => {
    const [row] = read('The choir sang 24 songs.');
    expect(row?.predicate.id).toBeNull();
    expect(row?.confidence).toBeLessThan(0.5);
  });
});

describe('the fit', () => {
  /** 400 rows: nine in ten without a doubt are right, six in ten with one. */
  const rows = Array.from({ length: 400 }, (_, i) => ({
    doubts: i % 2 === 0 ? [] : ['vague', ...(i % 4 === 1 ? ['harmless'] : [])],
    right: i % 2 === 0 ? i % 20 !== 0 : i % 10 < 6,
    weight: 1,
  }));

  it('finds what a doubt takes off, and leaves out what takes nothing off', () => {
    const { start, doubts } = fitDoubts(rows, new Map());
    expect(logistic(start)).toBeCloseTo(0.9, 1);
    expect(logistic(start + (doubts['vague'] ?? 0))).toBeCloseTo(0.6, 1);
    expect(doubts['harmless'] ?? 0).toBeGreaterThan(-0.3);
  });

  it('keeps what is stipulated', () => {
    const { doubts } = fitDoubts(rows, new Map([['vague', -1]]));
    expect(doubts['vague']).toBeUndefined();
  });

  it('measures how far shares lie from what was promised', () => {
    const promised = Array.from({ length: 100 }, (_, i) => ({ confidence: 0.85, right: i < 60 }));
    expect(calibrationError(promised)).toBeCloseTo(0.25, 5);
    const [low, high] = wilson(60, 100);
    expect([low, high].map((x) => Math.round(x * 1000) / 1000)).toEqual([0.502, 0.691]);
  });
});
