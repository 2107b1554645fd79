import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document/read-document.ts';
import { extract } from '../../src/pipeline.ts';
import { trueCase } from '../../src/sentence/true-case.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { costOf } from '../cost-of.ts';

const vocabulary = loadVocabulary();
const input = (text: string) => ({
  outlet: 'harbour-gazette',
  publishedAt: '2025-10-07T12:00:00Z',
  language: 'en',
  text,
});
const read = (text: string): string => trueCase(readDocument(input(text), vocabulary), vocabulary).text;

describe('a text that is set in capitals', () => {
  it.each([
    [
      'POLICE SAID THREE REBELS WERE KILLED NEAR VALTORRE. THEY GAVE NO NAMES.',
      'Police said three rebels were killed near Valtorre. They gave no names.',
    ],
    [
      'THE PERUVIAN MINISTER ARRIVED IN SAN SALVADOR ON TUESDAY WITH TWO AIDES.',
      'The Peruvian minister arrived in San Salvador on Tuesday with two aides.',
    ],
    [
      'A BOMB EXPLODED IN FRONT OF THE U.S. EMBASSY AND INJURED MRS JORUNDA VALENCIA.',
      'A bomb exploded in front of the U.S. Embassy and injured Mrs Jorunda Valencia.',
    ],
  ])('%s', (shouted, quiet) => expect(read(shouted)).toBe(quiet));

  it('keeps short forms that nobody can say', () =>
    expect(read('THE REBELS OF THE FMLN HAVE KIDNAPPED ABOUT FIFTY PEASANTS.')).toContain('the FMLN'));

  it('gives the same claims as in running text, with quotes as they were printed', () => {
    const text = 'Police said three rebels were killed and seven others were wounded near the bridge.';
    const [quiet, shouted] = [text, text.toUpperCase()].map((one) =>
      extract(input(one), vocabulary).claims.map(({ predicate, subject, value, evidence }) => ({
        row: [predicate.id, subject.text, value.nominal, evidence.start, evidence.end],
        exact: [value.text, evidence.quote],
      })),
    );
    expect(shouted?.map(({ row }) => row)).toEqual(quiet?.map(({ row }) => row));
    expect(quiet?.length).toBeGreaterThan(1);
    for (const { exact } of shouted ?? [])
      for (const words of exact) expect(words).toBe(words?.toUpperCase());
  });
});

describe('a text that is not set in capitals', () => {
  it.each([
    'Police said three rebels were killed near Valtorre.',
    'The FBI, CIA and NATO were TOLD.',
    'FBI, CIA, NATO',
    'TWO DEAD\n\nTwo people died on Monday when a bridge fell, the police said, and four were hurt.',
  ])('“%s” stays as it is', (text) => expect(read(text)).toBe(text));

  it('is the very same document, at no cost', () => {
    const document = readDocument(input('Police said three rebels were killed near Valtorre.'), vocabulary);
    expect(trueCase(document, vocabulary)).toBe(document);
  });
});

describe('any text', () => {
  it('keeps its length and its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const text = `THE İSTANBUL STREET OFFICE OF THE POLICE SAID ${words.toUpperCase()}`;
        const quiet = read(text);
        const given = readDocument(input(text), vocabulary).text;
        expect(quiet).toHaveLength(given.length);
        // Letter by letter: a whole word's small letters depend on where they stand (Σ).
        const small = (one: string) => [...one].map((letter) => letter.toLowerCase());
        expect(small(quiet)).toEqual(small(given));
      }),
      { examples: [['ϴ ẞ ΑΣ K']] },
    );
  });

  it('is read in time that grows with its length', () => {
    const took = (times: number): number => {
      const text = 'THE ARMY SAID XQZVORRO AND TWO MEN WERE SHOT IN SAN '.repeat(times);
      return costOf(() => read(text));
    };
    took(200);
    expect(took(4_000)).toBeLessThan(60 * (took(200) + 5));
  });
});
