import { z } from 'zod';
import { ByForm } from '../sentence/by-form.ts';
import type { Token } from '../sentence/sentence.ts';
import type { Value } from '../value/value.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Modality } from './claim.ts';
import type { Draft } from './draft.ts';
import { writtenValue } from './figure-value.ts';
import { fromStance } from './modality.ts';
import { tellsOf } from './patterns/shares.ts';
import { subjectsBefore } from './reading/arguments.ts';
import type { Chunk } from './reading/chunk.ts';
import { attributionFor, headLemma, type Reading, wordsOf } from './reading/reading.ts';
import { verbGroup } from './reading/verb-group.ts';
import type { Surroundings } from './scope/context.ts';
import { readScope } from './scope/scope.ts';
import { readCounted } from './subject.ts';
import { imposedTerm, ownedTerm, receivedTerm } from './terms.ts';
import { wordedValue } from './worded-value.ts';

/** What the `measured` extractor asks of a predicate file: classes of nouns, and whether a day tells them apart. */
const Options = z.strictObject({
  role: z.enum(['duration', 'measure', 'rate']),
  imposed: z.record(z.string(), z.string()).default({}).meta({
    description:
      'Verbs that lay it on somebody, with their preposition: sentence … to. That person is the subject.',
  }),
  received: z.array(z.string()).default([]).meta({
    description: 'Verbs of whoever gets it, before one of the terms: received a sentence of 12 years.',
  }),
  given: z.array(z.string()).default([]).meta({
    description: 'Verbs by which somebody is given one: was handed a 12-year sentence.',
  }),
  terms: z.array(z.string()).default([]),
  classes: z.record(z.string(), z.strictObject({ nouns: z.array(z.string()), timed: z.boolean() })),
});
type Options = z.infer<typeof Options>;

/** A predicate that asks for this extractor, its nouns ready to look up. */
interface Measuring extends Options {
  readonly predicate: Predicate;
  readonly classByNoun: ReadonlyMap<string, string>;
  readonly prepositionOf: ReadonlyMap<string, string>;
}

const CERTAINTY = { verb: 0.93, of: 0.9, attributive: 0.88 } as const;

/** Measures that describe a noun: "talks lasted four hours", "two years of conflict", "the two-year-long war". */
export function readMeasured(reading: Reading, lent: Surroundings, vocabulary: Vocabulary): Draft[] {
  const drafts: Draft[] = [];
  for (const options of measuring(vocabulary)) {
    if (!mayMeasure(reading, options)) continue;
    for (const chunk of reading.chunks) {
      if (chunk.quantity?.role !== options.role && !isVague(reading, chunk, options)) continue;
      const found =
        byVerb(reading, chunk, options) ??
        served(reading, chunk, options, vocabulary) ??
        byOf(reading, chunk, options) ??
        attributive(reading, chunk, options);
      if (found) drafts.push(draftOf(reading, chunk, options, found, lent, vocabulary));
    }
  }
  return drafts;
}

const measuringOf = new WeakMap<Vocabulary, Measuring[]>();

function measuring(vocabulary: Vocabulary): Measuring[] {
  const known = measuringOf.get(vocabulary);
  if (known) return known;
  const rows = [...vocabulary.predicates.values()]
    .filter((predicate) => predicate.extractor === 'measured')
    .map((predicate) => {
      const options = Options.parse(predicate.options);
      const nouns = Object.entries(options.classes).flatMap(([name, row]) =>
        row.nouns.map((noun) => [noun, name] as const),
      );
      // Of two classes that list a noun, the first counts.
      const prepositionOf = new Map(Object.entries(options.imposed));
      return { ...options, predicate, classByNoun: new Map(nouns.reverse()), prepositionOf };
    });
  measuringOf.set(vocabulary, rows);
  return rows;
}

/** Units of time, with the most of them that are not yet called by the next larger one. */
const SPANS = new Map([
  ['hour', 23],
  ['day', 6],
  ['week', 7],
  ['month', 23],
  ['year', 9],
  ['decade', 9],
]);

/** Whether a sentence has a measure of its kind, or a word that is one without a number; most have neither. */
const mayMeasure = ({ quantities, tokens }: Reading, { role }: Options): boolean =>
  quantities.some((quantity) => quantity.role === role) || (role === 'duration' && tokens.some(isVagueSpan));

const vagueSpans = new ByForm(({ lemma, lower }) => lower !== lemma && SPANS.has(lemma));
const isVagueSpan = (token: Token): boolean => vagueSpans.of(token);

/** "months of fighting": a span of time without a number, at least two of its unit. */
function isVague(reading: Reading, chunk: Chunk, options: Options): boolean {
  const head = chunk.head === null ? undefined : reading.tokens[chunk.head];
  const bare = options.role === 'duration' && chunk.quantity === null && chunk.first === chunk.last;
  return bare && head !== undefined && isVagueSpan(head);
}

function vagueValue(reading: Reading, chunk: Chunk): Value {
  const unit = headLemma(reading, chunk);
  const core = { low: 2, high: SPANS.get(unit) ?? null };
  const text = wordsOf(reading, chunk.first, chunk.last);
  return {
    ...wordedValue('duration', text),
    hedge: 'vague',
    unit,
    core,
    halo: { low: 2, high: null },
    role: 'duration',
  };
}

