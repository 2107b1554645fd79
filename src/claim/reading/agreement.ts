import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Chunk } from './chunk.ts';
import type { Reading } from './reading.ts';

/** How far before the verb its plural subject may stand, in tokens. */
const REACH = 20;

const PLURAL = /^(?:police|people)$/;

function isOne({ tokens }: Reading, { head, quantity }: Chunk): boolean {
  if (quantity) return quantity.nominal === 1;
  const noun = head === null ? undefined : tokens[head];
  return noun !== undefined && nounLemma(noun) === noun.lower && !PLURAL.test(noun.lower);
}

/** "two men in a car | who were": the verb tells one from several. */
export function agrees(reading: Reading, chunk: Chunk, verb: string): boolean {
  const one = isOne(reading, chunk);
  if (/^(?:was|is|has)$/.test(verb)) return one;
  return !/^(?:were|are|have)$/.test(verb) || !one;
}

/**
 * The subjects that were found, if the verb allows them. "Police confirmed that the man | was shot": no subject of "was".
 * "Four men | coming from a meal to honor a friend | were shot": where the nearest phrase is one thing and the verb is of
 * several, the number before it is the subject, unless a verb of its own or a comma stands between.
 */
export function agreeing(reading: Reading, found: Chunk[], verb: number): Chunk[] {
  const [only] = found;
  const word = reading.tokens[verb]?.lower ?? '';
  if (!only || found.length > 1 || only.quantity || only.name || agrees(reading, only, word)) return found;
  if (word === 'was') return PLURAL.test(reading.tokens[only.head ?? -1]?.lower ?? '') ? [] : found;
  return /^an?$/.test(only.determiner ?? '') ? (pluralBefore(reading, only, verb) ?? found) : found;
}

function pluralBefore({ tokens, chunkOf }: Reading, { first }: Chunk, verb: number): Chunk[] | null {
  for (let i = first - 1; i >= 0 && verb - i <= REACH; i -= 1) {
    const chunk = chunkOf[i];
    if (chunk?.quantity?.role === 'count' && (chunk.quantity.nominal ?? 2) > 1) return [chunk];
    const token = tokens[i];
    const free =
      /^(?:their|his|her|its)$/.test(token?.lower ?? '') ||
      (token?.pos === 'VERB' && (token.lower.endsWith('ing') || tokens[i - 1]?.lower === 'to'));
    if (!free && /^(?:VERB|AUX|PUNCT|SCONJ|CCONJ|PRON)$/.test(token?.pos ?? '')) return null;
  }
  return null;
}
