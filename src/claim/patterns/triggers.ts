import { ByForm } from '../../sentence/by-form.ts';
import { isWord, underForms } from '../../sentence/forms.ts';
import { inflected } from '../../sentence/inflect.ts';
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
  /** For "report … case !of", "taken !to": a word that must not stand behind the counted phrase, or behind a verb without an object. */
  readonly unless: string | null;
  /** For "rally > draw": the lemma that must head the subject of the verb. */
  readonly doer?: string;
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
  doer: string | undefined;
}

/** The phrases that begin with one word: "in" has thirty, and the word behind it rules out nearly all. */
interface Phrases {
  readonly all: Entry[];
  /** Those of one word, and those that go on with any. */
  readonly open: Entry[];
}

/** The phrases that begin with one word, as far as they can go on with another. */
interface Continued {
  readonly of: Phrases;
  readonly entries: Entry[];
}

interface TriggerIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrases[]>;
  /** The same for a token, by any of its forms. */
  readonly begunBy: ByForm<readonly Phrases[]>;
  /** The phrases that are known to go on with a token. */
  readonly continuedBy: ByForm<readonly Continued[]>;
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
        const [phrases = { all: [], open: [] }] = byFirstWord.get(first) ?? [];
        byFirstWord.set(first, [phrases]);
        addTo(phrases, entry);
        if (slot === 'passive' || slot === 'state') afterNumber.add(first);
      }
    }
  }
  const bySecondWord = secondWords(byFirstWord.values());
  const index = {
    byFirstWord,
    begunBy: new ByForm((word) => underForms(word, byFirstWord)),
    continuedBy: new ByForm((word) => underForms(word, bySecondWord)),
    afterNumber,
  };
  indices.set(vocabulary, index);
  return index;
}

/** Whether a phrase is one word, or goes on with any. */
const isOpen = ({ words: [, second] }: Entry): boolean =>
  second === undefined || second === '*' || second === '@name';

function addTo({ all, open }: Phrases, entry: Entry): void {
  all.push(entry);
  if (isOpen(entry)) open.push(entry);
}

/** By second word the phrases that it leaves of those that begin with one word, in their order. */
function secondWords(begun: Iterable<readonly Phrases[]>): Map<string, Continued[]> {
  const found = new Map<string, Continued[]>();
  for (const of of [...begun].flat()) {
    const seconds = of.all.flatMap((entry) => (isOpen(entry) ? [] : [entry.words[1] ?? '']));
    for (const word of new Set(seconds)) {
      const entries = of.all.filter((entry) => isOpen(entry) || entry.words[1] === word);
      found.set(word, [...(found.get(word) ?? []), { of, entries }]);
    }
  }
  return found;
}

/** The phrases that can go on as the sentence does. */
function goingOn(
  phrases: Phrases,
  tokens: readonly Token[],
  first: number,
  { continuedBy }: TriggerIndex,
): readonly Entry[] {
  const { all, open } = phrases;
  const next = tokens[first + 1];
  if (all.length === open.length || next === undefined) return open;
  const known = continuedBy.of(next).filter((one) => one.of === phrases);
  const behind = behindAside(tokens, first);
  // Two of its forms may be second words, of different phrases.
  if (behind === first + 1) return known.length > 1 ? all : (known[0]?.entries ?? open);
  const later = tokens[behind];
  const goesOn = known.length > 0 || (later && continuedBy.of(later).some((one) => one.of === phrases));
  return goesOn ? all : open;
}

function entriesOf(predicate: Predicate, slot: Slot, phrase: string): Entry[] {
  const [told = '', done] = phrase.toLowerCase().split(/\s*>\s*/u);
  const doer = done === undefined ? undefined : told;
  const [whole = '', after = ''] = (done ?? told).split(/\s*~\s*/u);
  const tail = after === '' ? [] : after.split(' ');
  const loose = whole.endsWith('?');
  const [counted = '', unless = null] = (loose ? whole.slice(0, -1) : whole).split(/\s*!\s*/u);
  const [before = '', headLemma = null] = counted.split(/\s*…\s*/u);
  const [first = '', ...rest] = before.split(' ');
  const forms = slot === 'active' || slot === 'intransitive' ? inflected(first) : [first];
  return forms.map((form) => ({
    predicate,
    slot,
    words: [form, ...rest],
    headLemma,
    loose,
    unless,
    tail,
    doer,
  }));
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
  const index = triggersOf(vocabulary);
  const hits: TriggerHit[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const token = tokens[first];
    if (token === undefined) break;
    const from = hits.length;
    for (const phrases of index.begunBy.of(token)) {
      for (const entry of goingOn(phrases, tokens, first, index)) {
        const hit = hitOf(entry, tokens, first, vocabulary);
        if (hit) keepLongest(hits, from, hit);
      }
    }
  }
  return hits;
}

/** A phrase as it stands from a token on; null where it does not. */
function hitOf(
  { predicate, slot, words, headLemma, loose, unless, tail, doer }: Entry,
  tokens: readonly Token[],
  first: number,
  vocabulary: Vocabulary,
): TriggerHit | null {
  // A participle is given as it is written: "wound" must not stand for "wounded".
  if (slot === 'passive' && tokens[first]?.lower !== words[0]) return null;
  const last = endOf(tokens, first, { words, slot }, vocabulary);
  if (last === null) return null;
  if (tail.length > 0 && !endsWith(tokens, last, tail, vocabulary)) return null;
  // "taken !to", "participate !in": what is counted stands before it, and nothing but the word behind it tells more.
  const before = slot === 'passive' || slot === 'intransitive';
  if (unless !== null && before && tokens[last + 1]?.lower === unless) return null;
  const hit = { predicate, slot, first, last, headLemma, loose, unless };
  return doer === undefined ? hit : { ...hit, doer };
}

/** Adds a trigger to those that begin at its word, unless a phrase of its kind there is as long. */
function keepLongest(hits: TriggerHit[], from: number, hit: TriggerHit): void {
  for (let i = from; i < hits.length; i += 1) {
    const other = hits[i];
    const alike =
      other?.predicate === hit.predicate &&
      other.slot === hit.slot &&
      other.headLemma === hit.headLemma &&
      other.doer === hit.doer;
    if (!alike) continue;
    if (other.last < hit.last) hits[i] = hit;
    return;
  }
  hits.push(hit);
}
