import { describe, expect, it } from 'vitest';
import { extract, reconcile } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();

/** What is found between articles that come out on consecutive days. */
function verdicts(...texts: readonly string[]): string[] {
  const read = texts.map((text, i) =>
    extract(
      {
        outlet: `outlet-${i}`,
        topic: 'test',
        publishedAt: `2025-10-0${i + 1}T10:00:00Z`,
        language: 'en',
        text,
      },
      vocabulary,
    ),
  );
  const claims = read.flatMap((one) => one.claims);
  const documents = read.map(({ document }) => document);
  return reconcile('test', documents, claims, vocabulary)
    .findings.map(({ verdict }) => verdict)
    .filter((verdict) => verdict !== 'uncorroborated');
}

describe('what is added to a count', () => {
  it('is no rival of the total', () => {
    expect(
      verdicts('Rescuers recovered 45 bodies in Aleppo.', 'Another 12 bodies were recovered in Aleppo.'),
    ).toEqual(['different-scope']);
  });

  it('is no rival of what was added some other time', () => {
    expect(
      verdicts('Another 12 bodies were recovered in Aleppo.', 'Another 7 bodies were recovered in Aleppo.'),
    ).toEqual(['different-scope']);
  });

  it('is one where both tell the same day', () => {
    const twelve = 'Another 12 bodies were recovered in Aleppo on 30 September 2025.';
    const seven = 'Another seven bodies were recovered in Aleppo on 30 September 2025.';
    expect(verdicts(twelve, seven)).toEqual(['conflict']);
    expect(verdicts(twelve, twelve.replace('recovered', 'found'))).toEqual(['agree']);
  });

  it('stays a part of the total that its own article gives', () => {
    expect(verdicts('Seven more people died in Aleppo, bringing the toll to 52.')).toContain('part-of');
  });
});

describe('figures of which a place is missing', () => {
  it('are no rivals where they count different people anyway', () => {
    expect(
      verdicts(
        'Three commanders were freed on 30 September 2025.',
        'Some 82 schoolgirls were freed in Abuja on 30 September 2025.',
      ),
    ).not.toContain('unclear-scope');
  });

  it('may be a part and its whole, and stay unclear where the part is larger', () => {
    const day = 'Sixteen people died of cholera on 2 January 2025.';
    expect(verdicts(day, 'Cholera has killed 825 people in Malawi since March 2022.')).toContain('part-of');
    expect(verdicts(day, 'Cholera has killed eight people in Malawi since March 2022.')).toContain(
      'unclear-scope',
    );
  });
});
