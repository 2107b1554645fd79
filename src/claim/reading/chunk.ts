import type { NameMention, PlaceMention, QuantityMention } from '../../mention/mention.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { triggersOf } from '../patterns/triggers.ts';

/** A noun phrase without what follows its head: "at least ten Palestinians", "the 48 Israeli captives", "362". */
export interface Chunk {
  /** Index of the first and of the last token, both included. */
  readonly first: number;
  readonly last: number;
  /** Index of the head noun; null when the number stands alone ("362 detained", "20 of whom"). */
  readonly head: number | null;
  readonly quantity: QuantityMention | null;
  /** First token behind the number and its hedge; `first` when there is no number. */
  readonly wordsFrom: number;
  readonly determiner: string | null;
  readonly name: NameMention | null;
}

const VAGUE_PLURAL =
  /^(?:dozens|scores|tens|hundreds|thousands|millions|billions|lakhs|crores|couple|lots|majority|half|quarter|third|thirds|handful|number)$/;
const NOMINAL = new Set(['NOUN', 'PROPN']);
const INSIDE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'SYM']);

interface Marks {
  quantityAt: (QuantityMention | null)[];
  nameAt: (NameMention | null)[];
  placeAt: boolean[];
}

/** Cuts the noun phrases out of a sentence, from left to right, in one pass. */
export function chunkTokens(
  tokens: readonly Token[],
  quantities: readonly QuantityMention[],
  names: readonly NameMention[],
  places: readonly PlaceMention[],
  vocabulary: Vocabulary,
): Chunk[] {
  const endings = triggersOf(vocabulary).afterNumber;
  const marks: Marks = {
    quantityAt: cover(
      tokens,
      quantities.filter((quantity) => quantity.role !== 'date-part'),
    ),
    nameAt: cover(tokens, names),
    placeAt: cover(tokens, places).map((place) => place !== null),
  };
  const chunks: Chunk[] = [];
  for (let i = 0; i < tokens.length; ) {
    const chunk = readChunk(tokens, i, marks, endings);
    if (chunk) chunks.push(chunk);
    i = chunk ? chunk.last + 1 : i + 1;
  }
  return chunks;
}

function cover<T extends { start: number; end: number }>(
  tokens: readonly Token[],
  spans: readonly T[],
): (T | null)[] {
  const marks: (T | null)[] = tokens.map(() => null);
  let i = 0;
  for (const span of spans) {
    while (i < tokens.length && (tokens[i]?.end ?? 0) <= span.start) i += 1;
    for (let j = i; j < tokens.length && (tokens[j]?.start ?? 0) < span.end; j += 1) marks[j] = span;
  }
  return marks;
}

/** The chunk that starts at token `from`, or null. */
function readChunk(
  tokens: readonly Token[],
  from: number,
  marks: Marks,
  endings: ReadonlySet<string>,
): Chunk | null {
  let i = from;
  let determiner: string | null = null;
  while (i < tokens.length && isOpener(tokens[i]) && !marks.quantityAt[i]) {
    determiner = tokens[i]?.lower ?? null;
    i += 1;
  }
  // "an estimated 200", "the latest 48": words between the article and the number belong to the phrase.
  let ahead = i;
  while (ahead - i < 3 && !marks.quantityAt[ahead] && /^(?:ADJ|VERB|ADV)$/.test(tokens[ahead]?.pos ?? ''))
    ahead += 1;
  if (determiner !== null && marks.quantityAt[ahead]) i = ahead;
  const quantity = marks.quantityAt[i] ?? null;
  while (quantity && marks.quantityAt[i] === quantity) i += 1;
  const numberEnd = i;
  let wordsFrom = i;
  if (quantity && tokens[i]?.lower === 'of' && joinsBehindOf(tokens, i, marks)) {
    i += 1;
    while (i < tokens.length && isOpener(tokens[i])) i += 1;
    wordsFrom = i;
  }
  const head = readHead(tokens, i, marks, endings, quantity !== null && wordsFrom === numberEnd);
  if (!head && !quantity) return null;
  const last = head ? head.last : numberEnd - 1;
  return {
    first: from,
    last,
    head: head?.head ?? null,
    quantity,
    wordsFrom: head ? (quantity ? wordsFrom : i) : last + 1,
    determiner,
    name: head ? (marks.nameAt[head.head] ?? null) : null,
  };
}

const isOpener = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.pos === 'DET' || /^(?:his|her|their|its|our|my|your|another|other|all|both)$/.test(token.lower));

/** "dozens of people" and "two of the victims" are one phrase; "25 of whom" and "a rise of five" are not. */
function joinsBehindOf(tokens: readonly Token[], of: number, marks: Marks): boolean {
  const next = tokens[of + 1];
  if (!next || next.pos === 'PRON' || marks.quantityAt[of + 1]) return false;
  return VAGUE_PLURAL.test(tokens[of - 1]?.lower ?? '') || isOpener(next);
}

function readHead(
  tokens: readonly Token[],
  from: number,
  marks: Marks,
  endings: ReadonlySet<string>,
  afterNumber: boolean,
): { head: number; last: number } | null {
  let head: number | null = null;
  let last = from - 1;
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token || (marks.quantityAt[i] && i > from)) break;
    if (i === from && afterNumber && endings.has(token.lower) && !NOMINAL.has(next?.pos ?? '')) break;
    if (marks.nameAt[i] && marks.nameAt[i] === marks.nameAt[head ?? -1]) {
      head = i;
      last = i;
    } else if (INSIDE.has(token.pos) || marks.placeAt[i]) {
      if (NOMINAL.has(token.pos) || marks.placeAt[i]) head = i;
      last = i;
    } else if (!isInner(tokens, i, from, head)) break;
  }
  return head === null ? null : { head, last: Math.max(head, trimmed(tokens, head, last)) };
}

/** What may stand inside a noun phrase beside nouns and adjectives: ’s, glued hyphens, a participle before the head. */
function isInner(tokens: readonly Token[], i: number, from: number, head: number | null): boolean {
  const token = tokens[i];
  const previous = tokens[i - 1];
  const next = tokens[i + 1];
  if (!token || !next) return false;
  if (token.pos === 'PART' && /^[’']s?$/.test(token.lower))
    return head !== null && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.pos);
  if (/^[-–/&]$/.test(token.text))
    return i > from && previous?.end === token.start && token.end === next.start;
  const glued = previous !== undefined && /^[-–]$/.test(previous.text) && previous.end === token.start;
  if (token.pos === 'VERB')
    return (
      glued || (/(?:ed|ing|en)$/.test(token.lower) && head === null && /^(?:NOUN|PROPN|ADJ)$/.test(next.pos))
    );
  return (
    glued || (token.pos === 'ADV' && head === null && next.pos === 'ADJ') || (token.pos === 'ADP' && glued)
  );
}

/** A phrase does not end on an adjective that belongs to what follows ("six people dead"). */
function trimmed(tokens: readonly Token[], head: number, last: number): number {
  let end = last;
  while (end > head && !NOMINAL.has(tokens[end]?.pos ?? '')) end -= 1;
  return end;
}
