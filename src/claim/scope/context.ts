import { gather } from '../../each-as.ts';
import type { PlaceMention, TimeMention } from '../../mention/mention.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { TriggerHit } from '../patterns/triggers.ts';
import type { Reading } from '../reading/reading.ts';
import { isTitle } from '../reading/title.ts';
import { isDayOfAftermath, isDayOfFollower, isInNameOfDeed } from './aftermath.ts';
import { datesCount } from './counting-day.ts';
import { addDays, publicationDay } from './days.ts';
import { tellsOfLasting } from './lasting.ts';
import { desksOf, isBackground, namedPlaces, storyPlaces } from './lead-places.ts';
import { distance } from './nearest.ts';
import { speakingPlaces, touchedPlaces } from './place.ts';
import { datedThings, isCompared, isDay, isStamp, looksBack } from './telling.ts';

/** How many sentences at the beginning of an article tell what it is about. */
const LEAD = 4;
/** A sentence of so few tokens without a verb is a note. */
const NOTE = 7;
/** How many places of earlier paragraphs are remembered. */
const MEMORY = 6;
/** So many days back a count can begin with the event that the story is about. */
const RECENT = 31;

/** "since the truce began on 19 January": what has lasted since then did not happen on that day. */
const LASTING =
  /\b(?:began|begun|started|erupted|resumed|launched|(?:broke|broken) out|(?:took|taken) effect)\b/;

/** A month further back is none of which news is told, in days. */
const A_YEAR = 400;

type Places = Vocabulary['places'];

/** What the sentences around a claim lend it when its own says nothing. */
export interface Surroundings {
  readonly time: TimeMention | null;
  /** The same for those who came to harm: no day of a verdict or a charge. */
  readonly harm: TimeMention | null;
  /** The month or quarter that figures of such a time are of. */
  readonly period: TimeMention | null;
  /** Of this paragraph and the one before, of the lead, then of earlier paragraphs; the latest first. */
  readonly places: readonly PlaceMention[];
  /** What the sentences before it in its paragraph speak of: lemmas of their nouns. */
  readonly nouns: () => ReadonlySet<string>;
  /** The article tells of something that goes on for weeks and is counted all the while: an epidemic. */
  readonly lasting: boolean;
}

/**
 * For each sentence what it may inherit.
 * @param title what the article is headed by, where that is no part of its text
 */
export function surroundings(
  readings: readonly Reading[],
  title: readonly Reading[],
  { places, causes }: Pick<Vocabulary, 'places' | 'causes'>,
): Surroundings[] {
  const lead = leadOf(readings, title, places, causes);
  let paragraph = -1;
  let time: TimeMention | null = null;
  let harm: TimeMention | null = null;
  let period: TimeMention | null = null;
  let start = 0;
  let near: PlaceMention[] = [];
  // Whether the paragraph looks back: its places are not those of the story.
  let past = false;
  let before: PlaceMention[] = [];
  let far: PlaceMention[] = [];
  let known: readonly PlaceMention[] | null = null;
  return readings.map((reading, at) => {
    if (reading.sentence.paragraph !== paragraph) {
      paragraph = reading.sentence.paragraph;
      far = [...before, ...far].slice(0, MEMORY);
      before = near.length > 0 && !past ? near : before;
      past = false;
      time = null;
      harm = null;
      period = null;
      start = at;
      near = [];
      known = null;
    }
    const first = start;
    // Sentences without a place share the list of those before.
    known ??= [...near, ...before, ...lead.places, ...far];
    const lent = {
      time: time ?? lead.time,
      harm: harm ?? lead.harm,
      period: period ?? lead.period,
      places: known,
      lasting: lead.lasting,
      nouns: () => new Set(gather(readings.slice(first, at), nounsOf)),
    };
    if (reading.times.length > 0) {
      const told = datedThings(reading).filter(
        (mention) => mention.from !== null && mention.class === 'window' && !looksBack(mention, lead.time),
      );
      time = told[0] ?? time;
      harm = told.find((mention) => !isDayOfFollower(reading, mention)) ?? harm;
      period = periodTold(reading) ?? period;
    }
    if (reading.places.length > 0 && !isTitle(reading) && !lead.elsewhere.has(reading)) {
      const located = storyPlaces(reading, places);
      near = [
        ...located,
        ...touchedPlaces(reading, places),
        ...speakingPlaces(reading, places),
        ...near,
      ].slice(0, MEMORY);
      known = null;
      past ||= isBackground(reading);
    }
    return lent;
  });
}

const nounsOf = (reading: Reading): string[] =>
  reading.tokens.filter((token) => token.pos === 'NOUN' || token.pos === 'PROPN').map(nounLemma);

/** "since two earthquakes struck on Saturday": the day from which is counted is the day of the story. */
function startOf(times: readonly TimeMention[], readings: readonly Reading[]): TimeMention | null {
  const document = readings[0]?.document;
  if (!document) return null;
  const earliest = addDays(publicationDay(document), -RECENT);
  const since = times.find(
    (time) =>
      time.class === 'cumulative' && time.from !== null && time.from >= earliest && !LASTING.test(time.text),
  );
  return since?.from ? { ...since, class: 'window', to: addDays(since.from, 1) } : null;
}

