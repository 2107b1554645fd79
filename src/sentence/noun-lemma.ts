import type { Token } from './sentence.ts';

const RULES: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(ss|sh|ch|x|z)es$/, '$1'],
  [/([^suai])s$/, '$1'],
];

/**
 * The singular of a noun. The tagger leaves a noun that it does not know in the plural, and takes a capitalised one at the
 * head of a sentence or in a headline for a name.
 */
export function nounLemma(token: Token): string {
  if (!token.lower.endsWith('s')) return token.lemma;
  if (token.pos !== 'PROPN' && (token.pos !== 'NOUN' || token.lemma !== token.lower)) return token.lemma;
  const rule = RULES.find(([ending]) => ending.test(token.lower));
  return rule ? token.lower.replace(rule[0], rule[1]) : token.lemma;
}
