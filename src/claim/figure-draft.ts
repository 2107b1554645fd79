import type { QuantityMention } from '../mention/mention.ts';
import type { Value } from '../value/value.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { type Setting, subjectOf } from './figure-subject.ts';
import { implicitValue, writtenValue } from './figure-value.ts';
import { lookAhead } from './look-ahead.ts';
import { onMatter } from './matter.ts';
import { readModality } from './modality.ts';
import { asPart } from './partial.ts';
import { isAlternative } from './patterns/alternatives.ts';
import { isNumbered } from './patterns/number-of.ts';
import { type Match, ownOf } from './patterns/pattern.ts';
import { ANYBODY, type TriggerHit } from './patterns/triggers.ts';
import type { Chunk } from './reading/chunk.ts';
import { isFormerLevel } from './reading/levels.ts';
import { attributionFor, headLemma, type Reading } from './reading/reading.ts';
import { ofForeigners } from './scope/foreigners.ts';
import { readScope } from './scope/scope.ts';
import { upToThen } from './scope/up-to-then.ts';
import type { Counted } from './subject.ts';
import type { Reason } from './trace/reasons.ts';
import { uncounted } from './uncounted.ts';

/** Certainty lost when … (the sum is taken off the shape's own certainty). */
const LOSS = {
  unknownHead: 0.25,
  bare: 0.03,
  headline: 0.05,
  coordinated: 0.02,
  unreal: 0.05,
  implicit: 0.2,
} as const;
/** Between two readings of one phrase the longer trigger wins: "killed or wounded" over "killed". */
const LONGER = 0.01;
/** Roles of a number that can be a figure of a claim. */
const FIGURES = new Set(['count', 'measure', 'fraction', 'rate', 'change', 'unknown']);

export const ruleOf = ({ hit, pattern }: Match, chunk: Chunk): string =>
  `${hit.predicate.id}/${pattern}${chunk.quantity ? '' : '/implicit'}`;

/** What the words of a phrase take from the certainty of its shape. */
const lossOf = ({ hit }: Match, { quantity }: Chunk, { person }: Counted, { sentence }: Reading): number =>
  (person === 'maybe' && hit.predicate.subjects.includes('person') ? LOSS.unknownHead : 0) +
  (person === 'bare' ? LOSS.bare : 0) +
  (sentence.kind === 'headline' ? LOSS.headline : 0) +
  (quantity ? 0 : LOSS.implicit);

/** The row that a match makes of a phrase, or why it makes none. */
export function draftOf(match: Match, chunk: Chunk, setting: Setting, coordinated: boolean): Draft | Reason {
  const { reading, lent, vocabulary } = setting;
  const { predicate } = match.hit;
  const own = subjectOf(match, chunk, setting);
  const counted = own && onMatter(reading, predicate, match.hit.last, chunk.last, own);
  if (!counted || !suits(reading, match, chunk, counted)) return 'other-subject';
  if (chunk.quantity && match.pattern !== 'nominal' && isFormerLevel(reading, chunk)) return 'other-role';
  const amount = amountOf(reading, match, chunk, counted, vocabulary);
  if (typeof amount === 'string') return amount;
  const { at, agent, place } = ownOf(match, chunk);
  const told = readScope({
    reading,
    at,
    agent,
    place,
    chunk,
    counted,
    predicate,
    lent,
    vocabulary,
  });
  const { scope, timeClass } = ofForeigners(upToThen(told, match, reading), chunk, reading, vocabulary);
  const { modality: asTold, polarity } = readModality(reading, match, attributionFor(reading, at));
  const modality = (asTold === 'occurred' ? lookAhead(reading, match, vocabulary.cues) : null) ?? asTold;
  if (amount.nominal !== 0 && polarity === 'affirmed' && isAlternative(reading, match.hit, setting.hits))
    return 'alternative';
  const reason = chunk.quantity ? null : uncounted(modality, polarity, match, chunk, reading);
  if (reason) return reason;
  const losses =
    lossOf(match, chunk, counted, reading) +
    (coordinated ? LOSS.coordinated : 0) +
    (modality === 'occurred' ? 0 : LOSS.unreal);
  const draft: Draft = {
    reading,
    predicate,
    predicateText: reading.document.text.slice(
      reading.tokens[match.hit.first]?.start ?? 0,
      reading.tokens[match.hit.last]?.end ?? 0,
    ),
    timeClass,
    subject: { text: counted.text, key: keyOf(counted, scope) },
    value: amount,
    quantity: chunk.quantity,
    chunk,
    scope,
    modality,
    polarity,
    rule: ruleOf(match, chunk),
    confidence: Math.max(0.05, match.certainty - losses + LONGER * (match.hit.last - match.hit.first)),
    partOf: null,
    teller: place,
    evidence: evidenceOf(match, chunk),
    valueSpan: spanOf(reading, chunk),
  };
  return ofShape(draft, match);
}

/** The key of the subject, with the nation that tells people abroad apart. */
const keyOf = ({ key, population }: Counted, scope: Draft['scope']): string =>
  key === population ? (scope.population ?? key) : key;

/** What the shape of a match says of its row. */
const ofShape = (draft: Draft, { added, partial }: Match): Draft =>
  added ? { ...draft, increment: true } : partial ? asPart(draft) : draft;

/** The offsets of a figure; of the whole phrase where it has none. */
const spanOf = ({ tokens }: Reading, { quantity, first, last }: Chunk): readonly [number, number] =>
  quantity ? [quantity.start, quantity.end] : [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];

