import type { AttributionMention, Mention } from '../../mention/mention.ts';
import type { Words } from '../../vocabulary/words.ts';

/** Up to two words behind "denied", and behind whatever stands before its noun. */
const OBJECT = /^\s*(?:(?:any|all|having|had|its|their)\s+)*([a-z]+)(?:\s+([a-z]+))?/i;
/** How much of the text such words may fill. */
const REACH = 60;

function deniesOwnPart(text: string, mention: Mention, { doubt }: Words): mention is AttributionMention {
  if (mention.kind !== 'attribution' || mention.stance !== 'denies') return false;
  const [, first = '', second = ''] = OBJECT.exec(text.slice(mention.cue.end, mention.cue.end + REACH)) ?? [];
  const word = first.toLowerCase();
  return doubt.ownPart.has(word) || doubt.ownPart.has(`${word} ${second.toLowerCase()}`);
}

/**
 * Mentions without the denials of one's own part: "the coalition denied responsibility for a strike that killed 38" says
 * of nobody that he lives, and the 38 are not the coalition's.
 */
export const withoutDenialsOfPart = (
  text: string,
  mentions: readonly Mention[],
  words: Words,
): readonly Mention[] =>
  mentions.some((mention) => deniesOwnPart(text, mention, words))
    ? mentions.filter((mention) => !deniesOwnPart(text, mention, words))
    : mentions;
