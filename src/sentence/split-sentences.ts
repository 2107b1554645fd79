import type { Document } from '../document/document.ts';
import { repairBoundaries } from './repair-boundaries.ts';
import type { Sentence, Token } from './sentence.ts';
import { tagWords } from './tag-words.ts';

/** Longest paragraph that is tagged in one piece; a longer one is cut at white space, so that time stays linear. */
const LONGEST_PIECE = 20_000;
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

/** A block is one paragraph; a line break in it is only where the text was wrapped, and reads as a space. */
function* pieces(text: string, start: number, end: number): Generator<{ text: string; start: number }> {
  const block = text.slice(start, end).replace(/[\r\n\u2028\u2029]/gu, ' ');
  for (let from = 0; from < block.length; ) {
    const to = cut(block, from);
    if (/\S/u.test(block.slice(from, to))) yield { text: block.slice(from, to), start: start + from };
    from = to;
  }
}

function cut(line: string, from: number): number {
  if (line.length - from <= LONGEST_PIECE) return line.length;
  const space = line.lastIndexOf(' ', from + LONGEST_PIECE);
  return space > from ? space : from + LONGEST_PIECE;
}

function sentencesOf(text: string, start: number): Token[][] {
  const tagged = tagWords(text);
  const quoted = markQuotes(tagged.words.map((word) => word.text));
  const tokens: Token[] = tagged.words.map((word, i) => ({
    text: word.text,
    lower: word.text.toLowerCase(),
    lemma: word.lemma,
    pos: word.pos,
    start: start + word.start,
    end: start + word.start + word.text.length,
    inQuote: quoted[i] ?? false,
  }));
  return repairBoundaries(tokens, tagged.ends).flatMap(cutLong);
}

function cutLong(tokens: Token[]): Token[][] {
  if (tokens.length <= LONGEST_SENTENCE) return [tokens];
  const parts: Token[][] = [];
  for (let from = 0; from < tokens.length; from += LONGEST_SENTENCE) {
    parts.push(tokens.slice(from, from + LONGEST_SENTENCE));
  }
  return parts;
}

/** Tells for each word whether it stands inside double quotation marks; the marks themselves do not. */
function markQuotes(words: readonly string[]): boolean[] {
  let open = false;
  return words.map((word) => {
    if (word === '“' || word === '„' || word === '«') {
      open = true;
      return false;
    }
    if (word === '”' || word === '»') {
      open = false;
      return false;
    }
    if (word === '"' || word === "''" || word === '``') {
      open = !open;
      return false;
    }
    return open;
  });
}
