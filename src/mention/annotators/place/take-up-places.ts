import type { Sentence } from '../../../sentence/sentence.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { PlaceMention } from '../../mention.ts';
import { textOf } from '../text-of.ts';

/** So many places of a kind before the last one may be meant, where that is too large for the word. */
const REACH = 3;

/**
 * Adds "the enclave", "the city" as the last place of that kind named before; `found` are in text order.
 * Where no such place was named, the words mean nothing here.
 */
export function takeUpPlaces(
  sentences: readonly Sentence[],
  found: readonly PlaceMention[],
  vocabulary: Vocabulary,
): PlaceMention[] {
  const { places } = vocabulary;
  const result: PlaceMention[] = [];
  const last = new Map<string, readonly string[]>();
  let at = 0;
  const upTo = (offset: number): void => {
    for (let place = found[at]; place !== undefined && place.start < offset; place = found[at]) {
      const level = places.level(place.key);
      if (level !== null && !place.adjective)
        last.set(level, [place.key, ...(last.get(level) ?? []).slice(0, REACH)]);
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
      const word = vocabulary.placeWords.get(noun.lower);
      if (word === undefined || /^(NOUN|PROPN)$/u.test(tokens[i + 2]?.pos ?? '')) continue;
      upTo(first.start);
      const key = last.get(word.level)?.find((one) => places.size(one) <= word.most);
      if (key === undefined) continue;
      const text = textOf(tokens, i, i + 1);
      result.push({ kind: 'place', start: first.start, end: noun.end, text, key, adjective: false });
    }
  }
  upTo(Number.POSITIVE_INFINITY);
  return result;
}
