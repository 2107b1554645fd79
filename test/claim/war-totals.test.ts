import { describe, expect, it } from 'vitest';
import { extract, reconcile } from '../../src/pipeline.ts';
import { vocabulary } from './read.ts';

const read = (text: string, outlet = 'outlet') =>
  extract({ outlet, topic: 'test', publishedAt: '2025-10-07T12:00:00Z', language: 'en', text }, vocabulary);

/** "10000 cumulative yemen" for each toll. */
const tolls = (text: string): string[] =>
  read(text)
    .claims.filter(({ predicate }) => predicate.id === 'people.killed')
    .map(({ value, scope, predicate }) => `${value.nominal} ${predicate.timeClass} ${scope.place}`);

const STRIKE = 'An air strike on a wedding in Yemen killed at least 38 people on Monday.';

describe('the victims of a war, in an article on one of its days', () => {
  it.each([
    ['The Yemen war has killed more than 10,000 people.', '10000 cumulative yemen'],
    ['More than 2,100 people have been killed in the conflict so far.', '2100 cumulative yemen'],
  ])('are a running total: %s', (sentence, wanted) => {
    expect(tolls(`${STRIKE} ${sentence}`)).toEqual(['38 flow yemen', wanted]);
  });

  it('are one too where only their number tells', () => {
    const text = `${STRIKE} The hall was full. Medics came late. The United Nations says nearly 4,900 people have been killed.`;
    expect(tolls(text)).toEqual(['38 flow yemen', '4900 cumulative yemen']);
  });

  it('are of the country, not of the town of the strike', () => {
    const text = 'A strike on Aleppo killed 12 people on Monday. The war has killed 280,000 people.';
    expect(tolls(text)[1]).toBe('280000 cumulative syria');
  });

  it.each([
    'An air strike in Yemen has killed 38 people.',
    'Thirty-eight people have been killed in an air strike in Yemen on Monday.',
    'On Monday a strike hit Yemen. At least 38 people have been killed.',
  ])('are not those of a strike: %s', (text) => {
    expect(tolls(text)).toEqual(['38 flow yemen']);
  });

  it('stand against no toll of a strike', () => {
    const articles = [
      read(`${STRIKE} The war in Yemen has killed 10,000 people.`, 'a'),
      read('An air strike on a wedding in Yemen killed 131 people on Monday, medics said.', 'b'),
    ];
    const { findings } = reconcile(
      'test',
      articles.map(({ document }) => document),
      articles.flatMap(({ claims }) => claims),
      vocabulary,
    );
    expect(findings.some(({ because }) => /10,000/.test(because) && /both cannot/.test(because))).toBe(false);
  });
});

describe('whoever denies a part of their own', () => {
  it.each([
    'The coalition denied responsibility for an air strike in Yemen that killed 38 people.',
    'The coalition denied any role in an air strike in Yemen that killed 38 people.',
    'The coalition denied carrying out an air strike in Yemen that killed 38 people.',
  ])('does not deny that it happened: %s', (text) => {
    const [toll] = read(text).claims.filter(({ predicate }) => predicate.id === 'people.killed');
    expect([toll?.modality, toll?.attribution.origin]).toEqual(['occurred', null]);
  });

  it('is not whoever denies that it happened', () => {
    const [toll] = read('The coalition denied that an air strike in Yemen killed 38 people.').claims;
    expect(toll?.modality).toBe('denied');
  });
});
