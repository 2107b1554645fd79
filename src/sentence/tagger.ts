import model from 'wink-eng-lite-web-model';
import winkNLP, { type Document, type ItsFunction, type Model } from 'wink-nlp';

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

/** A word under one part of speech, by its number, and the same word under others. */
interface Made {
  readonly tag: number;
  readonly form: Form;
  readonly next: Made | undefined;
}

function under(tag: number, made: Made | undefined): Form | null {
  for (let one = made; one !== undefined; one = one.next) if (one.tag === tag) return one.form;
  return null;
}

/** What is needed of a model as wink-nlp loads it. */
interface Core {
  readonly features: { readonly lexeme: Words };
}

const coreOf = ({ core }: Model): Core => (core as () => Core)();

/**
 * A text as wink-nlp holds it while it reads: a few numbers for each token, and each sentence by its first token and its
 * last. Asked for through its documents, every number costs a call or two.
 */
interface Raw {
  /** The number of the word; the blanks before it, and above `BLANKS` what it is a part of; its tag above its lemma. */
  readonly tokens: readonly number[];
  readonly sentences: readonly (readonly [number, number, ...number[]])[];
}

/** More blanks than that are not counted: "can't" is told by it. */
const BLANKS = 0xffff;

/** The last step of tagging: takes a text, the tags of its tokens, how many numbers a token has and where its tag begins. */
type SetTags = (raw: Raw, tags: readonly number[], size: number, bits: number) => void;

const taggingOf = ({ pos }: Model): { setter: SetTags } => (pos as () => { setter: SetTags })();

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
  private raw: Raw = { tokens: [], sentences: [] };
  private size = 1;
  private bits = 0;
  private readonly nlp = winkNLP(
    { ...model, core: () => this.take(coreOf(model)), pos: () => this.listen(taggingOf(model)) },
    ['sbd', 'pos'],
  );
  private readonly dictionary = this.words.list.length;
  private seen = this.dictionary;
  /** For each word what was made of it. */
  private readonly made = new Array<Made | undefined>(this.dictionary);

  private take(core: Core): Core {
    this.words = core.features.lexeme;
    return core;
  }

  /** Tagging that leaves the text as it was read behind. */
  private listen<T extends { setter: SetTags }>(tagging: T): T {
    const setter: SetTags = (raw, tags, size, bits) => {
      tagging.setter(raw, tags, size, bits);
      Object.assign(this, { raw, size, bits });
    };
    return { ...tagging, setter };
  }

  /** How many words came that are in no dictionary. */
  get unknown(): number {
    return this.seen - this.dictionary;
  }

  read(text: string): Tagged {
    const parsed = this.nlp.readDoc(text);
    const { size, bits } = this;
    const { tokens, sentences } = this.raw;
    const forms: Form[] = [];
    for (let at = 0; at < tokens.length; at += size) {
      const id = tokens[at] ?? 0;
      const tag = (tokens[at + 2] ?? 0) >>> bits;
      // A part of "can't" has the lemma that it has there alone.
      const contracted = (tokens[at + 1] ?? 0) > BLANKS;
      const known = contracted ? null : under(tag, this.made[id]);
      forms.push(known ?? this.make(parsed, at / size, id, tag, contracted));
    }
    const ends = sentences.map(([, end]) => end);
    this.forget();
    return { forms, ends };
  }

  private make(parsed: Document, i: number, id: number, tag: number, contracted: boolean): Form {
    const { its } = this.nlp;
    const token = parsed.tokens().itemAt(i);
    const text = token.out();
    const pos = token.out(its.pos as ItsFunction<string>);
    const lemma = token.out(its.lemma as ItsFunction<string>);
    if (contracted) return formOf(text, pos, this.isListed(lemma) ? lemma : text.toLowerCase());
    const form = formOf(text, pos, lemma);
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
    this.nlp.readDoc(word);
    this.forget();
    const { tokens } = this.raw;
    return tokens.length === this.size && (tokens[0] ?? this.dictionary) < this.dictionary;
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
