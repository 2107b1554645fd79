import { z } from 'zod';
import { gather } from '../../each-as.ts';
import { onceEach } from '../../remember.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Draft } from '../draft.ts';
import { type Reading, wordsOf } from '../reading/reading.ts';
import { addDays, publicationDay } from '../scope/days.ts';
import { wordedValue } from '../worded-value.ts';
import { firstWords, predicatesFor, type Reader, scopeAt } from './reader.ts';
import { classOfWord } from './words.ts';

const Options = z.strictObject({
  classes: z
    .record(z.string(), z.array(z.string()))
    .meta({ description: 'Classes of events and their nouns.' }),
  labels: z
    .record(z.string(), z.array(z.string()))
    .meta({ description: 'For each tone the phrases that carry it.' }),
  compare: z.literal('framing'),
});
type Options = z.infer<typeof Options>;

const NONE: readonly Draft[] = [];

/** In what tone an event is told: "ended on a positive note", "too early for optimism". */
export const tone: Reader = {
  id: 'tone',
  words: (vocabulary) =>
    gather(predicatesFor(vocabulary, 'tone', Options), ({ options }) =>
      firstWords(Object.values(options.labels).flat()),
    ),
  read: (reading, lent, vocabulary) =>
    gather(predicatesFor(vocabulary, 'tone', Options), ({ predicate, options }) => {
      const phrase = phraseOf(reading, options);
      if (!phrase) return NONE;
      const own = eventOf(reading, options);
      if (!own && describesOther(reading, phrase, options)) return NONE;
      const event = own ?? eventBefore(lent.nouns(), options);
      return event ? [draftOf(reading, event, phrase, predicate)] : [];
    }),
};

interface Event {
  readonly name: string;
  /** Its token; null when it stands in a sentence before. */
  readonly at: number | null;
}

function eventOf(reading: Reading, options: Options): Event | null {
  for (const [at, token] of reading.tokens.entries()) {
    const name = classOfWord(options.classes, nounLemma(token));
    if (name) return { name, at };
  }
  return null;
}

/** The event that the sentences before speak of: "It was too early to speak of optimism, he said." */
function eventBefore(nouns: ReadonlySet<string>, options: Options): Event | null {
  const name = Object.entries(options.classes).find(([, known]) =>
    known.some((noun) => nouns.has(noun)),
  )?.[0];
  return name ? { name, at: null } : null;
}

/** "a productive partnership": the word describes a noun of its own. */
function describesOther({ tokens }: Reading, { last }: { last: number }, options: Options): boolean {
  const next = tokens[last + 1];
  return (
    /^(?:NOUN|PROPN)$/.test(next?.pos ?? '') && !classOfWord(options.classes, next ? nounLemma(next) : '')
  );
}

/** The phrases of all labels in the order of their file, cut into words once. */
const phrasesOf = onceEach((labels: Options['labels']): readonly { label: string; words: string[] }[] =>
  Object.entries(labels).flatMap(([label, phrases]) =>
    phrases.map((phrase) => ({ label, words: phrase.split(' ') })),
  ),
);

function phraseOf(
  { tokens }: Reading,
  { labels }: Options,
): { label: string; first: number; last: number } | null {
  const here = new Set(tokens.map((token) => token.lower));
  for (const { label, words } of phrasesOf(labels)) {
    if (!words.every((word) => here.has(word))) continue;
    const first = tokens.findIndex((_, i) => words.every((word, j) => tokens[i + j]?.lower === word));
    if (first !== -1) return { label, first, last: first + words.length - 1 };
  }
  return null;
}

function draftOf(
  reading: Reading,
  event: Event,
  phrase: { label: string; first: number; last: number },
  predicate: Predicate,
): Draft {
  const at = event.at ?? phrase.first;
  const chunk = event.at === null ? null : (reading.chunkOf[event.at] ?? null);
  const [first, last] = spanOf(reading, phrase, chunk?.first ?? at, chunk?.last ?? at);
  const day = publicationDay(reading.document);
  const asOf = { from: day, to: addDays(day, 1) };
  return {
    reading,
    predicate,
    predicateText: wordsOf(reading, phrase.first, phrase.last),
    timeClass: predicate.timeClass,
    subject: {
      text: event.at === null ? event.name : wordsOf(reading, chunk?.first ?? at, chunk?.last ?? at),
      key: event.name,
    },
    value: wordedValue('stance', wordsOf(reading, phrase.first, phrase.last), { label: phrase.label }),
    quantity: null,
    chunk: null,
    scope: scopeAt({ class: 'as-of', ...asOf, text: null, asOf }, 'default'),
    modality: 'occurred',
    polarity: 'affirmed',
    rule: `${predicate.id}/${phrase.label}`,
    confidence: 0.8,
    partOf: null,
    evidence: [first, last],
    valueSpan: [reading.tokens[phrase.first]?.start ?? 0, reading.tokens[phrase.last]?.end ?? 0],
  };
}

/** The whole quotation when the phrase is quoted, else everything from the event to the phrase. */
function spanOf(
  reading: Reading,
  phrase: { first: number; last: number },
  eventFirst: number,
  eventLast: number,
): [number, number] {
  const quoted = (i: number): boolean => reading.tokens[i]?.inQuote === true;
  if (!quoted(phrase.first)) return [Math.min(phrase.first, eventFirst), Math.max(phrase.last, eventLast)];
  let [first, last] = [phrase.first, phrase.last];
  while (quoted(first - 1)) first -= 1;
  while (quoted(last + 1)) last += 1;
  return [first, last];
}
