import { startsUpper } from '../../../letters.ts';
import { onceEach } from '../../../remember.ts';
import { ByForm } from '../../../sentence/by-form.ts';
import type { Sentence, Token } from '../../../sentence/sentence.ts';
import { siteKey } from '../../../vocabulary/sites.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { PlaceMention } from '../../mention.ts';
import { textOf } from '../text-of.ts';
import { siteName } from './site-name.ts';

/** How many words a name has at most before the noun of its kind, and between "in" and the place. */
const LONGEST = 5;
const ASIDE = 4;
const JOINT = /^[-’']$/u;
const OWNER = /^[’']s?$/u;
/** "any", "another": none that everybody knows. */
const INDEFINITE = /^(?:an?|any|another|every|each|some|no|two|three|several|many)$/;

/** A named site as it stands in a sentence; `parent` is null where only the rest of the document tells it. */
interface Found {
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
}

/**
 * Puts a site in the place of the town that it stands with: "Al-Noor Mosque in | Dovrin", "the | Dovrin | airport". Named
 * ones only, and those of which a town has one: "a mosque in Dovrin" is somewhere in the town. A name without a town is
 * the site of that name that the document has put somewhere else.
 * @param places in text order
 */
export function nameSites(
  sentences: readonly Sentence[],
  places: readonly PlaceMention[],
  vocabulary: Vocabulary,
): readonly PlaceMention[] {
  const found: Found[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const mine: PlaceMention[] = [];
    for (let place = places[next]; place && place.start < sentence.end; place = places[next]) {
      if (place.start >= sentence.start) mine.push(place);
      next += 1;
    }
    if (sentence.kind !== 'headline') findSites(sentence, mine, vocabulary, found);
  }
  if (found.length === 0) return places;
  const known = new Map<string, string>();
  for (const { name, kind, parent } of found) if (parent) known.set(`${name} ${kind}`, parent);
  const sites = found.flatMap((site) => {
    const parent = site.parent ?? (site.name === '' ? undefined : known.get(`${site.name} ${site.kind}`));
    return parent === undefined ? [] : [mentionOf(site, parent)];
  });
  const isCovered = (place: PlaceMention): boolean =>
    sites.some(({ start, end }) => start <= place.start && place.end <= end);
  return [...places.filter((place) => !isCovered(place)), ...sites].sort((a, b) => a.start - b.start);
}

const mentionOf = ({ sentence, first, last, name, kind }: Found, parent: string): PlaceMention => ({
  kind: 'place',
  start: sentence.tokens[first]?.start ?? 0,
  end: sentence.tokens[last]?.end ?? 1,
  text: textOf(sentence.tokens, first, last),
  key: siteKey(parent, name, kind),
  adjective: false,
});

const kindsOf = onceEach(({ kinds }: Vocabulary['sites']) => new ByForm(({ lower }) => kinds.has(lower)));

function findSites(
  sentence: Sentence,
  places: readonly PlaceMention[],
  vocabulary: Vocabulary,
  found: Found[],
): void {
  const kinds = kindsOf(vocabulary.sites);
  const { tokens } = sentence;
  const isKind = (token: Token | undefined): boolean => token !== undefined && kinds.of(token);
  for (let i = 1; i < tokens.length; i += 1) {
    if (!isKind(tokens[i])) continue;
    // "Dovrin University College": the last of several such nouns heads the name.
    while (isKind(tokens[i + 1]) && isName(tokens[i + 1])) i += 1;
    const site = siteAt(sentence, i, places, vocabulary);
    if (site) found.push(site);
  }
}

const isName = (token: Token | undefined): boolean => token !== undefined && startsUpper(token.text);

/** The first token of the capitalised words, and of a town that owns it, that end at token `head`. */
function startOf(tokens: readonly Token[], head: number, { general }: Vocabulary['sites']): number {
  let first = head;
  while (first > 0 && head - first < LONGEST + 2) {
    const token = tokens[first - 1];
    if (!token) break;
    const joint = JOINT.test(token.text) || OWNER.test(token.text);
    const joins = joint && (isName(tokens[first - 2]) || isJoined(tokens, first - 2));
    if (!joins && !isName(token) && !general.has(token.lower) && !isJoined(tokens, first - 1)) break;
    first -= 1;
  }
  // A sentence begins with a capital: "The Dovrin airport".
  while (first < head && (tokens[first]?.lower === 'the' || general.has(tokens[first]?.lower ?? '')))
    first += 1;
  return first;
}

/** The small words inside "Port-au-Prince". */
const isJoined = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.text === '-' && tokens[i + 1]?.text === '-';

function siteAt(
  sentence: Sentence,
  head: number,
  places: readonly PlaceMention[],
  vocabulary: Vocabulary,
): Found | null {
  const { tokens } = sentence;
  const { sites } = vocabulary;
  const noun = sites.kinds.get(tokens[head]?.lower ?? '');
  const first = startOf(tokens, head, sites);
  if (!noun || first === head || head - first > LONGEST + 2) return null;
  // "A mosque …" begins a sentence.
  if ([first - 1, first].some((i) => INDEFINITE.test(tokens[i]?.lower ?? ''))) return null;
  const inside = places.find(
    ({ start, adjective }) =>
      !adjective && start >= (tokens[first]?.start ?? 0) && start < (tokens[head]?.start ?? 0),
  );
  const around = placeBehind(tokens, head, places);
  const own = tokens
    .slice(first, head)
    .filter(
      (token) =>
        !(inside && inside.start <= token.start && token.end <= inside.end) &&
        isName(token) &&
        !sites.general.has(token.lower) &&
        !sites.kinds.has(token.lower),
    );
  const name = siteName(own.map(({ text }) => text));
  // "the Dovrin airport", not "the Dovrin market".
  if (name === '' && !(inside && noun.only)) return null;
  const parent = finer(inside?.key ?? null, around?.place.key ?? null, vocabulary);
  const last = around?.last ?? head;
  return { sentence, first, last, name, kind: noun.kind, parent };
}

/** "Al-Noor Mosque in the city of | Dovrin", "Al-Noor Mosque, | Dovrin". */
function placeBehind(
  tokens: readonly Token[],
  head: number,
  places: readonly PlaceMention[],
): { place: PlaceMention; last: number } | null {
  const joint = tokens[head + 1];
  if (!/^(?:in|of|,)$/.test(joint?.lower ?? '')) return null;
  for (let i = head + 2; i < tokens.length && i - head - 2 < ASIDE; i += 1) {
    const place = places.find(({ start }) => start === tokens[i]?.start);
    if (place) {
      if (place.adjective || (joint?.text === ',' && i > head + 2)) return null;
      const last = tokens.findLastIndex(({ start }) => start < place.end);
      return { place, last };
    }
    if (
      !/^(?:the|city|town|village|capital|of|central|(?:north|south)?-?(?:east|west)?(?:ern)?)$/.test(
        tokens[i]?.lower ?? '',
      )
    )
      return null;
  }
  return null;
}

/** The smaller of the town in its name and the place behind it; this one, where its name is that of a place elsewhere. */
function finer(inside: string | null, around: string | null, { places }: Vocabulary): string | null {
  if (inside === null || around === null) return inside ?? around;
  return /^(?:inside|equal)$/.test(places.relate(inside, around)) ? inside : around;
}
