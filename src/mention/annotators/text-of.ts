import type { Token } from '../../sentence/sentence.ts';

/** The words from one token to another as they stand, with a space for each character between two tokens. */
export function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let i = from; i <= to; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const gap = i === from ? 0 : token.start - (tokens[i - 1]?.end ?? token.start);
    text += ' '.repeat(Math.max(0, gap)) + token.text;
  }
  return text;
}
