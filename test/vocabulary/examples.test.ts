import { describe, expect, it } from 'vitest';
import { checkPredicate } from '../../src/cli/check-vocabulary.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();

describe.each([...vocabulary.predicates.values()])('$id', (predicate) => {
  const { failures } = checkPredicate(predicate, vocabulary);
  const against = (wanted: string) =>
    failures.filter(({ text }) => text === wanted).map(({ because }) => because);

  it.each(predicate.examples.takes)('takes “$text”', ({ text }) => expect(against(text)).toEqual([]));
  it.each(predicate.examples.leaves)('leaves “%s”', (text) => expect(against(text)).toEqual([]));
  it('is read by an extractor that exists', () =>
    expect(failures.filter(({ text }) => text.startsWith('extractor:'))).toEqual([]));
});
