import { z } from 'zod';
import { gather } from '../../each-as.ts';
import { onceEach } from '../../remember.ts';
import { ByForm } from '../../sentence/by-form.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Draft } from '../draft.ts';
import { subjectsBefore } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import { headLemma, type Reading, wordsOf } from '../reading/reading.ts';
import { type VerbGroup, verbGroup } from '../reading/verb-group.ts';
import { addDays, publicationDay } from '../scope/days.ts';
import { wordedValue } from '../worded-value.ts';
import { firstWords, predicatesFor, type Reader, scopeAt } from './reader.ts';
import { classOfWord } from './words.ts';

const Options = z.strictObject({
  rungs: z
    .record(z.string(), z.array(z.string()))
    .meta({ description: 'For each rung its verbs: arrived: [arrive].' }),
  ahead: z.string().meta({ description: 'The rung of what is still to come: "is expected to arrive".' }),
  by: z
    .enum(['affiliation', 'class'])
    .meta({ description: 'What tells subjects apart: whom they act for, or their class.' }),
  classes: z.record(z.string(), z.array(z.string())).default({}),
  bodies: z
    .array(z.string())
    .default([])
    .meta({ description: 'Nouns for several people who act for somebody: delegation, team.' }),
});
type Options = z.infer<typeof Options>;

const NONE: readonly Draft[] = [];
const NO_PHRASES: readonly Phrase[] = [];

/** How far along something is: "had already arrived", "headed to Egypt", "is expected to arrive". */
export const status: Reader = {
  id: 'status',
  words: (vocabulary) =>
    gather(predicatesFor(vocabulary, 'status', Options), ({ options }) =>
      firstWords(Object.values(options.rungs).flat()),
    ),
  read: (reading, _lent, vocabulary) =>
    gather(predicatesFor(vocabulary, 'status', Options), ({ predicate, options }) =>
      gather(rungsOf(reading, options), ({ at, id, last }): readonly Draft[] => {
        const group = verbGroup(reading.tokens, at);
        // "one percent of those arriving": who comes at any time.
        if (group.progressive && group.first === at) return NONE;
        const subject = subjectsBefore(reading, group.first);
        return subjects(reading, subject, options, vocabulary).map((who) =>
          draftOf(reading, at, last, group, who, id, predicate, options),
        );
      }),
    ),
};

interface Rung {
  readonly id: string;
  /** Its first and its last token. */
  readonly at: number;
  readonly last: number;
}

function rungsOf(reading: Reading, options: Options): Rung[] {
  const phrases = phrasesOf(options.rungs);
  const found: Rung[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const rung = rungAt(reading, at, phrases);
    if (rung) found.push(rung);
  }
  return found;
}

function rungAt(reading: Reading, i: number, phrases: ByForm<readonly Phrase[]>): Rung | null {
  const token = reading.tokens[i];
  const begun = token ? phrases.of(token) : NO_PHRASES;
  if (!token || begun.length === 0) return null;
  const fitting = begun.filter(
    ({ words }) =>
      (words.length > 1 || token.pos === 'VERB') &&
      words.every((word, j) => {
        const at = reading.tokens[i + j];
        return at !== undefined && (at.lemma === word || at.lower === word);
      }),
  );
  const first = fitting.sort((a, b) => a.order - b.order)[0];
  return first ? { id: first.id, at: i, last: i + first.words.length - 1 } : null;
}

/** A phrase of a rung. `order` is its place in the file: the first that fits counts. */
interface Phrase {
  readonly id: string;
  readonly words: readonly string[];
  readonly order: number;
}

/** The phrases of all rungs by their first word, as it is written or in its base form; built once. */
const phrasesOf = onceEach((rungs: Options['rungs']): ByForm<readonly Phrase[]> => {
  const index = new Map<string, Phrase[]>();
  let order = 0;
  for (const [id, texts] of Object.entries(rungs)) {
    for (const words of texts.map((text) => text.split(' '))) {
      const rows = index.get(words[0] ?? '') ?? [];
      rows.push({ id, words, order });
      index.set(words[0] ?? '', rows);
      order += 1;
    }
  }
  return new ByForm(({ lower, lemma }) => {
    const written = index.get(lower) ?? NO_PHRASES;
    const base = lemma === lower ? undefined : index.get(lemma);
    return base ? [...written, ...base] : written;
  });
});

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
  if (options.by === 'class') {
    const lemma = headLemma(reading, last);
    const name = classOfWord(options.classes, lemma);
    return name ? [{ key: name, text: wordsOf(reading, first, last.last), first }] : [];
  }
  const found = new Map<string, Who>();
  for (const chunk of [...chunks].reverse()) {
    for (const key of affiliations(reading, chunk, options, vocabulary)) {
      const name =
        vocabulary.places.nodes.get(key)?.name ??
        vocabulary.sources.get(key)?.name ??
        wordsOf(reading, chunk.first, chunk.last);
      if (!found.has(key)) found.set(key, { key, text: name, first });
    }
  }
  return [...found.values()];
}

/** Whom a person or a group acts for: the known affiliation, else the demonym or body that stands with it. */
function affiliations(reading: Reading, chunk: Chunk, options: Options, vocabulary: Vocabulary): string[] {
  const start = reading.tokens[chunk.first]?.start ?? 0;
  const end = reading.tokens[chunk.last]?.end ?? 0;
  const inside = (span: { start: number; end: number }): boolean => span.start >= start && span.end <= end;
  const head = headLemma(reading, chunk);
  const people = vocabulary.persons.nouns.has(head) || options.bodies.includes(head);
  // "St. Lucie counties": a name that a thing is called by is nobody.
  const thing = !people && reading.tokens[chunk.head ?? -1]?.pos === 'NOUN';
  const person =
    chunk.name?.type === 'person'
      ? chunk.name
      : reading.names.find((name) => name.type === 'person' && inside(name));
  if (person && !thing) return [vocabulary.sources.get(person.key)?.affiliation ?? person.key];
  // "the Texas bus", "Covid-19 arrived": neither people nor those for whom people act.
  const bodies = [
    ...(people ? reading.places.filter(inside) : []),
    ...reading.names.filter((name) => inside(name) && (people || name.type === 'organisation')),
  ];
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
