import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteContext } from '../../src/view/quote-context.ts';

const around = (text: string, quote: string, room?: number) => {
  const start = text.indexOf(quote);
  return quoteContext(text, { start, end: start + quote.length }, room);
};

describe('the words around a quote', () => {
  it('are the rest of its sentence, not the sentences beside it', () => {
    const text = 'It rained. The strike, police said, killed five people on Thursday. The market burned.';
    expect(around(text, 'killed five people')).toEqual({
      before: 'The strike, police said, ',
      after: ' on Thursday.',
      cutBefore: false,
      cutAfter: false,
    });
  });

  it('stop at the paragraph', () => {
    expect(around('Headline\nkilled five people\nMore', 'killed five people')).toMatchObject({
      before: '',
      after: '',
    });
  });

  it('take a closing quotation mark along, and are not stopped by a decimal point', () => {
    const text = '“They took 3.5 tonnes of it,” he said. “Nothing is left.” Later it rained.';
    expect(around(text, 'Nothing is left')).toMatchObject({ before: '“', after: '.”' });
    expect(around(text, 'They took')).toMatchObject({ after: ' 3.5 tonnes of it,” he said.' });
  });

  it('are cut at a word when the sentence is long, and say so', () => {
    const text = `${'one two '.repeat(60)}killed five people ${'three four '.repeat(60)}`;
    const context = around(text, 'killed five people', 40);
    expect(context).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(context.before).toMatch(/^(?:one|two) /);
    expect(context.after).toMatch(/ (?:three|four)$/);
    expect(context.before.length).toBeLessThanOrEqual(40);
  });

  it('stand in the text right beside the quote, whatever the text and span', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(60), fc.nat(60), (text, start, end) => {
        const { before, after } = quoteContext(text, { start, end }, 20);
        expect(text).toContain(before);
        expect(text).toContain(after);
      }),
    );
  });
});
