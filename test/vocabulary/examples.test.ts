import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { extract } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();
const claimsOf = (text: string): Claim[] =>
  extract(
    { outlet: 'harbour-gazette', publishedAt: '2025-10-07T12:00:00Z', language: 'en', text },
    vocabulary,
  ).claims;

/** Both sides as words or as a number. */
const saysValue = (claim: Claim, wanted: string | number): boolean =>
  typeof wanted === 'number'
    ? claim.value.nominal === wanted
    : claim.value.text.toLowerCase() === wanted.toLowerCase();

describe.each([...vocabulary.predicates.values()])('$id', (predicate) => {
  it.each(predicate.examples.takes)('takes “$text”', ({ text, value, subject }) => {
    const found = claimsOf(text).filter((claim) => claim.predicate.id === predicate.id);
    expect(found.length, 'no claim of this predicate').toBeGreaterThan(0);
    if (value !== undefined)
      expect(
        found.map((claim) => claim.value.text),
        'value',
      ).toSatisfy(() => found.some((claim) => saysValue(claim, value)));
    if (subject !== undefined) expect(found.map((claim) => claim.subject.text)).toContain(subject);
  });

  it.each(predicate.examples.leaves)('leaves “%s”', (text) => {
    const found = claimsOf(text).filter((claim) => claim.predicate.id === predicate.id);
    expect(found.map((claim) => `${claim.value.text} (${claim.extractor.rule})`)).toEqual([]);
  });
});
