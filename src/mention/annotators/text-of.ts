import type { Token } from '../../sentence/sentence.ts';

/** The words from one token to another as they stand, with a space for each character between two tokens. */
export function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = tokens[from]?.text ?? '';
  for (let i = from + 1; i <= to; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const gap = token.start - (tokens[i - 1]?.end ?? token.start);
    if (gap > 0) text += gap === 1 ? ' ' : ' '.repeat(gap);
    text += token.text;
  }
  return text;
}
