import { describe, expect, it } from 'vitest';
import { sayParts } from '../../../src/view/embed/make-embed.ts';
import { sayFigure, sayRange, speak } from '../../../src/view/embed/say.ts';
import { labelsOf } from '../../../src/view/labels/index.ts';

const say = (language: string, text: string, ...numbers: number[]) =>
  sayFigure(sayParts(text, numbers), speak(labelsOf(language)));

describe('a figure in another language', () => {
  it('keeps its hedge, its number and its per cent', () => {
    expect(say('de', 'at least 67,160', 67_160)).toBe('mindestens 67.160');
    expect(say('fr', 'about 95 %', 95)).toMatch(/^environ 95\s%$/u);
    expect(say('es', '10 to 24', 10, 24)).toBe('de 10 a 24');
    expect(say('en', '24', 24)).toBe('24');
    expect(say('he', 'less than 3.5', 3.5)).toBe('פחות מ־3.5');
  });

  it('stays in its own words when it is no plain figure', () => {
    for (const text of ['25 of 38', 'dozens', 'at least 24 boats', '24 hours', '', '<b>24</b>'])
      expect(say('de', text, 24, 25)).toBeNull();
  });

  it('is not taken from a number that it does not state', () => {
    expect(sayParts('at least 24', [240, null])).toEqual({
      ...{ text: 'at least 24', hedge: null, number: null, to: null, percent: false },
    });
  });

  it('has a range that is open where no statement closes it', () => {
    const english = speak(labelsOf('en'));
    const range = (low: number | null, high: number | null) =>
      sayRange({ low, high, percent: false }, english);
    expect([range(10, null), range(null, 5), range(10, 24), range(10, 10), range(null, null)]).toEqual([
      ...['10 or more', 'up to 5', '10 to 24', null, null],
    ]);
  });
});
