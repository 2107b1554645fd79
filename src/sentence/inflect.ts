import type { Token } from './sentence.ts';

/** Forms of a regular verb, for words whose lemma the tagger misses ("has infected/ADJ", "mediated/ADJ by"). */
export function inflected(verb: string): string[] {
  const stem = verb.replace(/e$/, '');
  return [...new Set([verb, `${verb}s`, `${stem}ed`, `${stem}ing`])];
}

interface Forms {
  readonly lemmas: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
}

const known = new WeakMap<readonly string[], Forms>();

function formsOf(verbs: readonly string[]): Forms {
  const found = known.get(verbs) ?? { lemmas: new Set(verbs), written: new Set(verbs.flatMap(inflected)) };
  if (!known.has(verbs)) known.set(verbs, found);
  return found;
}

/** Whether a word is a form of one of the verbs; their forms are made once for each list. */
export function isFormOf(token: Token | undefined, verbs: readonly string[]): boolean {
  if (token === undefined) return false;
  const { lemmas, written } = formsOf(verbs);
  return lemmas.has(token.lemma) || written.has(token.lower);
}
