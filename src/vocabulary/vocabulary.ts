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
import { z } from 'zod';
import { Boilerplate, BoilerplateRule } from './boilerplate.ts';
import { ConfidenceRules } from './confidence.ts';
import { CueFile, type Cues, indexCues, indexSpeakers, type SpeakerKind, SpeakerRow } from './cues.ts';
import { CountryNode, type PlaceLevel, PlaceNode, PlaceTaxonomy, PlaceWords } from './places.ts';
import { Predicate } from './predicate.ts';
import {
  Currency,
  HedgePhrases,
  NumberContexts,
  NumberWords,
  type QuantityWords,
  Unit,
} from './quantities.ts';
import { Rules } from './rules.ts';
import { Taxonomy, TaxonomyNode } from './taxonomy.ts';
import { type Anchors, bindAnchors, bindTimes, TimeAnchor, type Times, TimeWords } from './times.ts';
import { indexTitles, type NameWords, TitleFile } from './titles.ts';
import { parseYaml } from './yaml.ts';

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
  local: z
    .strictObject({ places: z.array(z.string().min(1)).min(1), aliases: z.array(z.string().min(1)).min(1) })
    .nullable()
    .default(null)
    .meta({ description: 'Names that mean it only where the document speaks of one of these places.' }),
  affiliation: z.string().optional().meta({ description: 'For a person: the country or body they act for.' }),
});
export type KnownSource = z.infer<typeof KnownSource>;

/** Nouns that name people beside the long list, and words of the long list that mean things more often. */
const PersonWords = z.strictObject({
  nouns: z.array(z.string().min(1)),
  least: z.record(z.string(), z.int().min(2)),
  not: z.array(z.string().min(1)),
});
/** Which nouns, in the singular, name people. */
export interface Persons {
  readonly nouns: ReadonlySet<string>;
  /** How many a plural is at least that has one of these words: "multiple", "numerous". */
  readonly least: ReadonlyMap<string, number>;
}

export interface Vocabulary {
  readonly version: string;
  readonly predicates: ReadonlyMap<string, Predicate>;
  readonly populations: Taxonomy;
  readonly places: PlaceTaxonomy;
  readonly causes: Taxonomy;
  readonly actors: Taxonomy;
  readonly persons: Persons;
  readonly outlets: ReadonlyMap<string, KnownOutlet>;
  readonly sources: ReadonlyMap<string, KnownSource>;
  readonly times: Times;
  readonly anchors: Anchors;
  /** Nouns that take up a place again ("the enclave"), with the kind of place they mean. */
  readonly placeWords: ReadonlyMap<string, PlaceLevel>;
  /** Words that attribute: said, according to. */
  readonly cues: Cues;
  /** Head nouns of sources by kind: ministry, witness, report. */
  readonly speakers: ReadonlyMap<string, SpeakerKind>;
  /** Titles, and words that make a body of people out of a name. */
  readonly nameWords: NameWords;
  readonly boilerplate: Boilerplate;
  readonly quantities: QuantityWords;
  readonly rules: Rules;
  readonly confidence: ConfidenceRules;
}

/** Thrown when a vocabulary folder cannot be used; names the file and what is wrong in it. */
export class VocabularyError extends Error {
  override name = 'VocabularyError';
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new VocabularyError(`${path}: ${(cause as Error).message}`, { cause });
  }
}

function read<T>(path: string, schema: z.ZodType<T>): T {
  let raw: unknown;
  try {
    raw = parseYaml(readText(path));
  } catch (cause) {
    throw new VocabularyError(`${path}: ${(cause as Error).message}`, { cause });
  }
  // Each file is checked once: compiling its schema would take longer than that.
  const result = schema.safeParse(raw, { jitless: true });
  if (!result.success) throw new VocabularyError(`${path}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function readPersons(folder: string): Persons {
  const { nouns, least, not } = read(join(folder, 'persons.yaml'), PersonWords);
  const listed = readText(join(folder, 'person-nouns.txt')).split('\n');
  const persons = new Set([...listed.filter((line) => line !== '' && !line.startsWith('#')), ...nouns]);
  for (const word of not) persons.delete(word);
  return { nouns: persons, least: new Map(Object.entries(least)) };
}

const byId = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** Reads every predicate file, so that one call names all that is wrong. */
function readPredicates(folder: string): ReadonlyMap<string, Predicate> {
  const place = join(folder, 'predicates');
  const problems: string[] = [];
  const found = new Map<string, Predicate>();
  for (const name of listFiles(place)) {
    try {
      const predicate = read(join(place, name), Predicate);
      if (found.has(predicate.id))
        problems.push(
          `${join(place, name)}: the id "${predicate.id}" is taken by another file; choose another.`,
        );
      found.set(predicate.id, predicate);
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  // What is missing because its file is broken has been named already.
  for (const { id, within } of problems.length > 0 ? [] : found.values())
    for (const larger of within)
      if (!found.has(larger)) problems.push(`${id}: within names "${larger}", which does not exist.`);
  if (problems.length > 0) throw new VocabularyError(problems.join('\n'));
  return found;
}

function listFiles(place: string): string[] {
  try {
    return readdirSync(place)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch (cause) {
    throw new VocabularyError(`${place}: ${(cause as Error).message}`, { cause });
  }
}

function readTaxonomy(path: string): Taxonomy {
  const nodes = read(path, z.array(TaxonomyNode));
  try {
    return new Taxonomy(nodes);
  } catch (cause) {
    throw new VocabularyError(`${path}: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Reads a vocabulary folder.
 * @throws VocabularyError when a file is missing, malformed, or a predicate has no wanted or unwanted example.
 */
export function loadVocabulary(folder: string = VOCABULARY_FOLDER): Vocabulary {
  const file = (name: string) => join(folder, `${name}.yaml`);
  const taxonomy = (name: string) => readTaxonomy(file(name));
  return {
    version: '2026.1',
    predicates: readPredicates(folder),
    populations: taxonomy('populations'),
    places: new PlaceTaxonomy(
      read(file('places'), z.array(PlaceNode)),
      read(file('countries'), z.array(CountryNode)),
      readText(join(folder, 'gazetteer.tsv')),
      read(file('not-places'), z.array(z.string())),
    ),
    causes: taxonomy('causes'),
    actors: taxonomy('actors'),
    persons: readPersons(folder),
    outlets: byId(read(file('outlets'), z.array(KnownOutlet))),
    sources: byId(read(file('sources'), z.array(KnownSource))),
    times: bindTimes(read(file('times'), TimeWords)),
    anchors: bindAnchors(read(file('anchors'), z.array(TimeAnchor))),
    placeWords: new Map(
      read(file('place-words'), PlaceWords).flatMap(({ level, words }) =>
        words.map((word) => [word, level] as const),
      ),
    ),
    cues: indexCues(read(file('cues'), CueFile)),
    nameWords: indexTitles(read(file('titles'), TitleFile)),
    speakers: indexSpeakers(read(file('speakers'), z.array(SpeakerRow))),
    boilerplate: new Boilerplate(read(file('boilerplate'), z.array(BoilerplateRule))),
    quantities: {
      numbers: read(file('numbers'), NumberWords),
      hedges: read(file('hedges'), z.array(HedgePhrases)),
      units: byId(read(file('units'), z.array(Unit))),
      currencies: byId(read(file('currencies'), z.array(Currency))),
      contexts: read(file('number-contexts'), NumberContexts),
    },
    rules: read(file('rules'), Rules),
    confidence: read(file('confidence'), ConfidenceRules),
  };
}
