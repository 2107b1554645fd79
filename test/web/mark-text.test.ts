import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/document.ts';
import { markText } from '../../src/web/mark-text.ts';
import { safeLink } from '../../src/web/web.ts';
import { aClaim, aDocument } from '../http/builders.ts';

const text = 'Head line\n\nTen people were killed and five were hurt.\n\nSign up.';
const document = aDocument({ text });
const blocks: Block[] = [
  { kind: 'headline', start: 0, end: 9, language: 'en' },
  { kind: 'body', start: 11, end: 54, language: 'en' },
];
const ten = aClaim(document, 'Ten people were killed', 'Ten');
const five = aClaim(document, 'people were killed and five were hurt', 'five');

describe('marking claims in a text', () => {
  it('cuts the text where claims and their values begin and end, also where they overlap', () => {
    const [, body] = markText(text, blocks, [ten, five]);
    expect(body?.pieces.map((piece) => [piece.text, piece.claims.length, piece.value])).toEqual([
      ['Ten', 1, true],
      [' ', 1, false],
      ['people were killed', 2, false],
      [' and ', 1, false],
      ['five', 1, true],
      [' were hurt', 1, false],
      ['.', 0, false],
    ]);
    expect(body?.pieces.flatMap((piece) => piece.starts)).toEqual([ten, five]);
  });

  it('keeps what no block covers, as boilerplate', () => {
    const paragraphs = markText(text, blocks, []);
    expect(paragraphs.map((each) => [each.kind, each.pieces.map((piece) => piece.text).join('')])).toEqual([
      ['headline', 'Head line'],
      ['body', 'Ten people were killed and five were hurt.'],
      ['boilerplate', 'Sign up.'],
    ]);
  });

  it('loses no word and repeats none, whatever the blocks and spans', () => {
    const offset = fc.integer({ min: -5, max: text.length + 5 });
    const block = fc.record({
      kind: fc.constant<Block['kind']>('body'),
      start: offset,
      end: offset,
      language: fc.constant('en'),
    });
    const span = fc.record({ start: offset, end: offset, valueStart: offset, valueEnd: offset });
    fc.assert(
      fc.property(fc.array(block), fc.array(span), (someBlocks, spans) => {
        const claims = spans.map((each) => ({ ...ten, evidence: { ...ten.evidence, ...each } }));
        const shown = markText(text, someBlocks, claims)
          .flatMap((paragraph) => paragraph.pieces.map((piece) => piece.text))
          .join('');
        expect(shown.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('links', () => {
  it('lead to http and https only', () => {
    expect(safeLink('https://example.org/a')).toBe('https://example.org/a');
    for (const url of [
      'javascript:alert(1)',
      ' javascript:x',
      'data:text/html,x',
      '//evil',
      'file:///etc',
      null,
    ])
      expect(safeLink(url), String(url)).toBeNull();
  });
});
