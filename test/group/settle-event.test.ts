import { describe, expect, it } from 'vitest';
import { extract, reconcile } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();

/** "2 articles: 3" for each group of a predicate, the one of most articles first. */
function support(texts: readonly string[], predicate: string): string[] {
  const read = texts.map((text, i) =>
    extract(
      { outlet: `outlet-${i}`, topic: 'test', publishedAt: '2025-10-07T12:00:00Z', language: 'en', text },
      vocabulary,
    ),
  );
  const { consensus } = reconcile(
    'test',
    read.map(({ document }) => document),
    read.flatMap(({ claims }) => claims),
    vocabulary,
  );
  return consensus
    .filter(({ group }) => group.predicate === predicate)
    .map(({ support: { documents }, best, low }) => `${documents} articles: ${best ?? low}`)
    .sort()
    .reverse();
}

describe('articles of one event, placed by other words', () => {
  it('answer one question when their moments are of one night', () => {
    const texts = [
      'Three people were killed in Aleppo on Saturday night.',
      'Three people were killed in Aleppo early on Sunday.',
      'Three people were killed.',
    ];
    expect(support(texts, 'people.killed')).toEqual(['3 articles: 3']);
  });

  it('stay apart on different days and in different places', () => {
    expect(
      support(
        ['Three people were killed in Aleppo on Monday.', 'Five people were killed in Aleppo on Friday.'],
        'people.killed',
      ),
    ).toHaveLength(2);
    expect(
      support(
        ['Three people were killed in Aleppo on Monday.', 'Five people were killed in Homs on Monday.'],
        'people.killed',
      ),
    ).toHaveLength(2);
  });

  it('may tell of a man or of a person', () => {
    const texts = ['A man was killed in Aleppo on Monday.', 'One person was killed in Aleppo on Monday.'];
    expect(support(texts, 'people.killed')).toEqual(['2 articles: 1']);
  });

  it('count nobody as hurt who was shot and, another article says, died', () => {
    const texts = ['A boy was shot in Aleppo on Monday.', 'A boy was shot and killed in Aleppo on Monday.'];
    expect(support(texts, 'people.injured')).toEqual([]);
    expect(support(texts.slice(0, 1), 'people.shot')).toEqual(['1 articles: 1']);
  });
});
