import type { Labels, WordedHedge } from '../labels/labels.ts';
import type { Said } from './embed-view.ts';

/** Words and numbers of one language. */
export interface Speech {
  labels: Labels;
  number(value: number, percent?: boolean): string;
  /** An instant, in UTC, with its zone. */
  time(iso: string): string;
}

/** Speaks a language by its labels; numbers and times after Intl. */
export function speak(labels: Labels): Speech {
  const { language } = labels;
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  const times = new Intl.DateTimeFormat(language, {
    ...{ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone: 'UTC', timeZoneName: 'short' },
  });
  return {
    labels,
    number: (value, percent = false) => (percent ? percents.format(value / 100) : plain.format(value)),
    time: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : times.format(new Date(iso))),
  };
}

/** Hours after which a view says that nothing new has come in, unless its page names others; 0: never. */
export const STALE_HOURS = 72;
const HOUR = 3_600_000;

/** That the data are old, where they are: `now` in milliseconds, `hours` as the page asks for; else nothing. */
export function sayAge(
  updatedAt: string,
  { labels, time }: Speech,
  { now, hours }: { now: number; hours: number },
): string {
  const isOld = hours > 0 && now - Date.parse(updatedAt) > hours * HOUR;
  return isOld ? fill(labels.words.old, { time: time(updatedAt) }) : '';
}

/** Hours as an attribute or an address gives them; the preset for what is no number. */
export function hoursOf(text: string | null | undefined): number {
  const hours = text === null || text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(hours) && hours >= 0 ? hours : STALE_HOURS;
}

/** Fills the names in braces. */
export const fill = (words: string, parts: Record<string, string>): string =>
  words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);

/** A statement in the language, or null when it is no plain figure and stands in its own words. */
export function sayFigure(said: Said, { labels, number }: Speech): string | null {
  if (said.hedge === null || said.number === null) return null;
  const n = number(said.number, said.percent);
  if (said.hedge === 'between')
    return fill(labels.hedge.between, { a: n, b: number(said.to ?? said.number, said.percent) });
  const words = labels.hedge[said.hedge as WordedHedge] as string | undefined;
  return words === undefined ? n : fill(words, { n });
}

/** What all statements together allow; null where that says nothing new. */
export function sayRange(
  { low, high, percent }: { low: number | null; high: number | null; percent: boolean },
  { labels, number }: Speech,
): string | null {
  if (low === high) return null;
  if (low === null) return fill(labels.hedge['up-to'], { n: number(high ?? 0, percent) });
  if (high === null) return fill(labels.words.orMore, { n: number(low, percent) });
  return fill(labels.hedge.between, { a: number(low, percent), b: number(high, percent) });
}
