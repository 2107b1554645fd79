import { nounOf } from './noun-lemma.ts';
import { sentenceEvent, tagEvent } from './patterns.ts';
import { BLANKS, LEMMA_BITS, type Numbers, type Wink } from './wink.ts';

/** A word with a part of speech: one object for all the places where it stands so. */
export interface Form {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
  /** Its singular. */
  readonly noun: string;
}

/** Bodies whose short names are spelt like words of grammar: they are told by their capitals, and keep them. */
const SPELT_LIKE_WORDS = new Set(['WHO', 'IS']);

/** "schoolchildren", which the tagger does not know. */
const SCHOOLCHILDREN = 'choolchildren';

function formOf(text: string, pos: string, lemma: string): Form {
  const form = SPELT_LIKE_WORDS.has(text)
    ? { text, lower: text, lemma: text, pos: 'PROPN' }
    : { text, lower: text.toLowerCase(), lemma: text.endsWith(SCHOOLCHILDREN) ? 'schoolchild' : lemma, pos };
  return { ...form, noun: nounOf(form) };
}

/** The tag of a word of which nothing is known: a noun. */
const NOUN = 8;

/** A word under one tag, and the same word under others. */
interface Made extends Form {
  readonly tag: number;
  readonly next: Made | undefined;
}

/** A token as it is cut, and all that the patterns ask of it: worked out once for all the places where it stands. */
export class Unit {
  readonly text: string;
  /** A part of "can't" has the tag and the lemma that it has there alone. */
  readonly contracted: boolean;
  /** The tag that it has by itself. */
  readonly tag: number;
  /** What it is to the patterns of tags whatever its tag is; null where that goes by its tag. */
  readonly hint: number | null;
  /** What it is to the patterns that end sentences, behind a blank and without one. */
  readonly spaced: number;
  readonly glued: number;
  private readonly normal: number;
  private readonly token: Numbers;
  private readonly wink: Wink;
  private made: Made | undefined;

  constructor(token: Numbers, wink: Wink) {
    const [word, second, third, fourth] = token;
    const { known } = wink;
    const whole = second - (second & BLANKS);
    this.contracted = second > BLANKS;
    this.text = known.value(word);
    this.tag = third === 0 ? known.posOf(known.mappedSpelling(word)) || NOUN : third >>> LEMMA_BITS;
    this.hint = tagEvent(token, known);
    const normal = this.contracted ? known.nox(second) : known.normal(word);
    this.spaced = sentenceEvent(normal, [word, whole + 1, third, fourth], known);
    this.glued = sentenceEvent(normal, [word, whole, third, fourth], known);
    this.normal = normal;
    this.token = token;
    this.wink = wink;
  }

  /** Whether the dictionary has it under a tag. */
  mayBe(tag: number): boolean {
    return this.wink.known.isMemberPOS(this.normal, tag);
  }

  /** The word as it stands under a tag. */
  under(tag: number): Form {
    for (let one = this.made; one !== undefined; one = one.next) if (one.tag === tag) return one;
    const { text, lower, lemma, pos, noun } = this.describe(tag);
    this.made = { text, lower, lemma, pos, noun, tag, next: this.made };
    return this.made;
  }

  private describe(tag: number): Form {
    const [word, second, third, fourth] = this.token;
    const tagged = third === 0 ? tag << LEMMA_BITS : third;
    const { pos, lemma } = this.wink.describe([word, second, tagged, fourth]);
    if (!this.contracted || this.wink.isListed(lemma)) return formOf(this.text, pos, lemma);
    return formOf(this.text, pos, this.text.toLowerCase());
  }
}
