import { gather } from '../../each-as.ts';
import type { Sentence, Token } from '../../sentence/sentence.ts';
import type { AttributionKind } from '../../vocabulary/cues.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { AttributionMention, Mention, NameMention, Span } from '../mention.ts';
import { personOffices } from './chain/person-offices.ts';
import { relaysOf } from './chain/relays.ts';
import { resolveSource } from './chain/resolve-source.ts';
import type { SourceNode } from './chain/source-node.ts';

/** A source in a chain; the shape of a claim’s attribution node. */
export interface ChainNode {
  readonly name: string;
  readonly key: string;
  readonly kind: AttributionKind;
  /** For whom a person speaks, as the article words it. */
  readonly office?: string;
}

export interface Chain {
  /** From the source nearest to the outlet to the deepest one; empty: the outlet’s own voice. */
  readonly chain: ChainNode[];
  /** Key of the deepest named source; null when none is named. */
  readonly origin: string | null;
  /** The attributions that reach over the span, outermost first. */
  readonly attributions: AttributionMention[];
}

interface Reach {
  readonly mention: AttributionMention;
  readonly content: Span;
  readonly nodes: readonly SourceNode[];
}

/** Who said what in a document, ready to be asked for any span of it. */
export interface SourceIndex {
  /** By the start of their content. */
  readonly reaches: readonly Reach[];
  /** Length of the longest content: nothing that begins earlier than this before a span reaches over it. */
  readonly longest: number;
}

/** Resolves every source of a document once: names, "it", "the ministry", "he". Linear in text and mentions. */
export function readSources(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): SourceIndex {
  const names = mentions.filter((mention): mention is NameMention => mention.kind === 'name');
  const places = new Set(gather(mentions, (mention) => (mention.kind === 'place' ? [mention.key] : [])));
  const reaches: Reach[] = [];
  const spoken: SourceNode[] = [];
  const offices = personOffices(sentences, names, vocabulary);
  const context = { names, places, spoken, offices, vocabulary, isSure: false };
  const sure = { ...context, isSure: true };
  const cursor = walk(sentences);
  for (const mention of mentions) {
    if (mention.kind !== 'attribution') continue;
    const tokens = cursor(mention.start);
    const source =
      mention.source === null
        ? []
        : resolveSource(tokens, mention.source, mention.verb === 'according' ? sure : context);
    const nodes = [...relaysOf(tokens, mention, context), ...source];
    spoken.push(...source);
    if (spoken.length > 60) spoken.splice(0, 20);
    if (mention.content !== null) reaches.push({ mention, content: mention.content, nodes });
  }
  reaches.sort((a, b) => a.content.start - b.content.start);
  const longest = reaches.reduce((most, { content }) => Math.max(most, content.end - content.start), 0);
  return { reaches, longest };
}

/** The tokens of the sentence at an offset; offsets must not go back. */
function walk(sentences: readonly Sentence[]): (offset: number) => readonly Token[] {
  let at = 0;
  return (offset) => {
    while (at + 1 < sentences.length && (sentences[at]?.end ?? 0) <= offset) at += 1;
    return sentences[at]?.tokens ?? [];
  };
}

function near({ reaches, longest }: SourceIndex, span: Span): readonly Reach[] {
  const first = firstAt(reaches, span.start - longest);
  return reaches.slice(first, firstAt(reaches, span.start + 1));
}

/** Index of the first content that starts at an offset or behind it. */
function firstAt(reaches: readonly Reach[], offset: number): number {
  let low = 0;
  let high = reaches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reaches[middle]?.content.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Who plans something or vouches for nothing does not state it. */
const reports = ({ stance }: AttributionMention): boolean => stance !== 'plans' && stance !== 'doubts';

/**
 * From whom the words of a span come: "AFP cited diplomatic sources saying …" gives AFP, then the sources.
 * Repeated nodes are given once. The widest content is nearest to the outlet.
 */
export function chainFor(index: SourceIndex, span: Span): Chain {
  const over = near(index, span)
    .filter(
      ({ mention, content }) => content.start <= span.start && span.end <= content.end && reports(mention),
    )
    .sort(
      (a, b) =>
        b.content.end - b.content.start - (a.content.end - a.content.start) ||
        a.mention.start - b.mention.start,
    );
  const found: SourceNode[] = [];
  for (const { nodes } of over) {
    for (const node of nodes) if (!found.some((known) => known.key === node.key)) found.push(node);
  }
  const named = found.filter((node) => node.kind !== 'anonymous' && node.kind !== 'witness');
  // "The investigation shows …, police said": the police, whose investigation it is.
  const origin = (named.findLast(({ isText }) => !isText) ?? named.at(-1))?.key ?? null;
  const chain = found.map(({ name, key, kind, office }) =>
    office === undefined ? { name, key, kind } : { name, key, kind, office },
  );
  return { chain, origin, attributions: over.map(({ mention }) => mention) };
}
