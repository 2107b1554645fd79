import { lexiconOf } from '../vocabulary/lexicon.ts';
import { joinKeys } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { writtenValue } from './figure-value.ts';
import type { Chunk } from './reading/chunk.ts';
import { type Reading, wordsOf } from './reading/reading.ts';
import { readCounted } from './subject.ts';

/** A stated part is a little less sure than its whole: the link between them is read too. */
const LOSS = 0.08;
const MARKS = [
  'including',
  'among them',
  'among whom',
  'counting',
  'of whom',
  'of them',
  'of those',
  'of which',
];

/**
 * Stated parts: "including three who were waiting for aid", "20 of whom", "three of them children". A part without a
 * verb of its own takes its whole's predicate; one that has a verb is only linked.
 */
export function linkSubsets(reading: Reading, drafts: readonly Draft[], vocabulary: Vocabulary): Draft[] {
  const found = [...drafts];
  for (const chunk of reading.chunks) {
    if (!chunk.quantity || !isMarked(reading, chunk)) continue;
    const own = found.find((draft) => draft.chunk === chunk);
    const whole = wholeOf(found, chunk);
    if (!whole) continue;
    if (own) own.partOf = whole;
    else if (chunk.quantity.role === 'count') found.push(partDraft(reading, chunk, whole, vocabulary));
  }
  return found.sort((a, b) => a.valueSpan[0] - b.valueSpan[0]);
}

function isMarked(reading: Reading, chunk: Chunk): boolean {
  const before = wordsOf(reading, Math.max(0, chunk.first - 2), Math.max(0, chunk.first - 1)).toLowerCase();
  const after = wordsOf(
    reading,
    chunk.last + 1,
    Math.min(reading.tokens.length - 1, chunk.last + 2),
  ).toLowerCase();
  return MARKS.some(
    (mark) => (chunk.first > 0 && before.endsWith(mark)) || (chunk.head === null && after.startsWith(mark)),
  );
}

/** The nearest figure to the left that is itself no part of another. */
const wholeOf = (drafts: readonly Draft[], chunk: Chunk): Draft | undefined =>
  drafts.findLast(
    (draft) =>
      draft.chunk !== null &&
      draft.chunk.first < chunk.first &&
      draft.partOf === null &&
      draft.quantity !== null,
  );

function partDraft(reading: Reading, chunk: Chunk, whole: Draft, vocabulary: Vocabulary): Draft {
  const counted = readCounted(reading, chunk, vocabulary);
  const described = counted.person === 'bare' ? behind(reading, chunk, vocabulary) : counted.population;
  const population = joinKeys([whole.scope.population, described].flatMap((key) => key?.split('+') ?? []));
  const quantity = chunk.quantity;
  if (!quantity) return whole;
  return {
    ...whole,
    subject: counted.person === 'bare' ? whole.subject : { text: counted.text, key: counted.key },
    value: writtenValue(quantity, whole.predicate),
    quantity,
    chunk,
    scope: { ...whole.scope, population, provenance: { ...whole.scope.provenance, population: 'explicit' } },
    rule: `${whole.rule}/part`,
    confidence: Math.max(0.05, whole.confidence - LOSS),
    partOf: whole,
    evidence: [chunk.first, Math.min(reading.tokens.length - 1, endOfPhrase(reading, chunk))],
    valueSpan: [quantity.start, quantity.end],
  };
}

/** Who a bare number counts, said behind it: "three of them children", "three who were waiting for aid". */
function behind(reading: Reading, chunk: Chunk, vocabulary: Vocabulary): string | null {
  const nodes = lexiconOf(vocabulary.populations).find(
    reading.tokens,
    chunk.last + 1,
    endOfPhrase(reading, chunk),
  );
  return joinKeys(nodes.map((node) => node.id));
}

function endOfPhrase(reading: Reading, chunk: Chunk): number {
  let i = chunk.last;
  while (
    i + 1 < reading.tokens.length &&
    i - chunk.last < 10 &&
    !/^[,;:.—–)]$/u.test(reading.tokens[i + 1]?.text ?? '')
  )
    i += 1;
  return i;
}
