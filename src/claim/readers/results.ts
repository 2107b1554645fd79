import { z } from 'zod';
import { gather } from '../../each-as.ts';
import { slug } from '../../identity.ts';
import { inflected, isFormOf } from '../../sentence/inflect.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Draft } from '../draft.ts';
import { writtenValue } from '../figure-value.ts';
import { lookAhead } from '../look-ahead.ts';
import { readModality } from '../modality.ts';
import { levelAfter } from '../patterns/nominal.ts';
import type { Match } from '../patterns/pattern.ts';
import type { TriggerHit } from '../patterns/triggers.ts';
import { subjectsBefore } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import { attributionFor, type Reading, tokenAt, wordsOf } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import type { Surroundings } from '../scope/context.ts';
import { readScope } from '../scope/scope.ts';
import { predicatesFor, type Reader } from './reader.ts';

const Options = z.strictObject({
  nouns: z.array(z.string()).meta({ description: 'What a company made: profit, income.' }),
  verbs: z.array(z.string()).default([]).meta({
    description: 'Verbs that alone tell it, where shares or a quarter are named: earned $2 billion.',
  }),
  only: z
    .array(z.string())
    .default([])
    .meta({ description: 'Words of which one must stand before the noun: operating.' }),
  never: z
    .array(z.string())
    .default([])
    .meta({ description: 'Words before the noun by which it is another figure: pre-tax.' }),
  companies: z.array(z.string()).meta({ description: 'Nouns for whoever made it: carrier, bank.' }),
});
type Options = z.infer<typeof Options>;

/** How far before the noun the verb stands whose subject made it, and how far a name behind "profit at". */
const REACH = 12;
const CERTAINTY = 0.85;
/** What an earlier time made, beside which the new figure is set. */
const BESIDE = /^(?:from|with|against|versus|than|after)$/;
const EARLIER = /^(?:year-ago|earlier|previous|prior|last-year)$/;

/** What companies made: "its revenue climbed 11 percent to $8.2 billion", "AMR reported a $436 million loss", "a profit of $3 million". */
export const results: Reader = {
  id: 'results',
  words: (vocabulary) =>
    gather(predicatesFor(vocabulary, 'results', Options), ({ options }) => [
      ...options.nouns,
      ...options.verbs.flatMap(inflected),
    ]),
  read: (reading, lent, vocabulary) =>
    gather(predicatesFor(vocabulary, 'results', Options), ({ predicate, options }) =>
      gather(reading.tokens, (_, noun) => {
        const verb = isMade(reading, noun, options);
        if (!verb && !isNamed(reading, noun, options)) return [];
        const hit = hitAt(predicate, noun);
        const chunk = amountOf(reading, hit, vocabulary, verb);
        const owner =
          chunk && (verb ? doerOf(reading, noun, options) : ownerOf(reading, noun, chunk, options));
        return chunk && owner ? [draftOf(reading, hit, chunk, owner, lent, vocabulary)] : [];
      }),
    ),
};

const hitAt = (predicate: Predicate, noun: number): TriggerHit => ({
  predicate,
  slot: 'nominal',
  first: noun,
  last: noun,
  headLemma: null,
  loose: false,
  unless: null,
});

/** The noun, with the words that it needs before it and without those that make it another figure, and of now. */
function isNamed({ tokens, chunkOf }: Reading, noun: number, { nouns, only, never }: Options): boolean {
  const token = tokens[noun];
  if (
    !token ||
    !/^(?:NOUN|PROPN)$/.test(token.pos) ||
    !(nouns.includes(token.lemma) || nouns.includes(token.lower))
  )
    return false;
  const first = Math.min(chunkOf[noun]?.first ?? noun, noun);
  // "operating" is often taken for a verb.
  const before = tokens.slice(Math.max(0, Math.min(first, noun - 2)), noun).map(({ lower }) => lower);
  if (before.some((word) => never.includes(word) || EARLIER.test(word))) return false;
  if (only.length > 0 && !before.some((word) => only.includes(word))) return false;
  return !BESIDE.test(tokens[first - 1]?.lower ?? '');
}

/** "earned $2.6 billion, or 65 cents a share, in the quarter": where the words of a report on business stand beside. */
const isMade = ({ tokens }: Reading, verb: number, { verbs }: Options): boolean =>
  isFormOf(tokens[verb], verbs) &&
  tokens[verb]?.pos === 'VERB' &&
  tokens.some(({ lower }) => /^(?:share|quarter|fiscal)$/.test(lower));

/** "a $436 million loss", "a profit of $3 million", "revenue climbed 11 percent to $8.2 billion": a sum of money. */
function amountOf(reading: Reading, hit: TriggerHit, vocabulary: Vocabulary, made: boolean): Chunk | null {
  const own = reading.chunkOf[made ? hit.first + 1 : hit.first] ?? null;
  const chunk = own?.quantity ? own : made ? null : levelAfter(reading, hit);
  const unit = chunk?.quantity?.unit ?? null;
  if (!chunk || unit === null || !vocabulary.quantities.currencies.has(unit)) return null;
  if (chunk.quantity?.nominal === null) return null;
  // "65 cents a share"
  const next = reading.tokens[tokenAt(reading.tokens, chunk.quantity?.end ?? 0)]?.lower ?? '';
  return /^(?:per|an?)$/.test(next) ? null : chunk;
}

