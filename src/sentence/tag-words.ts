import type { Form } from './form.ts';
import type { Token } from './sentence.ts';
import { Tagger } from './tagger.ts';

/** A Token that knows nothing of quotations yet; its offsets are those of the text that was given. */
export type TaggedWord = { -readonly [K in keyof Token]: Token[K] };

const tagger = new Tagger();
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

/** A class, so that every word is an object of one shape. */
class Word implements TaggedWord {
  text: string;
  lower: string;
  lemma: string;
  pos: string;
  form: Form | undefined;
  start: number;
  end: number;
  inQuote = false;

  constructor(form: Form, start: number) {
    const { text, lower, lemma, pos } = form;
    this.text = text;
    this.lower = lower;
    this.lemma = lemma;
    this.pos = pos;
    this.form = form;
    this.start = start;
    this.end = start + text.length;
  }
}

/** Joins what the tagger tore apart. */
function mend(word: TaggedWord, rest: string): void {
  word.text += rest;
  word.lower = word.text.toLowerCase();
  word.form = undefined;
  word.end += rest.length;
}

/**
 * Words of a text with part of speech, lemma and exact offsets, and the indices of the words that end a sentence.
 * A word that the tagger changed is found again in the text; what it left out is left out.
 * @param offset where the text begins in the one that offsets point into
 */
export function tagWords(text: string, offset = 0): { words: TaggedWord[]; ends: number[] } {
  const tagged = tagger.tag(text);
  const words: TaggedWord[] = [];
  /** For each of the tagger's tokens the last word up to it. */
  const place: number[] = [];
  let cursor = 0;
  const { forms, starts } = tagged;
  for (let i = 0; i < forms.length; i += 1) {
    const form = forms[i];
    if (form === undefined) break;
    const value = form.text;
    const known = starts[i] ?? -1;
    const from = known >= cursor ? known : value === '' ? -1 : findNear(text, value, cursor);
    if (from !== -1) {
      const last = words[words.length - 1];
      if (last !== undefined && from === cursor && isTorn(last.text, value)) mend(last, value);
      else words.push(new Word(form, offset + from));
      cursor = from + value.length;
    }
    place.push(words.length - 1);
  }
  const ends: number[] = [];
  for (const last of tagged.ends) {
    const end = place[last];
    if (end !== undefined && end >= 0 && end !== ends.at(-1)) ends.push(end);
  }
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

/** Words in small letters that are in no dictionary of the tagger, neither as they stand nor in the singular: names. */
export function unknownWords(words: readonly string[]): ReadonlySet<string> {
  const candidates = [...new Set(words)].filter((word) => /^\p{L}{2,}$/u.test(word) && !isKnown(word));
  return new Set(candidates.filter((word) => !baseForms(word).some(isKnown)));
}

const isKnown = (word: string): boolean => tagger.knows(word);

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
