import type { Claim } from './claim.ts';

const NEGATION =
  /\b(?:not|never|no|none|nobody|without|reject\w*|refus\w*|den(?:y|ies|ied|ying))\b|n[’']t\b/i;

/** The words that carry the value, with their negation: "did not agree to a pause", never "agree to a pause". */
export function saidWords(claim: Pick<Claim, 'value' | 'evidence' | 'polarity'>): string {
  const { value, evidence, polarity } = claim;
  const words = value.text || evidence.quote;
  if (polarity === 'affirmed') return words;
  const { quote, start, valueStart, valueEnd } = evidence;
  const marked = quote.slice(Math.max(0, valueStart - start), Math.max(0, valueEnd - start));
  return [marked, words].find((each) => NEGATION.test(each)) ?? `not ${words}`;
}
