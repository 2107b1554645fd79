import { nounOf } from './noun-lemma.ts';

/** Bodies whose short names are spelt like words of grammar: they are told by their capitals, and keep them. */
const SPELT_LIKE_WORDS = new Set(['WHO', 'IS']);

/** "schoolchildren", which the tagger does not know. */
const SCHOOLCHILDREN = 'choolchildren';

let made = 0;

/** A word with a part of speech: one object for all the places where it stands so. */
export class Form {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
  /** Its singular. */
  readonly noun: string;
  /** Its place in what is remembered by forms. Frequent words come first, and have the lowest. */
  readonly number: number;
  /** The tag of which it was made. */
  readonly tag: number;
  /** The same word under the tag that it had before. */
  readonly next: Form | undefined;

  constructor(text: string, pos: string, lemma: string, tag: number, next: Form | undefined) {
    const isBody = SPELT_LIKE_WORDS.has(text);
    this.text = text;
    this.lower = isBody ? text : text.toLowerCase();
    this.lemma = isBody ? text : text.endsWith(SCHOOLCHILDREN) ? 'schoolchild' : lemma;
    this.pos = isBody ? 'PROPN' : pos;
    this.noun = nounOf(this);
    this.number = made++;
    this.tag = tag;
    this.next = next;
  }
}
