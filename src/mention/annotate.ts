import type { Document } from '../document/document.ts';
import type { Sentence } from '../sentence/sentence.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { annotateAttributions } from './annotators/attribution.ts';
import { annotateNames } from './annotators/name.ts';
import { nameCapitals } from './annotators/place/capitals.ts';
import { nameSites } from './annotators/place/sites.ts';
import { addUnlistedPlaces } from './annotators/place/unlisted-places.ts';
import { annotateAllPlaces } from './annotators/place.ts';
import { annotateQuantities } from './annotators/quantity.ts';
import { annotateDocumentTimes } from './annotators/time/context.ts';
import type { Mention } from './mention.ts';

/** All mentions of a document, in text order; of two that start together the longer one comes first. */
export function annotate(
  sentences: readonly Sentence[],
  document: Document,
  vocabulary: Vocabulary,
): Mention[] {
  const listed = annotateAllPlaces(sentences, vocabulary);
  const times = annotateDocumentTimes(sentences, document, vocabulary);
  const names = annotateNames(sentences, vocabulary, listed);
  const taken = [...times, ...names.filter((name) => name.type !== 'other')];
  const places = addUnlistedPlaces(sentences, listed, taken, vocabulary);
  const found: Mention[] = [];
  for (const sentence of sentences)
    for (const one of annotateQuantities(sentence, vocabulary, document.text, document.language))
      found.push(one);
  for (const more of [times, places, names]) for (const one of more) found.push(one);
  const attributions = annotateAttributions(sentences, found, vocabulary);
  const sites = nameSites(sentences, nameCapitals(sentences, places, vocabulary), vocabulary);
  const all = sites === places ? found : [...found.filter(({ kind }) => kind !== 'place'), ...sites];
  return [...all, ...attributions].sort((a, b) => a.start - b.start || b.end - a.end);
}
