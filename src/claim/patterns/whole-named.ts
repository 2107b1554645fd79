import type { QuantityMention } from '../../mention/mention.ts';
import type { Chunk } from '../reading/chunk.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import type { Match } from './pattern.ts';

/** How far behind a noun the verb of a clause about it may stand: "the 303 pupils | who had been abducted". */
const CLAUSE = 5;
const wholes = new WeakMap<Chunk, Chunk>();

/**
 * "Fifty of the 303 pupils | abducted from a school | have escaped", "101 of the 110 girls | they seized": what only
 * names the people is told of all of them.
 * @returns the phrase with the number of the whole; the phrase itself where it is told of the part
 */
export function ofWhole(reading: Reading, match: Match, chunk: Chunk): Chunk {
  if (chunk.quantity?.role !== 'fraction' || !isNaming(reading, match, chunk)) return chunk;
  const known = wholes.get(chunk);
  if (known) return known;
  const quantity = wholeOf(reading, chunk.quantity);
  const whole = quantity ? { ...chunk, quantity } : chunk;
  wholes.set(chunk, whole);
  return whole;
}

/** Whether a trigger stands in a clause or participle about the noun right before it. */
function isNaming(reading: Reading, { hit, pattern }: Match, { last }: Chunk): boolean {
  if (hit.first <= last || hit.first - last > CLAUSE) return false;
  if (pattern === 'active') return true;
  const next = reading.tokens[last + 1]?.lower ?? '';
  if (/^(?:who|that|which|whom)$/.test(next)) return true;
  return pattern === 'participle' && hit.first === last + 1 && isToldMore(reading, hit.last);
}

/** "25 of 38 hospitals destroyed" tells it of the 25: of them nothing else is told. */
function isToldMore({ tokens }: Reading, last: number): boolean {
  // "one of the three men shot | and killed | was …"
  const joined = tokens[last + 1]?.lower === 'and' && tokens[last + 2]?.pos === 'VERB' ? 2 : 0;
  for (let i = last + 1 + joined; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || /^[,;:.!?–—]$/u.test(token.text) || token.pos === 'CCONJ') return false;
    if (token.pos === 'AUX') return true;
    if (token.pos === 'VERB' && tokens[i - 1]?.pos !== 'ADP' && !token.lower.endsWith('ing')) return true;
  }
  return false;
}

/** The number behind "of", on its own. */
function wholeOf({ tokens }: Reading, quantity: QuantityMention): QuantityMention | null {
  const { denominator, unit, end } = quantity;
  const number = tokens[tokenAt(tokens, end - 1)];
  if (denominator === null || unit !== null || !number) return null;
  const inDigits = Number(number.text.replaceAll(',', '')) === denominator;
  if (!inDigits && denominator > MOST_IN_A_WORD) return null;
  return {
    ...quantity,
    start: number.start,
    end: number.end,
    text: number.text,
    nominal: denominator,
    low: denominator,
    high: denominator,
    hedge: 'bare',
    role: 'count',
    denominator: null,
    numberStart: number.start,
    numberEnd: number.end,
  };
}

/** Numbers up to here are one word. */
const MOST_IN_A_WORD = 20;

/**
 * "One | of those who died | was a nurse", "six of the people who were hurt": of all of them that many are told of, and
 * the clause says nothing of how many there were.
 */
export function isOneOfThose({ tokens }: Reading, { hit }: Match, { quantity, first, last }: Chunk): boolean {
  if (quantity?.role !== 'count') return false;
  let of = first + 1;
  while (of <= last && tokens[of]?.lower !== 'of') of += 1;
  if (tokens[of]?.lower !== 'of' || !/^(?:those|the)$/.test(tokens[of + 1]?.lower ?? '')) return false;
  const who = tokens[of + 2]?.lower === 'who' ? of + 2 : of + 3;
  if (tokens[who]?.lower !== 'who' || hit.first <= who) return false;
  return tokens.slice(who + 1, hit.first).every(({ pos }) => pos === 'AUX' || pos === 'ADV');
}
