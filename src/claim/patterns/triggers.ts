import { isWord, underForms } from '../../sentence/forms.ts';
import { inflected } from '../../sentence/inflect.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Predicate, Triggers } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { behindAside } from './aside.ts';

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
  /** For "lead with … vote?" and "price rise?": a share needs no noun, or none before it, where the article tells of such. */
  readonly loose: boolean;
  /** For "report … case !of": a word that must not stand behind the counted phrase. */
  readonly unless: string | null;
}

/** For "release … @people": the counted phrase must name people, whatever they are. */
export const ANYBODY = '@people';

/** How far the end of a phrase such as "take ~ into custody" may stand from its beginning, in tokens. */
const SPAN = 14;

interface Entry {
  predicate: Predicate;
  slot: Slot;
  words: readonly string[];
  headLemma: string | null;
  loose: boolean;
  unless: string | null;
  /** For "take ~ into custody": what must stand behind the counted phrase. */
  tail: readonly string[];
}

/** The phrases that begin with one word: "in" has thirty, and the word behind it rules out nearly all. */
interface Phrases {
  readonly all: Entry[];
  /** Those of one word, and those that go on with any. */
  readonly open: Entry[];
  /** The second words of the others. */
  readonly seconds: Set<string>;
}

interface TriggerIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrases[]>;
  /** Words that end a bare number: "362 detained", "six dead". */
  readonly afterNumber: ReadonlySet<string>;
}

const SLOTS: readonly Slot[] = ['active', 'passive', 'intransitive', 'state', 'nominal', 'deed', 'counted'];
const indices = new WeakMap<Vocabulary, TriggerIndex>();

/** The triggers of a vocabulary, by first word; built once. */
export function triggersOf(vocabulary: Vocabulary): TriggerIndex {
  const known = indices.get(vocabulary);
  if (known) return known;
  const byFirstWord = new Map<string, readonly Phrases[]>();
  const afterNumber = new Set<string>();
  for (const predicate of vocabulary.predicates.values()) {
    for (const slot of SLOTS) {
      for (const entry of predicate.triggers[slot].flatMap((phrase) => entriesOf(predicate, slot, phrase))) {
        const first = entry.words[0] ?? '';
        const [phrases = { all: [], open: [], seconds: new Set<string>() }] = byFirstWord.get(first) ?? [];
        byFirstWord.set(first, [phrases]);
        addTo(phrases, entry);
        if (slot === 'passive' || slot === 'state') afterNumber.add(first);
      }
    }
  }
  const index = { byFirstWord, afterNumber };
  indices.set(vocabulary, index);
  return index;
}

function addTo({ all, open, seconds }: Phrases, entry: Entry): void {
  const second = entry.words[1];
  all.push(entry);
  if (second === undefined || second === '*' || second === '@name') open.push(entry);
  else seconds.add(second);
}

/** The phrases that can go on as the sentence does. */
const goingOn = (
  { all, open, seconds }: Phrases,
  tokens: readonly Token[],
  first: number,
): readonly Entry[] => {
  const next = tokens[first + 1];
  if (isSecond(seconds, next)) return all;
  const behind = behindAside(tokens, first);
  return behind !== first + 1 && isSecond(seconds, tokens[behind]) ? all : open;
};

const isSecond = (seconds: ReadonlySet<string>, next: Token | undefined): boolean =>
  next !== undefined && (seconds.has(next.lower) || seconds.has(next.lemma) || seconds.has(nounLemma(next)));

function entriesOf(predicate: Predicate, slot: Slot, phrase: string): Entry[] {
  const [whole = '', after = ''] = phrase.toLowerCase().split(/\s*~\s*/u);
  const tail = after === '' ? [] : after.split(' ');
  const loose = whole.endsWith('?');
  const [counted = '', unless = null] = (loose ? whole.slice(0, -1) : whole).split(/\s*!\s*/u);
  const [before = '', headLemma = null] = counted.split(/\s*…\s*/u);
  const [first = '', ...rest] = before.split(' ');
  const forms = slot === 'active' || slot === 'intransitive' ? inflected(first) : [first];
  return forms.map((form) => ({ predicate, slot, words: [form, ...rest], headLemma, loose, unless, tail }));
}

