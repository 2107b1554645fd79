import { gather } from '../../each-as.ts';
import { byCodePoint } from '../../identity.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { attributor } from '../attribution.ts';
import type { Attribution } from '../claim.ts';
import type { Draft } from '../draft.ts';
import { implicitValue } from '../figure-value.ts';
import { headLemma, type Reading, wordsOf } from '../reading/reading.ts';
import { isSum } from '../same-statement.ts';
import type { Surroundings } from '../scope/context.ts';
import { dayNumber } from '../scope/days.ts';
import { type Count, deadOf, hurtOf, most } from './count-toll.ts';
import { distinctPersons } from './persons.ts';
import { mentionOf, orderOf, pronounMentions, speaksOfDeath, type TollMention } from './toll-mention.ts';

/** Nobody wrote the figure: it is a little less sure than what it is made of. */
const LOSS = 0.1;
/** A window longer than this is no day of an event. */
const DAYS = 3;

/**
 * What the event of an article cost, where its victims are told one by one or in groups: "A man, 22, died at the scene.
 * A woman was taken to hospital with a gunshot wound" is at least one dead and one hurt. The fewest that the words
 * allow; nothing where the article says the figure itself.
 * @param drafts all figures of the article, in text order
 * @param lent what each sentence may inherit
 */
export function tallyEvent(
  readings: readonly Reading[],
  drafts: readonly Draft[],
  lent: readonly Surroundings[],
  vocabulary: Vocabulary,
): Draft[] {
  const told = drafts.filter(isTold);
  const main = mainDay(told);
  const near = told.filter((draft) => isOn(draft, main));
  const place = mostCommon(gather(near, (draft) => draft.scope.place ?? []));
  const own = near.filter((draft) => isAt(draft, place, vocabulary));
  const mentions = gather(told, (draft) => mentionOf(draft, vocabulary) ?? []);
  const read = bySentence(told);
  mentions.push(
    ...gather(readings, (reading, i) => {
      const around = lent[i];
      return around ? pronounMentions(reading, read.get(reading) ?? [], around, vocabulary) : [];
    }),
  );
  if (mentions.length === 0) return [];
  mentions.sort((a, b) => orderOf(a) - orderOf(b));
  const here = new Set(own);
  const isHere = ({ draft, kind }: TollMention): boolean =>
    draft !== null &&
    (here.has(draft) || (kind === 'pronoun' && isOn(draft, main) && isAt(draft, place, vocabulary)));
  const persons = distinctPersons(mentions).filter(
    (person) => person.mentions.some(isHere) || person.attacker,
  );
  const groups = mentions.filter(
    (mention) => mention.kind === 'group' && isHere(mention) && mention.draft?.partOf === null,
  );
  const dead = deadOf(persons, groups);
  const hurt = hurtOf(persons, groups, dead);
  // Whoever was shot may be whose death another sentence speaks of.
  const unsure =
    hurt.open && hurt.number === 1 && readings.some((one) => speaksOfDeath(one, read.get(one) ?? []));
  return [dead, ...(unsure ? [] : [hurt])].flatMap((count) => settleTotal(count, own, place, vocabulary));
}

function bySentence(drafts: readonly Draft[]): Map<Reading, Draft[]> {
  const found = new Map<Reading, Draft[]>();
  for (const draft of drafts) found.set(draft.reading, [...(found.get(draft.reading) ?? []), draft]);
  return found;
}

/** What is told as having happened in one event, not as a sum over many. */
const isTold = (draft: Draft): boolean =>
  // "were among the dead": there are others.
  !draft.partial &&
  draft.predicate?.toll != null &&
  draft.modality === 'occurred' &&
  draft.polarity === 'affirmed' &&
  draft.timeClass === 'flow' &&
  draft.value.hedge !== 'vague' &&
  !isIll(draft) &&
  !isLong(draft);

