import model from 'wink-eng-lite-web-model';
import winkNLP, { type Model } from 'wink-nlp';

/**
 * What is needed of wink-nlp and its English model beyond what their types tell: the numbers in which a text is held while
 * it is read, and the patterns by which words are tagged and sentences end.
 */

/** The words of a model, numbered: those of its dictionary, then every other as it comes. */
interface Words {
  readonly list: readonly string[];
  readonly hash: Record<string, number>;
}

/** What is known of a word by its number. */
export interface Known {
  value(word: number): string;
  /** The number of a word, or the parts of a contraction, four numbers each; null where it was never met. */
  lookup(word: string): readonly number[] | null;
  /** Takes a word in, as one of a kind. */
  add(word: string, kind: number): number;
  /** The word in small letters. */
  normal(word: number): number;
  /** The same of a part of a contraction, by the second number of its token. */
  nox(second: number): number;
  /** The word in the spelling of the dictionary. */
  mappedSpelling(word: number): number;
  posOf(word: number): number;
  isMemberPOS(word: number, tag: number): boolean;
}

/**
 * A token: the number of its word; the blanks before it, and above `BLANKS` what it is a part of; for a part of a
 * contraction its tag above its lemma, else 0; and one more.
 */
export type Numbers = readonly [number, number, number, number];

/** More blanks than that are not counted: "can't" is told by it. */
export const BLANKS = 0xffff;
/** How many bits of the third number are the lemma’s. */
export const LEMMA_BITS = 20;
const SIZE = 4;

interface Raw {
  readonly tokens: readonly number[];
  readonly cache: Known;
}

/** What a token is to the patterns, by its word or its tag; tokens are given as one list of numbers. */
type Transform = (event: number, known: Known, tokens: readonly number[], i: number) => number;

interface Patterns {
  readonly machines: readonly string[];
  readonly transformers: readonly Transform[];
}

interface Core {
  readonly features: { readonly lexeme: Words };
  /** Kinds of tokens, by name. */
  readonly tcat: { readonly hash: { readonly word: number; readonly number: number } };
}

const parts = model as unknown as {
  core: () => Core;
  sbd: () => Patterns;
  pos: () => Patterns;
  addons: unknown;
};

/** The patterns that end sentences, and those that mend tags. */
export const sentenceModel = parts.sbd();
export const tagModel = parts.pos();

type Its = (i: number, raw: Raw, addons: unknown) => string;

/** Letters or figures alone, which are never cut, whatever stands around them. */
const PLAIN = /^(?:[a-z]+|\d+)$/i;

export const isPlain = (word: string): boolean => PLAIN.test(word);
const isFigure = (word: string): boolean => word.charCodeAt(0) < 58;

/**
 * wink-nlp as it cuts texts. It takes a word that it has once met for one wherever it comes again: behind "the family's, he
 * said" it would never again cut "family's". So what is not plain is forgotten with its text.
 */
export class Wink {
  private words: Words = { list: [], hash: {} };
  private kinds = { word: 0, number: 0 };
  private raw: Raw | null = null;
  private readonly nlp = winkNLP(
    {
      ...(model as Model),
      core: () => {
        const core = parts.core();
        this.words = core.features.lexeme;
        this.kinds = core.tcat.hash;
        return core;
      },
      // The last step, which leaves the text as it was read behind.
      pos: () => ({
        ...tagModel,
        setter: (raw: Raw) => {
          this.raw = raw;
        },
      }),
    },
    ['pos'],
  );
  private readonly dictionary = this.words.list.length;
  private seen = this.dictionary;
  readonly known: Known = this.hold('a').cache;

  /** How many words came that are in no dictionary. */
  get unknown(): number {
    return this.seen - this.dictionary;
  }

  /** The tokens of a text, and the words that were met in it and forgotten: those would have been cut no more. */
  cut(text: string): { tokens: Numbers[]; forgotten: string[] } {
    const { tokens } = this.hold(text);
    const cut: Numbers[] = [];
    for (let at = 0; at < tokens.length; at += SIZE)
      cut.push([tokens[at] ?? 0, tokens[at + 1] ?? 0, tokens[at + 2] ?? 0, tokens[at + 3] ?? 0]);
    return { tokens: cut, forgotten: this.forget() };
  }

  private hold(text: string): Raw {
    this.nlp.readDoc(text);
    if (this.raw === null) throw new TypeError('a text was read and not left behind');
    return this.raw;
  }

  private forget(): string[] {
    const { list, hash } = this.words;
    const forgotten: string[] = [];
    for (; this.seen < list.length; this.seen += 1) {
      const word = list[this.seen] ?? '';
      if (isPlain(word)) continue;
      delete hash[word];
      forgotten.push(word);
    }
    return forgotten;
  }

  /** The number of a word that is plain, or a mark of the dictionary; null for a contraction. */
  numberOf(word: string): number | null {
    const found = this.known.lookup(word);
    if (found !== null) return found.length === 1 ? (found[0] ?? null) : null;
    const added = this.known.add(word, isFigure(word) ? this.kinds.number : this.kinds.word);
    this.forget();
    return added;
  }

  isListed(word: string): boolean {
    return (this.words.hash[word] ?? this.dictionary) < this.dictionary;
  }

  /** Part of speech and lemma of a token whose third number tells them. */
  describe(token: Numbers): { pos: string; lemma: string } {
    const { its } = this.nlp;
    const raw: Raw = { tokens: token, cache: this.known };
    return {
      pos: (its.pos as unknown as Its)(0, raw, parts.addons),
      lemma: (its.lemma as unknown as Its)(0, raw, parts.addons),
    };
  }
}
