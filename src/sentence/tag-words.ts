import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence } from 'wink-nlp';
import { remember } from '../remember.ts';
import type { Token } from './sentence.ts';

/** A Token that knows nothing of quotations yet; its offsets are those of the text that was given. */
export type TaggedWord = { -readonly [K in keyof Token]: Token[K] };

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;
/** How far behind a word the next one may stand, in characters. */
const FURTHEST = 200;

/** The tagger cuts a word at a letter beyond Latin-1: "Erdo|ğan". Nearly all that touch, such as a full stop, are ASCII. */
function isTorn(left: string, right: string): boolean {
  if (left.charCodeAt(left.length - 1) < 128 && right.charCodeAt(0) < 128) return false;
  return (
    (/[^\P{L}\p{ASCII}]$/u.test(left) && /^\p{L}/u.test(right)) ||
    (/\p{L}$/u.test(left) && /^[^\P{L}\p{ASCII}]/u.test(right))
  );
}

/** Words with a capital come again and again; so they share one string, whose hash is worked out once. */
const lowered = remember((word: string): string => word.toLowerCase());

function lowerOf(word: string): string {
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    if (code > 127 || (code >= 65 && code <= 90)) return lowered(word);
  }
  return word;
}

/** Bodies whose short names are spelt like words of grammar: they are told by their capitals, and keep them. */
const SPELT_LIKE_WORDS = new Set(['WHO', 'IS']);

function wordOf(text: string, tag: string, lemma: string | undefined, start: number): TaggedWord {
  const name = SPELT_LIKE_WORDS.has(text);
  const lower = name ? text : lowerOf(text);
  return {
    text,
    lower,
    lemma: name ? text : (lemma ?? lower),
    pos: name ? 'PROPN' : tag,
    start,
    end: start + text.length,
    inQuote: false,
  };
}

/** Joins what the tagger tore apart. */
function mend(word: TaggedWord, rest: string): void {
  word.text += rest;
  word.lower = lowerOf(word.text);
  word.end += rest.length;
}

/**
 * Words of a text with part of speech, lemma and exact offsets, and the indices of the words that end a sentence.
 * A word that the tagger changed is found again in the text; what it left out is left out.
 * @param offset where the text begins in the one that offsets point into
 */
export function tagWords(text: string, offset = 0): { words: TaggedWord[]; ends: number[] } {
  const parsed = nlp.readDoc(text);
  const tokens = parsed.tokens();
  const values = tokens.out() as string[];
  const tags = tokens.out(its.pos) as string[];
  const lemmas = tokens.out(its.lemma as unknown as typeof its.pos) as string[];
  const words: TaggedWord[] = [];
  /** For each of the tagger's tokens the last word up to it. */
  const place: number[] = [];
  let cursor = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? '';
    const from = value === '' ? -1 : findNear(text, value, cursor);
    if (from !== -1) {
      const last = words[words.length - 1];
      const end = from + value.length;
      if (last !== undefined && from === cursor && isTorn(last.text, value)) mend(last, value);
      else {
        words.push(wordOf(value, tags[i] ?? 'X', lemmas[i], offset + from));
      }
      cursor = end;
    }
    place.push(words.length - 1);
  }
  const ends: number[] = [];
  parsed.sentences().each((sentence: ItemSentence) => {
    const [, last] = sentence.out(its.span) as unknown as [number, number];
    const end = place[last];
    if (end !== undefined && end >= 0 && end !== ends.at(-1)) ends.push(end);
  });
  return { words, ends };
}

/** Where a word stands next; -1 where that is further on than a gap in a text ever is. */
function findNear(text: string, word: string, from: number): number {
  const first = word.charCodeAt(0);
  if (text.charCodeAt(from) === first && text.startsWith(word, from)) return from;
  if (text.charCodeAt(from + 1) === first && text.startsWith(word, from + 1)) return from + 1;
  const start = text.indexOf(word, from);
  return start - from > FURTHEST ? -1 : start;
}

/** The tagger numbers the words it knows; the first word that it does not know gets the number behind them. */
const KNOWN_WORDS = idsOf('zqxjkvwzq')[0] ?? Number.POSITIVE_INFINITY;

function idsOf(text: string): number[] {
  return nlp
    .readDoc(text)
    .tokens()
    .out(its.uniqueId as unknown as typeof its.pos) as unknown as number[];
}

/** Words in small letters that are in no dictionary of the tagger, neither as they stand nor in the singular: names. */
export function unknownWords(words: readonly string[]): ReadonlySet<string> {
  const candidates = [...new Set(words)].filter((word) => /^\p{L}{2,}$/u.test(word) && !isKnown(word));
  return new Set(candidates.filter((word) => !baseForms(word).some(isKnown)));
}

const isKnown = (word: string): boolean => {
  const ids = idsOf(word);
  return ids.length === 1 && (ids[0] ?? KNOWN_WORDS) < KNOWN_WORDS;
};

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/es$/, ''],
  [/s$/, ''],
  [/ed$/, ''],
  [/ed$/, 'e'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/ly$/, ''],
  [/^(?:anti|non|un|re)/, ''],
];
const baseForms = (word: string): string[] =>
  ENDINGS.flatMap(([ending, base]) => (ending.test(word) ? [word.replace(ending, base)] : []));
