/**
 * Vocabulary: what the engine knows, as data that a journalist can read and correct.
 *
 *   takes  a folder of YAML files, checked when it is read; a user’s own lies over the shipped one
 *   gives  predicates, taxonomies, units, hedges, cues and names, ready to look up
 *   never  holds a rule for one article or one outlet's style
 */
import { z } from 'zod';
import { Boilerplate, BoilerplateRule } from './boilerplate.ts';
import { ConfidenceRules } from './confidence.ts';
import { CueFile, type Cues, indexCues, indexSpeakers, type SpeakerKind, SpeakerRow } from './cues.ts';
import { readFile, VOCABULARY_FOLDER, VocabularyError, VocabularyFolder } from './folder.ts';
import { KindTaxonomy } from './kinds.ts';
import { OfficeFile, Offices } from './offices.ts';
import { indexShortForms, PlaceShortFormFile, type PlaceShortForms } from './place-short-forms.ts';
import { CountryNode, PlaceNode, PlaceTaxonomy, type PlaceWord, PlaceWords } from './places.ts';
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
import { indexSites, type Sites, SiteWords } from './sites.ts';
import { indexSomeOfAll, type SomeOfAll, SomeOfAllWords } from './some-of-all.ts';
import { Taxonomy, TaxonomyNode } from './taxonomy.ts';
import { type Anchors, bindAnchors, bindTimes, TimeAnchor, type Times, TimeWords } from './times.ts';
import { indexTitles, type NameWords, TitleFile } from './titles.ts';
import { readWords, type WordClass, type Words } from './words.ts';

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
  anybody: z.array(z.string().min(1)),
  leaders: z.array(z.string().min(1)),
  not: z.array(z.string().min(1)),
  women: z.array(z.string().min(1)),
  men: z.array(z.string().min(1)),
  male: z.array(z.string().min(1)),
  female: z.array(z.string().min(1)),
  demographics: z.array(z.string().min(1)),
  attackers: z.array(z.string().min(1)),
  atLarge: z.array(z.string().min(1)),
  nationals: z.array(z.string().min(1)),
  everybody: z.array(z.array(z.string().min(1)).min(2)),
  uncounted: z.record(z.string(), z.string()).default({}),
  endings: z.array(z.string().min(2)),
});
/** Which nouns, in the singular, name people. */
export interface Persons {
  readonly nouns: ReadonlySet<string>;
  /** How many a plural is at least that has one of these words: "multiple", "numerous". */
  readonly least: ReadonlyMap<string, number>;
  /** With an article they take up whoever was named before: "the suspect". */
  readonly anybody: ReadonlySet<string>;
  /** Words for one who leads: "the commander" may take up "a leader". */
  readonly leaders: ReadonlySet<string>;
  /** Given names of women and of men, in small letters. */
  readonly women: ReadonlySet<string>;
  readonly men: ReadonlySet<string>;
  /** Nouns and pronouns that only one sex is meant by. */
  readonly sexes: ReadonlyMap<string, 'male' | 'female'>;
  /** Populations that anybody is of: man, child. */
  readonly demographics: ReadonlySet<string>;
  /** Who did it: "gunman". */
  readonly attackers: ReadonlySet<string>;
  /** Nouns for people of whatever kind: "victim". */
  readonly atLarge: ReadonlySet<string>;
  /** Nouns that leave the kind to the nation before them: "Egyptian citizens". */
  readonly nationals: ReadonlySet<string>;
  /** Populations that together are everybody: civilians and combatants. */
  readonly everybody: readonly (readonly string[])[];
  /** By what wider kind somebody goes whom no number counts, for outlets call one person differently: girl, child. */
  readonly uncounted: ReadonlyMap<string, string>;
  /** Ends of nouns that name people though no list has them: "shopgoer". */
  readonly endings: readonly string[];
}

export interface Vocabulary {
  readonly version: string;
  readonly predicates: ReadonlyMap<string, Predicate>;
  readonly populations: KindTaxonomy;
  readonly places: PlaceTaxonomy;
  readonly causes: Taxonomy;
  readonly actors: Taxonomy;
  readonly persons: Persons;
  readonly outlets: ReadonlyMap<string, KnownOutlet>;
  readonly sources: ReadonlyMap<string, KnownSource>;
  readonly times: Times;
  readonly anchors: Anchors;
  /** Nouns that take up a place again ("the enclave"), with the kind of place they mean. */
  readonly placeWords: ReadonlyMap<string, PlaceWord>;
  /** Houses in a town that may have a name of their own. */
  readonly sites: Sites;
  /** Words that leave room for more victims than they count. */
  readonly placeShortForms: PlaceShortForms;
  readonly someOfAll: SomeOfAll;
  /** Words that rules ask for, by file and class. */
  readonly words: Words;
  /** The same classes with their examples. */
  readonly wordClasses: readonly WordClass[];
  /** Capitals by their country. */
  readonly capitals: ReadonlyMap<string, string>;
  /** Words that attribute: said, according to. */
  readonly cues: Cues;
  /** Head nouns of sources by kind: ministry, witness, report. */
  readonly speakers: ReadonlyMap<string, SpeakerKind>;
  /** Offices that speak through several people and papers. */
  readonly offices: Offices;
  /** Titles, and words that make a body of people out of a name. */
  readonly nameWords: NameWords;
  readonly boilerplate: Boilerplate;
  readonly quantities: QuantityWords;
  readonly rules: Rules;
  readonly confidence: ConfidenceRules;
}

