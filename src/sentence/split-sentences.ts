import type { Document } from '../document/document.ts';
import { isAsciiLetter } from '../letters.ts';
import { pieceEnd } from './piece-end.ts';
import { repairBoundaries } from './repair-boundaries.ts';
import { repairTags } from './repair-tags.ts';
import type { Sentence, Token } from './sentence.ts';
import { type TaggedWord, tagWords } from './tag-words.ts';

/** Most tokens of a sentence; a longer run without an end is no prose, and is cut so that time stays linear. */
const LONGEST_SENTENCE = 600;

/**
 * Cuts the article's own blocks into sentences and tokens. Boilerplate, and blocks in a language that is not read,
 * give nothing. Every token's text is exactly the document's text between its offsets.
 */
export function splitSentences(document: Document): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  document.blocks.forEach((block, index) => {
    if (block.kind === 'boilerplate' || !isRead(block.language)) return;
    for (const piece of pieces(document.text, block.start, block.end)) {
      for (const tokens of sentencesOf(piece.text, piece.start)) {
        const first = tokens[0];
        const last = tokens.at(-1);
        if (!first || !last) continue;
        sentences.push({
          index: sentences.length,
          block: index,
          paragraph,
          kind: block.kind,
          start: first.start,
          end: last.end,
          tokens,
        });
      }
      paragraph += 1;
    }
  });
  return sentences;
}

/** English is read; "und" is short text of which nobody can tell. */
export const isRead = (language: string): boolean => language === 'und' || /^en\b/i.test(language);

const LINE_BREAK = /[\r\n\u2028\u2029]/;

/** A block is one paragraph; a line break in it is only where the text was wrapped, and reads as a space. */
function* pieces(text: string, start: number, end: number): Generator<{ text: string; start: number }> {
  const given = text.slice(start, end);
  const block = LINE_BREAK.test(given) ? given.replace(/[\r\n\u2028\u2029]/gu, ' ') : given;
  for (let from = 0; from < block.length; ) {
    const to = pieceEnd(block, from);
    if (/\S/u.test(block.slice(from, to))) yield { text: block.slice(from, to), start: start + from };
    from = to;
  }
}

function sentencesOf(text: string, start: number): Token[][] {
  const { words, ends } = tagWords(text, start);
  repairTags(words);
  markQuotes(words);
  const sentences = repairBoundaries(words, ends);
  return sentences.some(isLong) ? sentences.flatMap(cutLong) : sentences;
}

const isLong = (tokens: readonly Token[]): boolean => tokens.length > LONGEST_SENTENCE;

function cutLong(tokens: Token[]): Token[][] {
  if (!isLong(tokens)) return [tokens];
  const parts: Token[][] = [];
  for (let from = 0; from < tokens.length; from += LONGEST_SENTENCE) {
    parts.push(tokens.slice(from, from + LONGEST_SENTENCE));
  }
  return parts;
}

/** Tells each word whether it stands inside double quotation marks; the marks themselves do not. */
function markQuotes(words: readonly TaggedWord[]): void {
  let open = false;
  for (const word of words) {
    const { text } = word;
    if (text.length > 2 || isAsciiLetter(text.charCodeAt(0))) word.inQuote = open;
    else if (text === '“' || text === '„' || text === '«') open = true;
    else if (text === '”' || text === '»') open = false;
    else if (text === '"' || text === "''" || text === '``') open = !open;
    else word.inQuote = open;
  }
}
