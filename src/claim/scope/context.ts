import type { PlaceMention, TimeMention } from '../../mention/mention.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

/** How many sentences at the beginning of an article tell what it is about. */
const LEAD = 4;
const PLACING = new Set([
  'in',
  'at',
  'near',
  'across',
  'on',
  'outside',
  'inside',
  'throughout',
  'from',
  'of',
  'around',
  'into',
  'over',
]);
/** A time that can be the day of the story: not a season, a year or an open stretch. */
const DAY_LIKE = new Set<TimeMention['precision']>(['minute', 'part-of-day', 'day', 'days']);

/** What the sentences around a claim lend it when its own says nothing. */
export interface Surroundings {
  readonly time: TimeMention | null;
  readonly place: PlaceMention | null;
}

/** Places that locate ("in Aleppo"), not the ones that only name ("Aleppo residents", "Syria said"). */
export function locating(reading: Reading): PlaceMention[] {
  return reading.places.filter((place) => {
    if (place.adjective) return false;
    if (reading.sentence.kind === 'dateline') return true;
    const first = tokenAt(reading.tokens, place.start);
    for (let i = first - 1; i >= 0 && first - i <= 6; i -= 1) {
      const token = reading.tokens[i];
      if (!token || token.pos === 'VERB' || token.pos === 'AUX') return false;
      if (PLACING.has(token.lower)) return true;
    }
    return false;
  });
}

/** For each sentence what it may inherit: from the sentences before it in its paragraph, else from the lead. */
export function surroundings(readings: readonly Reading[]): Surroundings[] {
  const lead = leadOf(readings);
  let paragraph = -1;
  let time: TimeMention | null = null;
  let place: PlaceMention | null = null;
  return readings.map((reading) => {
    if (reading.sentence.paragraph !== paragraph) {
      paragraph = reading.sentence.paragraph;
      time = null;
      place = null;
    }
    const lent = { time: time ?? lead.time, place: place ?? lead.place };
    time = reading.times.find((mention) => mention.from !== null && mention.class === 'window') ?? time;
    place = locating(reading).at(0) ?? place;
    return lent;
  });
}

function leadOf(readings: readonly Reading[]): Surroundings {
  const lead = readings.filter((reading) => reading.sentence.kind !== 'caption').slice(0, LEAD);
  const times = lead
    .flatMap((reading) => reading.times)
    .filter((time) => time.class === 'window' && DAY_LIKE.has(time.precision));
  const places = lead.flatMap(locating);
  return { time: times[0] ?? null, place: places[0] ?? null };
}
