import { startsUpper } from '../../letters.ts';
import type { Token } from '../../sentence/sentence.ts';

/** The longest clause about a noun that is passed over, in tokens. */
const LONGEST = 16;

/**
 * The token with which a sentence goes on behind a noun: over its short form in brackets and over a clause about it
 * between commas. "The price index (CPI) | rose", "core inflation, which leaves out food, | rose".
 */
export function behindAside(tokens: readonly Token[], noun: number): number {
  const mark = tokens[noun + 1]?.text;
  if (mark === '(') {
    const short = tokens[noun + 2];
    return short && startsUpper(short.text) && tokens[noun + 3]?.text === ')' ? noun + 4 : noun + 1;
  }
  return mark === ',' && tokens[noun + 2]?.lower === 'which' ? behindClause(tokens, noun + 2) : noun + 1;
}

function behindClause(tokens: readonly Token[], which: number): number {
  for (let i = which + 1; i < tokens.length && i - which <= LONGEST; i += 1) {
    if (tokens[i]?.text === ',') return i + 1;
    if (/^[;:.!?]$/.test(tokens[i]?.text ?? '')) break;
  }
  return which - 1;
}
