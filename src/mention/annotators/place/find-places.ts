import { startsLetter, startsUpper } from '../../../letters.ts';
import type { Sentence, Token } from '../../../sentence/sentence.ts';
import type { Words } from '../../../vocabulary/words.ts';
import { type PlaceIndex, type PlaceName, wordsInName } from './place-index.ts';

/** A place name in a sentence, before it is decided which place it is, and whether it is one. */
export interface Candidate {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  readonly names: readonly PlaceName[];
  /** "in", "near", "city of" before it, a province or country behind it. */
  readonly located: boolean;
  /** Part of a longer run of capitals that reads like a person or a body. */
  readonly insideName: boolean;
  /** "province", "governorate" behind it. */
  readonly region: boolean;
}

const LOCATIVE = new Set(
  'in near at from to outside around inside across into toward towards throughout over through via within between northwest northeast southwest southeast north south east west off'.split(
    ' ',
  ),
);
const MODIFIERS = new Set(
  'northern southern eastern western central north south east west greater rural northeastern northwestern southeastern southwestern northeast northwest southeast southwest downtown upper lower mainland the old'.split(
    ' ',
  ),
);

const isUpper = (token: Token | undefined): boolean => token !== undefined && startsUpper(token.text);

/** Every run of words that is the name of a place, longest first, never overlapping. */
export function findPlaces(sentence: Sentence, index: PlaceIndex, { scene }: Words): Candidate[] {
  const { tokens } = sentence;
  const found: Candidate[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    // "US$36,576" names a currency.
    const hit = isUpper(tokens[i]) && !tokens[i]?.text.endsWith('$') ? longestAt(tokens, i, index) : null;
    if (hit === null) continue;
    found.push({
      sentence,
      from: i,
      to: hit.to,
      names: hit.names,
      located: isLocated(tokens, i, hit.to, found.at(-1), scene),
      insideName: isInsideName(tokens, i, hit.to, index, scene),
      region: scene.regions.has(tokens[hit.to + 1]?.lower ?? ''),
    });
    i = hit.to;
  }
  return found;
}

interface Hit {
  readonly to: number;
  readonly names: PlaceName[];
}

function longestAt(tokens: readonly Token[], i: number, index: PlaceIndex): Hit | null {
  const first = tokens[i];
  const beginning = first && index.at(first);
  if (!beginning) return null;
  const { head, inner, goesOn, rows } = beginning;
  const second = goesOn ? (inner ?? wordsInName(nextWord(tokens, i))[0]) : undefined;
  const long = second === undefined ? null : longestOf(tokens, i, index.get(`${head} ${second}`));
  return long ?? longestOf(tokens, i, rows);
}

/** The next token that is no hyphen, apostrophe or point. */
function nextWord(tokens: readonly Token[], i: number): string {
  let at = i + 1;
  while (at - i < 4 && JOINTS.has(tokens[at]?.text ?? '')) at += 1;
  return tokens[at]?.text ?? '';
}

const JOINTS = new Set("-’'.");

function longestOf(tokens: readonly Token[], i: number, rows: readonly PlaceName[] | undefined): Hit | null {
  let best: Hit | null = null;
  for (const row of rows ?? []) {
    if (best !== null && row.words.length < (best.names[0]?.words.length ?? 0)) break;
    const to = matches(tokens, i, row);
    if (to === -1) continue;
    if (best === null) best = { to, names: [row] };
    else best.names.push(row);
  }
  return best;
}

/** Index of the last token of `row` when it stands at `i`, else -1. */
function matches(tokens: readonly Token[], i: number, row: PlaceName): number {
  if (row.exact !== null) return tokens[i]?.text.replace(/[^\p{L}]/gu, '') === row.exact ? i : -1;
  let word = 0;
  let last = -1;
  for (let at = i; at < tokens.length && word < row.words.length && at - i < 12; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (JOINTS.has(token.text)) continue;
    for (const part of wordsInName(token.text)) {
      if (part !== row.words[word]) return -1;
      word += 1;
    }
    last = at;
  }
  return word === row.words.length ? last : -1;
}

function isLocated(
  tokens: readonly Token[],
  from: number,
  to: number,
  before: Candidate | undefined,
  scene: Words['scene'],
): boolean {
  let i = from - 1;
  while (i >= 0 && MODIFIERS.has(tokens[i]?.lower ?? '')) i -= 1;
  const left = tokens[i];
  if (left !== undefined && LOCATIVE.has(left.lower)) return true;
  if (left?.lower === 'of' && scene.kinds.has(tokens[i - 1]?.lower ?? '')) return true;
  if (scene.kinds.has(left?.lower ?? '') && i === from - 1) return true;
  if (scene.grounds.has(tokens[to + 1]?.lower ?? '') || namesEvent(tokens, to, scene)) return true;
  if (tokens[to + 1]?.text === ':' && from === 0) return true;
  const listed =
    before !== undefined && before.to >= from - 2 && /^(,|and|or)$/u.test(tokens[from - 1]?.lower ?? '');
  return listed && before.located && !/^(VERB|AUX|PART)$/u.test(tokens[to + 1]?.pos ?? '');
}

/** Whether a happening stands right behind a name, or behind one more word. */
const namesEvent = (tokens: readonly Token[], to: number, { events }: Words['scene']): boolean =>
  [tokens[to + 1], tokens[to + 2]].some(
    (token, i) =>
      token !== undefined &&
      events.has(token.lower) &&
      (i === 0 || /^(?:NOUN|PROPN|ADJ)$/.test(tokens[to + 1]?.pos ?? '')),
  );

const TITLE_LIKE =
  /^(president|minister|king|ministry|army|government|military|police|forces|prime|foreign|defense|defence)$/u;

function isInsideName(
  tokens: readonly Token[],
  from: number,
  to: number,
  index: PlaceIndex,
  scene: Words['scene'],
): boolean {
  const left = tokens[from - 1];
  const right = tokens[to + 1];
  const open = (token: Token | undefined): boolean =>
    token !== undefined &&
    isUpper(token) &&
    startsLetter(token.text) &&
    !index.has(token.lower) &&
    !MODIFIERS.has(token.lower) &&
    !scene.grounds.has(token.lower) &&
    !TITLE_LIKE.test(token.lower);
  const leftOpen = from > 1 ? open(left) : open(left) && left?.pos === 'PROPN';
  return leftOpen || open(right);
}
