import type { Sentence, Token } from '../../../sentence/sentence.ts';

/** A word, number, date or mark as the time grammar reads it: finer and more even than tokens. */
export interface Lexeme {
  readonly kind: 'word' | 'number' | 'figure' | 'date' | 'clock' | 'mark';
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** For numbers: the digits; otherwise NaN. */
  readonly value: number;
  /** For numbers: the letters glued to the digits (th, s, pm). */
  readonly suffix: string;
  /** Stands right behind the lexeme before it. */
  readonly glued: boolean;
  /** Index of the token in which it begins. */
  readonly token: number;
}

/** The words of a sentence; gaps come from the document where it is at hand and are blank otherwise. */
export function textOf(sentence: Sentence, document?: string): string {
  if (document !== undefined) return document.slice(sentence.start, sentence.end);
  let text = '';
  for (const token of sentence.tokens) {
    text += ' '.repeat(Math.max(0, token.start - sentence.start - text.length)) + token.text;
  }
  return text;
}

const DATE = String.raw`\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)|\d{1,2}/\d{1,2}/\d{2}(?!\d)`;
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?!\d)`;
const FIGURE = String.raw`\d+(?:,\d{3}(?!\d)|\.\d+)+`;
const LEXEME = new RegExp(
  `(${DATE})|(${CLOCK})|(${FIGURE})|(\\d+)(\\p{L}*)|(\\p{L}[\\p{L}\\p{M}]*)|\\S`,
  'gu',
);

/** Cuts a sentence into lexemes, in linear time. Offsets point into the document. */
export function lex(text: string, offset: number, tokens: readonly Token[]): Lexeme[] {
  const out: Lexeme[] = [];
  let token = 0;
  let before = -1;
  for (const match of text.matchAll(LEXEME)) {
    const [whole, date, clock, figure, digits, suffix] = match;
    const start = offset + match.index;
    while (token + 1 < tokens.length && (tokens[token + 1]?.start ?? start + 1) <= start) token++;
    const kind =
      (date && 'date') ||
      (clock && 'clock') ||
      (figure && 'figure') ||
      (digits && 'number') ||
      (match[6] ? 'word' : 'mark');
    out.push({
      kind: kind as Lexeme['kind'],
      text: whole,
      lower: whole === '’' || whole === '‘' ? "'" : whole.toLowerCase(),
      start,
      end: start + whole.length,
      value: digits && digits.length < 9 ? Number(digits) : Number.NaN,
      suffix: (suffix ?? '').toLowerCase(),
      glued: before === start,
      token,
    });
    before = start + whole.length;
  }
  return out;
}
