import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import type { Chunk } from './reading/chunk.ts';
import type { Reading } from './reading/reading.ts';
import { readCounted } from './subject.ts';
import { partDraft } from './subsets.ts';

/** How far behind the whole its comma may stand: "of the 40 people injured in the crash,". */
const ASIDE = 8;
/** How many words may name the whole behind a number: "twenty | of those killed | were children". */
const WHOLE = 5;
const BE = /^(?:were|was|are|is)$/;

/**
 * The kinds of a list that another pattern reads only the beginning of, if that: "Of the 154 dead, 98 were women and 56
 * men", "twenty of the dead were children and 12 were women".
 * @param own what the sentence gives otherwise
 */
export function furtherKinds(reading: Reading, own: readonly Draft[], vocabulary: Vocabulary): Draft[] {
  if (reading.quantities.length === 0) return [];
  const whole = wholeOf(reading, own);
  const some = own.find(({ rule, chunk }) => rule.endsWith('/some-of') && chunk?.quantity);
  const from = whole?.at ?? some?.chunk?.first;
  const base = whole?.draft ?? some;
  if (from === undefined || !base) return [];
  const kinds = kindsFrom(reading, from, vocabulary);
  if (kinds.length < 2) return [];
  return kinds
    .filter((chunk) => !own.some((draft) => draft.chunk === chunk))
    .flatMap((chunk) =>
      whole ? partDraft(reading, chunk, base, vocabulary) : besides(reading, chunk, base, vocabulary),
    );
}

/** "Of the 154 dead, | 98": all that the sentence opens with, and where the list begins. */
function wholeOf({ tokens }: Reading, own: readonly Draft[]): { draft: Draft; at: number } | null {
  if (tokens[0]?.lower !== 'of' || tokens[1]?.lower !== 'the') return null;
  const draft = own.find(
    ({ chunk, quantity, partOf, partial, predicate }) =>
      predicate?.unit === 'person' && quantity && partOf === null && !partial && (chunk?.first ?? 9) <= 2,
  );
  const last = draft?.chunk?.last;
  if (!draft || last === undefined) return null;
  const comma = tokens.slice(last + 1, last + 1 + ASIDE).findIndex(({ text }) => text === ',');
  return comma < 0 ? null : { draft, at: last + comma + 2 };
}

/** A further part of the whole that the first one is of. */
const besides = (reading: Reading, chunk: Chunk, first: Draft, vocabulary: Vocabulary): Draft[] =>
  partDraft(reading, chunk, { ...first, scope: { ...first.scope, population: null } }, vocabulary).map(
    (part) => ({
      ...part,
      subject: { text: part.subject.text, key: part.scope.population ?? 'people' },
      partOf: first.partOf,
      partial: true,
    }),
  );

/** "98 were women | and 56 men": the numbers of a list of which each has a kind of people. */
export function kindsFrom(reading: Reading, from: number, vocabulary: Vocabulary): Chunk[] {
  const { tokens, chunkOf } = reading;
  const found: Chunk[] = [];
  for (let i = from; i < tokens.length; ) {
    const number = chunkOf[i] ?? null;
    const end = number?.quantity?.role === 'count' ? endOfKind(reading, number, vocabulary) : null;
    if (!number || end === null) break;
    found.push(number);
    i = /^[,;]$/.test(tokens[end]?.text ?? '') ? end + 1 : end;
    if (tokens[i]?.lower === 'and') i += 1;
    if (i === end) break;
  }
  return found;
}

/** The token behind the kind that a number has, as its own noun or behind "were"; null where it has none. */
function endOfKind(reading: Reading, number: Chunk, vocabulary: Vocabulary): number | null {
  const named = ({ last }: Chunk, is: boolean): number | null => (is ? last + 1 : null);
  const isKind = (chunk: Chunk): boolean => readCounted(reading, chunk, vocabulary).population !== null;
  if (number.head !== null && !isWhole(reading, number)) return named(number, isKind(number));
  let be = number.last + 1;
  while (be - number.last <= WHOLE && /^(?:of|the|those|them|NOUN|VERB|ADJ)$/.test(wordAt(reading, be)))
    be += 1;
  const kind = BE.test(reading.tokens[be]?.lower ?? '') ? (reading.chunkOf[be + 1] ?? null) : null;
  return kind && kind.quantity === null ? named(kind, isKind(kind)) : null;
}

/** "twenty of those killed": the tagger may take the whole for one phrase. */
const isWhole = ({ tokens }: Reading, { first, last }: Chunk): boolean =>
  tokens.slice(first, last + 1).some(({ lower }) => lower === 'of');

function wordAt({ tokens }: Reading, i: number): string {
  const token = tokens[i];
  return /^(?:of|the|those|them)$/.test(token?.lower ?? '') ? (token?.lower ?? '') : (token?.pos ?? '');
}
