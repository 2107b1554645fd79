import { slug } from '../../identity.ts';
import { isNumber } from '../../sentence/forms.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

/** How far into a bracket a figure may stand, in words. */
const REACH = 12;

/**
 * "Katwa (29 cases and 22 deaths), Beni (16 cases)": the place before the bracket in which token `at` stands. A name that
 * nobody lists is one where the sentence speaks of zones or of towns in that way. Null where it stands in no such bracket.
 */
export function bracketedPlace(reading: Reading, at: number): string | null {
  const { tokens, places, names, words } = reading;
  const open = bracketAround(tokens, at);
  const last = tokens[open - 1];
  if (open < 1 || !last || !isNumber(tokens[open + 1])) return null;
  const place = places.find(({ end, adjective }) => end === last.end && !adjective);
  if (place) return place.key;
  const speaksOfPlaces =
    tokens.slice(0, open).some((token) => words.scene.kinds.has(nounLemma(token))) ||
    places.some(({ end }) => tokens[tokenAt(tokens, end)]?.text === '(');
  if (last.pos !== 'PROPN' || !speaksOfPlaces) return null;
  const name = names.find(({ end }) => end === last.end);
  const first = name ? tokenAt(tokens, name.start) : open - 1;
  return slug(reading.document.text.slice(tokens[first]?.start, last.end));
}

/** The bracket that is open at a token; -1 where none is. */
function bracketAround(tokens: Reading['tokens'], at: number): number {
  for (let i = at; i >= 0 && at - i <= REACH; i -= 1) {
    if (tokens[i]?.text === ')') return -1;
    if (tokens[i]?.text === '(') return i;
  }
  return -1;
}
