import { z } from 'zod';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Draft } from '../draft.ts';
import { subjectsBefore } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import { headLemma, type Reading, wordsOf } from '../reading/reading.ts';
import { type VerbGroup, verbGroup } from '../reading/verb-group.ts';
import { addDays, publicationDay } from '../scope/days.ts';
import { wordedValue } from '../worded-value.ts';
import { predicatesFor, type Reader, scopeAt } from './reader.ts';

const Options = z.strictObject({
  rungs: z
    .record(z.string(), z.array(z.string()))
    .meta({ description: 'For each rung its verbs: arrived: [arrive].' }),
  ahead: z.string().meta({ description: 'The rung of what is still to come: "is expected to arrive".' }),
  by: z
    .enum(['affiliation', 'class'])
    .meta({ description: 'What tells subjects apart: whom they act for, or their class.' }),
  classes: z.record(z.string(), z.array(z.string())).default({}),
});
type Options = z.infer<typeof Options>;

/** How far along something is: "had already arrived", "headed to Egypt", "is expected to arrive". */
export const status: Reader = {
  id: 'status',
  read: (reading, _lent, vocabulary) =>
    predicatesFor(vocabulary, 'status', Options).flatMap(({ predicate, options }) =>
      reading.tokens.flatMap((_, i) => {
        const rung = rungAt(reading, i, options);
        if (!rung) return [];
        const group = verbGroup(reading.tokens, i);
        const subject = subjectsBefore(reading, group.first);
        return subjects(reading, subject, options, vocabulary).map((who) =>
          draftOf(reading, i, rung.last, group, who, rung.id, predicate, options),
        );
      }),
    ),
};

function rungAt(reading: Reading, i: number, options: Options): { id: string; last: number } | null {
  const token = reading.tokens[i];
  if (!token) return null;
  for (const [id, phrases] of Object.entries(options.rungs)) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const fits = words.every((word, j) => {
        const at = reading.tokens[i + j];
        return at !== undefined && (at.lemma === word || at.lower === word);
      });
      if (fits && (words.length > 1 || token.pos === 'VERB')) return { id, last: i + words.length - 1 };
    }
  }
  return null;
}

interface Who {
  readonly key: string;
  readonly text: string;
  readonly first: number;
}

function subjects(
  reading: Reading,
  chunks: readonly Chunk[],
  options: Options,
  vocabulary: Vocabulary,
): Who[] {
  const first = chunks[0]?.first;
  const last = chunks.at(-1);
  if (first === undefined || !last) return [];
  const text = wordsOf(reading, first, last.last);
  if (options.by === 'class') {
    const lemma = headLemma(reading, last);
    const name = Object.entries(options.classes).find(([, nouns]) => nouns.includes(lemma))?.[0];
    return name ? [{ key: name, text, first }] : [];
  }
  const found = new Map<string, Who>();
  for (const chunk of [...chunks].reverse()) {
    for (const key of affiliations(reading, chunk, vocabulary)) {
      const name = vocabulary.places.nodes.get(key)?.name ?? vocabulary.sources.get(key)?.name ?? text;
      if (!found.has(key)) found.set(key, { key, text: name, first });
    }
  }
  return [...found.values()];
}

/** Whom a person or a group acts for: the known affiliation, else the demonym or body that stands with it. */
function affiliations(reading: Reading, chunk: Chunk, vocabulary: Vocabulary): string[] {
  const start = reading.tokens[chunk.first]?.start ?? 0;
  const end = reading.tokens[chunk.last]?.end ?? 0;
  const inside = (span: { start: number; end: number }): boolean => span.start >= start && span.end <= end;
  const person =
    chunk.name?.type === 'person'
      ? chunk.name
      : reading.names.find((name) => name.type === 'person' && inside(name));
  if (person) return [vocabulary.sources.get(person.key)?.affiliation ?? person.key];
  const bodies = [...reading.places.filter(inside), ...reading.names.filter(inside)];
  return bodies.sort((a, b) => b.start - a.start).map((body) => body.key);
}

function draftOf(
  reading: Reading,
  verb: number,
  last: number,
  group: VerbGroup,
  who: Who,
  rung: string,
  predicate: Predicate,
  options: Options,
): Draft {
  const ahead = group.infinitive || group.modal !== null;
  const label = ahead ? options.ahead : rung;
  const day = publicationDay(reading.document);
  const asOf = { from: day, to: addDays(day, 1) };
  const span = [reading.tokens[group.first]?.start ?? 0, reading.tokens[last]?.end ?? 0] as const;
  return {
    reading,
    predicate,
    predicateText: wordsOf(reading, verb, last),
    timeClass: predicate.timeClass,
    subject: { text: who.text, key: who.key },
    value: wordedValue('status', wordsOf(reading, group.first, last), { label }),
    quantity: null,
    chunk: null,
    scope: scopeAt({ class: 'as-of', ...asOf, text: null, asOf }, 'default'),
    modality: ahead ? 'expected' : 'occurred',
    polarity: group.negated ? 'negated' : 'affirmed',
    rule: `${predicate.id}/${rung}`,
    confidence: 0.85,
    partOf: null,
    evidence: [Math.min(who.first, group.first), last],
    valueSpan: span,
  };
}
