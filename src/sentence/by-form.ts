import type { Form } from './form.ts';
import type { Token } from './sentence.ts';

/** How many answers are kept at once, a power of two: more than the words of many articles. */
const MOST = 16_384;

/** What a token is wherever it stands. */
export type Word = Pick<Token, 'text' | 'lower' | 'lemma' | 'pos' | 'form'>;

/**
 * A question about words that is asked of every token, and whose answer does not hang on where the token stands: it is
 * worked out once for a form. A form has one place among the answers, which it takes from whoever had it before, so that
 * no text can fill the memory.
 */
export class ByForm<V> {
  private readonly forms: (Form | undefined)[] = new Array(MOST).fill(undefined);
  private readonly answers: (V | undefined)[] = new Array(MOST).fill(undefined);
  private readonly answer: (word: Word) => V;

  constructor(answer: (word: Word) => V) {
    this.answer = answer;
  }

  of(token: Token): V {
    const { form } = token;
    // A token that was changed, or that no tagger made.
    if (form === undefined) return this.answer(token);
    const place = form.number & (MOST - 1);
    if (this.forms[place] === form) return this.answers[place] as V;
    const answer = this.answer(token);
    this.forms[place] = form;
    this.answers[place] = answer;
    return answer;
  }
}
