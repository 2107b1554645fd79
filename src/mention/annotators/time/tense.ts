import type { Token } from '../../../sentence/sentence.ts';
import type { Times } from '../../../vocabulary/times.ts';
import type { Direction } from './reading.ts';

const REACH = 25;
const BREAK = /^[;:“”"()—]$/;
const isVerb = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';
const isPerfect = (token: Token | undefined): boolean => token?.lower === 'have' || token?.lower === '’ve';

const LOOSE = new Set(['ADV', 'AUX', 'PART']);
const IS = /^(is|are|am|'s|’s|'re|’re)$/;

/** Where the modal or the "to" before a verb puts it; null when neither stands there. */
function readLead(tokens: readonly Token[], i: number, times: Times): Direction | null {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const token = tokens[k];
    if (!token) break;
    if (times.modals.has(token.lower)) return tokens.slice(k, i).some(isPerfect) ? 'past' : 'future';
    if (token.lower === 'to') return readInfinitive(tokens, k, times);
    if (!LOOSE.has(token.pos)) break;
  }
  return null;
}

/** "opens Monday", "is meeting Monday": the present told of a day lies ahead. */
function isPresent(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.lower.endsWith('ing')) return IS.test(tokens[i - 1]?.lower ?? '');
  return token.pos === 'VERB' && token.lower.endsWith('s') && token.lower !== token.lemma;
}

/** What a verb says about the side on which its day lies. */
function readVerb(tokens: readonly Token[], i: number, times: Times, headline: boolean): Direction {
  const lower = tokens[i]?.lower ?? '';
  if (times.modals.has(lower)) return tokens.slice(i + 1, i + 3).some(isPerfect) ? 'past' : 'future';
  const lead = readLead(tokens, i, times);
  if (lead) return lead;
  if (times.ahead.has(lower) && !isVerb(tokens[i + 1])) return 'future';
  return !headline && isPresent(tokens, i) ? 'future' : 'past';
}

/** "expected to arrive" lies ahead, "failed to arrive" does not. */
function readInfinitive(tokens: readonly Token[], to: number, times: Times): Direction {
  for (let k = to - 1; k >= Math.max(0, to - 4); k--) {
    const token = tokens[k];
    if (token && (times.intents.has(token.lower) || times.intents.has(token.lemma))) return 'future';
    if (token?.pos === 'VERB') return 'past';
  }
  return 'past';
}

/**
 * The side on which the clause around tokens [from, to) lies: the nearest verb before it decides,
 * else the nearest one behind it; null when there is none.
 */
export function readTense(
  tokens: readonly Token[],
  from: number,
  to: number,
  times: Times,
  headline: boolean,
): Direction | null {
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    const token = tokens[i];
    if (!token || BREAK.test(token.text)) break;
    if (times.ahead.has(token.lower) && from - i <= 3) return 'future';
    if (isVerb(token)) return readVerb(tokens, i, times, headline);
  }
  for (let i = to; i < Math.min(tokens.length, to + REACH); i++) {
    const token = tokens[i];
    if (!token || BREAK.test(token.text)) break;
    if (isVerb(token)) return readVerb(tokens, i, times, headline);
  }
  return null;
}
