import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { furtherKinds, kindsFrom } from './further-kinds.ts';
import type { Chunk } from './reading/chunk.ts';
import { coordinatesAfter } from './reading/coordination.ts';
import type { Reading } from './reading/reading.ts';
import { readCounted } from './subject.ts';
import { partDraft } from './subsets.ts';

const THEM = /^(?:them|those|these)$/;
const BE = /^(?:were|was|are|is)$/;
/** Words of how many there were that may stand before the number: "at least", "about". */
const BOUND = 4;

/**
 * Parts of those whom the sentence before counts: "Among them were 12 children.", "They included two medics.", "Twelve
 * of them were women.", "Of those, three were police officers."; and the further kinds of a list that the sentence itself
 * begins: "Of the 154 dead, 98 were women | and 56 men".
 * @param figures what the sentence itself gives
 * @param before what the sentence before gives; nothing is read where it counts two kinds of people
 */
export function readPartsOfThem(
  reading: Reading,
  figures: readonly Draft[],
  before: readonly Draft[],
  vocabulary: Vocabulary,
): Draft[] {
  const own = [...figures, ...partsOfThem(reading, figures, before, vocabulary)];
  const found = own.slice(figures.length);
  return [...found, ...furtherKinds(reading, own, vocabulary)];
}

function partsOfThem(
  reading: Reading,
  figures: readonly Draft[],
  before: readonly Draft[],
  vocabulary: Vocabulary,
): Draft[] {
  const chunks = partsNamed(reading, before, vocabulary).filter(
    (chunk) => !figures.some((draft) => draft.chunk === chunk),
  );
  const whole = chunks.length > 0 ? countedBefore(before) : null;
  if (whole === null) return [];
  const most = whole.value.halo?.high ?? Number.POSITIVE_INFINITY;
  return chunks
    .flatMap((chunk) => partDraft(reading, chunk, whole, vocabulary))
    .filter(
      ({ value, scope }) => (value.nominal ?? 0) <= most && scope.population !== whole.scope.population,
    );
}

function countedBefore(drafts: readonly Draft[]): Draft | null {
  const counts = drafts.filter(
    ({ predicate, quantity, partOf, modality, polarity }) =>
      predicate?.unit === 'person' &&
      quantity !== null &&
      partOf === null &&
      modality === 'occurred' &&
      polarity === 'affirmed',
  );
  return counts.length === 1 ? (counts[0] ?? null) : null;
}

/** The phrases that name a part of "them"; few sentences open like one that does. */
function partsNamed(reading: Reading, before: readonly Draft[], vocabulary: Vocabulary): readonly Chunk[] {
  const word = (i: number): string => reading.tokens[i]?.lower ?? '';
  if (word(0) === 'among' && THEM.test(word(1))) return listFrom(reading, BE.test(word(2)) ? 3 : 2);
  if (word(0) === 'they' && /^include[ds]?$/.test(word(1))) return listFrom(reading, 2);
  const counted = word(0) === 'of' ? takenUp(reading, before) : null;
  if (counted !== null) return kindsFrom(reading, counted, vocabulary);
  const number = numberOfThem(reading, vocabulary);
  return number ? [number] : [];
}

/** The number of "twelve of them were women", "of those, three were police officers". */
function numberOfThem(reading: Reading, vocabulary: Vocabulary): Chunk | null {
  const word = (i: number): string => reading.tokens[i]?.lower ?? '';
  const ofThem = word(0) === 'of' && THEM.test(word(1));
  const number = chunkFrom(reading, ofThem ? (word(2) === ',' ? 3 : 2) : 0);
  if (!number?.quantity) return null;
  if (isOfVictims(reading, number))
    return isDescribed(reading, number.last + 1, vocabulary) ? { ...number, head: null } : null;
  const behind = number.last + 1;
  const follows = ofThem || (word(behind) === 'of' && THEM.test(word(behind + 1)));
  if (number.head !== null || !follows) return null;
  return isDescribed(reading, ofThem ? behind : behind + 2, vocabulary) ? number : null;
}

/** "eighteen of the victims | were children" */
const isOfVictims = ({ tokens }: Reading, { last }: Chunk): boolean =>
  tokens[last]?.lower === 'victims' && tokens[last - 1]?.lower === 'the' && tokens[last - 2]?.lower === 'of';

/** "… rose to 156. Of the 156, | 101 were women": where the kinds begin of a number that the sentence before gives. */
function takenUp({ tokens, chunkOf }: Reading, before: readonly Draft[]): number | null {
  const number = tokens[1]?.lower === 'the' ? (chunkOf[1] ?? chunkOf[2] ?? null) : null;
  if (!number?.quantity || number.head !== null || tokens[number.last + 1]?.text !== ',') return null;
  const whole = countedBefore(before);
  return whole?.value.nominal === number.quantity.nominal ? number.last + 2 : null;
}

const chunkFrom = ({ chunkOf }: Reading, from: number): Chunk | null =>
  chunkOf.slice(from, from + BOUND).find((chunk) => chunk !== null) ?? null;

function listFrom(reading: Reading, from: number): readonly Chunk[] {
  const first = chunkFrom(reading, from);
  return first ? [first, ...coordinatesAfter(reading, first)] : [];
}

/** "Twelve of them | were children": whether nothing but a kind of people stands behind the verb. */
function isDescribed(reading: Reading, verb: number, vocabulary: Vocabulary): boolean {
  const { tokens, chunkOf } = reading;
  const kind = BE.test(tokens[verb]?.lower ?? '') ? (chunkOf[verb + 1] ?? null) : null;
  if (!kind || kind.quantity || readCounted(reading, kind, vocabulary).population === null) return false;
  return /^(?:[.,;–—]|and|who|aged|from)$/.test(tokens[kind.last + 1]?.lower ?? '.');
}
