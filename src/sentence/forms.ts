import { startsDigit } from '../letters.ts';
import type { Word } from './by-form.ts';
import { nounLemma } from './noun-lemma.ts';
import type { Token } from './sentence.ts';

const NONE: readonly never[] = [];

/**
 * What an index by words holds for a token: under the word as it is written, its lemma and its singular, in that order,
 * each once. Nearly always nothing is there, and nothing is made then.
 */
export function underForms<T>(word: Word, index: ReadonlyMap<string, readonly T[]>): readonly T[] {
  const { lower, lemma } = word;
  const noun = nounLemma(word);
  const written = index.get(lower);
  const base = lemma === lower ? undefined : index.get(lemma);
  const singular = noun === lower || noun === lemma ? undefined : index.get(noun);
  if (!base && !singular) return written ?? NONE;
  return [...(written ?? NONE), ...(base ?? NONE), ...(singular ?? NONE)];
}

/** Whether a token is a word as it is written, by its lemma or by its singular. */
export const isWord = (token: Token, word: string): boolean =>
  token.lower === word || token.lemma === word || nounLemma(token) === word;

/** Whether a token is a number, in figures or in words. */
export const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'NUM' || startsDigit(token.text));
