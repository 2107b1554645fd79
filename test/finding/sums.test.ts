import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/identity.ts';
import { extract, reconcile } from '../../src/pipeline.ts';
import { afresh, Memory } from '../../src/remember.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { claim, type Told } from '../builders.ts';
import { reconcile as reconcileClaims } from '../reconcile.ts';

const vocabulary = loadVocabulary();
const HOUR = 3_600_000;
const plain = (figure: string, place = 'Aleppo'): string =>
  `The strike in ${place} on Monday wounded ${figure}.`;

/** Articles of as many outlets, an hour apart. */
const readAll = (texts: readonly string[]) =>
  texts.map((text, i) =>
    extract(
      {
        outlet: `outlet-${i}`,
        topic: 'test',
        publishedAt: new Date(Date.parse('2025-10-07T08:00:00Z') + i * HOUR).toISOString(),
        language: 'en',
        text,
      },
      vocabulary,
    ),
  );

const settle = (read: ReturnType<typeof readAll>, recall = afresh) =>
  reconcile(
    'test',
    read.map(({ document }) => document),
    read.flatMap(({ claims }) => claims),
    vocabulary,
    [],
    'interval',
    recall,
  );

const sums = (...texts: readonly string[]) =>
  settle(readAll(texts)).findings.filter(({ explanations }) =>
    explanations.some(({ kind }) => kind === 'parts-add-up'),
  );
const told = (...texts: readonly string[]): string[] =>
  sums(...texts).map(({ verdict, subtype }) => (subtype ? `${verdict}/${subtype}` : verdict));

describe('several kinds of people in one article', () => {
  const APART = `${plain('12 women')} Fifty-one children were wounded in Aleppo on Monday.`;

  it('are added up where nobody can be of two of them, and may be too many for a total', () => {
    const [found, ...more] = sums(plain('58 people'), APART);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ verdict: 'conflict', subtype: 'part-exceeds-whole', flagged: true });
    expect(found?.because).toBe(
      '63 (fifty-one children and 12 women) counts a part of what 58 counts, yet is larger.',
    );
    expect(found?.explanations).toContainEqual({
      kind: 'parts-add-up',
      text: 'Fifty-one children and 12 women are 63 together: nobody is counted in both.',
    });
  });

  it.each([
    ['women and children', '12 women and 51 children'],
    ['soldiers and policemen', '47 soldiers and 16 policemen'],
    ['two nations', '51 Egyptians and 12 Chinese nationals'],
  ])('are a figure of all, or more, where one verb counts them: %s', (_, figure) => {
    expect(told(plain('58 people'), plain(figure))).toEqual(['conflict/value']);
    const { findings } = settle(readAll([plain('80 people'), plain(figure)]));
    expect(findings.filter(({ flagged }) => flagged)).toEqual([]);
  });

  it.each([
    ['leave room for others', '80 people', APART],
    ['fit what a loose word allows', 'about 60 people', APART],
    ['fit a floor', 'at least 58 people', APART],
    [
      'may count the same people twice',
      '58 people',
      `${plain('12 women')} Fifty-one civilians were wounded in Aleppo on Monday.`,
    ],
    [
      'were wounded at two places',
      '58 people',
      `${plain('12 women')} Fifty-one children were wounded in Homs on Monday.`,
    ],
    [
      'were wounded on two days',
      '58 people',
      `${plain('12 women')} Fifty-one children were wounded in Aleppo on Sunday.`,
    ],
    [
      'are only some, one of them feared hurt',
      '58 people',
      `${plain('12 women')} Fifty-one children may be hurt.`,
    ],
  ])('are no conflict where they %s', (_, total, text) => {
    expect(told(plain(total), text)).toEqual([]);
  });

  it('are not added up over two articles', () => {
    expect(told(plain('58 people'), plain('12 women'), plain('51 children'))).toEqual([]);
  });

  it('say nothing new where one of them is too large alone', () => {
    expect(
      told(plain('49 people'), `${plain('12 women')} Fifty-one children were wounded in Aleppo on Monday.`),
    ).toEqual([]);
  });

  it('explain a total that they come to exactly', () => {
    expect(told(plain('63 people'), plain('12 women and 51 children'))).toEqual(['agree']);
    expect(told(plain('63 people'), APART)).toEqual(['compatible']);
  });

  it('are the fewest of all where nobody gives a figure', () => {
    const { consensus } = settle(readAll([plain('12 women and 51 children'), plain('three women')]));
    const all = consensus.find(({ group }) => group.scope.population === null);
    expect(all).toMatchObject({ best: 63, low: 63, high: null });
  });

  it('are everybody where they leave nobody out', () => {
    const { consensus } = settle(readAll([plain('12 soldiers and 51 civilians')]));
    expect(consensus.find(({ group }) => group.scope.population === null)).toMatchObject({
      low: 63,
      high: 63,
    });
  });
});

