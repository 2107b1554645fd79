import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { writtenValue } from './figure-value.ts';
import type { Chunk } from './reading/chunk.ts';
import { type Reading, wordsOf } from './reading/reading.ts';
import type { Surroundings } from './scope/context.ts';
import { readTime } from './scope/time.ts';
import { readCounted } from './subject.ts';

/** A generic row is kept so that nothing is lost silently; it is never sure enough to be compared. */
const CONFIDENCE = 0.3;
const REACH = 6;

/** Counts that no predicate takes: subject, the verb beside it, the value. */
export function readGeneric(
  reading: Reading,
  taken: readonly Draft[],
  lent: Surroundings,
  vocabulary: Vocabulary,
): Draft[] {
  if (reading.quantities.length === 0) return [];
  const isTaken = (chunk: Chunk): boolean =>
    taken.some((draft) => draft.chunk === chunk || draft.quantity === chunk.quantity);
  const open = reading.chunks.filter((chunk) => chunk.quantity && isFigure(chunk) && !isTaken(chunk));
  return open.flatMap((chunk) => {
    const { quantity } = chunk;
    if (!quantity) return [];
    const verb = verbBeside(reading, chunk);
    if (verb === null) {
      reading.recorder?.refuse('generic', 'no-verb', reading, { rule: 'generic', chunk });
      return [];
    }
    const counted = readCounted(reading, chunk, vocabulary);
    const { time, provenance } = readTime(reading, verb, GENERIC, lent);
    return [
      {
        reading,
        predicate: null,
        predicateText: wordsOf(reading, verb, verb),
        timeClass: 'attribute' as const,
        subject: { text: counted.text, key: counted.key },
        value: writtenValue(quantity, null),
        quantity,
        chunk,
        scope: {
          population: counted.population,
          place: null,
          cause: null,
          actor: null,
          time,
          provenance: { time: provenance },
        },
        modality: 'occurred' as const,
        polarity: 'affirmed' as const,
        rule: 'generic',
        confidence: CONFIDENCE,
        partOf: null,
        evidence: [Math.min(verb, chunk.first), Math.max(verb, chunk.last)] as const,
        valueSpan: [quantity.start, quantity.end] as const,
      },
    ];
  });
}

const GENERIC = { timeClass: 'attribute', decisive: [] } as unknown as Parameters<typeof readTime>[2];

function isFigure(chunk: Chunk): boolean {
  const role = chunk.quantity?.role;
  return (role === 'count' && chunk.quantity?.nominal !== null) || role === 'fraction';
}

/** The nearest verb, the one before the number first. */
function verbBeside(reading: Reading, chunk: Chunk): number | null {
  const { tokens } = reading;
  for (let step = 1; step <= REACH; step += 1) {
    if (tokens[chunk.first - step]?.pos === 'VERB') return chunk.first - step;
    if (tokens[chunk.last + step]?.pos === 'VERB') return chunk.last + step;
  }
  return null;
}
