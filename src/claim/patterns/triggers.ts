import { inflected } from '../../sentence/inflect.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Predicate, Triggers } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';

export type Slot = keyof Triggers;

/** A trigger of the vocabulary, found in a sentence. */
export interface TriggerHit {
  readonly predicate: Predicate;
  readonly slot: Slot;
  /** Index of the first and of the last token, both included. */
  readonly first: number;
  readonly last: number;
  /** For "claim … life": the lemma that must head the counted phrase. */
  readonly headLemma: string | null;
}

/** How far the end of a phrase such as "take ~ into custody" may stand from its beginning, in tokens. */
const SPAN = 14;

interface Entry {
  predicate: Predicate;
  slot: Slot;
  words: readonly string[];
  headLemma: string | null;
  /** For "take ~ into custody": what must stand behind the counted phrase. */
  tail: readonly string[];
}

interface TriggerIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Entry[]>;
  /** Words that end a bare number: "362 detained", "six dead". */
  readonly afterNumber: ReadonlySet<string>;
}

const SLOTS: readonly Slot[] = ['active', 'passive', 'intransitive', 'state', 'nominal', 'deed', 'counted'];
const indices = new WeakMap<Vocabulary, TriggerIndex>();

/** The triggers of a vocabulary, by first word; built once. */
export function triggersOf(vocabulary: Vocabulary): TriggerIndex {
  const known = indices.get(vocabulary);
  if (known) return known;
  const byFirstWord = new Map<string, Entry[]>();
  const afterNumber = new Set<string>();
  for (const predicate of vocabulary.predicates.values()) {
    for (const slot of SLOTS) {
      for (const entry of predicate.triggers[slot].flatMap((phrase) => entriesOf(predicate, slot, phrase))) {
        const first = entry.words[0] ?? '';
        byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), entry]);
        if (slot === 'passive' || slot === 'state') afterNumber.add(first);
      }
    }
  }
  const index = { byFirstWord, afterNumber };
  indices.set(vocabulary, index);
  return index;
}

function entriesOf(predicate: Predicate, slot: Slot, phrase: string): Entry[] {
  const [whole = '', after = ''] = phrase.toLowerCase().split(/\s*~\s*/u);
  const tail = after === '' ? [] : after.split(' ');
  const [before = '', headLemma = null] = whole.split(/\s*…\s*/u);
  const [first = '', ...rest] = before.split(' ');
  const forms = slot === 'active' || slot === 'intransitive' ? inflected(first) : [first];
  return forms.map((form) => ({ predicate, slot, words: [form, ...rest], headLemma, tail }));
}

const says = (token: Token | undefined, word: string): boolean =>
  token !== undefined &&
  (word === '*' || token.lower === word || token.lemma === word || nounLemma(token) === word);

const NONE: readonly Entry[] = [];

/** Entries that begin with the token as it is written, with its lemma, or with its singular. */
function entriesAt(token: Token, byFirstWord: TriggerIndex['byFirstWord']): readonly Entry[] {
  const { lower, lemma } = token;
  const noun = nounLemma(token);
  const written = byFirstWord.get(lower);
  const base = lemma === lower ? undefined : byFirstWord.get(lemma);
  const singular = noun === lower || noun === lemma ? undefined : byFirstWord.get(noun);
  if (!base && !singular) return written ?? NONE;
  return [...(written ?? NONE), ...(base ?? NONE), ...(singular ?? NONE)];
}

/** Whether the tail follows within the same clause. */
function endsWith(tokens: readonly Token[], last: number, tail: readonly string[]): boolean {
  for (let i = last + 1; i < tokens.length && i - last <= SPAN; i += 1) {
    if (tail.every((word, k) => says(tokens[i + k], word))) return true;
    if (/^[;:.!?]$/.test(tokens[i]?.text ?? '') || tokens[i]?.pos === 'VERB') return false;
  }
  return false;
}

/** Every trigger that stands in the sentence; the longest phrase wins within a predicate and slot. */
export function findTriggers(tokens: readonly Token[], vocabulary: Vocabulary): TriggerHit[] {
  const { byFirstWord } = triggersOf(vocabulary);
  const hits: TriggerHit[] = [];
  tokens.forEach((token, first) => {
    const entries = entriesAt(token, byFirstWord);
    if (entries.length === 0) return;
    const best = new Map<string, TriggerHit>();
    for (const { predicate, slot, words, headLemma, tail } of entries) {
      // A participle is given as it is written: "wound" must not stand for "wounded".
      const exact = slot === 'passive' && token.lower !== words[0];
      if (exact || !words.every((word, i) => says(tokens[first + i], word))) continue;
      const key = `${predicate.id} ${slot} ${headLemma ?? ''}`;
      const last = first + words.length - 1;
      if (tail.length > 0 && !endsWith(tokens, last, tail)) continue;
      if ((best.get(key)?.last ?? -1) < last) best.set(key, { predicate, slot, first, last, headLemma });
    }
    hits.push(...best.values());
  });
  return hits;
}