interface Owner {
  readonly text: string;
  readonly key: string;
}

/** Whose it is: "the carrier's loss", "profit at Southwest", "AMR reported a loss", "United said its revenue". */
function ownerOf(reading: Reading, noun: number, amount: Chunk, options: Options): Owner | null {
  return (
    possessor(reading, noun, options) ??
    placedAt(reading, noun, options) ??
    maker(reading, Math.min(noun, amount.first), options) ??
    speaker(reading, noun, options)
  );
}

function possessor(reading: Reading, noun: number, options: Options): Owner | null {
  const { tokens } = reading;
  for (let i = noun - 1; i > 0 && noun - i <= 5; i -= 1) {
    if (!/^['’]s?$/u.test(tokens[i]?.lower ?? '')) continue;
    return companyAt(reading, i - 1, options);
  }
  return null;
}

const placedAt = (reading: Reading, noun: number, options: Options): Owner | null => {
  if (!/^(?:at|of|for)$/.test(reading.tokens[noun + 1]?.lower ?? '')) return null;
  // "profit at Dallas-based Southwest"
  for (let i = noun + 2; i <= noun + 6; i += 1) {
    if (reading.tokens[i]?.pos === 'VERB' && reading.tokens[i]?.lower !== 'based') return null;
    const owner = companyAt(reading, i, options);
    if (owner) return owner;
  }
  return null;
};

/** The subject of the nearest verb before it: "posted a loss", "swung to a profit"; whoever says it, where that verb tells. */
function maker(reading: Reading, before: number, options: Options): Owner | null {
  const { tokens } = reading;
  for (let i = before - 1; i >= 0 && before - i <= REACH; i -= 1) {
    const token = tokens[i];
    if (!token || /^[;:.!?]$/.test(token.text)) return null;
    if (token.pos !== 'VERB' || !/ed$|^(?:made|has|swung|took|saw)$/.test(token.lower)) continue;
    return doerOf(reading, i, options);
  }
  return null;
}

function doerOf(reading: Reading, verb: number, options: Options): Owner | null {
  const subject = subjectsBefore(reading, verbGroup(reading.tokens, verb).first).at(-1);
  return subject ? companyAt(reading, subject.head ?? subject.last, options) : null;
}

/** "United said its revenue": whoever tells it, if that is a company. */
function speaker(reading: Reading, noun: number, options: Options): Owner | null {
  const source = attributionFor(reading, noun)?.source;
  if (!source) return null;
  const first = tokenAt(reading.tokens, source.start);
  const at = /^(?:the|an?)$/.test(reading.tokens[first]?.lower ?? '') ? first + 1 : first;
  return companyAt(reading, at, options);
}

/** A company by its name, or by a noun for one. */
function companyAt(reading: Reading, at: number, { companies }: Options): Owner | null {
  const { tokens, names, chunkOf, places } = reading;
  const token = tokens[at];
  if (!token) return null;
  const covers = (one: { start: number; end: number }): boolean =>
    one.start <= token.start && token.end <= one.end;
  if (places.some((place) => covers(place) && !place.adjective)) return null;
  const name = names.find(covers);
  if (name) return name.type === 'person' ? null : { text: name.text, key: name.key };
  // "Intel reported a profit": one word that opens a sentence is no name before a text proves it; what it made does.
  if (at === 0 && token.pos === 'PROPN') return { text: token.text, key: slug(token.text) };
  if (!companies.includes(token.lemma)) return null;
  const first = chunkOf[at]?.wordsFrom ?? at;
  const text = wordsOf(reading, Math.min(first, at), at);
  return { text, key: slug(token.lemma) };
}

function draftOf(
  reading: Reading,
  hit: TriggerHit,
  chunk: Chunk,
  owner: Owner,
  lent: Surroundings,
  vocabulary: Vocabulary,
): Draft {
  const { predicate, first: at } = hit;
  const counted = { ...owner, population: null, person: 'no', plural: false } as const;
  const asked = { reading, at, agent: null, chunk, counted, predicate, lent, vocabulary };
  const { scope, timeClass } = readScope(asked);
  const match: Match = {
    hit,
    pattern: 'nominal',
    group: null,
    counted: [chunk],
    agent: null,
    certainty: CERTAINTY,
  };
  const { modality, polarity } = readModality(reading, match, attributionFor(reading, at));
  const { quantity } = chunk;
  if (!quantity) throw new TypeError('a sum has a number');
  return {
    reading,
    predicate,
    predicateText: wordsOf(reading, at, at),
    timeClass,
    subject: owner,
    value: writtenValue(quantity, predicate),
    quantity,
    chunk,
    scope,
    modality: (modality === 'occurred' ? lookAhead(reading, match, vocabulary.cues) : null) ?? modality,
    polarity,
    rule: `${predicate.id}/${results.id}`,
    confidence: CERTAINTY,
    partOf: null,
    evidence: [Math.min(at, chunk.first), Math.max(at, chunk.last)],
    valueSpan: [quantity.start, quantity.end],
  };
}
