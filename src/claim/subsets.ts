import { distinct } from '../identity.ts';
import type { Value } from '../value/value.ts';
import { lexiconOf } from '../vocabulary/lexicon.ts';
import { joinKeys } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { implicitValue, writtenValue } from './figure-value.ts';
import { isOfAnyKind } from './partial.ts';
import { listedParts } from './patterns/listed-parts.ts';
import type { Chunk } from './reading/chunk.ts';
import { coordinatesAfter } from './reading/coordination.ts';
import { type Reading, wordsOf } from './reading/reading.ts';
import { gradeOf, hasGrades, isGraded, isOfDead } from './severity.ts';
import { type Counted, readCounted } from './subject.ts';

/** A stated part is a little less sure than its whole: the link between them is read too. */
const LOSS = 0.08;
/** … and less sure still when the part has no number. */
const IMPLICIT_LOSS = 0.12;
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
 * Stated parts: "including three who were waiting for aid", "20 of whom", "three of them children", "among them a
 * child and two women". A part without a verb of its own takes its whole's predicate; one that has a verb is only
 * linked.
 */
export function linkSubsets(reading: Reading, drafts: readonly Draft[], vocabulary: Vocabulary): Draft[] {
  if (drafts.length === 0) return [];
  const found = [...drafts];
  for (const { chunk, joined } of partsOf(reading)) {
    const own = found.find((draft) => draft.chunk === chunk);
    const whole = wholeOf(found, chunk);
    if (!whole || (isGraded(reading, chunk) && !isOfGrade(reading, chunk, whole, vocabulary))) continue;
    // "1,974 killed, including 127 children, and 9,384 wounded": what follows is no part.
    if (own && joined && own.predicate !== whole.predicate) continue;
    if (own) own.partOf = whole;
    else {
      const parts = partDraft(reading, chunk, whole, vocabulary);
      reading.recorder?.draw('subset', parts);
      found.push(...parts);
    }
  }
  linkOfThe(reading, found);
  found.push(...placedParts(reading, found, vocabulary));
  for (const draft of found) draft.partOf ??= surrounding(draft, found);
  return found.filter((draft) => !isOfAnyKind(draft)).sort((a, b) => a.valueSpan[0] - b.valueSpan[0]);
}

const isOfGrade = (reading: Reading, chunk: Chunk, whole: Draft, vocabulary: Vocabulary): boolean =>
  hasGrades(whole, vocabulary) || gradeOf(reading, chunk, whole, vocabulary) !== null;

/** How far behind "of the 40 injured" its part may stand: "of the 40 people injured in the crash, three died". */
const ASIDE = 8;

/** "Of the 40 injured, | three died": the number behind the comma is a part of the one that opens the sentence. */
function linkOfThe({ tokens, chunkOf }: Reading, drafts: readonly Draft[]): void {
  if (tokens[0]?.lower !== 'of' || !/^(?:the|those|these|some|about)$/.test(tokens[1]?.lower ?? '')) return;
  const whole = drafts.find(({ chunk, quantity }) => chunk !== null && quantity !== null && chunk.first <= 2);
  const from = whole?.chunk?.last ?? tokens.length;
  for (let i = from + 1; i < tokens.length && i - from <= ASIDE; i += 1) {
    if (tokens[i]?.text !== ',') continue;
    const part = drafts.find(({ chunk }) => chunk !== null && chunk === chunkOf[i + 1]);
    if (whole && part?.quantity && part.chunk?.head === null) part.partOf ??= whole;
    return;
  }
}

const LAST_WORDS = distinct(MARKS.map((mark) => mark.split(' ').at(-1) ?? ''));
const FIRST_WORDS = distinct(MARKS.map((mark) => mark.split(' ')[0] ?? ''));

/** The last word before a phrase; before the comma of "of those, | 15,201". */
const endOfMark = (tokens: Reading['tokens'], { first }: Chunk): number =>
  tokens[first - 1]?.text === ',' && tokens[first - 3]?.lower === 'of' ? first - 2 : first - 1;

/** Whether the word before a phrase can end a mark, or the word behind it begin one. */
function mayBePart(reading: Reading, chunk: Chunk): boolean {
  const { tokens } = reading;
  const before = tokens[endOfMark(tokens, chunk)]?.lower;
  if (before !== undefined && LAST_WORDS.some((word) => before.endsWith(word))) return true;
  const after = chunk.head === null ? tokens[chunk.last + 1]?.lower : undefined;
  if (isGraded(reading, chunk)) return true;
  return after !== undefined && FIRST_WORDS.some((word) => after.startsWith(word));
}