/**
 * The first day that is told. Where it is that of an arrest, a charge or a court ("was charged Friday with killing a man
 * on Monday"), the earlier day on which somebody came to harm.
 */
function dayTold(lead: readonly Reading[], ofHarm: boolean): TimeMention | undefined {
  const days = gather(lead, (reading) =>
    datedThings(reading)
      .filter((time) => isDay(time) && !isDayOfAftermath(reading, time))
      .filter((time) => !ofHarm || !isDayOfFollower(reading, time))
      .map((time) => ({ reading, time })),
  );
  const [first] = days;
  if (!first || days.length === 1) return first?.time;
  const nearestOf = ({ reading, time }: (typeof days)[number]): Predicate | undefined => {
    // "took … hostage" is no act before its noun is seen.
    const hits = reading.triggers.filter(
      (hit) => (hit.headLemma === null && hit.doer === undefined) || hit.predicate.toll,
    );
    const far = (hit: TriggerHit): number => distance(reading, time, hit.first);
    return hits.reduce<TriggerHit | undefined>((a, b) => (a && far(a) <= far(b) ? a : b), undefined)
      ?.predicate;
  };
  const matter = nearestOf(first);
  if (!matter || matter.toll || (matter.kind === 'quantity' && matter.unit !== 'person')) return first.time;
  const harm = days.find(
    (day) =>
      (day.time.from ?? '') < (first.time.from ?? '') &&
      (ofHarm
        ? nearestOf(day)?.follows === false && day.reading.triggers.some(({ predicate }) => predicate.toll)
        : nearestOf(day)?.toll != null),
  );
  return (harm ?? first).time;
}

/** "the March 2019 attacks": a time of whatever width that stands inside the name of a deed. */
const deedTime = (lead: readonly Reading[]): TimeMention | undefined =>
  gather(lead, (reading) => reading.times.filter((time) => isInNameOfDeed(reading, time))).find(
    ({ class: kind, from }) => kind === 'window' && from !== null,
  );

/** The first month or quarter that a sentence names: one that is over, and not for long. */
const periodTold = (reading: Reading): TimeMention | undefined => {
  const day = publicationDay(reading.document);
  return datedThings(reading).find(
    ({ class: kind, from, to, precision }) =>
      kind === 'window' &&
      (precision === 'month' || precision === 'season') &&
      from !== null &&
      from >= addDays(day, -A_YEAR) &&
      (to ?? '') <= addDays(day, 1),
  );
};

/** "AFP Friday 1 Jul 2016": the day of the article in a line of its own tells nothing. */
const isNote = ({ tokens, sentence }: Reading): boolean =>
  sentence.kind === 'body' &&
  tokens.length <= NOTE &&
  !tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX');

interface Lead extends Surroundings {
  readonly elsewhere: ReadonlySet<Reading>;
}

function leadOf(
  readings: readonly Reading[],
  title: readonly Reading[],
  places: Places,
  causes: Vocabulary['causes'],
): Lead {
  const lead = [
    ...readings.filter((reading) => reading.sentence.kind !== 'caption' && !isNote(reading)).slice(0, LEAD),
    ...title,
  ];
  const named = gather(lead, (reading) => reading.times.filter((time) => !isCompared(reading, time)));
  const stamps = gather(readings.slice(0, LEAD), (reading) =>
    reading.times.filter((time) => isStamp(reading, time)),
  );
  const times = named.filter((time) => !stamps.includes(time));
  const later = new Set(gather(lead, (one) => one.times.filter((time) => isDayOfAftermath(one, time))));
  const after = new Set(
    gather(lead, (one) => one.times.filter((time) => isDayOfFollower(one, time) || datesCount(one, time))),
  );
  const began = startOf(times, readings);
  const days = times.filter((time) => isDay(time) && !later.has(time));
  const stamp = stamps.find(isDay);
  const day = dayTold(lead, false) ?? began ?? days[0] ?? stamp;
  const harm = dayTold(lead, true) ?? began ?? days.find((time) => !after.has(time)) ?? deedTime(lead);
  // "in northern Syria": the title is vaguer than what stands below it.
  const elsewhere = desksOf(lead, places);
  const here = lead.filter((one) => !elsewhere.has(one));
  const news = here.filter((one) => !isBackground(one));
  const told = [...news.filter((one) => !isTitle(one)), ...news.filter(isTitle)];
  const fresh = gather(told, (one) => storyPlaces(one, places));
  // A verdict, or a day of remembrance: all that the article tells lies back.
  const looks =
    fresh.length === 0 &&
    here.some(({ tokens, words }) => tokens.some(({ lower }) => words.day.hindsight.has(lower)));
  const back = looks ? here.filter(({ sentence }) => sentence.kind !== 'dateline') : [];
  const located = [...fresh, ...gather(back, (one) => storyPlaces(one, places))].slice(0, MEMORY);
  return {
    time: day ?? null,
    harm: harm ?? (after.size === 0 && stamp ? stamp : null),
    period: gather(lead, (one) => periodTold(one) ?? [])[0] ?? null,
    places: located.length > 0 ? located : namedPlaces(told, places).slice(0, MEMORY),
    nouns: () => new Set(),
    lasting: tellsOfLasting(lead, readings, causes),
    elsewhere,
  };
}
