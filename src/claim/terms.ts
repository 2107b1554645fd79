import { slug } from '../identity.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { objectsAfter, subjectsBefore } from './reading/arguments.ts';
import type { Chunk } from './reading/chunk.ts';
import type { Reading } from './reading/reading.ts';
import { verbGroup } from './reading/verb-group.ts';
import { readCounted } from './subject.ts';

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
    if (!token || /^[;:.!?]$/.test(token.text)) return null;
    const wanted = prepositionOf.get(token.lemma);
    if (wanted === undefined || token.lower === token.lemma) continue;
    if (wanted !== preposition) return null;
    const group = verbGroup(tokens, i);
    const noun =
      (group.passive ? undefined : objectsAfter(reading, i)[0]) ??
      subjectsBefore(reading, group.first).at(-1);
    const key = noun && noun !== chunk ? whoseTerm(reading, noun, vocabulary) : null;
    return noun && key !== null ? { noun, key, at: i } : null;
  }
  return null;
}

/** "received the longest sentence of 120 years", "got sentences ranging from 50 to 120 years": the term that somebody got. */
export function receivedTerm(
  reading: Reading,
  chunk: Chunk,
  received: readonly string[],
  isTerm: (noun: Chunk) => boolean,
  vocabulary: Vocabulary,
): Term | null {
  const named = termBefore(reading, chunk);
  if (!named || !isTerm(named)) return null;
  const { tokens } = reading;
  for (let i = named.first - 1; i >= 0 && named.first - i <= RECEIVED; i -= 1) {
    if (/^[,;:.!?]$/.test(tokens[i]?.text ?? '')) return null;
    if (tokens[i]?.pos !== 'VERB') continue;
    if (!received.includes(tokens[i]?.lemma ?? '')) return null;
    const noun = subjectsBefore(reading, verbGroup(tokens, i).first).at(-1);
    const key = noun ? whoseTerm(reading, noun, vocabulary) : null;
    return noun && key !== null ? { noun, key, at: i } : null;
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