/** Whether the predicate may count what stands there. */
function fits(reading: Reading, match: Match, chunk: Chunk, counted: Counted): boolean {
  const { subjects } = match.hit.predicate;
  if (match.hit.slot === 'counted' || subjects.length === 0) return true;
  if (match.hit.slot === 'nominal' && (counted.person !== 'no' || chunk.quantity?.denominator != null))
    return true;
  if (subjects.includes('person')) {
    // "shot up to 7.6 percent": a share of nobody that is named.
    if (match.pattern === 'active' && chunk.quantity?.unit === 'percent')
      return chunk.head !== null && counted.person === 'yes';
    return counted.person !== 'no' && (counted.person !== 'maybe' || chunk.quantity !== null);
  }
  const head = match.noun ?? chunk;
  // "1,200 homes were destroyed, and 21,000 others damaged": others of what was named.
  const others = headLemma(reading, head) === 'other' && isNamedBefore(reading, chunk, subjects);
  if (head.head !== null) return others || subjects.includes(headLemma(reading, head));
  // "268 flights were cancelled and 415 delayed": a bare number of things needs their name before it.
  // "left 20,000 without power": whoever they are, they are people.
  const anybody = match.hit.slot === 'state' && subjects.includes('people');
  const named = anybody || chunk.quantity?.unit != null || match.hit.slot === 'nominal';
  return chunk.quantity !== null && (named || isNamedBefore(reading, chunk, subjects));
}

/** Whether the predicate may count what stands there, and the trigger what is counted. */
const suits = (reading: Reading, match: Match, chunk: Chunk, counted: Counted): boolean =>
  (match.hit.headLemma !== ANYBODY || isAnybody(counted, chunk)) && fits(reading, match, chunk, counted);

/** "released 12 students and two of their teachers": a bare number needs somebody whom it counts too. */
const isAnybody = ({ person, key }: Counted, { name }: Chunk): boolean =>
  name === null && (person === 'yes' || (person === 'bare' && key !== 'people'));

const isNamedBefore = (reading: Reading, chunk: Chunk, subjects: readonly string[]): boolean =>
  reading.chunks.some((other) => other.first < chunk.first && subjects.includes(headLemma(reading, other)));

/** The value of a phrase with a number. */
function writtenAmount(
  reading: Reading,
  { predicate, slot, last }: TriggerHit,
  chunk: Chunk,
  quantity: QuantityMention,
  vocabulary: Vocabulary,
): Value | Reason {
  if (!FIGURES.has(quantity.role) || quantity.nominal === null) return 'other-role';
  if (isExcepted(reading.tokens, chunk)) return 'other-role';
  // "payrolls rose by 0.5 percent": how far a count went is no count.
  const step = slot === 'nominal' && reading.tokens[last]?.lower === 'by';
  if (step && predicate.kind === 'quantity' && quantity.unit === 'percent') return 'other-unit';
  // "rose 0.2 points": of a rate they are points of percent.
  const points = predicate.unit?.endsWith('-point') === true && headLemma(reading, chunk) === 'point';
  if (!points && !isMeasuredIn(quantity.unit, predicate.unit, vocabulary)) return 'other-unit';
  return writtenValue(quantity, predicate);
}

/** The value of a phrase, or why it has none that the predicate takes. */
function amountOf(
  reading: Reading,
  match: Match,
  chunk: Chunk,
  counted: Counted,
  vocabulary: Vocabulary,
): Value | Reason {
  const { predicate, slot } = match.hit;
  if (chunk.quantity) return writtenAmount(reading, match.hit, chunk, chunk.quantity, vocabulary);
  const countable = predicate.implicit && counted.person === 'yes';
  if (!countable || isNumbered(reading, chunk) || slot === 'nominal' || slot === 'counted')
    return 'uncounted';
  const text = reading.document.text.slice(
    reading.tokens[chunk.first]?.start ?? 0,
    reading.tokens[chunk.last]?.end ?? 0,
  );
  const words = reading.tokens.slice(Math.max(0, chunk.first - 2), chunk.last + 1);
  // "It is unknown how many people were shot": none is counted.
  if (words.some(({ lower }, i) => lower === 'how' && words[i + 1]?.lower === 'many')) return 'uncounted';
  const { least } = vocabulary.persons;
  const many = words.map((word) => least.get(word.lower) ?? least.get(word.lemma) ?? 2);
  // "Many protester were arrested": a noun that lost its ending.
  const severally = chunk.determiner === null && Math.max(...many) > 2;
  const one = chunk.name !== null || !(counted.plural || severally);
  // "the killing of civilians" may be any, at any time; "the killing of the priests" has happened to some.
  if (slot === 'deed' && !one && chunk.determiner === null && Math.max(...many) === 2) return 'uncounted';
  return implicitValue(text, one ? 1 : Math.max(...many), predicate);
}

/** "all but two were acquitted": those to whom it did not happen. */
const isExcepted = (tokens: Reading['tokens'], { first }: Chunk): boolean =>
  /^(?:but|except)$/.test(tokens[first - 1]?.lower ?? '') &&
  /^(?:all|everyone)$/.test(tokens[first - 2]?.lower ?? '');

/**
 * Whether a figure may be of this unit. A predicate without a unit takes any measure, one in money any currency, one in
 * a unit of measure its own dimension; what is counted (person, facility) takes no measure but a share.
 */
function isMeasuredIn(unit: string | null, wanted: string | null, { quantities }: Vocabulary): boolean {
  if (wanted === null) return true;
  if (wanted === 'money') return unit !== null && quantities.currencies.has(unit);
  const dimension = quantities.units.get(wanted)?.dimension;
  if (dimension === undefined) return unit === null || unit === 'percent';
  return unit !== null && quantities.units.get(unit)?.dimension === dimension;
}

function evidenceOf(match: Match, chunk: Chunk): readonly [number, number] {
  const first = Math.min(match.group?.first ?? match.hit.first, match.hit.first, chunk.first);
  return [first, Math.max(match.hit.last, chunk.last)];
}
