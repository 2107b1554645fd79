import { isAsciiLetter } from '../../../letters.ts';
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
const NUMERIC = new RegExp(`(${DATE})|(${CLOCK})|(${FIGURE})|(\\d+)(\\p{L}*)`, 'uy');
const WORD = /\p{L}[\p{L}\p{M}]*/uy;
const SPACE = /\s/u;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** End of the word that begins at an offset; the offset itself where none does. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (isAsciiLetter(text.charCodeAt(end))) end += 1;
  if (end === text.length || text.charCodeAt(end) < 128) return end;
  WORD.lastIndex = at;
  return WORD.test(text) ? WORD.lastIndex : at;
}

type Piece = Pick<Lexeme, 'kind' | 'end' | 'value' | 'suffix'>;

/** A number, date or time of day. */
function readNumeric(text: string, at: number): Piece {
  NUMERIC.lastIndex = at;
  const [whole = '', date, clock, figure, digits = '', suffix = ''] = NUMERIC.exec(text) ?? [];
  const kind = date ? 'date' : clock ? 'clock' : figure ? 'figure' : 'number';
  const value = digits !== '' && digits.length < 9 ? Number(digits) : Number.NaN;
  return { kind, end: at + whole.length, value, suffix: suffix.toLowerCase() };
}

/** A word, or one mark. */
function readWord(text: string, at: number): Piece {
  const end = wordEnd(text, at);
  if (end > at) return { kind: 'word', end, value: Number.NaN, suffix: '' };
  const width = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return { kind: 'mark', end: at + width, value: Number.NaN, suffix: '' };
}

/**
 * Cuts a sentence into lexemes, in linear time. Offsets point into the document. Only what begins with a digit is left to
 * a pattern: one pattern for all took twice as long.
 */
export function lex(text: string, offset: number, tokens: readonly Token[]): Lexeme[] {
  const out: Lexeme[] = [];
  let token = 0;
  let before = -1;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 32 || ((code < 32 || code > 127) && SPACE.test(text.charAt(at)))) {
      at += 1;
      continue;
    }
    const piece = isDigit(code) ? readNumeric(text, at) : readWord(text, at);
    const start = offset + at;
    const end = offset + piece.end;
    while (token + 1 < tokens.length && (tokens[token + 1]?.start ?? start + 1) <= start) token += 1;
    // Most are whole tokens, whose strings are at hand, and their hashes with them.
    const same = tokens[token];
    const isToken = same !== undefined && same.start === start && same.end === end;
    const whole = isToken ? same.text : text.slice(at, piece.end);
    const lower = isToken ? same.lower : whole.toLowerCase();
    out.push({
      kind: piece.kind,
      text: whole,
      lower: lower === '’' || lower === '‘' ? "'" : lower,
      start,
      end,
      value: piece.value,
      suffix: piece.suffix,
      glued: before === start,
      token,
    });
    before = end;
    at = piece.end;
  }
  return out;
}
