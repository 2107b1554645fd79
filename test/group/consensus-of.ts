import { extract, reconcile } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();

/** The consensus of each group of a predicate, of one article an outlet. */
export function consensusOf(
  texts: readonly string[],
  predicate: string,
  publishedAt = '2025-10-07T12:00:00Z',
) {
  const read = texts.map((text, i) =>
    extract({ outlet: `outlet-${i}`, topic: 'test', publishedAt, language: 'en', text }, vocabulary),
  );
  const { consensus } = reconcile(
    'test',
    read.map(({ document }) => document),
    read.flatMap(({ claims }) => claims),
    vocabulary,
  );
  return consensus.filter(({ group }) => group.predicate === predicate);
}

/** "2 articles: 3" for each group of a predicate, the one of most articles first. */
export const support = (texts: readonly string[], predicate: string, publishedAt?: string): string[] =>
  consensusOf(texts, predicate, publishedAt)
    .map(({ support: { documents }, best, low }) => `${documents} articles: ${best ?? low}`)
    .sort()
    .reverse();
