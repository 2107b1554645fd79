import { describe, expect, it } from 'vitest';
import { extract, reconcile } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();
const TOTAL = 'The strike in Aleppo on Monday wounded 58 people.';

/** Articles of as many outlets, minutes apart: too soon for a count to have gone on. */
function tell(...texts: readonly string[]) {
  const read = texts.map((text, i) =>
    extract(
      { outlet: `outlet-${i}`, topic: 'test', publishedAt: `2025-10-07T10:0${i}:00Z`, language: 'en', text },
      vocabulary,
    ),
  );
  const claims = read.flatMap((one) => one.claims);
  const documents = read.map(({ document }) => document);
  return { claims, ...reconcile('test', documents, claims, vocabulary) };
}

const answers = (...texts: readonly string[]): string[] =>
  tell(...texts).consensus.map(
    ({ group, best, low, high, support }) =>
      `${group.scope.population ?? 'all'}: ${best} [${low}, ${high}] of ${support.originsMax}`,
  );

const verdicts = (...texts: readonly string[]): string[] =>
  tell(...texts)
    .findings.filter(({ verdict }) => verdict !== 'uncorroborated')
    .map(({ verdict, subtype }) => (subtype ? `${verdict}/${subtype}` : verdict))
    .sort();

describe('a part whose article does not give the whole', () => {
  it('says so', () => {
    const { claims } = tell(TOTAL, 'Twelve children were among the wounded.');
    expect(claims.map(({ partial, value }) => [value.nominal, partial])).toEqual([
      [58, false],
      [12, true],
    ]);
  });

  it.each([
    ['children', 'Twelve children were among the wounded in Aleppo on Monday.', 'child: 12 [12, 12] of 1'],
    ['women', 'Twelve women were among the wounded in Aleppo on Monday.', 'woman: 12 [12, 12] of 1'],
    [
      'a kind nobody lists',
      'Twelve traders were among the wounded in Aleppo on Monday.',
      'trader: 12 [12, 12] of 1',
    ],
    [
      'nobody in particular',
      'Two people were among the wounded in Aleppo on Monday.',
      'some-people: 2 [2, null] of 1',
    ],
    ['a relative', 'His brother was among the wounded in Aleppo on Monday.', 'some-people: 1 [1, null] of 1'],
  ])('is never a total of its own, nor support for one: %s', (_, text, part) => {
    expect(answers(TOTAL, text).sort()).toEqual(['all: 58 [58, 58] of 1', part]);
  });

  it('fits, or is larger than the whole', () => {
    expect(verdicts(TOTAL, 'Twelve children were among the wounded in Aleppo on Monday.')).toEqual([
      'part-of',
    ]);
    expect(verdicts(TOTAL, 'Sixty-one children were among the wounded in Aleppo on Monday.')).toEqual([
      'conflict/part-exceeds-whole',
    ]);
    expect(verdicts(TOTAL, 'Sixty-one traders were among the wounded in Aleppo on Monday.')).toEqual([
      'conflict/part-exceeds-whole',
    ]);
  });

  it('is larger than the lowest and the last of several totals, though the first may have grown', () => {
    const part = 'Sixty-one children were among the wounded in Aleppo on Monday.';
    const floor = 'The strike in Aleppo on Monday wounded at least 50 people.';
    expect(verdicts(TOTAL, part, floor)).toContain('conflict/part-exceeds-whole');
    expect(verdicts(TOTAL, part, floor).filter((verdict) => verdict === 'part-of')).toEqual([]);
  });

  it('is not held against other days and places', () => {
    const part = 'Sixty-one children were among the wounded in Homs on Monday.';
    expect(verdicts(TOTAL, part)).toEqual(['different-scope']);
  });

  it('is the same part where two outlets give it', () => {
    const [a, b] = ['Twelve', 'Fifteen'].map(
      (number) => `${number} traders were among the wounded in Aleppo on Monday.`,
    );
    expect(verdicts(a ?? '', b ?? '')).toEqual(['conflict/value']);
    expect(verdicts(a ?? '', a ?? '')).toEqual(['agree']);
  });

  it('leaves things alone whose kind nobody asks for', () => {
    const { claims } = tell('Twelve outposts were among the positions hit in Aleppo on Monday.');
    expect(claims.filter(({ predicate }) => predicate.id !== null)).toEqual([]);
  });
});

describe('a kind of people of which an article tells no more', () => {
  const plain = (figure: string): string => `The strike in Aleppo on Monday wounded ${figure}.`;

  it.each([
    ['fewer than all', '12 children', ['all: 58 [58, 58] of 1', 'child: 12 [12, 12] of 1'], ['part-of']],
    [
      'more than all',
      '61 children',
      ['all: 58 [58, 58] of 1', 'child: 61 [61, 61] of 1'],
      ['conflict/part-exceeds-whole'],
    ],
    [
      'a kind nobody lists',
      '61 traders',
      ['all: 58 [58, 58] of 1', 'trader: 61 [61, 61] of 1'],
      ['conflict/part-exceeds-whole'],
    ],
  ])('has a question of its own, and no voice in that of all: %s', (_, figure, wanted, found) => {
    expect(answers(TOTAL, plain(figure)).sort()).toEqual(wanted);
    expect(verdicts(TOTAL, plain(figure))).toEqual(found);
  });

  it('raises no floor of all by itself, nor lends it a voice', () => {
    expect(answers(plain('at least 58 people'), plain('61 children')).sort()).toEqual([
      'all: 58 [58, null] of 1',
      'child: 61 [61, 61] of 1',
    ]);
    expect(answers(plain('at least 61 people'), plain('61 children')).sort()).toEqual([
      'all: 61 [61, null] of 1',
      'child: 61 [61, 61] of 1',
    ]);
  });

  it('is all of them where another article gives that very figure for all', () => {
    expect(answers(plain('two people'), plain('two girls'))).toEqual(['all: 2 [2, null] of 2']);
  });

  it('stays a part where anybody gives fewer for all, or another figure for the kind', () => {
    expect(verdicts(plain('two people'), plain('three people'), plain('three girls'))).toContain(
      'conflict/part-exceeds-whole',
    );
    expect(verdicts(plain('13 people'), plain('13 children'), plain('21 children'))).toEqual([
      'conflict/part-exceeds-whole',
      'conflict/value',
    ]);
    expect(verdicts(plain('13 people'), plain('13 miners'), plain('21 miners'))).toContain('conflict/value');
  });

  it('tells what it means for the least of all', () => {
    const { findings } = tell(plain('at least 58 people'), plain('61 children'));
    expect(findings.flatMap(({ explanations }) => explanations)).toContainEqual({
      kind: 'part-raises-floor',
      text: 'With 61 of a part the whole is at least 61.',
    });
  });
});

describe('a share', () => {
  it('of one day is no part of that of a month', () => {
    expect(
      verdicts(
        'Jane Roe won 55 percent of the vote in Slovakia on Saturday.',
        'Jane Roe won 37 percent of the vote in Slovakia in October 2025.',
      ),
    ).not.toContain('conflict/part-exceeds-whole');
  });
});
