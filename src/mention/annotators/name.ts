import { gather } from '../../each-as.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { NameMention, PlaceMention } from '../mention.ts';
import { assignKeys } from './name/assign-keys.ts';
import { findNames } from './name/find-names.ts';
import { annotateAllPlaces } from './place.ts';

/**
 * Persons and bodies of a document, in text order. Later short forms ("al-Ansari", "the ministry") carry the key
 * of the full name. `places` are the document's own, in text order. Linear in the number of tokens.
 */
export function annotateNames(
  sentences: readonly Sentence[],
  vocabulary: Vocabulary,
  places: readonly PlaceMention[] = annotateAllPlaces(sentences, vocabulary),
): NameMention[] {
  let at = 0;
  const found = gather(sentences, (sentence) => {
    const first = at;
    while (at < places.length && (places[at]?.start ?? 0) < sentence.end) at += 1;
    return findNames(sentence, vocabulary, places.slice(first, at));
  });
  return assignKeys(found, vocabulary);
}
