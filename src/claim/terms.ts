import { slug } from '../identity.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { objectsAfter, subjectsBefore } from './reading/arguments.ts';
import type { Chunk } from './reading/chunk.ts';
import { headLemma, type Reading } from './reading/reading.ts';
import { verbGroup } from './reading/verb-group.ts';
import { readCounted } from './subject.ts';

const STOPS = new Set(';:.!?');

/** A term, who has to serve it, and the verb that lays it on them. */
export interface Term {
  readonly noun: Chunk;
  readonly key: string;
  readonly at: number;
}

/** How far a term may stand from the verb that imposes it, in tokens. */
const IMPOSED = 14;
/** How far its noun may stand before it, and the verb of whoever gets it before that. */
const NOUN = 3;
const RECEIVED = 6;

/** "sentenced the mayor to nine years", "the mayor was jailed for nine years": the term of whoever has to serve it. */
export function imposedTerm(
  reading: Reading,
  chunk: Chunk,
  prepositionOf: ReadonlyMap<string, string>,
  vocabulary: Vocabulary,
): Term | null {
  const { tokens } = reading;
  const preposition = tokens[chunk.first - 1]?.lower;
  for (let i = chunk.first - 2; i >= 0 && chunk.first - i <= IMPOSED; i -= 1) {
    const token = tokens[i];
    if (!token || STOPS.has(token.text)) return null;
    const wanted = prepositionOf.get(token.lemma);
    if (wanted === undefined || token.lower === token.lemma) continue;
    if (wanted !== preposition) return null;
    const group = verbGroup(tokens, i);
    const subject =
      (group.passive ? undefined : objectsAfter(reading, i)[0]) ??
      subjectsBefore(reading, group.first).at(-1);
    const noun = namedBehind(reading, subject);
    const key = noun && noun !== chunk ? whoseTerm(reading, noun, vocabulary) : null;
    return noun && key !== null ? { noun, key, at: i } : null;
  }
  return null;
}

/** "the captain, | Ho Lee, | was sentenced": the name of whoever is only described. */
function namedBehind({ tokens, chunkOf }: Reading, noun: Chunk | undefined): Chunk | undefined {
  if (!noun || noun.name || noun.quantity || tokens[noun.last + 1]?.text !== ',') return noun;
  const named = chunkOf[noun.last + 2] ?? null;
  return named?.name?.type === 'person' && tokens[named.last + 1]?.text === ',' ? named : noun;
}

/**
 * "received the longest sentence of 120 years", "got sentences ranging from 50 to 120 years", "was handed a 12-year
 * term": the term that somebody got. Years alone ("was given seven years", "gets 10 years") need an article that tells
 * of a court.
 */
export function receivedTerm(
  reading: Reading,
  chunk: Chunk,
  { received, given, terms }: Verbs,
  told: boolean,
  vocabulary: Vocabulary,
): Term | null {
  const named = namedTerm(reading, chunk, terms, told);
  if (!named && !(told && isAloneTerm(reading, chunk))) return null;
  const from = (named ?? chunk).first;
  const { tokens } = reading;
  for (let i = from - 1; i >= 0 && from - i <= RECEIVED; i -= 1) {
    if (/^[,;:.!?]$/.test(tokens[i]?.text ?? '')) return null;
    if (tokens[i]?.pos !== 'VERB') continue;
    const noun = receiverOf(reading, i, from, tokens[i]?.lemma ?? '', { received, given });
    const key = noun ? whoseTerm(reading, noun, vocabulary) : null;
    return noun && key !== null ? { noun, key, at: i } : null;
  }
  return null;
}

/** The noun of a term, which the measure stands in or behind: "a sentence of | 12 years", "a | 12-year sentence". */
function namedTerm(
  reading: Reading,
  chunk: Chunk,
  terms: readonly string[],
  told: boolean,
): Chunk | undefined {
  return [termBefore(reading, chunk), chunk].find((noun): noun is Chunk => {
    const lemma = noun ? headLemma(reading, noun) : '';
    // "handed a second four-year term": one in office, unless the article tells of a court.
    return terms.includes(lemma) && (told || lemma !== 'term');
  });
}

/** Verbs of whoever gets a term, verbs by which somebody is given one, and the nouns for it. */
export interface Verbs {
  readonly received: readonly string[];
  readonly given: readonly string[];
  readonly terms: readonly string[];
}

/** "Ho | received", "Ho was | handed", "the judge gave | Ho": who gets what stands at a token behind the verb. */
function receiverOf(
  reading: Reading,
  verb: number,
  from: number,
  lemma: string,
  { received, given }: Pick<Verbs, 'received' | 'given'>,
): Chunk | undefined {
  const group = verbGroup(reading.tokens, verb);
  if (group.modal !== null) return undefined;
  const handed = given.includes(lemma);
  if (!handed && (group.passive || !received.includes(lemma))) return undefined;
  const [receiver] = handed && !group.passive ? objectsAfter(reading, verb) : [];
  if (handed && !group.passive) return receiver && receiver.last < from ? receiver : undefined;
  return subjectsBefore(reading, group.first).at(-1);
}

/** "seven years", "four years and eight months": of no other noun, no time that somebody has for something, no age. */
function isAloneTerm({ tokens }: Reading, { quantity, head, last }: Chunk): boolean {
  const { unit, role } = quantity ?? {};
  if (role !== 'duration' || head !== null || !/^(?:month|year|decade)$/.test(unit ?? '')) return false;
  return !/^(?:to|of|old|ago|earlier|later|after|before|from|notice)$/.test(tokens[last + 1]?.lower ?? '');
}

/** "Doe’s 10-year | sentence", "Doe’s sentence of | 56 months": whose it is stands before it. A "term" may be in office. */
export function ownedTerm(
  reading: Reading,
  chunk: Chunk,
  isSentence: (noun: Chunk) => boolean,
): (Term & { readonly text: string }) | null {
  const named = [termBefore(reading, chunk), chunk].find((one) => one && isSentence(one));
  if (!named) return null;
  const { tokens, names } = reading;
  for (let i = named.last; i >= named.first - 1 && i > 0; i -= 1) {
    if (!/^['’]s?$/u.test(tokens[i]?.lower ?? '')) continue;
    const owner = names.find(({ end }) => end === tokens[i - 1]?.end);
    const isPerson = owner !== undefined && owner.type !== 'organisation';
    return isPerson ? { noun: named, key: owner.key, at: named.last, text: owner.text } : null;
  }
  return null;
}

/** The noun whose length a measure behind it is: "the longest sentence of | 120 years". */
function termBefore({ tokens, chunkOf }: Reading, { first }: Chunk): Chunk | null {
  let before = first - 1;
  while (first - before < NOUN && /^(?:of|from|ranging|between)$/.test(tokens[before]?.lower ?? ''))
    before -= 1;
  return before < first - 1 ? (chunkOf[before] ?? null) : null;
}

/** Key of one person who can be told from others, or of some who got one term together: named, counted, or described by more than a bare noun ("a man"). */
function whoseTerm(reading: Reading, noun: Chunk, vocabulary: Vocabulary): string | null {
  const { text, key, person } = readCounted(reading, noun, vocabulary);
  if (noun.quantity) {
    const counts = person === 'yes' && noun.quantity.role === 'count' && noun.quantity.nominal !== null;
    return counts ? slug(`${noun.quantity.nominal} ${key}`) : null;
  }
  // Whoever is sentenced under a name is a person, whatever the name looks like.
  if (noun.name && noun.name.type !== 'organisation') return noun.name.key;
  if (person !== 'yes') return null;
  return text.includes(' ') ? slug(text) : null;
}
