import type { Token } from '../../../sentence/sentence.ts';
import type { Times } from '../../../vocabulary/times.ts';
import type { Direction } from './reading.ts';

const REACH = 25;
const BREAK = /^[;:“”"()—]$/;
const LOOSE = new Set(['ADV', 'AUX', 'PART']);
const IS = /^(is|are|am|be|was|were|'s|’s|'re|’re)$/;
const HAS_PRESENT = /^(is|are|am|'s|’s|'re|’re)$/;
const HAVE = /^(have|'ve|’ve)$/;
const NOT = /^(not|n't|n’t|never)$/;
const CONDITION = new Set(['if', 'when', 'unless', 'until', 'once', 'before']);
const SUBJECT = new Set(['NOUN', 'PROPN', 'PRON', 'ADV']);
const ADNOMINAL = new Set(['NUM', 'ADJ', 'DET']);

const isVerb = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';

/** "could not be reached Monday" was tried; "could arrive Monday" may come. */
function readModal(tokens: readonly Token[], i: number, times: Times): Direction | null {
  const modal = tokens[i]?.lower ?? '';
  const after = tokens.slice(i + 1, i + 4);
  if (times.futures.has(modal)) return after.some((t) => HAVE.test(t.lower)) ? 'past' : 'future';
  if (!times.modals.has(modal)) return null;
  return after.some((t) => HAVE.test(t.lower) || NOT.test(t.lower)) ? 'past' : 'perhaps';
}

/** "expected to arrive", "are to meet" lie ahead; "failed to arrive" does not. */
function readInfinitive(tokens: readonly Token[], to: number, times: Times): Direction {
  for (let k = to - 1; k >= Math.max(0, to - 4); k--) {
    const token = tokens[k];
    if (!token) break;
    if (times.intents.has(token.lower) || times.intents.has(token.lemma)) return 'future';
    if (k === to - 1 && IS.test(token.lower)) return 'future';
    if (token.pos === 'VERB') return readLead(tokens, k, times) ?? 'past';
  }
  return 'past';
}

/** Where the modal or the "to" before a verb puts it; null when neither stands there. */
function readLead(tokens: readonly Token[], i: number, times: Times): Direction | null {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const token = tokens[k];
    if (!token) break;
    const modal = readModal(tokens, k, times);
    if (modal) return modal;
    if (token.lower === 'to') return readInfinitive(tokens, k, times);
    if (!LOOSE.has(token.pos)) break;
  }
  return null;
}

/** "opens Monday", "is meeting Monday", "if they win in November": the present told of a day lies ahead. */
function isPresent(tokens: readonly Token[], i: number, times: Times): boolean {
  const token = tokens[i];
  if (token?.pos !== 'VERB') return false;
  if (token.lower.endsWith('ing')) return HAS_PRESENT.test(tokens[i - 1]?.lower ?? '');
  if (times.constants.has(token.lower)) return false;
  if (token.lower.endsWith('s')) return token.lower !== token.lemma;
  return token.lower === token.lemma && !token.lower.endsWith('ed') && SUBJECT.has(tokens[i - 1]?.pos ?? '');
}

/** What a verb says about the side on which its day lies. */
function readVerb(tokens: readonly Token[], i: number, times: Times, headline: boolean): Direction {
  const own = readModal(tokens, i, times) ?? readLead(tokens, i, times);
  if (own) return own;
  if (headline || !isPresent(tokens, i, times)) return 'past';
  const clause = tokens.slice(Math.max(0, i - 6), i);
  return clause.some((token) => CONDITION.has(token.lower)) ? 'future' : 'perhaps';
}

/** "scheduled for Monday", "due late Friday": ahead without a verb of its own. */
function isAnnounced(tokens: readonly Token[], from: number, times: Times): boolean {
  for (let k = from - 1; k >= Math.max(0, from - 4); k--) {
    const token = tokens[k];
    if (!token) return false;
    if (times.ahead.has(token.lower)) return true;
    if (!['ADP', 'DET', 'ADV'].includes(token.pos)) return false;
  }
  return false;
}

/**
 * The side on which the clause around tokens [from, to) lies: the nearest verb before it decides, else the nearest
 * one behind it; null when there is none. "perhaps": present tense or a soft modal, which may be either; so is
 * "the hearing is Monday".
 */
export function readTense(
  tokens: readonly Token[],
  from: number,
  to: number,
  times: Times,
  headline: boolean,
): Direction | null {
  if (isAnnounced(tokens, from, times)) return 'future';
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    const token = tokens[i];
    if (!token || BREAK.test(token.text)) break;
    if (i === from - 1 && HAS_PRESENT.test(token.lower)) return 'perhaps';
    const noun = token.pos === 'VERB' && ADNOMINAL.has(tokens[i - 1]?.pos ?? '');
    if (isVerb(token) && !noun && !times.neutral.has(token.lower))
      return readVerb(tokens, i, times, headline);
  }
  for (let i = to; i < Math.min(tokens.length, to + REACH); i++) {
    const token = tokens[i];
    if (!token || BREAK.test(token.text)) break;
    if (isVerb(token) && !times.neutral.has(token.lower)) return readVerb(tokens, i, times, headline);
  }
  return null;
}
