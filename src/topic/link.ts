import type { Rules } from '../vocabulary/rules.ts';
import type { Traits } from './traits.ts';

/** Words and names that lead from one document to those which may be of its story. */
const KEYS = 8;
const MAIN_PLACES = 2;
const DAY = 86_400_000;

/** Traits in the form in which two are compared. */
export interface Story {
  readonly traits: Traits;
  readonly publishedAt: number;
  readonly days: readonly number[];
  readonly mainPlaces: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly acts: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, number>;
  readonly length: number;
}

/** The keys under which a document is looked up: two of one story share at least one. */
export const keysOf = (traits: Traits): string[] => traits.words.slice(0, KEYS).map(([word]) => word);

const damped = (count: number): number => 1 + Math.log(count);

export function toStory(traits: Traits): Story {
  const words = new Map(traits.words.map(([word, count]) => [word, damped(count)]));
  let squares = 0;
  for (const weight of words.values()) squares += weight * weight;
  return {
    traits,
    publishedAt: Date.parse(traits.publishedAt),
    days: traits.days.map((day) => Date.parse(day) / DAY),
    mainPlaces: new Set(traits.places.slice(0, MAIN_PLACES)),
    places: new Set(traits.places),
    names: new Set(traits.names),
    named: new Set([...traits.names, ...traits.speakers]),
    figures: new Set(traits.figures),
    acts: new Set(traits.acts),
    words,
    length: Math.sqrt(squares) || 1,
  };
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const item of a) if (b.has(item)) count += 1;
  return count;
}

/** The cosine of the angle between the name words of two documents: 1 for the same words in the same measure. */
function likeness(a: Story, b: Story): number {
  let sum = 0;
  for (const [word, weight] of a.words) sum += weight * (b.words.get(word) ?? 0);
  return sum / (a.length * b.length);
}

/** True: they tell of one day, give or take one. False: of different ones. Null: one of them names none. */
function sameDay(a: Story, b: Story): boolean | null {
  if (a.days.length === 0 || b.days.length === 0) return null;
  return a.days.some((x) => b.days.some((y) => Math.abs(x - y) <= 1));
}

/**
 * Whether two documents tell one story. Points for the people and bodies, the place, the day, the act, the figures and
 * the name words that they share; never for the likeness of headlines. It looks at these two documents alone, so that
 * no third one and no order can change it.
 *
 * Two that tell of different days, or of places that share nothing, need names that they have in common.
 */
export function areLinked(a: Story, b: Story, rules: Rules['topics']): boolean {
  if (Math.abs(a.publishedAt - b.publishedAt) > rules.windowDays * DAY) return false;
  const names = shared(a.names, b.names);
  const day = sameDay(a, b);
  if (day === false && names < rules.namesAcrossDays) return false;
  const mainPlace = shared(a.mainPlaces, b.mainPlaces) > 0;
  const meets = shared(a.mainPlaces, b.places) + shared(b.mainPlaces, a.places) > 0;
  const placed = a.places.size > 0 && b.places.size > 0;
  if (placed && !meets && names < rules.namesAcrossPlaces) return false;
  const { points } = rules;
  const speakers = shared(a.named, b.named) - names;
  const score =
    points.name * Math.min(names, points.mostNames) +
    points.speaker * Math.min(speakers, points.mostSpeakers) +
    (mainPlace ? points.mainPlace : shared(a.places, b.places) > 0 ? points.place : 0) +
    (day === true ? points.day : day === false ? points.otherDay : 0) +
    (shared(a.acts, b.acts) > 0 ? points.act : 0) +
    points.figure * Math.min(shared(a.figures, b.figures), points.mostFigures) +
    points.words * Math.min(likeness(a, b), points.mostLikeness);
  return score >= rules.threshold;
}
