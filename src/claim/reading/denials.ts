import type { AttributionMention, Mention } from '../../mention/mention.ts';

/** What somebody denies who does not deny that it happened: "any role in", "hitting". */
const PART =
  /^\s*(?:(?:any|all|having|had|its|their)\s+)*(?:responsibility|involvement|role|part|blame|culpability|complicity|wrongdoing|knowledge|hitting|targeting|striking|bombing|shelling|attacking|killing|carrying out|being)\b/i;

const deniesOwnPart = (text: string, mention: Mention): mention is AttributionMention =>
  mention.kind === 'attribution' &&
  mention.stance === 'denies' &&
  PART.test(text.slice(mention.cue.end, mention.cue.end + 60));

/**
 * Mentions without the denials of one's own part: "the coalition denied responsibility for a strike that killed 38" says
 * of nobody that he lives, and the 38 are not the coalition's.
 */
export const withoutDenialsOfPart = (text: string, mentions: readonly Mention[]): readonly Mention[] =>
  mentions.some((mention) => deniesOwnPart(text, mention))
    ? mentions.filter((mention) => !deniesOwnPart(text, mention))
    : mentions;
