import { z } from 'zod';

const numbers = z.record(z.string(), z.int());
const span = z.tuple([z.int(), z.int()]);

export const TimeUnit = z.enum([
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
]);
export type TimeUnit = z.infer<typeof TimeUnit>;

/** A day that comes back every year: by date, by nth weekday of a month, or by its distance from Easter Sunday. */
export const Holiday = z
  .strictObject({
    words: z.array(z.string().min(1)).min(1),
    month: z.int().min(1).max(12).optional(),
    day: z.int().min(1).max(31).optional(),
    weekday: z.int().min(0).max(6).optional(),
    nth: z.int().min(-5).max(5).optional(),
    offset: z.int().default(0).meta({ description: 'Days after the day that the other fields give.' }),
    easter: z.int().optional().meta({ description: 'Days after Easter Sunday.' }),
    unless: z.array(z.string()).default([]).meta({
      description: 'Words in the document that give the name to another day.',
    }),
  })
  .refine(
    (row) => row.easter !== undefined || (row.month !== undefined && (row.day ?? row.nth) !== undefined),
    'Give month and day, month with weekday and nth, or easter.',
  );
export type Holiday = z.infer<typeof Holiday>;

export const TimeWords = z.strictObject({
  months: numbers,
  weekdays: numbers,
  weekdayShortForms: numbers,
  parts: z.record(z.string(), span).meta({ description: 'Hours of a part of the day, from and to.' }),
  seasons: z.record(z.string(), span).meta({ description: 'First month and the month after it.' }),
  units: z.record(z.string(), TimeUnit),
  numbers,
  ordinals: numbers,
  decades: numbers,
  tense: z.strictObject({
    futures: z.array(z.string()).meta({ description: 'Modals that always look ahead.' }),
    modals: z.array(z.string()).meta({ description: 'Modals that may.' }),
    constants: z.array(z.string()).meta({ description: 'Verbs whose past looks like the present.' }),
    neutral: z.array(z.string()).meta({ description: 'Verbs of saying in the present: they date nothing.' }),
    intents: z.array(z.string()),
    ahead: z.array(z.string()),
  }),
  cores: z.array(z.string()).meta({
    description: 'Words that name a time by themselves: today, since, then.',
  }),
  openers: z.array(z.string()).meta({
    description: 'Words that name no time but may begin an expression of time: the, since, early.',
  }),
  holidays: z.array(Holiday),
  festivities: z.array(z.string().min(1)).meta({
    description: 'What is held around a feast, on whatever day: a Halloween party, Christmas shopping.',
  }),
  names: z.array(z.string().min(1)).meta({ description: 'Names that hold a word of time and are no time.' }),
  nameNouns: z.array(z.string().min(1)).meta({
    description: 'Nouns that make a name of the date before them: 26 July Street.',
  }),
});

/** An event by which the news dates other things ("since the war began"). */
export const TimeAnchor = z.strictObject({
  id: z.string().min(1),
  date: z.iso.date('Write the date as YYYY-MM-DD.'),
  topics: z.array(z.array(z.string().min(1)).min(1)).meta({
    description: 'Of each line one word must stand in the document.',
  }),
  events: z.array(z.string().min(1)).min(1),
  day: z
    .string()
    .regex(/^\d{2}-\d{2}$/, 'Write the day as MM-DD.')
    .optional()
    .meta({ description: 'The day by which people name it: 10-07 for "since October 7".' }),
});
export type TimeAnchor = z.infer<typeof TimeAnchor>;

