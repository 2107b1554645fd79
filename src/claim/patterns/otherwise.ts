import { onceEach } from '../../remember.ts';
import { ByForm } from '../../sentence/by-form.ts';
import { isWord, underForms } from '../../sentence/forms.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Reading } from '../reading/reading.ts';
import type { TriggerHit } from './triggers.ts';

/** A phrase that takes a meaning from the triggers of a predicate, without its first word. */
interface Phrase {
  readonly predicate: Predicate;
  readonly rest: readonly string[];
}

const phrasesOf = onceEach(({ predicates }: Vocabulary) => {
  const byFirstWord = new Map<string, Phrase[]>();
  for (const predicate of predicates.values())
    for (const phrase of predicate.unless) {
      const [first = '', ...rest] = phrase.split(' ');
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { predicate, rest }]);
    }
  return new ByForm((word) => underForms(word, byFirstWord));
});

/**
 * The predicates whose triggers mean something else in a sentence, as a word of it tells: the turnout of a union's ballot.
 * Asked once for all of its triggers, for hardly a sentence has such a word.
 */
export function meantOtherwise(tokens: readonly Token[], vocabulary: Vocabulary): readonly Predicate[] {
  const phrases = phrasesOf(vocabulary);
  const found: Predicate[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    for (const { predicate, rest } of phrases.of(token))
      if (goesOn(tokens, i + 1, rest)) found.push(predicate);
  }
  return found;
}

/** Whether words stand one behind the other from a token on. */
const goesOn = (tokens: readonly Token[], from: number, words: readonly string[]): boolean =>
  words.every((word, i) => {
    const token = tokens[from + i];
    return token !== undefined && isWord(token, word);
  });

/** "the attempted murder of five": it did not come to that. */
export const isAttempt = ({ tokens, words }: Reading, hit: TriggerHit): boolean =>
  words.doubt.attempted.has(tokens[hit.first - 1]?.lower ?? '');
