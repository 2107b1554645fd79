import type { Document } from '../../document/document.ts';
import { readSources, type SourceIndex } from '../../mention/annotators/attribution-chain.ts';
import type {
  AttributionMention,
  Mention,
  NameMention,
  PlaceMention,
  QuantityMention,
  TimeMention,
} from '../../mention/mention.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Sentence, Token } from '../../sentence/sentence.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Words } from '../../vocabulary/words.ts';
import { findTriggers, type TriggerHit } from '../patterns/triggers.ts';
import type { Recorder } from '../trace/recorder.ts';
import { type Chunk, chunkTokens } from './chunk.ts';
import { withoutDenialsOfPart } from './denials.ts';

/** One sentence laid out for the patterns: its tokens, its mentions by kind, its noun phrases. */
export interface Reading {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly quantities: readonly QuantityMention[];
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  readonly names: readonly NameMention[];
  readonly attributions: readonly AttributionMention[];
  /** Who said what in the whole document. */
  readonly sources: SourceIndex;
  readonly chunks: readonly Chunk[];
  /** For each token the chunk that it stands in. */
  readonly chunkOf: readonly (Chunk | null)[];
  /** The words of the vocabulary that can take a figure. */
  readonly triggers: readonly TriggerHit[];
  /** Classes of words that rules ask for. */
  readonly words: Words;
  /** Where decisions are written down; null when nobody asks. */
  readonly recorder: Recorder | null;
}

/** Lays out every sentence of a document. Mentions must be in text order. */
export function readSentences(
  document: Document,
  sentences: readonly Sentence[],
  given: readonly Mention[],
  vocabulary: Vocabulary,
  recorder: Recorder | null = null,
): Reading[] {
  const mentions = withoutDenialsOfPart(document.text, given, vocabulary.words);
  const sources = readSources(sentences, mentions, vocabulary);
  let next = 0;
  return sentences.map((sentence) => {
    const mine: Mention[] = [];
    for (; next < mentions.length; next += 1) {
      const mention = mentions[next];
      if (!mention || mention.start >= sentence.end) break;
      if (mention.start >= sentence.start) mine.push(mention);
    }
    return layOut(document, sentence, mine, sources, vocabulary, recorder);
  });
}

function layOut(
  document: Document,
  sentence: Sentence,
  mentions: Mention[],
  sources: SourceIndex,
  vocabulary: Vocabulary,
  recorder: Recorder | null,
): Reading {
  const {
    quantity: quantities,
    name: names,
    place: places,
    time: times,
    attribution: attributions,
  } = byKind(mentions);
  const { words } = vocabulary;
  let phrases: readonly Chunk[] | null = null;
  const cut = (): readonly Chunk[] => {
    phrases ??= chunkTokens(sentence.tokens, quantities, names, places, times, vocabulary);
    return phrases;
  };
  return new LaidOut(
    { document, sentence, quantities, times, places, names, attributions, sources, words, recorder },
    findTriggers(sentence.tokens, vocabulary),
    cut,
  );
}

type Given = Omit<Reading, 'tokens' | 'chunks' | 'chunkOf' | 'triggers'>;

/** A sentence whose noun phrases are cut when something asks for them: three in ten never are. */
class LaidOut implements Reading {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly quantities: readonly QuantityMention[];
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  readonly names: readonly NameMention[];
  readonly attributions: readonly AttributionMention[];
  readonly sources: SourceIndex;
  readonly triggers: readonly TriggerHit[];
  readonly words: Words;
  readonly recorder: Recorder | null;
  private readonly cut: () => readonly Chunk[];
  private byToken: readonly (Chunk | null)[] | null = null;

  constructor(given: Given, triggers: readonly TriggerHit[], cut: () => readonly Chunk[]) {
    this.document = given.document;
    this.sentence = given.sentence;
    this.tokens = given.sentence.tokens;
    this.quantities = given.quantities;
    this.times = given.times;
    this.places = given.places;
    this.names = given.names;
    this.attributions = given.attributions;
    this.sources = given.sources;
    this.words = given.words;
    this.recorder = given.recorder;
    this.triggers = triggers;
    this.cut = cut;
  }

  get chunks(): readonly Chunk[] {
    return this.cut();
  }

  get chunkOf(): readonly (Chunk | null)[] {
    this.byToken ??= chunksByToken(this.cut(), this.tokens.length);
    return this.byToken;
  }
}

function chunksByToken(chunks: readonly Chunk[], length: number): readonly (Chunk | null)[] {
  const byToken = new Array<Chunk | null>(length).fill(null);
  for (const chunk of chunks) byToken.fill(chunk, chunk.first, chunk.last + 1);
  return byToken;
}

type ByKind = { [K in Mention['kind']]: Extract<Mention, { kind: K }>[] };

function byKind(mentions: readonly Mention[]): ByKind {
  const sorted: ByKind = { quantity: [], time: [], place: [], name: [], attribution: [] };
  for (const mention of mentions) (sorted[mention.kind] as Mention[]).push(mention);
  return sorted;
}

/** Singular of the noun that heads a phrase; empty for a bare number. */
export function headLemma(reading: Reading, chunk: Chunk): string {
  const head = chunk.head === null ? undefined : reading.tokens[chunk.head];
  return head ? nounLemma(head) : '';
}

/** Index of the first token that ends after `offset`; the number of tokens when there is none. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The document's words from token `first` to token `last`, both included. */
export const wordsOf = (reading: Reading, first: number, last: number): string =>
  reading.document.text.slice(reading.tokens[first]?.start ?? 0, reading.tokens[last]?.end ?? 0);

/** The innermost attribution whose content holds token `at`, or null: the outlet speaks for itself. */
export function attributionFor(reading: Reading, at: number): AttributionMention | null {
  const offset = reading.tokens[at]?.start ?? 0;
  const holding = reading.attributions.filter(
    ({ content }) => content !== null && content.start <= offset && offset < content.end,
  );
  const size = (mention: AttributionMention): number =>
    mention.content ? mention.content.end - mention.content.start : 0;
  return holding.sort((a, b) => size(a) - size(b))[0] ?? null;
}
