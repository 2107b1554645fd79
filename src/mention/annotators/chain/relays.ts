import type { Token } from '../../../sentence/sentence.ts';
import type { AttributionMention } from '../../mention.ts';
import { phraseAfter } from '../attribution/phrase.ts';
import { resolveSource } from './resolve-source.ts';
import type { SourceContext, SourceNode } from './source-node.ts';

/**
 * Outlets and agencies through which a source speaks: "an official told the Associated Press",
 * "sources cited by Al Jazeera". They stand nearer to the outlet than the source.
 */
export function relaysOf(
  tokens: readonly Token[],
  mention: AttributionMention,
  context: SourceContext,
): SourceNode[] {
  const cue = tokens.findIndex((token) => token.end >= mention.cue.end);
  const found: SourceNode[] = [];
  if (mention.verb === 'tell' || mention.verb === 'inform')
    found.push(...addressee(tokens, cue + 1, context));
  const after =
    mention.source === null ? -1 : tokens.findIndex((token) => token.end >= (mention.source?.end ?? 0));
  for (let i = Math.max(0, after - 8); after >= 0 && i <= after + 3 && i < tokens.length; i += 1) {
    if (context.vocabulary.words.voice.relayed.has(tokens[i]?.lower ?? '') && tokens[i + 1]?.lower === 'by')
      found.push(...mediaAt(tokens, i + 2, context));
  }
  return found;
}

function addressee(tokens: readonly Token[], at: number, context: SourceContext): SourceNode[] {
  return mediaAt(tokens, at, context);
}

function mediaAt(tokens: readonly Token[], at: number, context: SourceContext): SourceNode[] {
  const run = phraseAfter(tokens, at);
  const first = run && tokens[run.from];
  const last = run && tokens[run.to];
  if (!first || !last) return [];
  const nodes = resolveSource(tokens, { start: first.start, end: last.end }, context);
  return nodes.filter((node) => node.kind === 'agency' || node.kind === 'outlet');
}
