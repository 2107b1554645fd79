import { z } from 'zod';
import { gather } from '../../each-as.ts';
import type { TimeMention } from '../../mention/mention.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Draft } from '../draft.ts';
import { subjectsBefore } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import { headLemma, type Reading, wordsOf } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import { addDays, dayNumber } from '../scope/days.ts';
import { distance, nearest } from '../scope/nearest.ts';
import { wordedValue } from '../worded-value.ts';
import { predicatesFor, type Reader, scopeAt } from './reader.ts';
import { classOfWord, setOf } from './words.ts';

const Options = z.strictObject({
  classes: z
    .record(z.string(), z.array(z.string()))
    .meta({ description: 'Classes of events and their nouns.' }),
  verbs: z.array(z.string()).meta({ description: 'What is dated: resume, reconvene.' }),
});

/** A time further off than this belongs to something else, in words. */
const NEAR = 9;

const NONE: readonly Draft[] = [];

/** When an event took place: "talks resumed Tuesday", "the round, held overnight Monday to Tuesday". */
export const occurrence: Reader = {
  id: 'occurrence',
  words: (vocabulary) =>
    gather(predicatesFor(vocabulary, 'occurrence', Options), ({ options }) => options.verbs),
  read: (reading, _lent, vocabulary) =>
    gather(predicatesFor(vocabulary, 'occurrence', Options), ({ predicate, options }) => {
      if (reading.times.length === 0) return NONE;
      const verbs = setOf(options.verbs);
      const found: Draft[] = [];
      for (const [i, token] of reading.tokens.entries()) {
        if (!verbs.has(token.lemma) || token.pos === 'NOUN') continue;
        const subject = subjectsBefore(reading, verbGroup(reading.tokens, i).first).at(-1) ?? null;
        const name = subject && classOf(reading, subject, options.classes);
        const time = nearest(reading, reading.times.filter(isDated), i);
        if (!subject || !name || !time || distance(reading, time, i) > NEAR) continue;
        found.push(draftOf(reading, i, subject, name, time, predicate));
      }
      return found;
    }),
};

const isDated = (time: TimeMention): boolean =>
  time.class === 'window' &&
  time.from !== null &&
  time.to !== null &&
  /^(?:minute|part-of-day|day|days)$/.test(time.precision);

function classOf(reading: Reading, chunk: Chunk, classes: Record<string, string[]>): string | null {
  return classOfWord(classes, headLemma(reading, chunk));
}

function draftOf(
  reading: Reading,
  verb: number,
  subject: Chunk,
  name: string,
  time: TimeMention,
  predicate: Predicate,
): Draft {
  const from = (time.from ?? '').slice(0, 10);
  // A window that ends at midnight does not reach into the day that follows.
  const end = time.to ?? addDays(from, 1);
  const last = end.length > 10 && !end.endsWith('T00:00') ? end.slice(0, 10) : addDays(end, -1);
  const group = verbGroup(reading.tokens, verb);
  const expected = group.infinitive || group.modal !== null;
  const days = { low: dayNumber(from), high: dayNumber(last) };
  return {
    reading,
    predicate,
    predicateText: wordsOf(reading, verb, verb),
    timeClass: predicate.timeClass,
    subject: { text: wordsOf(reading, subject.first, subject.last), key: name },
    value: wordedValue('date', time.text, {
      label: from === last ? from : `${from}/${last}`,
      core: days,
      halo: days,
      role: 'date-part',
    }),
    quantity: null,
    chunk: null,
    scope: scopeAt(null, 'default'),
    modality: expected ? 'expected' : 'occurred',
    polarity: group.negated ? 'negated' : 'affirmed',
    rule: `${predicate.id}/verb`,
    confidence: 0.85,
    partOf: null,
    evidence: [Math.min(subject.first, verb), Math.max(subject.last, verb, tokenBefore(reading, time.end))],
    valueSpan: [time.start, time.end],
  };
}

const tokenBefore = (reading: Reading, offset: number): number =>
  reading.tokens.findLastIndex((token) => token.end <= offset);
