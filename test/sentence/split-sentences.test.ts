import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/document/document.ts';
import { splitSentences } from '../../src/sentence/split-sentences.ts';

const document = (text: string, blocks?: Block[]): Document => ({
  id: 'doc_1',
  outlet: 'harbour-gazette',
  topic: 'storm',
  url: null,
  title: null,
  publishedAt: '2025-10-07T12:00:00Z',
  zone: 'UTC',
  language: 'en',
  source: 'text',
  text,
  blocks: blocks ?? [{ kind: 'body', start: 0, end: text.length, language: 'en' }],
  fingerprint: [],
});
const sentencesOf = (text: string): string[] =>
  splitSentences(document(text)).map((sentence) => text.slice(sentence.start, sentence.end));

describe('sentences', () => {
  it('end at full stops, not at abbreviations', () => {
    expect(sentencesOf('Gen. Petrov met U.S. envoys on Sept. 1. He left.')).toEqual([
      'Gen. Petrov met U.S. envoys on Sept. 1.',
      'He left.',
    ]);
    expect(sentencesOf('It burned 3,000 sq. km. of forest.')).toHaveLength(1);
  });

  it('go on behind a quoted question', () => {
    expect(sentencesOf('“Is it true?” he asked. She nodded.')).toEqual([
      '“Is it true?” he asked.',
      'She nodded.',
    ]);
  });

  it('never cross from one block into the next', () => {
    const text = 'Toll rises to 24\nRescuers dug on.';
    const blocks: Block[] = [
      { kind: 'headline', start: 0, end: 16, language: 'en' },
      { kind: 'body', start: 17, end: text.length, language: 'en' },
    ];
    expect(splitSentences(document(text, blocks))).toHaveLength(2);
  });

  it('go on where a paragraph was wrapped', () => {
    expect(sentencesOf('Three men were killed and five\r\nwere wounded. Rain fell.')).toEqual([
      'Three men were killed and five\r\nwere wounded.',
      'Rain fell.',
    ]);
  });

  it('leave boilerplate and other languages alone', () => {
    const text = 'Rain fell.\nShare this\nИдёт дождь.';
    const blocks: Block[] = [
      { kind: 'body', start: 0, end: 10, language: 'en' },
      { kind: 'boilerplate', start: 11, end: 21, language: 'en' },
      { kind: 'body', start: 22, end: text.length, language: 'ru' },
    ];
    expect(splitSentences(document(text, blocks)).map((sentence) => sentence.start)).toEqual([0]);
  });

  it('know which words are quoted, also across sentences', () => {
    const quoted = splitSentences(document('He said: “We dig. We wait.” Then he left.'))
      .flatMap((sentence) => sentence.tokens)
      .filter((token) => token.inQuote)
      .map((token) => token.text);
    expect(quoted).toEqual(['We', 'dig', '.', 'We', 'wait', '.']);
  });

  it('keep every character of the words at its place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const tokens = splitSentences(document(text)).flatMap((sentence) => sentence.tokens);
        for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
        tokens.slice(1).forEach((token, i) => {
          expect(token.start).toBeGreaterThanOrEqual(tokens[i]?.end ?? 0);
        });
      }),
    );
  });

  it('cut a run of words without an end, and lose none of them', () => {
    const sentences = splitSentences(document('word '.repeat(1_500)));
    const lengths = sentences.map(({ tokens }) => tokens.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(600);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(1_500);
    expect(splitSentences(document(`${'word '.repeat(500)}ends.`))).toHaveLength(1);
  });

  it('cut what runs on without a blank, and lose none of it', () => {
    const tokens = splitSentences(document(`See ${'1/2/'.repeat(2_000)} and go.`)).flatMap(
      (sentence) => sentence.tokens,
    );
    expect(tokens.map(({ text }) => text).join('')).toBe(`See${'1/2/'.repeat(2_000)}andgo.`);
    expect(Math.max(...tokens.map(({ text }) => text.length))).toBeLessThanOrEqual(1_000);
  });

  it('take hostile text in stride', () => {
    for (const text of [
      '('.repeat(100_000),
      '1,'.repeat(100_000),
      'a'.repeat(200_000),
      '“'.repeat(50_000),
      'x. '.repeat(50_000),
    ]) {
      expect(splitSentences(document(text)).length).toBeGreaterThan(0);
    }
  });
});
