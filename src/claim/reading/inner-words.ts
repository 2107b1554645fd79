import type { Token } from '../../sentence/sentence.ts';

/** "76 measles related deaths". */
const isRelated = (tokens: readonly Token[], i: number, head: number | null): boolean =>
  head === i - 1 && tokens[i]?.lower === 'related' && tokens[i + 1]?.pos === 'NOUN';

/** "hospitalized | patients": a participle before what it describes. */
const describesNext = ({ lower }: Token, { pos }: Token): boolean =>
  /(?:ed|ing|en)$/.test(lower) && /^(?:NOUN|PROPN|ADJ)$/.test(pos);

/** What may stand inside a noun phrase beside nouns and adjectives: ’s, glued hyphens, a participle before the head. */
export const isInner = (tokens: readonly Token[], i: number, head: number | null): boolean =>
  isRelated(tokens, i, head) || isInnerWord(tokens, i, head);

const POSSESSIVE = new Set(['’', "'", '’s', "'s"]);
const GLUE = new Set('-–/&');
const HYPHEN = new Set('-–');

function isInnerWord(tokens: readonly Token[], i: number, head: number | null): boolean {
  const token = tokens[i];
  const previous = tokens[i - 1];
  const next = tokens[i + 1];
  if (!token || !next) return false;
  if (token.pos === 'PART' && POSSESSIVE.has(token.lower))
    return head !== null && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.pos);
  if (GLUE.has(token.text)) return i > 0 && previous?.end === token.start && token.end === next.start;
  const glued = previous !== undefined && HYPHEN.has(previous.text) && previous.end === token.start;
  if (token.pos === 'VERB' && token.lower !== 'including')
    return glued || (head === null && describesNext(token, next));
  // "very young", "heavily-armed"
  const hyphened = HYPHEN.has(next.text) && token.end === next.start && next.end === tokens[i + 2]?.start;
  // "76 new confirmed cases", "12 newly arrived migrants"
  const participle = next.pos === 'VERB' && next.lower.endsWith('ed') && tokens[i + 2]?.pos === 'NOUN';
  const described =
    next.pos === 'ADJ' || participle || (hyphened && /^(?:ADJ|VERB)$/.test(tokens[i + 2]?.pos ?? ''));
  return glued || (token.pos === 'ADV' && token.lower !== 'as' && head === null && described);
}