describe('rows of one outlet and moment', () => {
  const verdicts = (total: Told, ...parts: readonly Told[]): string[] =>
    reconcileClaims([
      claim({ outlet: 'outlet-a', document: 'a', ...total }),
      ...parts.map((part) => claim({ outlet: 'outlet-b', document: 'b', ...part })),
    ])
      .findings.filter(({ verdict }) => verdict === 'conflict')
      .map(({ verdict, subtype }) => `${verdict}/${subtype}`);

  it.each([
    ['58', ['woman', '12'], ['child', '51'], ['conflict/part-exceeds-whole']],
    ['63', ['woman', '12'], ['child', '51'], []],
    ['≥58', ['woman', '12'], ['child', '51'], []],
    ['58', ['woman', '~12'], ['child', '51'], ['conflict/part-exceeds-whole']],
    ['62', ['woman', '~12'], ['child', '51'], []],
    ['58', ['woman', '≤12'], ['child', '51'], []],
    ['58', ['woman', '12'], ['civilian', '51'], []],
    ['58', ['civilian', '12'], ['soldier', '51'], ['conflict/part-exceeds-whole']],
    ['58', ['woman', '≥12'], ['man', '≥51'], ['conflict/part-exceeds-whole']],
    ['58', ['pregnant-woman', '12'], ['woman', '51'], []],
  ] as const)('against %s: %s and %s', (total, one, other, wanted) => {
    const parts = [one, other].map(([population, value]) => ({ population, value }));
    expect(verdicts({ value: total }, ...parts)).toEqual(wanted);
  });

  it('do not exceed a total that was counted before them', () => {
    const parts = (published: string) =>
      [
        ['woman', '12'],
        ['child', '51'],
      ].map(([population = '', value = '']) => ({ population, value, published }));
    const total = { value: '58', published: '2025-10-07T12:00:00Z' };
    expect(verdicts(total, ...parts('2025-10-08T12:00:00Z'))).toEqual([]);
    expect(verdicts(total, ...parts('2025-10-06T20:00:00Z'))).toEqual(['conflict/part-exceeds-whole']);
  });
});

describe('sums over parts', () => {
  const TEXTS = [
    plain('58 people'),
    plain('12 women and 51 children'),
    `${plain('20 women')} Forty-four children were wounded in Aleppo on Monday.`,
    plain('63 people'),
    plain('13 traders and four soldiers'),
    plain('5 men'),
    plain('at least 70 people', 'Homs'),
  ];
  const read = readAll(TEXTS);
  const bytes = (of: typeof read, recall = afresh) => {
    const { findings, consensus } = settle(of, recall);
    return canonicalJson({ findings, consensus });
  };

  it('do not depend on the order in which articles come, nor on how many came before', () => {
    const order = fc.shuffledSubarray(read, { minLength: 2 });
    fc.assert(
      fc.property(order, (some) => {
        const memory = new Memory();
        const sorted = read.filter((one) => some.includes(one));
        let last = '';
        for (let n = 1; n <= some.length; n++) last = memory.run((recall) => bytes(some.slice(0, n), recall));
        expect(last).toBe(bytes(sorted));
      }),
      { numRuns: 25 },
    );
  });
});
