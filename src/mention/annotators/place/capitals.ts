import { startsUpper } from '../../../letters.ts';
import type { Sentence, Token } from '../../../sentence/sentence.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { PlaceMention } from '../../mention.ts';
import { textOf } from '../text-of.ts';

/**
 * The end of "capital" or "capital city" that begins at a token; null for "capital markets". "The Afghan capital Kabul" is
 * the capital all the same.
 */
function endOfCapital(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.lower !== 'capital') return null;
  const end = tokens[at + 1]?.lower === 'city' ? at + 1 : at;
  const next = tokens[end + 1];
  const isOther = next?.pos === 'NOUN' || (next?.pos === 'PROPN' && !startsUpper(next.text));
  return isOther ? null : end;
}

/** Where the words of a capital begin and end, of which one country is named; null where none is meant. */
function spanOf(tokens: readonly Token[], first: number, last: number): [number, number] | null {
  const owned = /^[’']s?$/u.test(tokens[last + 1]?.text ?? '') ? last + 2 : last + 1;
  const end = endOfCapital(tokens, owned);
  if (end !== null) return [first, end];
  const article = tokens[first - 1]?.lower === 'the' ? first - 2 : first - 1;
  const isOf = tokens[article]?.lower === 'of' && tokens[article - 1]?.lower === 'capital';
  return isOf ? [article - 1, last] : null;
}

/**
 * Puts the town in the place of a country whose capital is meant: "the | Afghan capital", "Lebanon’s capital", "the
 * capital of Chad". What is only like one ("the financial capital of India") stays the country’s.
 * @param places in text order
 */
export function nameCapitals(
  sentences: readonly Sentence[],
  places: readonly PlaceMention[],
  { capitals }: Vocabulary,
): readonly PlaceMention[] {
  let [at, first] = [0, 0];
  return places.map((place) => {
    const key = capitals.get(place.key);
    if (key === undefined) return place;
    while (at + 1 < sentences.length && (sentences[at]?.end ?? 0) <= place.start) [at, first] = [at + 1, 0];
    const tokens = sentences[at]?.tokens ?? [];
    while (first < tokens.length && (tokens[first]?.start ?? 0) < place.start) first += 1;
    let last = first;
    while (last + 1 < tokens.length && (tokens[last + 1]?.end ?? 0) <= place.end) last += 1;
    const span = spanOf(tokens, first, last);
    if (span === null || isLikeOne(tokens, span[0])) return place;
    const [from, to] = span;
    const [start, end] = [tokens[from]?.start ?? place.start, tokens[to]?.end ?? place.end];
    return { ...place, start, end, text: textOf(tokens, from, to), key, adjective: false };
  });
}

/** "the financial | capital of India", "the former | Kazakh capital": another town. */
const isLikeOne = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.pos === 'ADJ' &&
  !/^(?:national|current|present|new)$/.test(tokens[from - 1]?.lower ?? '');
