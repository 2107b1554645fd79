/**
 * Vocabulary: what the engine knows, as data that a journalist can read and correct.
 *
 *   takes  a folder of YAML files, checked when it is read
 *   gives  predicates, taxonomies, units, hedges, cues and names, ready to look up
 *   never  holds a rule for one article or one outlet's style
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { Predicate } from './predicate.ts';
import { Rules } from './rules.ts';
import { Taxonomy, TaxonomyNode } from './taxonomy.ts';

/** The folder that ships with the project. */
export const VOCABULARY_FOLDER = fileURLToPath(new URL('../../data/vocabulary', import.meta.url));

export const KnownOutlet = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  owner: z.string().nullable().default(null),
  kind: z.enum(['outlet', 'agency']).default('outlet'),
});
export type KnownOutlet = z.infer<typeof KnownOutlet>;

/** A kind of speaker that may be a side of the conflict, an authority, or nobody in particular. */
export const KnownSource = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  kind: z.enum(['authority', 'party', 'agency', 'outlet', 'person', 'witness', 'anonymous', 'unknown']),
  opposes: z.array(z.string()).default([]).meta({ description: 'Parties on the other side.' }),
});
export type KnownSource = z.infer<typeof KnownSource>;

export interface Vocabulary {
  readonly version: string;
  readonly predicates: ReadonlyMap<string, Predicate>;
  readonly populations: Taxonomy;
  readonly places: Taxonomy;
  readonly causes: Taxonomy;
  readonly actors: Taxonomy;
  readonly outlets: ReadonlyMap<string, KnownOutlet>;
  readonly sources: ReadonlyMap<string, KnownSource>;
  readonly rules: Rules;
}

/** Thrown when a vocabulary folder cannot be used; names the file and what is wrong in it. */
export class VocabularyError extends Error {
  override name = 'VocabularyError';
}

function read<T>(path: string, schema: z.ZodType<T>): T {
  let raw: unknown;
  try {
    raw = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new VocabularyError(`${path}: ${(cause as Error).message}`, { cause });
  }
  const result = schema.safeParse(raw);
  if (!result.success) throw new VocabularyError(`${path}: ${z.prettifyError(result.error)}`);
  return result.data;
}

const byId = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/**
 * Reads a vocabulary folder.
 * @throws VocabularyError when a file is missing, malformed, or a predicate has no wanted or unwanted example.
 */
export function loadVocabulary(folder: string = VOCABULARY_FOLDER): Vocabulary {
  const file = (name: string) => join(folder, `${name}.yaml`);
  const taxonomy = (name: string) => new Taxonomy(read(file(name), z.array(TaxonomyNode)));
  const predicates = readdirSync(join(folder, 'predicates'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => read(join(folder, 'predicates', name), Predicate));
  return {
    version: '2026.1',
    predicates: byId(predicates),
    populations: taxonomy('populations'),
    places: taxonomy('places'),
    causes: taxonomy('causes'),
    actors: taxonomy('actors'),
    outlets: byId(read(file('outlets'), z.array(KnownOutlet))),
    sources: byId(read(file('sources'), z.array(KnownSource))),
    rules: read(file('rules'), Rules),
  };
}