/** The phrases that are marked as parts, with those joined to them by "and". */
function partsOf(reading: Reading): { chunk: Chunk; joined: boolean }[] {
  const marked = new Map<Chunk, boolean>();
  for (const chunk of reading.chunks) {
    if (!mayBePart(reading, chunk)) continue;
    const mark = endOfMark(reading.tokens, chunk);
    const before = wordsOf(reading, Math.max(0, mark - 1), Math.max(0, mark)).toLowerCase();
    const last = Math.min(reading.tokens.length - 1, chunk.last + 2);
    const after = chunk.head === null ? wordsOf(reading, chunk.last + 1, last).toLowerCase() : '';
    const opens = chunk.first > 0 && MARKS.some((mark) => before.endsWith(mark));
    const follows = MARKS.some((mark) => after.startsWith(mark)) || isGraded(reading, chunk);
    if (!opens && !follows) continue;
    marked.set(chunk, false);
    for (const other of opens ? coordinatesAfter(reading, chunk) : [])
      marked.set(other, marked.get(other) ?? true);
  }
  return [...marked].map(([chunk, joined]) => ({ chunk, joined }));
}

/** "Twelve died — one in Acadia Parish, two in Bossier": a figure split into places, none of which it is smaller than. */
function placedParts(reading: Reading, drafts: readonly Draft[], vocabulary: Vocabulary): Draft[] {
  const listed = listedParts(reading).filter(({ chunk }) => !drafts.some((draft) => draft.chunk === chunk));
  const [first] = listed;
  const whole = first && wholeOf(drafts, first.chunk);
  const sum = listed.reduce((total, { chunk }) => total + (chunk.quantity?.nominal ?? 0), 0);
  if (!whole?.predicate?.additive || sum > (whole.value.halo?.high ?? Number.POSITIVE_INFINITY)) return [];
  // The nearest place to the whole is that of its first part.
  const { scope } = whole;
  if (listed.some(({ place }) => place === scope.place))
    whole.scope = { ...scope, place: null, provenance: { ...scope.provenance, place: 'unknown' } };
  return listed.flatMap(({ chunk, place }) =>
    partDraft(reading, chunk, whole, vocabulary).map((part) => ({
      ...part,
      scope: { ...part.scope, place, provenance: { ...part.scope.provenance, place: 'explicit' as const } },
    })),
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

/** "Six civilians were among at least 22 people killed", "of the 31 dead, 12 were children": the whole stands beside. */
function surrounding(draft: Draft, drafts: readonly Draft[]): Draft | null {
  const { chunk, predicate } = draft;
  if (!draft.partial || chunk === null) return null;
  const wholes = drafts.filter(
    (other) => other.chunk !== null && other.predicate === predicate && !other.partial && other.quantity,
  );
  const behind = wholes.find((other) => other.chunk && other.chunk.first > chunk.last);
  return behind ?? wholes.findLast((other) => other.chunk && other.chunk.last < chunk.first) ?? null;
}

/** A phrase as a part of a whole, with its predicate, time and place; nothing where it counts nobody. */
export function partDraft(reading: Reading, chunk: Chunk, whole: Draft, vocabulary: Vocabulary): Draft[] {
  const counted = readCounted(reading, chunk, vocabulary);
  const described = counted.person === 'bare' ? behind(reading, chunk, vocabulary) : counted.population;
  const population = joinKeys([whole.scope.population, described].flatMap((key) => key?.split('+') ?? []));
  const value = partValue(reading, chunk, whole, counted);
  if (!value) return [];
  const { quantity } = chunk;
  const grade = gradeOf(reading, chunk, whole, vocabulary);
  const span = [reading.tokens[chunk.first]?.start ?? 0, reading.tokens[chunk.last]?.end ?? 0] as const;
  return [
    {
      ...whole,
      predicate: grade ?? whole.predicate,
      reading,
      subject: counted.person === 'bare' ? whole.subject : { text: counted.text, key: counted.key },
      value,
      quantity,
      chunk,
      scope: {
        ...whole.scope,
        population,
        provenance: { ...whole.scope.provenance, population: 'explicit' },
      },
      rule: `${grade ? `${grade.id}/graded` : whole.rule}/part${quantity ? '' : '/implicit'}`,
      confidence: Math.max(0.05, whole.confidence - LOSS - (quantity ? 0 : IMPLICIT_LOSS)),
      partOf: grade && isOfDead(grade) ? null : whole,
      evidence: [chunk.first, Math.min(reading.tokens.length - 1, endOfPhrase(reading, chunk))],
      valueSpan: quantity ? [quantity.start, quantity.end] : span,
    },
  ];
}

/** A written count, or one person that is named without a number. */
function partValue(reading: Reading, chunk: Chunk, { predicate }: Draft, counted: Counted): Value | null {
  if (chunk.quantity) return chunk.quantity.role === 'count' ? writtenValue(chunk.quantity, predicate) : null;
  if (!predicate?.implicit || counted.person !== 'yes' || counted.plural) return null;
  return implicitValue(wordsOf(reading, chunk.first, chunk.last), 1, predicate);
}

/** Who a bare number counts, said behind it: "three of them children", "three who were waiting for aid". */
function behind(reading: Reading, chunk: Chunk, vocabulary: Vocabulary): string | null {
  // "775 confirmed and 65 probable cases": what stands behind the next number is of that one.
  const next = reading.chunks.find((other) => other.first > chunk.last && other.quantity !== null);
  const last = Math.min(endOfPhrase(reading, chunk), (next?.first ?? Number.POSITIVE_INFINITY) - 1);
  const nodes = lexiconOf(vocabulary.populations).find(reading.tokens, chunk.last + 1, last);
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
