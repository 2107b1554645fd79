import { remember } from '../remember.ts';
import type { Token } from './sentence.ts';

const SMALL_S = 's'.charCodeAt(0);

const RULES: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(ss|sh|ch|x|z)es$/, '$1'],
  [/([^suai])s$/, '$1'],
];

/** Nouns that the tagger takes for names at the head of a sentence. */
const IRREGULAR = new Map([
  ['women', 'woman'],
  ['men', 'man'],
  ['children', 'child'],
]);

/**
 * The singular of a noun. The tagger leaves a noun that it does not know in the plural, and takes a capitalised one at the
 * head of a sentence or in a headline for a name.
 */
export const nounLemma = (token: Pick<Token, 'lower' | 'lemma' | 'pos' | 'form'>): string =>
  token.form?.noun ?? nounOf(token);

/** The same, worked out anew. */
export function nounOf({ lower, lemma, pos }: Pick<Token, 'lower' | 'lemma' | 'pos'>): string {
  if (pos === 'PROPN' && IRREGULAR.has(lower)) return IRREGULAR.get(lower) ?? lower;
  if (lower.charCodeAt(lower.length - 1) !== SMALL_S) return lemma;
  if (pos !== 'PROPN' && (pos !== 'NOUN' || lemma !== lower)) return lemma;
  return singular(lower) ?? lemma;
}

/** The singular of a plural by its ending; null where it has none. A story repeats its nouns, and every index asks for it. */
export const singular = remember((noun: string): string | null => {
  const rule = RULES.find(([ending]) => ending.test(noun));
  return rule ? noun.replace(rule[0], rule[1]) : null;
});
