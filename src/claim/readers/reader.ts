import type { z } from 'zod';
import { VocabularyError } from '../../vocabulary/folder.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Scope } from '../claim.ts';
import type { Draft } from '../draft.ts';
import type { Reading } from '../reading/reading.ts';
import type { Surroundings } from '../scope/context.ts';

/** Reads what is no figure. A predicate file asks for it by name and gives it options. */
export interface Reader {
  readonly id: string;
  /** Words, as written or as base form, without one of which it finds nothing. Without this it is asked every time. */
  words?(vocabulary: Vocabulary): readonly string[];
  read(reading: Reading, lent: Surroundings, vocabulary: Vocabulary): Draft[];
}

const cache = new WeakMap<Vocabulary, Map<string, { predicate: Predicate; options: unknown }[]>>();

/** The predicates that ask for a reader, with their options checked; computed once a vocabulary. */
export function predicatesFor<T>(
  vocabulary: Vocabulary,
  id: string,
  options: z.ZodType<T>,
): { predicate: Predicate; options: T }[] {
  const byReader = cache.get(vocabulary) ?? new Map<string, { predicate: Predicate; options: unknown }[]>();
  cache.set(vocabulary, byReader);
  const known = byReader.get(id);
  if (known) return known as { predicate: Predicate; options: T }[];
  const rows = [...vocabulary.predicates.values()]
    .filter((predicate) => predicate.extractor === id)
    .map((predicate) => {
      const parsed = options.safeParse(predicate.options);
      if (!parsed.success)
        throw new VocabularyError(`${predicate.id}: options of "${id}": ${parsed.error.message}`);
      return { predicate, options: parsed.data };
    });
  byReader.set(id, rows);
  return rows;
}

/** The first words of phrases. */
export const firstWords = (phrases: readonly string[]): string[] =>
  phrases.map((phrase) => phrase.split(' ', 1)[0] ?? '');

/** A scope in which only the time may be known. */
export const scopeAt = (
  time: Scope['time'],
  provenance: Scope['provenance']['time'],
  place: string | null = null,
): Scope => ({
  population: null,
  place,
  cause: null,
  actor: null,
  time,
  provenance: {
    population: 'default',
    place: place === null ? 'unknown' : 'explicit',
    time: provenance ?? 'unknown',
  },
});
