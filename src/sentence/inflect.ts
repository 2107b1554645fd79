import type { Token } from './sentence.ts';

/** Forms of a regular verb, for words whose lemma the tagger misses ("has infected/ADJ", "mediated/ADJ by"). */
export function inflected(verb: string): string[] {
  const stem = verb.replace(/e$/, '');
  return [...new Set([verb, `${verb}s`, `${stem}ed`, `${stem}ing`])];
}

/** Whether a word is a form of one of the verbs. */
export const isFormOf = (token: Token | undefined, verbs: readonly string[]): boolean =>
  token !== undefined && verbs.some((verb) => token.lemma === verb || inflected(verb).includes(token.lower));
