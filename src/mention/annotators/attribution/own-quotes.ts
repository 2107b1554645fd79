import { startsLetter } from '../../../letters.ts';
import type { Sentence } from '../../../sentence/sentence.ts';
import type { AttributionMention } from '../../mention.ts';

/** At least this part of a sentence's words stands between quotation marks. */
const QUOTED = 0.6;

function isQuoted({ tokens }: Sentence): boolean {
  let words = 0;
  let quoted = 0;
  for (const { text, inQuote } of tokens) {
    if (!startsLetter(text) && !/^\p{N}/u.test(text)) continue;
    // Outside with its first word, outside with all.
    if (words === 0 && !inQuote) return false;
    words += 1;
    if (inQuote) quoted += 1;
  }
  return words > 0 && quoted >= words * QUOTED;
}

/**
 * A speaker owns the quoted sentences of the same paragraph that name nobody else: those behind
 * (“…,” he said. “…”) and, where the cue closes the quotation, those before it.
 * `said` holds the attributions of each sentence.
 */
export function ownQuotes(
  sentences: readonly Sentence[],
  said: readonly AttributionMention[][],
): AttributionMention[][] {
  if (!sentences.some(({ tokens }) => tokens.some((token) => token.inQuote))) return [...said];
  const quoted = sentences.map(isQuoted);
  const result = said.map((mentions) => [...mentions]);
  sentences.forEach((sentence, i) => {
    const mentions = result[i] ?? [];
    const owner = ownerOf(sentence, mentions);
    if (owner?.content == null) return;
    const joinsAt = (at: number): boolean => joins(sentences, quoted, result, at, sentence.paragraph);
    let last = i;
    while (joinsAt(last + 1)) last += 1;
    let first = i;
    while (quoted[i] && joinsAt(first - 1)) first -= 1;
    const start = first < i ? sentences[first]?.start : undefined;
    const end = last > i ? sentences[last]?.end : undefined;
    const content = { start: start ?? owner.content.start, end: end ?? owner.content.end };
    mentions[mentions.indexOf(owner)] = { ...owner, content };
  });
  return result;
}

function joins(
  sentences: readonly Sentence[],
  quoted: readonly boolean[],
  said: readonly AttributionMention[][],
  i: number,
  paragraph: number,
): boolean {
  const sentence = sentences[i];
  return sentence?.paragraph === paragraph && quoted[i] === true && ownerOf(sentence, said[i] ?? []) === null;
}

/** The last attribution whose cue stands outside the quotation and whose content holds quoted words. */
function ownerOf(sentence: Sentence, mentions: readonly AttributionMention[]): AttributionMention | null {
  if (mentions.length === 0) return null;
  const spoken = sentence.tokens.filter((token) => token.inQuote);
  if (spoken.length === 0) return null;
  const open = new Set(sentence.tokens.filter((token) => !token.inQuote).map((token) => token.start));
  return (
    mentions.findLast(
      ({ cue, content }) =>
        open.has(cue.start) &&
        content !== null &&
        spoken.some((token) => token.start >= content.start && token.end <= content.end),
    ) ?? null
  );
}
