import { slug } from '../identity.ts';
import { nounLemma } from '../sentence/noun-lemma.ts';
import { lexiconOf } from '../vocabulary/lexicon.ts';
import { joinKeys } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { countedTogether, ownKind } from './kind.ts';
import { triggersOf } from './patterns/triggers.ts';
import type { Chunk } from './reading/chunk.ts';
import { countsSeveral } from './reading/joined-nouns.ts';
import { type Reading, wordsOf } from './reading/reading.ts';

/** What a counted phrase names. */
export interface Counted {
  readonly text: string;
  readonly key: string;
  /** Vocabulary nodes joined by "+", else a kind by its own noun; null when it names nobody in particular. */
  readonly population: string | null;
  /** yes: surely people. maybe: a word that is not known. bare: the number stands alone. no: surely things. */
  readonly person: 'yes' | 'maybe' | 'bare' | 'no';
  readonly plural: boolean;
}

/** Reads who or what a noun phrase counts. The text leaves articles and the number out. */
export function readCounted(reading: Reading, chunk: Chunk, vocabulary: Vocabulary): Counted {
  const { tokens } = reading;
  const head = chunk.head === null ? null : (tokens[chunk.head] ?? null);
  if (chunk.head === null || !head)
    return { text: 'people', key: 'people', population: null, person: 'bare', plural: true };
  let from = chunk.wordsFrom;
  // "three-phase peace plan", "two-year-long war": what is glued to the number belongs to it.
  while (from + 1 < chunk.head && /^[-–]$/.test(tokens[from]?.text ?? '')) from += 2;
  const { least } = vocabulary.persons;
  while (from < chunk.head && (tokens[from]?.pos === 'DET' || least.has(tokens[from]?.lower ?? '')))
    from += 1;
  const [text, nodes] = wordsAndNodes(reading, from, chunk.last, chunk.head, vocabulary);
  // "12 doctors and patients" are people of two kinds, not people who are both.
  const several = chunk.quantity !== null && countsSeveral(tokens, from, chunk.last);
  const { uncounted } = vocabulary.persons;
  const ids = nodes.map(({ id }) => (chunk.quantity ? id : (uncounted.get(id) ?? id)));
  const listed = several && nodes.length > 1 ? countedTogether(ids, vocabulary) : joinKeys(ids);
  const person = personhood(reading, chunk, nodes.length > 0, vocabulary);
  const population = nodes.length > 0 ? listed : unlisted(reading, chunk, from, person, vocabulary);
  const generic = population === null && vocabulary.persons.atLarge.has(head.lemma);
  return {
    text,
    key: population ?? (generic ? 'people' : slug(text) || 'people'),
    population,
    person,
    plural: isPlural(head.lower, nounLemma(head)) || chunk.last !== chunk.head,
  };
}

/** The kind of people that no node names; not of somebody in particular, who is named or known already. */
function unlisted(
  reading: Reading,
  chunk: Chunk,
  from: number,
  person: Counted['person'],
  vocabulary: Vocabulary,
): string | null {
  const { tokens, sentence } = reading;
  const { head, name, quantity, last } = chunk;
  // In capitals a noun that nobody lists may be a verb: "Kills 3 Wounds 20".
  const unsure =
    person === 'maybe' && (sentence.kind === 'headline' || isNextVerb(reading, chunk, vocabulary));
  if (unsure || person === 'no' || name?.type === 'person' || head === null) return null;
  if (quantity === null && isKnown(tokens, chunk, from)) return null;
  const words = quantity === null ? [] : tokens.slice(from, Math.min(head, last + 1));
  return ownKind(
    [...words, ...tokens.slice(head, head + 1)].map((token) => ({
      lower: token.lower,
      singular: nounLemma(token),
    })),
    vocabulary,
  );
}

/** "the trader", "his brother", "Roe's daughter": whom the story knows. */
const isKnown = (tokens: Reading['tokens'], { determiner, last }: Chunk, from: number): boolean =>
  /^(?:his|her|their|the|my|our)$/.test(determiner ?? '') ||
  tokens.slice(from, last).some(({ lower }) => /^['’]s?$/.test(lower));

/** The words of a phrase and the kinds of people they name, with the noun that it may share with the next phrase. */
function wordsAndNodes(
  reading: Reading,
  from: number,
  last: number,
  head: number,
  { populations }: Vocabulary,
): [string, readonly { readonly id: string }[]] {
  const kinds = lexiconOf(populations);
  const text = wordsOf(reading, from, last);
  if (head <= last) return [text, kinds.find(reading.tokens, from, last)];
  const words = [...reading.tokens.slice(from, last + 1), ...reading.tokens.slice(head, head + 1)];
  return [`${text} ${reading.tokens[head]?.text ?? ''}`, kinds.find(words, 0, words.length - 1)];
}

function personhood(
  reading: Reading,
  chunk: Chunk,
  known: boolean,
  vocabulary: Vocabulary,
): Counted['person'] {
  const { persons } = vocabulary;
  if (chunk.name) {
    if (chunk.name.type !== 'person') return chunk.quantity ? 'maybe' : 'no';
    if (chunk.quantity) return isNextVerb(reading, chunk, vocabulary) ? 'no' : 'yes';
    return isThing(reading, chunk) ? 'no' : 'yes';
  }
  const head = chunk.head === null ? undefined : reading.tokens[chunk.head];
  if (!head) return 'bare';
  const noun = nounLemma(head);
  // "sub-commander", "ex-minister" are kinds of what stands behind the hyphen.
  const listed = [noun, head.lower, noun.slice(noun.lastIndexOf('-') + 1)].some((word) =>
    persons.nouns.has(word),
  );
  if (known || listed || /(?:men|women|.worker|.workers)$/.test(head.lower)) return 'yes';
  const named = reading.places.some(
    (place) => place.adjective && place.start < head.end && place.end > head.start,
  );
  if (named) return 'yes';
  // A capitalised plural behind a number is a people or a movement ("40 Houthis"); a common noun nobody lists is a thing.
  return head.pos === 'PROPN' && chunk.quantity !== null ? 'maybe' : 'no';
}

const isPlural = (lower: string, lemma: string): boolean =>
  lower !== lemma || /^(?:men|people|police|troops|staff|crew)$|(?:women|children)$/.test(lower);

/** "12 Mill Rd. was empty", "seized AK-47s": an address is nobody, nor is a make of weapon. */
const isThing = ({ tokens }: Reading, { first, last }: Chunk): boolean =>
  /^\d/.test(tokens[first]?.text ?? '') || /\d/.test(tokens[last]?.text ?? '');

/** "Kills 3 Wounds 20": the capitalised word behind the number is the verb of the next one. */
const isNextVerb = ({ tokens }: Pick<Reading, 'tokens'>, { head }: Chunk, vocabulary: Vocabulary): boolean =>
  triggersOf(vocabulary).byFirstWord.has(tokens[head ?? -1]?.lower ?? '');
