import type { Chunk } from '../reading/chunk.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

/** "173 deaths in Bohol, 12 in Cebu and one in Siquijor": how many further places a figure may be split into. */
const MOST = 12;
export const PLACING = /^(?:in|at|from|near|on)$/;

/**
 * Bare numbers that follow a counted phrase, each with a place of its own: they count what it counts, elsewhere.
 * @param last token with which the phrase and its trigger end
 */
export function gappedAfter(reading: Reading, last: number): Chunk[] {
  const { tokens, chunkOf } = reading;
  const found: Chunk[] = [];
  for (let i = placeAfter(reading, last); i !== null && found.length < MOST; ) {
    let next = i + 1;
    const from = next;
    while (next - from < 2 && /^(?:,|;|and)$/.test(tokens[next]?.lower ?? '')) next += 1;
    const chunk = chunkOf[next] ?? null;
    if (next === from || !chunk || chunk.first !== next) break;
    if (!isBareCount(chunk)) break;
    i = placeAfter(reading, chunk.last);
    // "and one in Siquijor was hurt": a verb of its own tells something else.
    if (i === null || /^(?:VERB|AUX)$/.test(tokens[i + 1]?.pos ?? '')) break;
    found.push(chunk);
  }
  return found;
}

export const isBareCount = ({ head, quantity }: Chunk): boolean =>
  head === null && (quantity?.role === 'count' || quantity?.role === 'unknown') && quantity.unit === null;

/** How far behind a verb another number may share it. */
const REACH = 12;
const ENDS = new Set([';', ':', '.', '!', '?']);

/** "Two died at the scene | and one later in hospital": bare numbers that share the verb, at a later time. */
export function laterAfter({ tokens, chunkOf }: Reading, last: number): Chunk[] {
  for (let i = last + 1; i < tokens.length && i - last <= REACH; i += 1) {
    const pos = tokens[i]?.pos;
    if (pos === 'VERB' || pos === 'AUX' || ENDS.has(tokens[i]?.text ?? '')) return [];
    const chunk = tokens[i]?.lower === 'and' ? (chunkOf[i + 1] ?? null) : null;
    if (!chunk || !isBareCount(chunk)) continue;
    const next = tokens[chunk.last + 2];
    const later = tokens[chunk.last + 1]?.lower === 'later';
    return later && (next?.pos === 'ADP' || next?.pos === 'PUNCT') ? [chunk] : [];
  }
  return [];
}

/** Those of coordinated phrases that have a place of their own: "killed 12 people in Kabul, five in Herat". */
export const placedAmong = (reading: Reading, counted: readonly Chunk[]): Chunk[] =>
  counted.filter((chunk, i) => i > 0 && isBareCount(chunk) && placeAfter(reading, chunk.last) !== null);

/** "40 were in Onna, a hamlet of 300 people, | and 162 in Rome": over what is said of the place before. */
export function placedLater(reading: Reading, last: number): Chunk[] {
  const { tokens, chunkOf } = reading;
  const found: Chunk[] = [];
  for (let i = last + 1; i < tokens.length && found.length < MOST; i += 1) {
    if (/^(?:VERB|AUX)$/.test(tokens[i]?.pos ?? '') || ENDS.has(tokens[i]?.text ?? '')) break;
    const chunk = /^(?:,|and)$/.test(tokens[i]?.lower ?? '') ? (chunkOf[i + 1] ?? null) : null;
    if (chunk && isBareCount(chunk) && placeAfter(reading, chunk.last) !== null) found.push(chunk);
  }
  return found;
}

/** The last token of the place that is told right behind a token; null where none is. */
export function placeAfter({ tokens, places }: Reading, last: number): number | null {
  if (!PLACING.test(tokens[last + 1]?.lower ?? '')) return null;
  const from = tokens[last + 2];
  const named =
    from &&
    places.find(
      ({ start, adjective }) =>
        !adjective && start >= from.start && start <= (tokens[last + 4]?.start ?? Number.POSITIVE_INFINITY),
    );
  return named ? tokenAt(tokens, named.end) - 1 : null;
}
