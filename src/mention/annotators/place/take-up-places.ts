import type { Sentence } from '../../../sentence/sentence.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { PlaceMention } from '../../mention.ts';
import { textOf } from '../text-of.ts';

/**
 * Adds "the enclave", "the city" as the last place of that kind named before; `places` are in text order.
 * Where no such place was named, the words mean nothing here.
 */
export function takeUpPlaces(
  sentences: readonly Sentence[],
  places: readonly PlaceMention[],
  vocabulary: Vocabulary,
): PlaceMention[] {
  const result: PlaceMention[] = [];
  const last = new Map<string, string>();
  let at = 0;
  const upTo = (offset: number): void => {
    for (let place = places[at]; place !== undefined && place.start < offset; place = places[at]) {
      const level = vocabulary.places.level(place.key);
      if (level !== null && !place.adjective) last.set(level, place.key);
      result.push(place);
      at += 1;
    }
  };
  for (const { tokens } of sentences) {
    for (let i = 0; i + 1 < tokens.length; i += 1) {
      const first = tokens[i];
      if (first?.lower !== 'the') continue;
      const noun = tokens[i + 1];
      if (noun === undefined || tokens[i + 2]?.lower === 'of') continue;
      const level = vocabulary.placeWords.get(noun.lower);
      if (level === undefined || /^(NOUN|PROPN)$/u.test(tokens[i + 2]?.pos ?? '')) continue;
      upTo(first.start);
      const key = last.get(level);
      if (key === undefined) continue;
      const text = textOf(tokens, i, i + 1);
      result.push({ kind: 'place', start: first.start, end: noun.end, text, key, adjective: false });
    }
  }
  upTo(Number.POSITIVE_INFINITY);
  return result;
}