/** "36,719 hospitalised patients": whoever is in care as a patient need not be hurt. */
const isIll = ({ predicate, chunk, reading }: Draft): boolean =>
  predicate?.toll?.rank === 0 && chunk !== null && headLemma(reading, chunk) === 'patient';

function isLong({ scope: { time } }: Draft): boolean {
  if (time?.from == null) return time?.class === 'cumulative';
  return time.to === null || dayNumber(time.to) - dayNumber(time.from) > DAYS;
}

const dayOf = ({ scope: { time } }: Draft): number | null => (time?.from ? dayNumber(time.from) : null);

/** The day on which most of what is told happened, with the days beside it; the first of several. */
function mainDay(told: readonly Draft[]): number | null {
  const counts = new Map<number, number>();
  for (const draft of told) {
    const day = dayOf(draft);
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  let best: number | null = null;
  let most = 0;
  for (const [day, count] of counts) {
    const near = count + ((counts.get(day - 1) ?? 0) + (counts.get(day + 1) ?? 0)) / 2;
    if (near > most) [best, most] = [day, near];
  }
  return best;
}

const isOn = (draft: Draft, main: number | null): boolean => {
  const day = dayOf(draft);
  return day === null || main === null || Math.abs(day - main) <= 1;
};

/** The value that stands most often; the first of several. */
function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** Whether a figure can be of the event: no other place is said with it. */
const isAt = ({ scope }: Draft, place: string | null, { places }: Vocabulary): boolean =>
  scope.provenance.place !== 'explicit' || places.relate(scope.place, place) !== 'disjoint';

/**
 * The figure as a claim of the people at large, unless it is written; smaller figures of the same event become parts
 * of it.
 */
function settleTotal(
  count: Count,
  own: readonly Draft[],
  place: string | null,
  vocabulary: Vocabulary,
): Draft[] {
  const { number, made } = count;
  const drafts = gather(made, (mention) => mention.draft ?? []);
  const host = drafts[0];
  const predicate = vocabulary.predicates.get(count.of ?? '');
  if (!host || !predicate || number < 1) return [];
  const same = own.filter((draft) => draft.predicate === predicate);
  const written = same.find(
    (draft) => isAtLarge(draft) && draft.partOf === null && draft.value.nominal === number,
  );
  const only = same.find((draft) => draft.partOf === null && draft.value.nominal === number);
  // One figure needs no sum.
  if (!written && only && same.every((draft) => isWithin(draft, only))) return [];
  const total =
    written ??
    totalDraft(
      host,
      { ...count, sure: most([1, count.sure, ...same.map((draft) => draft.value.nominal ?? 0)]) },
      place,
      predicate,
    );
  const attribute = attributor();
  const whole = voiceOf(attribute(total));
  const reports = (voice: string): boolean => vocabulary.places.nodes.has(voice);
  for (const part of same) {
    if (part === total || !isPart(part, total, same, written !== undefined)) continue;
    const own = voiceOf(attribute(part));
    // Two voices of one sentence, or places that report ("New York reported 478 deaths"), each count their own.
    const apart = opposes(part, total) || reports(own) || reports(whole);
    if (apart && isAnother(own, whole, areContrasted(part, total))) continue;
    part.partOf ??= total;
    // Where and when some of them died, or were found, is no other event.
    if (isAtLarge(part))
      part.scope = { ...part.scope, place: placeOfPart(part, total, vocabulary), time: total.scope.time };
  }
  return written ? [] : [total];
}

/** Who says a figure; empty where the outlet does. */
const voiceOf = ({ chain }: Attribution): string => chain.map(({ key }) => key).join(' ');

/** "Witnesses said eight died, police said five did": one sentence counts everybody twice. */
const opposes = (one: Draft, other: Draft): boolean =>
  one.reading === other.reading && [one, other].every((said) => isAtLarge(said) && said.quantity !== null);

/** @param contrasted the outlet itself is a voice too: "three died, while other estimates put the toll at seven" */
const isAnother = (one: string, other: string, contrasted: boolean): boolean =>
  one !== other && (contrasted || (one !== '' && other !== ''));

function areContrasted({ chunk: one, reading }: Draft, { chunk: other, reading: same }: Draft): boolean {
  if (!one || !other || reading !== same) return false;
  const between = reading.tokens.slice(Math.min(one.last, other.last), Math.max(one.first, other.first));
  return between.some(({ lower }) => /^(?:while|but|although|though|whereas|however)$/.test(lower));
}

/** "eight in the Philippines, two of them in Davao": a place inside that of all is where this part of them was. */
function placeOfPart({ scope, rule }: Draft, total: Draft, { places }: Vocabulary): string | null {
  const named = scope.provenance.place === 'explicit' && places.relate(scope.place, total.scope.place);
  // "five died — one in Acadia Parish": of a stated part it need not be known that it lies there.
  const inside = named === 'inside' || (named === 'unknown' && rule.endsWith('/part'));
  return inside ? scope.place : total.scope.place;
}

const isWithin = (draft: Draft, whole: Draft): boolean =>
  draft === whole || draft.partOf === whole || draft.scope.population === whole.scope.population;

/** Whether a figure is of some of those of the total; one that says the same, or more, stands for itself. */
function isPart(draft: Draft, total: Draft, same: readonly Draft[], written: boolean): boolean {
  const all = total.value.nominal ?? 0;
  const number = draft.value.nominal ?? all;
  if (number > all || (written && saysOtherwise(draft, total, same))) return false;
  return number < all || !(written || isAtLarge(draft));
}

/**
 * "The strike on Monday killed 36 people … The strike on Monday, which killed 33": two sentences that write a figure for
 * the same people and name the same day contradict each other; nobody says that the one is a part. So do two that count
 * the same kinds of people otherwise: "12 soldiers and a civilian … 12 soldiers and three civilians".
 */
function saysOtherwise(draft: Draft, total: Draft, same: readonly Draft[]): boolean {
  const [one, other] = [draft.scope, total.scope];
  const areWritten = draft.quantity !== null && total.quantity !== null;
  return (
    draft.reading !== total.reading &&
    isAtLarge(draft) &&
    isAtLarge(total) &&
    (areWritten || countTheSame(draft, total, same)) &&
    [one, other].every(({ provenance }) => provenance.time === 'explicit') &&
    one.time?.from === other.time?.from &&
    one.time?.to === other.time?.to &&
    (one.provenance.place !== 'explicit' || one.place === other.place)
  );
}

/** Whether two sums are of the same kinds of people. */
function countTheSame(a: Draft, b: Draft, same: readonly Draft[]): boolean {
  const kindsOf = (whole: Draft): string =>
    [...new Set(gather(same, (part) => (part.partOf === whole ? (part.scope.population ?? []) : [])))]
      .sort(byCodePoint)
      .join(' ');
  return isSum(a) && isSum(b) && kindsOf(a) !== '' && kindsOf(a) === kindsOf(b);
}

const isAtLarge = (draft: Draft): boolean => draft.scope.population === null;

function totalDraft(
  host: Draft,
  { number, open, sure }: Count,
  place: string | null,
  predicate: Predicate,
): Draft {
  const { reading, chunk } = host;
  const value = implicitValue(
    chunk ? wordsOf(reading, chunk.first, chunk.last) : host.value.text,
    number,
    predicate,
  );
  return {
    ...host,
    predicate,
    subject: { text: 'people', key: 'people' },
    value: { ...value, halo: { low: open ? 0 : Math.min(number, sure), high: null } },
    quantity: null,
    chunk: null,
    scope: {
      ...host.scope,
      population: null,
      place: place ?? host.scope.place,
      provenance: {
        ...host.scope.provenance,
        population: 'default',
        ...(place !== null && place !== host.scope.place && { place: 'inherited' as const }),
      },
    },
    rule: `${predicate.id}/event`,
    confidence: Math.max(0.05, host.confidence - LOSS),
    partOf: null,
  };
}