/** The words of time, ready to look up. Keys are lower-case. */
export interface Times {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly weekdayShortForms: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<string, readonly [number, number]>;
  readonly seasons: ReadonlyMap<string, readonly [number, number]>;
  readonly units: ReadonlyMap<string, TimeUnit>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly decades: ReadonlyMap<string, number>;
  readonly futures: ReadonlySet<string>;
  readonly modals: ReadonlySet<string>;
  readonly constants: ReadonlySet<string>;
  readonly neutral: ReadonlySet<string>;
  readonly intents: ReadonlySet<string>;
  readonly ahead: ReadonlySet<string>;
  readonly holidays: PhraseBook<Holiday>;
  readonly festivities: ReadonlySet<string>;
  /** Words without one of which (and without a date in figures) a sentence names no time. */
  readonly cores: ReadonlySet<string>;
  /** Words with which an expression of time may begin. */
  readonly openers: ReadonlySet<string>;
  readonly names: PhraseBook<true>;
  readonly nameNouns: ReadonlySet<string>;
}

/** Phrases by their first word, longest first. */
export type PhraseBook<T> = ReadonlyMap<string, readonly { words: readonly string[]; value: T }[]>;

/** Words of a phrase as the time reader sees them: lower-case, straight apostrophes, marks on their own. */
export const phraseWords = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/\d+\p{L}*|\p{L}+|[^\s\p{L}\d]/gu) ?? [];

/** Builds a phrase book. */
export function bindPhrases<T>(rows: readonly (readonly [string, T])[]): PhraseBook<T> {
  const book = new Map<string, { words: string[]; value: T }[]>();
  for (const [phrase, value] of rows) {
    const words = phraseWords(phrase);
    const key = words[0];
    if (key === undefined) continue;
    const row = book.get(key) ?? [];
    row.push({ words, value });
    book.set(key, row);
  }
  for (const row of book.values()) row.sort((a, b) => b.words.length - a.words.length);
  return book;
}

/** Checked rows → look-ups. */
export function bindTimes(words: z.infer<typeof TimeWords>): Times {
  const map = <T>(record: Record<string, T>): ReadonlyMap<string, T> => new Map(Object.entries(record));
  const tables = [
    words.months,
    words.weekdays,
    words.weekdayShortForms,
    words.parts,
    words.seasons,
    words.units,
  ];
  const holidays = bindPhrases(
    words.holidays.flatMap((row) => row.words.map((text) => [text, row] as const)),
  );
  const names = [
    ...tables.flatMap((table) => Object.keys(table)),
    ...Object.keys(words.decades),
    ...words.cores,
  ];
  const units = Object.keys(words.units).map((unit) => `${unit}s`);
  const cores = new Set([...names, ...units, ...holidays.keys()]);
  const numbered = [...Object.keys(words.numbers), ...Object.keys(words.ordinals)];
  return {
    cores,
    openers: new Set([...cores, ...numbered, ...words.openers]),
    months: map(words.months),
    weekdays: map(words.weekdays),
    weekdayShortForms: map(words.weekdayShortForms),
    parts: map(words.parts),
    seasons: map(words.seasons),
    units: map(words.units),
    numbers: map(words.numbers),
    ordinals: map(words.ordinals),
    decades: map(words.decades),
    futures: new Set(words.tense.futures),
    modals: new Set(words.tense.modals),
    constants: new Set(words.tense.constants),
    neutral: new Set(words.tense.neutral),
    intents: new Set(words.tense.intents),
    ahead: new Set(words.tense.ahead),
    holidays,
    festivities: new Set(words.festivities),
    names: bindPhrases(words.names.map((text) => [text, true] as const)),
    nameNouns: new Set(words.nameNouns),
  };
}

/** Anchors by the words that name their event. */
export interface Anchors {
  readonly events: PhraseBook<TimeAnchor>;
  readonly days: ReadonlyMap<string, readonly TimeAnchor[]>;
}

/** Checked rows → look-ups. Several anchors may share a word: the document decides. */
export function bindAnchors(rows: readonly TimeAnchor[]): Anchors {
  const days = new Map<string, TimeAnchor[]>();
  for (const row of rows) if (row.day) days.set(row.day, [...(days.get(row.day) ?? []), row]);
  return {
    events: bindPhrases(rows.flatMap((row) => row.events.map((text) => [text, row] as const))),
    days,
  };
}
