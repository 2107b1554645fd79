import type { Block, Document } from '../document/document.ts';
import { startsLower, startsUpper } from '../letters.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { pieceEnd } from './piece-end.ts';
import { type TaggedWord, tagWords, unknownWords } from './tag-words.ts';

/** Fewer letters than this tell nothing: "FBI, CIA". */
const LEAST_LETTERS = 20;
/** Share of capitals among its letters from which a block was set in capitals. */
const CAPITALS = 0.95;

/**
 * A copy of a document in which blocks that are set in capitals are written as they would be in running text: names
 * and the words that open a sentence keep their capital, all else is small. Every character keeps its place, so that
 * offsets hold for both. A document without such a block is returned as it is.
 */
export function trueCase(document: Document, vocabulary: Vocabulary): Document {
  const shouted = document.blocks.filter((block) => isShouted(document.text, block));
  if (shouted.length === 0) return document;
  const names = nameWordsOf(vocabulary);
  let text = '';
  let from = 0;
  for (const { start, end } of [...shouted].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    text += document.text.slice(from, start) + quieten(document.text.slice(start, end), names);
    from = end;
  }
  return { ...document, text: text + document.text.slice(from) };
}

function isShouted(text: string, { start, end, kind }: Block): boolean {
  if (kind === 'boilerplate') return false;
  const most = (1 - CAPITALS) * (end - start);
  let capitals = 0;
  let small = 0;
  for (let i = start; i < end; i += 1) {
    const char = (text.codePointAt(i) ?? 0) > 0xffff ? text.slice(i, i + 2) : text.charAt(i);
    if (startsLower(char)) small += 1;
    else if (startsUpper(char)) capitals += 1;
    i += char.length - 1;
    // Running text is told after a few words.
    if (small > most) return false;
  }
  return capitals + small >= LEAST_LETTERS && capitals >= CAPITALS * (capitals + small);
}

function quieten(text: string, names: NameWords): string {
  let done = '';
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from);
    done += quietenPiece(text.slice(from, to), names);
    from = to;
  }
  return done;
}

/** Small letters one by one: "İ" and its like would grow, and stay as they are. */
const lowerInPlace = (text: string): string =>
  text.replace(/\p{Lu}/gu, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char));

/** The first letter as it was given, a letter beyond the basic plane too. */
const capitalised = (given: string, small: string): string => {
  const [first = ''] = given;
  return first + small.slice(first.length);
};

/** "U.S." */
const DOTTED = /^(?:\p{Lu}\.){2,}$/u;
/** No vowel to say it with, or set in brackets of its own: FMLN, [FARC]. */
const CONSONANTS = /^[B-DF-HJ-NP-TV-XZ]{2,6}$/;
const OPENS_SENTENCE = /(?:^|[.!?:]["”’')\]]*\s+|["“]|\s--\s+)$/u;

function quietenPiece(text: string, names: NameWords): string {
  const small = lowerInPlace(text);
  const { words } = tagWords(small);
  const named = findNames(words, names);
  let done = '';
  let from = 0;
  words.forEach(({ text: word, start, pos }, i) => {
    if (start < from) return;
    const end = start + word.length;
    const given = text.slice(start, end);
    const bracketed = /[[(]/.test(text[start - 1] ?? '') && /[\])]/.test(text[end] ?? '');
    const opens = OPENS_SENTENCE.test(text.slice(Math.max(0, start - 6), start));
    const whole =
      DOTTED.test(given) ||
      (named.has(i) &&
        ((CONSONANTS.test(given) && !names.titles.has(word)) || (bracketed && end - start < 6)));
    done += small.slice(from, start);
    if (whole) done += given;
    else done += named.has(i) || opens || pos === 'PROPN' ? capitalised(given, word) : word;
    from = end;
  });
  return done + small.slice(from);
}

/** Which words are names: unknown ones, parts of a place name, demonyms, and what stands between or beside them. */
function findNames(words: readonly TaggedWord[], names: NameWords): ReadonlySet<number> {
  const unknown = unknownWords(words.map((word) => word.text));
  const found = new Set<number>();
  words.forEach(({ text, pos }, i) => {
    if (pos === 'PROPN' || unknown.has(text) || names.demonyms.has(text)) found.add(i);
    if (!names.openers.has(text)) return;
    for (const more of [1, 2]) {
      const phrase = words.slice(i, i + more + 1).map((word) => word.text);
      if (phrase.length === more + 1 && names.phrases.has(phrase.join(' ')))
        for (let j = i; j <= i + more; j += 1) found.add(j);
    }
  });
  // "judge carlos valencia Garcia": a word that place names use too joins the name it touches.
  const joins = (i: number): boolean =>
    /^(?:NOUN|ADJ|X)$/.test(words[i]?.pos ?? '') && names.parts.has(words[i]?.text ?? '');
  const says = (list: ReadonlySet<string>, i: number): boolean => list.has(words[i]?.text ?? '');
  for (let i = words.length - 1; i >= 0; i -= 1)
    if (found.has(i + 1) && (joins(i) || says(names.titles, i))) found.add(i);
  for (let i = 1; i < words.length; i += 1)
    if (found.has(i - 1) && (joins(i) || says(names.bodies, i))) found.add(i);
  return found;
}

/** What the vocabulary tells about names at large. */
interface NameWords {
  /** Names of two words or three. */
  readonly phrases: ReadonlySet<string>;
  /** The first words of those. */
  readonly openers: ReadonlySet<string>;
  /** Every longer word of a name. */
  readonly parts: ReadonlySet<string>;
  readonly demonyms: ReadonlySet<string>;
  /** What stands before a person's name, and what makes a body out of a name. */
  readonly titles: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
}

const known = new WeakMap<Vocabulary, NameWords>();

function nameWordsOf(vocabulary: Vocabulary): NameWords {
  const ready = known.get(vocabulary);
  if (ready) return ready;
  const phrases = new Set<string>();
  const parts = new Set<string>();
  const demonyms = new Set<string>();
  for (const { name, aliases, adjectives } of vocabulary.places.nodes.values()) {
    for (const adjective of adjectives) demonyms.add(adjective.toLowerCase());
    for (const alias of name === undefined ? aliases : [name, ...aliases]) {
      const words = alias.toLowerCase().split(/[\s-]+/);
      if (words.length === 2 || words.length === 3) phrases.add(words.join(' '));
      for (const word of words) if (word.length > 2) parts.add(word);
    }
  }
  const openers = new Set([...phrases].map((phrase) => phrase.slice(0, phrase.indexOf(' '))));
  const small = (list: ReadonlySet<string>) => new Set([...list].map((word) => word.toLowerCase()));
  const { titles, organisations } = vocabulary.nameWords;
  const made = { phrases, openers, parts, demonyms, titles: small(titles), bodies: small(organisations) };
  known.set(vocabulary, made);
  return made;
}
