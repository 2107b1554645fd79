import { gather } from '../../each-as.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import type { PlaceTaxonomy } from '../../vocabulary/places.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { PlaceMention } from '../mention.ts';
import { type Candidate, findPlaces } from './place/find-places.ts';
import { type LandBehind, landBehind, liesIn, shortLands, withLand } from './place/land-behind.ts';
import { Namesakes, wordsOf } from './place/namesakes.ts';
import { type PlaceName, placeIndex } from './place/place-index.ts';
import { takeUpPlaces } from './place/take-up-places.ts';
import { textOf } from './text-of.ts';

/** Towns below this size, in thousands, are read only where the wording says that a place is meant. */
const WELL_KNOWN = 400;

/** Places, countries and demonyms of one sentence, read on its own. */
export const annotatePlaces = (sentence: Sentence, vocabulary: Vocabulary): PlaceMention[] =>
  annotateAllPlaces([sentence], vocabulary);

/**
 * Places, countries and demonyms of a document, in text order. Which of several towns of one name is meant
 * is decided by the countries that the document names, then by size.
 */
export function annotateAllPlaces(sentences: readonly Sentence[], vocabulary: Vocabulary): PlaceMention[] {
  const { places, placeShortForms } = vocabulary;
  const shortForms = placeShortForms.places;
  const index = placeIndex(places);
  const candidates: Candidate[] = [];
  for (const sentence of sentences)
    for (const one of findPlaces(sentence, index, vocabulary.words)) candidates.push(one);
  const behind = candidates.map((one, i) => landBehind(one, candidates[i + 1], shortForms, places));
  const countries = countCountries(candidates, behind, places);
  const namesakes = new Namesakes(candidates, behind, places);
  const told: Told = {
    countries,
    persons: personWords(candidates),
    placed: new Set(candidates.filter((one) => one.located && !one.insideName).map(wordsOf)),
  };
  const found = gather(candidates, (candidate, i): PlaceMention[] => {
    const land = behind[i] ?? null;
    const name = choose(candidate, namesakes.of(candidate, land), places, countries);
    if (name === null || !(liesIn(land, name.id, places) || isMeant(candidate, name, places, told)))
      return [];
    const { tokens } = candidate.sentence;
    const first = tokens[candidate.from];
    const last = tokens[candidate.to];
    if (first === undefined || last === undefined) return [];
    const text = textOf(tokens, candidate.from, candidate.to);
    return [
      { kind: 'place', start: first.start, end: last.end, text, key: name.id, adjective: name.adjective },
    ];
  });
  const ends = new Set(found.map(({ end }) => end));
  const short = gather(sentences, (sentence) => shortLands(sentence, shortForms, ends));
  const all = short.length === 0 ? found : [...found, ...short].sort((a, b) => a.start - b.start);
  return takeUpPlaces(sentences, withLand(all, endsBefore(candidates, behind), places), vocabulary);
}

/** Where the candidates end that have a land behind them. */
const endsBefore = (
  candidates: readonly Candidate[],
  behind: readonly (LandBehind | null)[],
): ReadonlySet<number> =>
  new Set(candidates.flatMap(({ sentence, to }, i) => (behind[i] ? [sentence.tokens[to]?.end ?? -1] : [])));

/** Countries that the document speaks of: by name, by demonym, by a region that exists only there, or behind a town. */
function countCountries(
  candidates: readonly Candidate[],
  behind: readonly (LandBehind | null)[],
  places: PlaceTaxonomy,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { names, insideName } of candidates) {
    const telling = names.find((name) => name.curated || places.level(name.id) === 'region');
    if (telling === undefined || (!telling.curated && insideName)) continue;
    const country = places.countryOf(telling.id);
    if (country && names.every((name) => places.countryOf(name.id) === country)) found.add(country);
  }
  for (const land of behind) {
    const [id, other] = land?.settles ? land.ids : [];
    const country = id === undefined || other !== undefined ? null : places.countryOf(id);
    if (country) found.add(country);
  }
  return found;
}

/** Words that belong to a person somewhere in the document: after "Jim Jordan", "Jordan" is nobody’s country. */
function personWords(candidates: readonly Candidate[]): ReadonlySet<string> {
  const balance = new Map<string, number>();
  for (const { names, insideName, located } of candidates) {
    const word = names[0]?.words.length === 1 ? names[0].words[0] : undefined;
    if (word === undefined) continue;
    const step = located ? -2 : insideName ? 2 : -0.5;
    balance.set(word, (balance.get(word) ?? 0) + step);
  }
  return new Set([...balance].filter(([, sum]) => sum > 0).map(([word]) => word));
}

/** How much a mention of its country speaks for a place, against the size of a namesake elsewhere. */
const COUNTRY_NAMED = 15;
const WEIGHT = { curated: 20_000, region: 3_000, besideTown: 50, area: 100 } as const;

function weigh(name: PlaceName, candidate: Candidate, places: PlaceTaxonomy): number {
  if (name.curated) return WEIGHT.curated;
  const level = places.level(name.id);
  if (level === 'city') return places.size(name.id);
  if (level !== 'region' && !candidate.region) return WEIGHT.area;
  if (candidate.region) return WEIGHT.curated;
  const country = places.countryOf(name.id);
  const town = candidate.names.some(
    (other) => places.size(other.id) >= KNOWN && places.countryOf(other.id) === country,
  );
  return town ? WEIGHT.besideTown : WEIGHT.region;
}

function choose(
  candidate: Candidate,
  names: readonly PlaceName[],
  places: PlaceTaxonomy,
  countries: ReadonlySet<string>,
): PlaceName | null {
  let best: PlaceName | null = null;
  let score = -1;
  for (const name of names) {
    const near = countries.has(places.countryOf(name.id) ?? '');
    const mine = (weigh(name, candidate, places) + 1) * (near ? COUNTRY_NAMED : 1);
    if (mine > score) {
      best = name;
      score = mine;
    }
  }
  return best;
}

/** Towns below this size, in thousands, are read only when their country is named too. */
const KNOWN = 100;

/** What the rest of the document tells. */
interface Told {
  readonly countries: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  /** Names that stand somewhere as only a place can: "in Gary", "Gary, Indiana". */
  readonly placed: ReadonlySet<string>;
}

function isMeant(candidate: Candidate, name: PlaceName, places: PlaceTaxonomy, told: Told): boolean {
  const { countries, persons, placed } = told;
  const { located, insideName, sentence, from } = candidate;
  const word = name.words.join(' ');
  if (name.curated) {
    if (located || name.adjective || name.words.length > 1 || name.exact !== null) return true;
    return !insideName && !persons.has(word);
  }
  if (insideName && !located) return false;
  const level = places.level(name.id);
  const size = level === 'city' ? places.size(name.id) : KNOWN;
  const near = countries.has(places.countryOf(name.id) ?? '');
  if (persons.has(word) || (size < KNOWN && !near)) return false;
  if (located) return true;
  if (sentence.tokens[from]?.pos !== 'PROPN' && !placed.has(word)) return false;
  return size >= WELL_KNOWN || name.words.length > 1 || (near && (placed.has(word) || level === 'region'));
}
