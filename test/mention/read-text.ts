import type { Document } from '../../src/document/document.ts';
import { annotateAttributions } from '../../src/mention/annotators/attribution.ts';
import { type Chain, chainFor, readSources } from '../../src/mention/annotators/attribution-chain.ts';
import { annotateNames } from '../../src/mention/annotators/name.ts';
import { annotateAllPlaces } from '../../src/mention/annotators/place.ts';
import { annotateDocumentTimes } from '../../src/mention/annotators/time/context.ts';
import type { AttributionMention, NameMention, PlaceMention } from '../../src/mention/mention.ts';
import type { Sentence } from '../../src/sentence/sentence.ts';
import { splitSentences } from '../../src/sentence/split-sentences.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

export const vocabulary = loadVocabulary();

const asDocument = (text: string): Document => ({
  id: 'doc_1',
  outlet: 'o',
  topic: 't',
  url: null,
  title: null,
  publishedAt: '2025-10-07T12:00:00Z',
  zone: 'UTC',
  language: 'en',
  source: 'text',
  text,
  blocks: [{ kind: 'body', start: 0, end: text.length, language: 'en' }],
  fingerprint: [],
});

export const sentencesOf = (text: string): Sentence[] => splitSentences(asDocument(text));

interface ReadText {
  readonly places: PlaceMention[];
  readonly names: NameMention[];
  readonly attributions: AttributionMention[];
  /** The chain for the first place in which these words stand. */
  readonly chain: (words: string) => Chain;
}

/** Runs the annotators of times, names, places and attributions over a text. */
export function readText(text: string): ReadText {
  const sentences = sentencesOf(text);
  const places = annotateAllPlaces(sentences, vocabulary);
  const names = annotateNames(sentences, vocabulary, places);
  const times = annotateDocumentTimes(sentences, asDocument(text), vocabulary);
  const attributions = annotateAttributions(sentences, [...times, ...places, ...names], vocabulary);
  const mentions = [...places, ...names, ...attributions].sort((a, b) => a.start - b.start);
  const index = readSources(sentences, mentions, vocabulary);
  const chain = (words: string): Chain => {
    const start = text.indexOf(words);
    if (start === -1) throw new Error(`"${words}" does not stand in the text`);
    return chainFor(index, { start, end: start + words.length });
  };
  return { places, names, attributions, chain };
}

/** "source | cue | content" of each attribution. */
export const saidIn = (text: string): string[] =>
  readText(text).attributions.map(({ cue, source, content }) =>
    [source, cue, content].map((span) => (span ? text.slice(span.start, span.end) : '–')).join(' | '),
  );

/** "Al Jazeera (outlet) > sources (anonymous)" for the words, and the origin. */
export function chainOf(text: string, words: string): string {
  const { chain, origin } = readText(text).chain(words);
  return `${chain.map((node) => `${node.key} ${node.kind}`).join(' > ') || 'own voice'} → ${origin}`;
}
