import { Form } from './form.ts';
import { sentenceEvent, tagEvent } from './patterns.ts';
import { BLANKS, LEMMA_BITS, type Numbers, type Wink } from './wink.ts';

/** The tag of a word of which nothing is known: a noun. */
const NOUN = 8;

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
  private made: Form | undefined;

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
    this.made = this.make(tag);
    return this.made;
  }

  private make(tag: number): Form {
    const [word, second, third, fourth] = this.token;
    const tagged = third === 0 ? tag << LEMMA_BITS : third;
    const { pos, lemma } = this.wink.describe([word, second, tagged, fourth]);
    const known = !this.contracted || this.wink.isListed(lemma);
    return new Form(this.text, pos, known ? lemma : this.text.toLowerCase(), tag, this.made);
  }
}
