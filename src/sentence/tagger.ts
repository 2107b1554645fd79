import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction, type Model, type Tokens } from 'wink-nlp';

/** A word with a part of speech: one object for all the places where it stands so. */
export interface Form {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
}

/** A text as it was tagged: its words, and for each sentence the index of its last one. */
interface Tagged {
  readonly forms: readonly Form[];
  readonly ends: readonly number[];
}

/** Bodies whose short names are spelt like words of grammar: they are told by their capitals, and keep them. */
const SPELT_LIKE_WORDS = new Set(['WHO', 'IS']);

function formOf(text: string, tag: string, lemma: string): Form {
  if (SPELT_LIKE_WORDS.has(text)) return { text, lower: text, lemma: text, pos: 'PROPN' };
  return { text, lower: text.toLowerCase(), lemma, pos: tag };
}

/** A word under one part of speech, and the same word under others. */
interface Made {
  readonly tag: string;
  readonly form: Form;
  readonly next: Made | undefined;
}

function under(tag: string, made: Made | undefined): Form | null {
  for (let one = made; one !== undefined; one = one.next) if (one.tag === tag) return one.form;
  return null;
}

/** What is needed of a model as wink-nlp loads it. */
interface Core {
  readonly features: { readonly lexeme: Words };
}

const coreOf = ({ core }: Model): Core => (core as () => Core)();

const valuesOf = <T>(tokens: Tokens, what: unknown): T[] => tokens.out(what as ItsFunction<T>) as T[];

/** The words of a model, numbered: those of its dictionary, then every other as it comes. */
interface Words {
  readonly list: readonly string[];
  readonly hash: Record<string, number>;
}

/** Letters or figures alone, which no tagger cuts, whatever stands around them. */
const PLAIN = /^(?:[a-z]+|\d+)$/i;

/**
 * wink-nlp with its English model. It takes a word that it has once met for one wherever it comes again: behind
 * "the family's, he said" it would never again cut "family's". So what is not plain is forgotten with its text.
 */
class Life {
  private words: Words = { list: [], hash: {} };
  private readonly nlp = winkNLP({ ...model, core: () => this.take(coreOf(model)) }, ['sbd', 'pos']);
  private readonly dictionary = this.words.list.length;
  private seen = this.dictionary;
  /** For each word what was made of it. */
  private readonly made = new Array<Made | undefined>(this.dictionary);

  private take(core: Core): Core {
    this.words = core.features.lexeme;
    return core;
  }

  /** How many words came that are in no dictionary. */
  get unknown(): number {
    return this.seen - this.dictionary;
  }

  read(text: string): Tagged {
    const { its } = this.nlp;
    const parsed = this.nlp.readDoc(text);
    const tokens = parsed.tokens();
    const ids = valuesOf<number>(tokens, its.uniqueId);
    const tags = valuesOf<string>(tokens, its.pos);
    const contracted = valuesOf<boolean>(tokens, its.contractionFlag);
    const forms: Form[] = [];
    for (let i = 0; i < ids.length; i += 1) {
      const tag = tags[i] ?? 'X';
      // A part of "can't" has the lemma that it has there alone.
      const known = contracted[i] ? null : under(tag, this.made[ids[i] ?? 0]);
      forms.push(known ?? this.make(tokens, i, ids[i] ?? 0, tag, contracted[i] === true));
    }
    const spans = parsed.sentences().out(its.span) as unknown as [number, number][];
    this.forget();
    return { forms, ends: spans.map(([, end]) => end) };
  }

  private make(tokens: Tokens, i: number, id: number, tag: string, contracted: boolean): Form {
    const token = tokens.itemAt(i);
    const text = token.out();
    const lemma = token.out(this.nlp.its.lemma as ItsFunction<string>);
    if (contracted) return formOf(text, tag, this.isListed(lemma) ? lemma : text.toLowerCase());
    const form = formOf(text, tag, lemma);
    this.made[id] = { tag, form, next: this.made[id] };
    return form;
  }

  private forget(): void {
    const { list, hash } = this.words;
    for (; this.seen < list.length; this.seen += 1) {
      const word = list[this.seen] ?? '';
      if (!PLAIN.test(word)) delete hash[word];
    }
  }

  private isListed(word: string): boolean {
    return (this.words.hash[word] ?? this.dictionary) < this.dictionary;
  }

  /** Whether a word is in the dictionary as it is written. */
  has(word: string): boolean {
    const ids = valuesOf<number>(this.nlp.readDoc(word).tokens(), this.nlp.its.uniqueId);
    this.forget();
    return ids.length === 1 && (ids[0] ?? this.dictionary) < this.dictionary;
  }
}

/**
 * The tagger keeps each word that is in no dictionary for as long as it lives, some 110 bytes. Past so many it begins
 * another life, which takes 0.15 s.
 */
const MOST_UNKNOWN = 200_000;

/** Tells words, parts of speech, lemmas and sentences; a text is tagged the same however many were tagged before it. */
export class Tagger {
  private life = new Life();
  private readonly most: number;

  /** @param most how many words that are in no dictionary are kept, but for those of the last text */
  constructor(most = MOST_UNKNOWN) {
    this.most = most;
  }

  tag(text: string): Tagged {
    if (this.life.unknown > this.most) this.life = new Life();
    return this.life.read(text);
  }

  /** Whether a word is in the dictionary as it is written. */
  knows(word: string): boolean {
    return this.life.has(word);
  }

  /** How many words are kept that are in no dictionary. */
  get kept(): number {
    return this.life.unknown;
  }
}
