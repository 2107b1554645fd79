import { startsUpper } from '../../../letters.ts';
import type { Sentence, Token } from '../../../sentence/sentence.ts';
import type { PlaceTaxonomy } from '../../../vocabulary/places.ts';
import type { PlaceMention } from '../../mention.ts';
import { textOf } from '../text-of.ts';
import type { Candidate } from './find-places.ts';
import type { PlaceName } from './place-index.ts';

/** The province, state or country that stands behind a name and a comma: "Bristol, | Tenn.", "Salem, | Oregon". */
export interface LandBehind {
  readonly ids: readonly string[];
  /** Told so that no other town of the name can be meant: by a short form, or between commas. */
  readonly settles: boolean;
}

type ShortForms = ReadonlyMap<string, string>;

const CLOSES = /^(?:[,.;:()]|[–—-]+)$/;

/** What stands behind a candidate; `next` is the one behind it. Null where it is no province, state or country. */
export function landBehind(
  { sentence, to }: Candidate,
  next: Candidate | undefined,
  shortForms: ShortForms,
  places: PlaceTaxonomy,
): LandBehind | null {
  const { tokens } = sentence;
  if (tokens[to + 1]?.text !== ',') return null;
  const short = shortFormAt(tokens, to + 2, shortForms);
  if (short !== null) return { ids: [short.key], settles: true };
  if (next?.sentence !== sentence || next.from !== to + 2) return null;
  const ids = next.names.filter(({ adjective, id }) => !adjective && isLand(id, places)).map(({ id }) => id);
  if (ids.length === 0) return null;
  const behind = tokens[next.to + 1];
  // "in Aleppo, Idlib and Homs", "in Dallas, Texas, Ohio and Utah" are lists.
  const further = tokens[next.to + 2];
  const goesOn = behind?.text === ',' && (further?.pos === 'CCONJ' || startsUpper(further?.text ?? ''));
  const closed = behind === undefined || (CLOSES.test(behind.text) && !goesOn);
  return { ids, settles: closed && ids.length === next.names.length };
}

interface ShortForm {
  readonly key: string;
  readonly last: number;
}

/** The short form at a token; its point may be a token of its own ("Ont", "."). */
function shortFormAt(tokens: readonly Token[], at: number, shortForms: ShortForms): ShortForm | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const point = tokens[at + 1];
  const pointed =
    point?.text === '.' && point.start === token.end ? shortForms.get(`${token.text}.`) : undefined;
  if (pointed !== undefined) return { key: pointed, last: at + 1 };
  const key = shortForms.get(token.text);
  return key === undefined ? null : { key, last: at };
}

const isLand = (id: string, places: PlaceTaxonomy): boolean => {
  const level = places.level(id);
  return level === 'region' || level === 'country';
};

/** Whether a place lies in the land that settles which town is meant: it stands where only a place can. */
export const liesIn = (land: LandBehind | null, id: string, places: PlaceTaxonomy): boolean =>
  land?.settles === true && land.ids.some((one) => places.ancestors(id).has(one));

/**
 * The names that the land behind leaves: those inside it. Those of its country where the list does not tell in which of
 * its regions they lie. All where nothing is settled, and none where another town is meant, which no list has.
 */
export function namesInside(
  names: readonly PlaceName[],
  { ids, settles }: LandBehind,
  places: PlaceTaxonomy,
): readonly PlaceName[] {
  const within = (test: (id: string, land: string) => boolean): PlaceName[] =>
    names.filter(({ id }) => ids.some((land) => test(id, land)));
  const inside = within((id, land) => places.ancestors(id).has(land));
  if (inside.length > 0) return inside;
  const countrymen = within((id, land) => places.countryOf(id) === places.countryOf(land));
  if (!settles || ids.some((id) => places.level(id) !== 'region'))
    return countrymen.length > 0 ? countrymen : names;
  if (ids.some((region) => !places.nodes.hasTowns(region))) return countrymen;
  return countrymen.filter(({ id, curated }) => !curated && hasNoRegion(id, places));
}

/** Whether no list tells in which region a town lies. */
const hasNoRegion = (id: string, places: PlaceTaxonomy): boolean =>
  places.level(places.nodes.get(id)?.within[0] ?? '') !== 'region';

/** How many capitalised words a town before a short form may have. */
const LONGEST = 3;

/**
 * The short forms of a sentence that stand behind a town: "in Hesston, | Kan.", "TAUNTON, | Mass. —".
 * @param towns where places that were found end
 */
export function shortLands(
  sentence: Sentence,
  shortForms: ShortForms,
  towns: ReadonlySet<number>,
): PlaceMention[] {
  const { tokens } = sentence;
  const found: PlaceMention[] = [];
  for (let i = 2; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined || tokens[i - 1]?.text !== ',') continue;
    const short = shortFormAt(tokens, i, shortForms);
    if (short === null || !(towns.has(tokens[i - 2]?.end ?? -1) || standsWhere(tokens, i - 2))) continue;
    const [end, text] = [tokens[short.last]?.end ?? token.end, textOf(tokens, i, short.last)];
    found.push({ kind: 'place', start: token.start, end, text, key: short.key, adjective: false });
  }
  return found;
}

const LOCATES = /^(?:in|near|at|from|outside|around)$/;

/** Whether capitalised words up to a token tell where something is: behind "in", or at the head of a report. */
function standsWhere(tokens: readonly Token[], last: number): boolean {
  let first = last;
  while (first > 0 && last - first < LONGEST && startsUpper(tokens[first - 1]?.text ?? '')) first -= 1;
  if (!startsUpper(tokens[first]?.text ?? '')) return false;
  return LOCATES.test(tokens[first - 1]?.lower ?? '') || (first === 0 && isShouted(tokens, last));
}

const isShouted = (tokens: readonly Token[], last: number): boolean =>
  tokens.slice(0, last + 1).every(({ text }) => text === text.toUpperCase());

/** A comma and a space. */
const GAP = 2;

/**
 * A town and the land behind it are one place: "Bristol, Tenn.", "Tulsa, Oklahoma".
 * @param found in text order
 * @param ends where towns end that a land stands behind
 */
export function withLand(
  found: readonly PlaceMention[],
  ends: ReadonlySet<number>,
  places: PlaceTaxonomy,
): PlaceMention[] {
  const whole: PlaceMention[] = [];
  for (const place of found) {
    const town = whole.at(-1);
    const isBehind = town !== undefined && ends.has(town.end) && place.start - town.end <= GAP;
    if (isBehind && !place.adjective && isLand(place.key, places) && mayLieIn(town.key, place.key, places))
      whole[whole.length - 1] = { ...town, end: place.end, text: `${town.text}, ${place.text}` };
    else whole.push(place);
  }
  return whole;
}

/** Whether it lies there, or in the country of it and nobody knows in which region. */
const mayLieIn = (town: string, land: string, places: PlaceTaxonomy): boolean =>
  places.relate(town, land) === 'inside' ||
  (!isLand(town, places) && places.countryOf(town) === places.countryOf(land) && hasNoRegion(town, places));