function readPersons(folder: VocabularyFolder): Persons {
  const words = folder.read('persons', PersonWords);
  const { nouns, least, anybody, leaders, not, women, men, male, female, demographics, attackers } = words;
  const listed = folder.text('person-nouns.txt').split('\n');
  const persons = new Set([...listed.filter((line) => line !== '' && !line.startsWith('#')), ...nouns]);
  for (const word of not) persons.delete(word);
  return {
    nouns: persons,
    least: new Map(Object.entries(least)),
    anybody: new Set(anybody),
    leaders: new Set(leaders),
    women: new Set(women),
    men: new Set(men),
    sexes: new Map([
      ...male.map((word) => [word, 'male'] as const),
      ...female.map((word) => [word, 'female'] as const),
    ]),
    demographics: new Set(demographics),
    attackers: new Set(attackers),
    atLarge: new Set(words.atLarge),
    nationals: new Set(words.nationals),
    everybody: words.everybody,
    uncounted: new Map(Object.entries(words.uncounted)),
    endings: words.endings,
  };
}

const byId = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** Reads every predicate file, so that one call names all that is wrong. */
function readPredicates(folder: VocabularyFolder): ReadonlyMap<string, Predicate> {
  const problems: string[] = [];
  const found = new Map<string, Predicate>();
  const owned = new Map<string, boolean>();
  for (const { path, own } of folder.predicateFiles()) {
    try {
      const predicate = readFile(path, Predicate);
      if (owned.get(predicate.id) === own)
        problems.push(`${path}: the id "${predicate.id}" is taken by another file; choose another.`);
      owned.set(predicate.id, own);
      found.set(predicate.id, predicate);
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  // What is missing because its file is broken has been named already.
  for (const { id, within, toll } of problems.length > 0 ? [] : found.values()) {
    for (const larger of within)
      if (!found.has(larger)) problems.push(`${id}: within names "${larger}", which does not exist.`);
    if (toll && !found.has(toll.of)) problems.push(`${id}: toll names "${toll.of}", which does not exist.`);
  }
  if (problems.length > 0) throw new VocabularyError(problems.join('\n'));
  return found;
}

/** @throws VocabularyError when a predicate names a kind of people that does not exist */
function checkKinds(predicates: ReadonlyMap<string, Predicate>, populations: Taxonomy): void {
  const unknown = [...predicates.values()].flatMap(({ id, everyone }) =>
    everyone.flatMap((kind) =>
      populations.nodes.has(kind) ? [] : `${id}: everyone names "${kind}", which does not exist.`,
    ),
  );
  if (unknown.length > 0) throw new VocabularyError(unknown.join('\n'));
}

/** Runs what may find a file at odds with itself or another. */
function inFile<T>(folder: VocabularyFolder, name: string, build: () => T): T {
  try {
    return build();
  } catch (cause) {
    if (cause instanceof VocabularyError) throw cause;
    throw new VocabularyError(
      `${folder.placeOf(name)}: ${(cause as Error).message}. Add it, or correct the name.`,
      {
        cause,
      },
    );
  }
}

/**
 * Reads a vocabulary. A folder of one's own lies over the shipped one: what it does not hold is shipped, a row replaces
 * the shipped row of its id, other rows are added. It may hold one file with one row.
 * @throws VocabularyError when a file is malformed, or a predicate has no wanted or unwanted example
 */
export function loadVocabulary(path: string = VOCABULARY_FOLDER): Vocabulary {
  const folder = new VocabularyFolder(path);
  const read = <T>(name: string, schema: z.ZodType<T>): T => folder.read(name, schema);
  const taxonomy = (name: string): Taxonomy =>
    inFile(folder, name, () => new Taxonomy(read(name, z.array(TaxonomyNode))));
  const populations = inFile(
    folder,
    'populations',
    () =>
      new KindTaxonomy(read('populations', z.array(TaxonomyNode)), read('countries', z.array(CountryNode))),
  );
  const predicates = readPredicates(folder);
  checkKinds(predicates, populations);
  const { words, classes } = readWords(read);
  const places = new PlaceTaxonomy(
    read('places', z.array(PlaceNode)),
    read('countries', z.array(CountryNode)),
    folder.text('gazetteer.tsv'),
    read('not-places', z.array(z.string())),
  );
  return {
    version: '2026.1',
    predicates,
    populations,
    places,
    placeShortForms: indexShortForms(read('place-short-forms', PlaceShortFormFile), places),
    causes: taxonomy('causes'),
    actors: taxonomy('actors'),
    persons: readPersons(folder),
    outlets: byId(read('outlets', z.array(KnownOutlet))),
    sources: byId(read('sources', z.array(KnownSource))),
    times: bindTimes(read('times', TimeWords)),
    anchors: bindAnchors(read('anchors', z.array(TimeAnchor))),
    placeWords: new Map(
      read('place-words', PlaceWords).flatMap(({ level, most = Infinity, words }) =>
        words.map((word) => [word, { level, most }] as const),
      ),
    ),
    sites: indexSites(read('site-words', SiteWords)),
    someOfAll: indexSomeOfAll(read('some-of-all', SomeOfAllWords)),
    words,
    wordClasses: classes,
    capitals: new Map(Object.entries(read('capitals', z.record(z.string(), z.string())))),
    cues: indexCues(read('cues', CueFile)),
    nameWords: indexTitles(read('titles', TitleFile)),
    speakers: indexSpeakers(read('speakers', z.array(SpeakerRow))),
    offices: new Offices(read('offices', OfficeFile)),
    boilerplate: new Boilerplate(read('boilerplate', z.array(BoilerplateRule))),
    quantities: {
      numbers: read('numbers', NumberWords),
      hedges: read('hedges', z.array(HedgePhrases)),
      units: byId(read('units', z.array(Unit))),
      currencies: byId(read('currencies', z.array(Currency))),
      contexts: read('number-contexts', NumberContexts),
    },
    rules: read('rules', Rules),
    confidence: read('confidence', ConfidenceRules),
  };
}
