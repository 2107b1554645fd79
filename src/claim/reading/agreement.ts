import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Chunk } from './chunk.ts';
import type { Reading } from './reading.ts';

/** How far before the verb its plural subject may stand, in tokens. */
const REACH = 20;

/** "two men in a car | who were": the verb tells one from several. */
export function agrees({ tokens }: Reading, { head, quantity }: Chunk, verb: string): boolean {
  const noun = head === null ? undefined : tokens[head];
  const one = quantity ? quantity.nominal === 1 : noun !== undefined && nounLemma(noun) === noun.lower;
  if (/^(?:was|is|has)$/.test(verb)) return one;
  return !/^(?:were|are|have)$/.test(verb) || !one;
}

/**
 * "Four men | coming from a meal to honor a friend | were shot": where the nearest phrase is one thing and the verb is
 * of several, the number before it is the subject, unless a verb of its own or a comma stands between.
 */
export function pluralInstead(reading: Reading, found: Chunk[], verb: number): Chunk[] {
  const { tokens, chunkOf } = reading;
  const [only] = found;
  const lone = found.length === 1 && only?.quantity === null && /^an?$/.test(only.determiner ?? '');
  if (!only || !lone || agrees(reading, only, tokens[verb]?.lower ?? '')) return found;
  for (let i = only.first - 1; i >= 0 && verb - i <= REACH; i -= 1) {
    const chunk = chunkOf[i];
    if (chunk?.quantity?.role === 'count' && (chunk.quantity.nominal ?? 2) > 1) return [chunk];
    const token = tokens[i];
    const free =
      /^(?:their|his|her|its)$/.test(token?.lower ?? '') ||
      (token?.pos === 'VERB' && (token.lower.endsWith('ing') || tokens[i - 1]?.lower === 'to'));
    if (!free && /^(?:VERB|AUX|PUNCT|SCONJ|CCONJ|PRON)$/.test(token?.pos ?? '')) return found;
  }
  return found;
}