/** "*" is any word, "@name" a proper noun that names no day: "flee @name" takes "fled Aleppo". */
const says = (token: Token | undefined, word: string, { times }: Vocabulary): boolean =>
  token !== undefined &&
  (word === '*' ||
    isWord(token, word) ||
    (word === '@name' && token.pos === 'PROPN' && !times.weekdays.has(token.lower)));

/** The last token of a phrase that begins at token `first`; null where the sentence does not go on as it does. */
function endOf(
  tokens: readonly Token[],
  first: number,
  { words, slot }: Pick<Entry, 'words' | 'slot'>,
  vocabulary: Vocabulary,
): number | null {
  let at = first;
  for (let i = 1; i < words.length; i += 1) {
    at = slot === 'nominal' ? behindAside(tokens, at) : at + 1;
    if (!says(tokens[at], words[i] ?? '', vocabulary)) return null;
  }
  return at;
}

const ENDS_CLAUSE = new Set(';:.!?');

/** Whether the words of a tail behind its first stand behind a token. */
function goesOnWith(
  tokens: readonly Token[],
  first: number,
  tail: readonly string[],
  vocabulary: Vocabulary,
): boolean {
  for (let k = 1; k < tail.length; k += 1)
    if (!says(tokens[first + k], tail[k] ?? '', vocabulary)) return false;
  return true;
}

/** Whether the tail follows within the same clause. */
function endsWith(
  tokens: readonly Token[],
  last: number,
  tail: readonly string[],
  vocabulary: Vocabulary,
): boolean {
  for (let i = last + 1; i < tokens.length && i - last <= SPAN; i += 1) {
    if (says(tokens[i], tail[0] ?? '', vocabulary) && goesOnWith(tokens, i, tail, vocabulary)) return true;
    if (tokens[i]?.pos === 'VERB' || ENDS_CLAUSE.has(tokens[i]?.text ?? '')) return false;
  }
  return false;
}

/** Every trigger that stands in the sentence; the longest phrase wins within a predicate and slot. */
export function findTriggers(tokens: readonly Token[], vocabulary: Vocabulary): TriggerHit[] {
  const { byFirstWord } = triggersOf(vocabulary);
  const hits: TriggerHit[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const token = tokens[first];
    if (token === undefined) break;
    const from = hits.length;
    const listed = underForms(token, byFirstWord);
    if (listed.length === 0) continue;
    for (const phrases of listed) {
      for (const entry of goingOn(phrases, tokens, first)) {
        const hit = hitOf(entry, tokens, first, vocabulary);
        if (hit) keepLongest(hits, from, hit);
      }
    }
  }
  return hits;
}

/** A phrase as it stands from a token on; null where it does not. */
function hitOf(
  { predicate, slot, words, headLemma, loose, unless, tail }: Entry,
  tokens: readonly Token[],
  first: number,
  vocabulary: Vocabulary,
): TriggerHit | null {
  // A participle is given as it is written: "wound" must not stand for "wounded".
  if (slot === 'passive' && tokens[first]?.lower !== words[0]) return null;
  const last = endOf(tokens, first, { words, slot }, vocabulary);
  if (last === null) return null;
  if (tail.length > 0 && !endsWith(tokens, last, tail, vocabulary)) return null;
  return { predicate, slot, first, last, headLemma, loose, unless };
}

/** Adds a trigger to those that begin at its word, unless a phrase of its kind there is as long. */
function keepLongest(hits: TriggerHit[], from: number, hit: TriggerHit): void {
  for (let i = from; i < hits.length; i += 1) {
    const other = hits[i];
    const alike =
      other?.predicate === hit.predicate && other.slot === hit.slot && other.headLemma === hit.headLemma;
    if (!alike) continue;
    if (other.last < hit.last) hits[i] = hit;
    return;
  }
  hits.push(hit);
}
