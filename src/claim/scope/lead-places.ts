import type { PlaceMention } from '../../mention/mention.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { isTitle } from '../reading/title.ts';
import { addDays, publicationDay } from './days.ts';
import { withoutLists } from './listed-places.ts';
import { finestFirst, locatingPlaces, reportingPlaces, touchedPlaces } from './place.ts';

type Places = Vocabulary['places'];

/** What lies further back than this, in days, is no news. */
const BACKGROUND = 62;

/** Places that locate what a sentence tells, as far as they may be that of the story. */
export function storyPlaces(reading: Reading, places: Places): PlaceMention[] {
  if (reading.places.length === 0) return [];
  const found = [...locatingPlaces(reading, places), ...reportingPlaces(reading)];
  const here = found.filter((place) => !isNeighbour(reading, place) && !isOfPart(reading, place));
  return finestFirst(withoutLists(reading, here, places), places);
}

/** How far before a place the number may stand whose place it is. */
const COUNTED = 10;

/** "38 died in Ganzi and the other | 28 in Ya’an", "46 of the dead were in Ganzi and 36 …": where some of all were. */
function isOfPart({ tokens, quantities }: Reading, place: PlaceMention): boolean {
  const counts = quantities.filter(({ role }) => role === 'count');
  const number = counts.findLast(({ end }) => end <= place.start);
  if (!number || counts.length < 2) return false;
  const [first, last] = [tokenAt(tokens, number.start), tokenAt(tokens, number.end - 1)];
  if (tokenAt(tokens, place.start) - last > COUNTED) return false;
  const told = tokens.slice(Math.max(0, first - 2), last + 3);
  return told.some(
    ({ lower }, i) =>
      (lower === 'the' && /^(?:other|remaining|rest)$/.test(told[i + 1]?.lower ?? '')) ||
      (lower === 'of' && /^(?:the|them|those|these|whom)$/.test(told[i + 1]?.lower ?? '')),
  );
}

/** "felt in the neighbouring province of Bali": not where the story is. */
function isNeighbour({ tokens }: Reading, { start }: PlaceMention): boolean {
  const first = tokenAt(tokens, start);
  return tokens
    .slice(Math.max(0, first - 3), first)
    .some(({ lower }) => /^(?:neighbou?ring|nearby)$/.test(lower));
}

/** "In 2011, almost 200 people died off Zanzibar": what a story only looks back to, with places of its own. */
export function isBackground(reading: Reading): boolean {
  const times = reading.times.filter(({ from }) => from !== null);
  const earliest = addDays(publicationDay(reading.document), -BACKGROUND);
  return (
    times.length > 0 && times.every(({ class: kind, to }) => kind === 'window' && (to ?? '') <= earliest)
  );
}

/**
 * "GENEVA — Fighting in Sudan …": datelines of a desk, which say where it was written. One that the places of the lead
 * lie all apart from is no place of the story.
 */
export function desksOf(lead: readonly Reading[], places: Places): ReadonlySet<Reading> {
  const desks = lead.filter(({ sentence }) => sentence.kind === 'dateline');
  if (desks.length === 0) return new Set();
  const told = lead
    .filter((one) => !desks.includes(one))
    .flatMap((one) => [...(isTitle(one) ? [] : locatingPlaces(one, places)), ...touchedPlaces(one, places)]);
  const isApart = (desk: Reading): boolean =>
    told.length > 0 &&
    desk.places.every(({ key }) => told.every((place) => places.relate(key, place.key) === 'disjoint'));
  return new Set(desks.filter(isApart));
}

/**
 * Where no sentence of a lead says "in": what it touches, else what its title names of one country ("flood-hit Kerala",
 * "the Tanzanian ferry"). A body names too much by the way: "a Vietnam veteran".
 */
export function namedPlaces(lead: readonly Reading[], places: Places): PlaceMention[] {
  const titles = lead.filter(isTitle);
  const order = [...titles, ...lead.filter((one) => !titles.includes(one))];
  const touched = order.flatMap((one) => touchedPlaces(one, places));
  if (touched.length > 0) return touched;
  const named = titles.flatMap((one) => one.places.filter((place) => !isOfDoer(one, place)));
  const told = named.filter(({ key }) => places.countryOf(key) !== null);
  if (new Set(told.map(({ key }) => places.countryOf(key))).size !== 1) return [];
  const proper = told.filter((place) => !place.adjective);
  return proper.length > 0 ? proper : told;
}

/** "U.S. raids": of whoever strikes. */
function isOfDoer({ tokens, chunkOf, words }: Reading, { end }: PlaceMention): boolean {
  const behind = tokenAt(tokens, end);
  const chunk = chunkOf[behind - 1] ?? null;
  const head = chunk && chunk.last >= behind && chunk.head !== null ? tokens[chunk.head] : undefined;
  return head !== undefined && words.scene.doings.has(nounLemma(head));
}
