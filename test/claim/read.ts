import type { Claim } from '../../src/claim/claim.ts';
import { extract } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

export const vocabulary = loadVocabulary();

/** All claims of an article published on Tuesday 7 October 2025. */
export const read = (text: string): Claim[] =>
  extract(
    { outlet: 'harbour-gazette', topic: 'test', publishedAt: '2025-10-07T12:00:00Z', language: 'en', text },
    vocabulary,
  ).claims;

/** "people.killed 24 civilians" for each claim that a predicate takes, in text order. */
export const figures = (text: string): string[] =>
  read(text)
    .filter((claim) => claim.predicate.id !== null && claim.value.nominal !== null)
    .map((claim) => `${claim.predicate.id} ${claim.value.nominal} ${claim.subject.text}`);

export const one = (text: string, predicate: string): Claim => {
  const [claim, ...others] = read(text).filter((found) => found.predicate.id === predicate);
  if (!claim || others.length > 0)
    throw new Error(`${others.length + (claim ? 1 : 0)} claims of ${predicate}`);
  return claim;
};