interface Described {
  readonly noun: Chunk;
  readonly class: string;
  readonly shape: keyof typeof CERTAINTY;
  readonly at: number;
  readonly text?: string | undefined;
}

const classOf = (reading: Reading, chunk: Chunk | null, { classByNoun }: Measuring): string | null =>
  chunk && (classByNoun.get(headLemma(reading, chunk)) ?? null);

function byVerb(reading: Reading, chunk: Chunk, options: Measuring): Described | null {
  const { tokens } = reading;
  for (let i = chunk.first - 1; i >= 0 && chunk.first - i <= 3; i -= 1) {
    const token = tokens[i];
    if (!token) return null;
    if (token.pos !== 'VERB' && token.pos !== 'AUX') continue;
    if (!options.predicate.triggers.active.includes(token.lemma)) return null;
    const noun = subjectsBefore(reading, verbGroup(tokens, i).first).at(-1) ?? null;
    const name = classOf(reading, noun, options);
    return noun && name ? { noun, class: name, shape: 'verb', at: i } : null;
  }
  return null;
}

/** Who has to serve a term that somebody imposes, or that somebody gets. */
function served(
  reading: Reading,
  chunk: Chunk,
  options: Measuring,
  vocabulary: Vocabulary,
): Described | null {
  if (options.terms.length === 0) return null;
  const told = tellsOf(reading.document, options.predicate);
  const term =
    imposedTerm(reading, chunk, options.prepositionOf, vocabulary) ??
    receivedTerm(reading, chunk, options, told, vocabulary);
  if (term) return { noun: term.noun, class: term.key, shape: 'verb', at: term.at };
  const owned = ownedTerm(reading, chunk, (noun) => classOf(reading, noun, options) !== null);
  return (
    owned && { noun: owned.noun, class: owned.key, shape: 'attributive', at: owned.at, text: owned.text }
  );
}

function byOf(reading: Reading, chunk: Chunk, options: Measuring): Described | null {
  if (chunk.head === null || chunk.quantity === null) {
    if (reading.tokens[chunk.last + 1]?.lower !== 'of') return null;
    const noun = reading.chunkOf[chunk.last + 2] ?? null;
    const name = classOf(reading, noun, options);
    return noun && name ? { noun, class: name, shape: 'of', at: noun.last } : null;
  }
  return null;
}

function attributive(reading: Reading, chunk: Chunk, options: Measuring): Described | null {
  const name = classOf(reading, chunk, options);
  return name ? { noun: chunk, class: name, shape: 'attributive', at: chunk.last } : null;
}

/** "a six-month ceasefire", "that he | receive 12 years": what may only be asked for; a past tense tells what was. */
const isOpen = ({ tokens }: Reading, { shape, at }: Described): boolean =>
  shape === 'attributive' || (shape === 'verb' && /^(?:receive|get|draw)s?$/.test(tokens[at]?.lower ?? ''));

/** "pressing for | a six-month ceasefire", "plans | a two-day strike": what somebody plans or asks for has not been. */
function askedFor(reading: Reading, chunk: Chunk): Modality {
  const said = attributionFor(reading, chunk.first);
  const asked = said?.stance === 'plans' || said?.stance === 'demands';
  return (asked ? fromStance(said) : null) ?? 'occurred';
}

function draftOf(
  reading: Reading,
  chunk: Chunk,
  options: Measuring,
  found: Described,
  lent: Surroundings,
  vocabulary: Vocabulary,
): Draft {
  const { predicate } = options;
  const named = readCounted(reading, found.noun, vocabulary);
  const counted = { ...named, population: null };
  const read = readScope({
    reading,
    at: found.at,
    agent: null,
    chunk: null,
    counted,
    predicate,
    lent,
    vocabulary,
  });
  const timed = options.classes[found.class]?.timed === true;
  const scope = timed
    ? read.scope
    : { ...read.scope, time: null, provenance: { ...read.scope.provenance, time: 'default' as const } };
  const first = Math.min(chunk.first, found.noun.first);
  return {
    reading,
    predicate,
    predicateText:
      found.shape === 'verb'
        ? wordsOf(reading, found.at, found.at)
        : (predicate.triggers.active[0] ?? predicate.title),
    timeClass: predicate.timeClass,
    subject: { text: found.text ?? named.text, key: found.class },
    value: chunk.quantity ? writtenValue(chunk.quantity, predicate) : vagueValue(reading, chunk),
    quantity: chunk.quantity,
    chunk,
    scope,
    modality: isOpen(reading, found) ? askedFor(reading, chunk) : 'occurred',
    polarity: 'affirmed',
    rule: `${predicate.id}/${found.shape}`,
    confidence: CERTAINTY[found.shape],
    partOf: null,
    evidence: [first, Math.max(chunk.last, found.noun.last)],
    valueSpan: chunk.quantity
      ? [chunk.quantity.start, chunk.quantity.end]
      : [reading.tokens[chunk.first]?.start ?? 0, reading.tokens[chunk.last]?.end ?? 0],
  };
}
