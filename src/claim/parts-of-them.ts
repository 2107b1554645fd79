import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
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
 * of them were women.", "Of those, three were police officers."
 * @param figures what the sentence itself gives
 * @param before what the sentence before gives; nothing is read where it counts two kinds of people
 */
export function readPartsOfThem(
  reading: Reading,
  figures: readonly Draft[],
  before: readonly Draft[],
  vocabulary: Vocabulary,
): Draft[] {
  const chunks = partsNamed(reading, vocabulary).filter(
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
function partsNamed(reading: Reading, vocabulary: Vocabulary): readonly Chunk[] {
  const word = (i: number): string => reading.tokens[i]?.lower ?? '';
  if (word(0) === 'among' && THEM.test(word(1))) return listFrom(reading, BE.test(word(2)) ? 3 : 2);
  if (word(0) === 'they' && /^include[ds]?$/.test(word(1))) return listFrom(reading, 2);
  const ofThem = word(0) === 'of' && THEM.test(word(1));
  const number = chunkFrom(reading, ofThem ? (word(2) === ',' ? 3 : 2) : 0);
  if (!number?.quantity || number.head !== null) return [];
  const behind = number.last + 1;
  if (ofThem) return isDescribed(reading, behind, vocabulary) ? [number] : [];
  const follows = word(behind) === 'of' && THEM.test(word(behind + 1));
  return follows && isDescribed(reading, behind + 2, vocabulary) ? [number] : [];
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
