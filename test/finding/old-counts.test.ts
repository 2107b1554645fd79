import { describe, expect, it } from 'vitest';
import { extract, reconcile } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();

/** The verdicts that set two figures of several articles apart, in order. */
function verdicts(...articles: readonly (readonly [outlet: string, publishedAt: string, text: string])[]) {
  const read = articles.map(([outlet, publishedAt, text]) =>
    extract({ topic: 'fire', outlet, publishedAt, text }, vocabulary),
  );
  const claims = read.flatMap((one) => one.claims);
  const documents = read.map((one) => one.document);
  return reconcile('fire', documents, claims, vocabulary)
    .findings.map(({ verdict }) => verdict)
    .filter((verdict) => !/^(?:uncorroborated|agree|different-scope|part-of)$/.test(verdict));
}

describe('a count that its own article calls old', () => {
  const text = 'The fire of 14 June in London was the worst in years. ';
  it('has been overtaken by a later one, however long after the event', () => {
    const old = 'The police put the number of dead at 71 in November. The families said 72 people have died.';
    expect(verdicts(['herald', '2018-01-30T12:00:00Z', text + old])).not.toContain('conflict');
  });

  it('is a rival where both are told of one time', () => {
    expect(
      verdicts(
        [
          'herald',
          '2018-01-30T12:00:00Z',
          'Police said 71 people died in the fire in London on 14 June 2017.',
        ],
        [
          'post',
          '2018-01-30T12:00:00Z',
          'Families said 75 people died in the fire in London on 14 June 2017.',
        ],
      ),
    ).toContain('conflict');
  });
});

describe('people in hospital', () => {
  it('become fewer, and nobody has taken anything back', () => {
    expect(
      verdicts(
        [
          'herald',
          '2017-06-14T20:00:00Z',
          'Police said 20 people are in critical condition in London on Wednesday.',
        ],
        [
          'post',
          '2017-06-16T12:00:00Z',
          'Doctors said 15 people are in critical condition in London after Wednesday’s fire.',
        ],
      ),
    ).not.toContain('conflict');
  });

  it('are counted for all that: the dead do not become fewer', () => {
    expect(
      verdicts(
        ['herald', '2017-06-14T20:00:00Z', 'Police said 20 people were killed in London on Wednesday.'],
        ['post', '2017-06-16T12:00:00Z', 'Doctors said 15 people were killed in London on Wednesday.'],
      ),
    ).toContain('conflict');
  });
});
