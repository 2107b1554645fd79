import type { Chunk } from '../reading/chunk.ts';
import { headLemma, type Reading, tokenAt } from '../reading/reading.ts';
import { isBareCount } from './gapped.ts';
import type { Own } from './pattern.ts';

const STOPS = new Set(';:.!?');

/** How far behind a figure the word may stand that sets another against it, and how far behind that the other. */
const REACH = 10;
const SPAN = 12;
const AGAINST = new Set(['while', 'but', 'whereas', 'although', 'though', ';']);
/** "police put it at", "said that only": what may stand between the verb and its figure. */
const BETWEEN =
  /^(?:that|only|just|there|were|was|had|been|it|them|the|figure|number|turnout|crowd|toll|total|at|of)$/;
const ANYBODY = new Set(['', 'people', 'person', 'participant']);

/** "Organisers put the crowd at 50,000, while police | estimated 12,000": what another voice says of the same. */
export function rivalsAfter(reading: Reading, last: Chunk, end: number): [Chunk, Own][] {
  if (last.quantity?.role !== 'count') return [];
  const told = voicedAfter(reading, end) ?? toldOtherwise(reading, end);
  if (told) return [[told, { at: told.first, rival: true }]];
  const from = contrastAfter(reading, end);
  const { tokens, words } = reading;
  for (let i = from ?? tokens.length; i < tokens.length && i - (from ?? 0) <= SPAN; i += 1) {
    const numbered = reading.chunkOf[i]?.quantity != null;
    if (!numbered && tokens[i]?.pos !== 'VERB') continue;
    // "police | estimated 12,000": the verb is taken for a word that loosens the number.
    const says = words.voice.giving.has(tokens[i]?.lemma ?? '');
    const chunk = says ? figureAt(reading, numbered ? i : behind(tokens, i)) : null;
    return chunk ? [[chunk, { at: chunk.first, rival: true }]] : [];
  }
  return [];
}

/** "counted 30,000 demonstrators and the unions | 245,000": a number that the sentence gives to another voice. */
function voicedAfter({ tokens, chunkOf, attributions }: Reading, end: number): Chunk | null {
  const from = tokens[end]?.end ?? 0;
  const voice = attributions.find(
    ({ verb, text, content }) => verb === ':' && text !== ':' && content && content.start >= from,
  );
  const at = voice?.content ? tokenAt(tokens, voice.content.start) : -1;
  const chunk = chunkOf[at] ?? null;
  return chunk && at - end <= SPAN && isBareCount(chunk) ? chunk : null;
}

/** "marched according to the prefecture, | 160,000 according to the unions": the next figure has a voice of its own. */
function toldOtherwise({ tokens, chunkOf }: Reading, end: number): Chunk | null {
  let voiced = false;
  for (let i = end + 1; i < tokens.length && i - end <= SPAN; i += 1) {
    const token = tokens[i];
    if (!token || STOPS.has(token.text) || token.pos === 'VERB') {
      if (token?.lower !== 'according') return null;
      voiced = true;
    }
    const chunk = chunkOf[i];
    if (!chunk?.quantity || chunk.first !== i) continue;
    const joined = /^(?:,|and|but)$/.test(tokens[i - 1]?.lower ?? '');
    return voiced && joined && isBareCount(chunk) && tokens[chunk.last + 1]?.lower === 'according'
      ? chunk
      : null;
  }
  return null;
}

/** The word that sets what follows against a figure, unless another figure comes first. */
function contrastAfter({ tokens, chunkOf }: Reading, end: number): number | null {
  for (let i = end + 1; i < tokens.length && i - end <= REACH; i += 1) {
    if (chunkOf[i]?.quantity) return null;
    if (AGAINST.has(tokens[i]?.lower ?? '')) return i;
  }
  return null;
}

function behind(tokens: Reading['tokens'], verb: number): number {
  let i = verb + 1;
  while (i - verb <= 5 && BETWEEN.test(tokens[i]?.lower ?? '')) i += 1;
  return i;
}

/** A number that ends its clause: what follows it would be said of it. */
function figureAt(reading: Reading, at: number): Chunk | null {
  const chunk = reading.chunkOf[at] ?? null;
  const quantity = chunk?.quantity;
  if (!chunk || chunk.first !== at || quantity?.role !== 'count' || quantity.unit !== null) return null;
  const next = reading.tokens[chunk.last + 1];
  const alone = ANYBODY.has(headLemma(reading, chunk));
  return alone && (next === undefined || next.pos === 'PUNCT') ? chunk : null;
}
