import { isNumber } from '../../sentence/forms.ts';
import type { Token } from '../../sentence/sentence.ts';

/** How far before a time, in words, the word stands that holds it against the present. */
const REACH = 9;
/** What ends such a phrase on the way back. */
const ENDS = /^[,;:.!?()—–]$/;
/** "from a year earlier", "on the previous month": so long before what is told. */
const BEFORE = /^(?:earlier|ago|before|previously)$/;
const LENGTH = /^(?:year|years|month|months|week|weeks|quarter|quarters|decade)$/;

/**
 * The word that holds a time against the present, where one that begins at a token is only compared with: "two fewer than
 * in | 2020", "higher than any vote except in | 1999", "compared with 3.1 % in | May", "up from 6.8 % in | July", "rose
 * 3.2 % from | a year earlier", "from the same time in | the previous year". Null where it is told of itself.
 */
export function heldAgainst(tokens: readonly Token[], first: number): number | null {
  const before = tokens[first - 1]?.lower ?? '';
  if (/^(?:from|than|over|on|with)$/.test(before) && isEarlier(tokens, first)) return first - 1;
  for (let i = first - 1; i >= 0 && first - i <= REACH; i -= 1) {
    const token = tokens[i];
    if (!token || ENDS.test(token.text)) return null;
    if (holdsAgainst(tokens, i)) return token.lower === 'than' && !isPlain(tokens, i, first) ? null : i;
    if (token.pos === 'VERB' || token.pos === 'AUX') return null;
  }
  return null;
}

/** Whether a word, with those around it, holds what follows against the present. */
function holdsAgainst(tokens: readonly Token[], i: number): boolean {
  const [before, word, behind] = [i - 1, i, i + 1].map((at) => tokens[at]?.lower ?? '');
  if (word === 'from') return /^(?:up|down|unchanged)$/.test(before ?? '') || isSame(tokens, i);
  if (/^compar(?:ed|ing)$/.test(word ?? '')) return /^(?:with|to)$/.test(behind ?? '');
  return /^(?:than|versus|vs)$/.test(word ?? '') || isSame(tokens, i);
}

/** "fewer than | in 2020", "higher than any vote in 2020"; not "more than 300 people in May". */
const isPlain = (tokens: readonly Token[], than: number, first: number): boolean =>
  than === first - 1 || !isNumber(tokens[than + 1]);

/** "a year | earlier", "12 months ago". */
const isEarlier = (tokens: readonly Token[], first: number): boolean => {
  const at = tokens.findIndex(({ lower }, i) => i > first && i - first <= 3 && BEFORE.test(lower));
  return at > first && LENGTH.test(tokens[at - 1]?.lower ?? '');
};

/** "from | the same period", "on | the same month"; not "on the same block last week". */
const isSame = (tokens: readonly Token[], i: number): boolean => {
  if (tokens[i + 2]?.lower !== 'same') return false;
  const noun = tokens[i + 3]?.lower ?? '';
  const word = tokens[i]?.lower ?? '';
  return word === 'on'
    ? /^(?:period|month|quarter|year)$/.test(noun)
    : /^(?:from|than|with|to)$/.test(word) && /^(?:time|period|day|week|month|quarter|year)$/.test(noun);
};
