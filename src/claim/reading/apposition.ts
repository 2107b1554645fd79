import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Chunk } from './chunk.ts';
import type { Reading } from './reading.ts';

/**
 * A list of people without the phrases that only say who one of them is: "Jane Roe, a graduate and athlete", "her
 * daughter, Jane Roe", "senator and candidate Jane Roe" are one person each.
 */
export function withoutAppositions(reading: Reading, list: readonly Chunk[]): readonly Chunk[] {
  if (list.length < 2) return list;
  const kept: Chunk[] = [];
  let described = false;
  list.forEach((chunk, i) => {
    const before = list[i - 1];
    const next = list[i + 1];
    described =
      before !== undefined &&
      ((described && isBare(reading, chunk)) ||
        (isBesideComma(reading, before, chunk) && describes(reading, before, chunk)));
    const title = next !== undefined && isBare(reading, chunk) && isTitled(reading, next);
    if (!described && !title && !namesCounted(list, i)) kept.push(chunk);
  });
  return kept.length > 0 ? kept : list;
}

/** "Two brothers, John Doe, 21, and James Doe, 23": as many names as were counted say who they are. */
function namesCounted(list: readonly Chunk[], i: number): boolean {
  const [counted, ...names] = list;
  return i > 0 && names.length === counted?.quantity?.nominal && names.every(isPerson);
}

const isBesideComma = ({ tokens }: Reading, before: Chunk, chunk: Chunk): boolean =>
  chunk.first === before.last + 2 && tokens[before.last + 1]?.text === ',';

/** "Jane Roe | a nurse", "Jane Roe | senator"; "her daughter | Jane Roe". */
function describes(reading: Reading, before: Chunk, chunk: Chunk): boolean {
  if (before.quantity || chunk.quantity) return false;
  if (isPerson(before)) {
    const article = /^(?:an?|the)$/.test(chunk.determiner ?? '');
    return !isPerson(chunk) && (article ? isSingular(reading, chunk) : isBare(reading, chunk));
  }
  if (chunk.determiner !== null || !isSingular(reading, before)) return false;
  if (before.determiner !== null && isPerson(chunk)) return true;
  // "rebel leader, Mahjur, and one other": a lone name that nobody knows, shut in by commas.
  const lone = chunk.name !== null && chunk.name.type !== 'organisation' && chunk.first === chunk.last;
  return lone && before.name === null && reading.tokens[chunk.last + 1]?.text === ',';
}

const isPerson = (chunk: Chunk): boolean => chunk.name?.type === 'person';

function isSingular({ tokens }: Reading, chunk: Chunk): boolean {
  const head = chunk.head === null ? undefined : tokens[chunk.head];
  return head !== undefined && nounLemma(head) === head.lower;
}

/** "senator", "presidential hopeful": a noun for one person, without an article. */
const isBare = (reading: Reading, chunk: Chunk): boolean =>
  chunk.determiner === null && chunk.quantity === null && chunk.name === null && isSingular(reading, chunk);

/** "candidate Jane Roe": a name behind a noun of its own phrase. */
function isTitled({ tokens }: Reading, chunk: Chunk): boolean {
  const opens = tokens[chunk.first];
  return isPerson(chunk) && chunk.determiner === null && /^(?:NOUN|ADJ)$/.test(opens?.pos ?? '');
}
