import type { PlaceMention } from '../../mention/mention.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

type Places = Vocabulary['places'];

/** So many places that lie apart are the parts of a count, wherever they stand in their sentence. */
const PARTS = 3;
const JOINT = /^(?:,|and|or|&|\/|as|well)$/;

/**
 * "in Uganda, Tanzania and Kenya", "16 died in Ampenan, 4 in Cakranegara, 3 in Selong": none of several places is that
 * of a whole story; what holds them all may be. Places that stand alone stay.
 */
export function withoutLists(
  reading: Reading,
  found: readonly PlaceMention[],
  places: Places,
): readonly PlaceMention[] {
  if (found.length < 2) return found;
  const listed = found.filter((one, i) => isListed(reading, one, found[i - 1], found[i + 1], places));
  const counts = reading.quantities.filter(({ role }) => role === 'count').length;
  const apart = counts < PARTS ? [] : found.filter((one) => isApart(one, found, places));
  const parts = listed.length > 0 ? listed : apart;
  const least = listed.length > 0 ? 2 : PARTS;
  const [first] = parts;
  if (!first || new Set(parts.map(({ key }) => key)).size < least) return found;
  const whole = holderOf(parts, places);
  const kept = found.filter((one) => !parts.includes(one));
  return whole === null ? kept : [...kept, { ...first, key: whole }];
}

const isApart = (one: PlaceMention, found: readonly PlaceMention[], places: Places): boolean =>
  found.filter(({ key }) => key !== one.key && places.relate(key, one.key) === 'disjoint').length >=
  PARTS - 1;

function isListed(
  reading: Reading,
  one: PlaceMention,
  before: PlaceMention | undefined,
  behind: PlaceMention | undefined,
  places: Places,
): boolean {
  const joins = (a: PlaceMention, b: PlaceMention): boolean =>
    places.relate(a.key, b.key) === 'disjoint' && areJoined(reading, a, b);
  return (before !== undefined && joins(before, one)) || (behind !== undefined && joins(one, behind));
}

const areJoined = ({ tokens }: Reading, a: PlaceMention, b: PlaceMention): boolean => {
  const from = tokenAt(tokens, a.end);
  const to = tokenAt(tokens, b.start);
  return to > from && to - from <= 3 && tokens.slice(from, to).every(({ lower }) => JOINT.test(lower));
};

/** The smallest place that holds them all. */
function holderOf(parts: readonly PlaceMention[], places: Places): string | null {
  const [first, ...others] = parts.map(({ key }) => places.ancestors(key));
  const all = [...(first ?? [])].filter((id) => others.every((above) => above.has(id)));
  return (
    all.find((id) => !all.some((other) => other !== id && places.relate(other, id) === 'inside')) ?? null
  );
}
