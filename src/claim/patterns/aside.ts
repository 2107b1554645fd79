import { startsUpper } from '../../letters.ts';
import type { Token } from '../../sentence/sentence.ts';

/** The longest clause about a noun that is passed over, in tokens. */
const LONGEST = 16;

/**
 * The token with which a sentence goes on behind a noun: over its short form in brackets and over a clause about it
 * between commas, and over the auxiliary of its verb. "The price index (CPI) | rose", "core inflation, which leaves out
 * food, | rose", "sales, excluding cars, have | fallen".
 */
export function behindAside(tokens: readonly Token[], noun: number): number {
  const next = behindClauses(tokens, noun);
  const verb = tokens[next]?.pos === 'AUX' && AUXILIARY.test(tokens[next]?.lower ?? '');
  return verb && tokens[next + 1]?.pos === 'VERB' ? next + 1 : next;
}

const AUXILIARY = /^(?:have|has|had|will|would|may|might|could)$/;

function behindClauses(tokens: readonly Token[], noun: number): number {
  const mark = tokens[noun + 1]?.text;
  if (mark === '(') {
    const short = tokens[noun + 2];
    return short && startsUpper(short.text) && tokens[noun + 3]?.text === ')' ? noun + 4 : noun + 1;
  }
  const clause = mark === ',' && /^(?:which|excluding|including)$/.test(tokens[noun + 2]?.lower ?? '');
  return clause ? behindClause(tokens, noun + 2) : noun + 1;
}

function behindClause(tokens: readonly Token[], which: number): number {
  for (let i = which + 1; i < tokens.length && i - which <= LONGEST; i += 1) {
    if (tokens[i]?.text === ',') return i + 1;
    if (/^[;:.!?]$/.test(tokens[i]?.text ?? '')) break;
  }
  return which - 1;
}
