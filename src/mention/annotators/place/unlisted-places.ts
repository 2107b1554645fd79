import { gather } from '../../../each-as.ts';
import { isAsciiLetter, startsUpper } from '../../../letters.ts';
import type { Sentence, Token } from '../../../sentence/sentence.ts';
import type { PlaceTaxonomy } from '../../../vocabulary/places.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { Words } from '../../../vocabulary/words.ts';
import type { PlaceMention } from '../../mention.ts';
import { nameKey } from '../name-key.ts';
import { textOf } from '../text-of.ts';

const LOCATING = /^(?:in|near|outside|around)$/;
/** How often a name that is located once must occur in all to be taken for a place. */
const OFTEN = 2;
const LONGEST = 3;

interface Run {
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
  readonly word: string;
}

/**
 * Adds places that are in no list: the place of the dateline, "Dovrin, a town", a name that is located once and comes again.
 * From then on every mention of the name counts. `taken` are spans that are something else.
 */
export function addUnlistedPlaces(
  sentences: readonly Sentence[],
  places: readonly PlaceMention[],
  taken: readonly { start: number; end: number }[],
  { words, places: list }: Vocabulary,
): PlaceMention[] {
  const { settlements } = words.scene;
  const datelines = new Set(sentences.filter((one) => one.kind === 'dateline').map((one) => one.start));
  const others = taken.filter((span) => !datelines.has(span.start));
  const marks = markSpans(sentences.at(-1)?.end ?? 0, [...places, ...others]);
  const runs = gather(sentences, (sentence) => capitalised(sentence)).filter((run) => !isMarked(run, marks));
  if (runs.length === 0) return [...places];
  const located = new Set<string>();
  const known = new Set<string>();
  for (const run of runs) {
    if (run.sentence.kind === 'dateline' && run.first === 0) known.add(run.word);
    if (isNamedKind(run, settlements) || isTakenFrom(run, words)) known.add(run.word);
    if (LOCATING.test(run.sentence.tokens[run.first - 1]?.lower ?? '')) located.add(run.word);
  }
  const times = located.size > 0 ? countWords(sentences) : new Map<string, number>();
  for (const word of located) if ((times.get(word) ?? 0) >= OFTEN) known.add(word);
  // "in Syrias north" has lost its apostrophe.
  const owners = new Set(places.map(({ text }) => `${text.toLowerCase()}s`));
  for (const word of namedElsewhere(runs, places, list)) known.delete(word);
  const found = runs.filter(({ word }) => known.has(word) && !owners.has(word)).map(toMention);
  return found.length === 0 ? [...places] : [...places, ...found].sort((a, b) => a.start - b.start);
}

function capitalised(sentence: Sentence): Run[] {
  const { tokens } = sentence;
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (!isCapital(tokens[i])) continue;
    let last = i;
    while (last - i + 1 < LONGEST && isCapital(tokens[last + 1])) last += 1;
    if (!isCapital(tokens[last + 1])) {
      let word = tokens[i]?.lower ?? '';
      for (let j = i + 1; j <= last; j += 1) word += ` ${tokens[j]?.lower ?? ''}`;
      runs.push({ sentence, first: i, last, word });
    }
    i = last;
  }
  return runs;
}

const isCapital = (token: Token | undefined): boolean =>
  token?.pos === 'PROPN' && startsUpper(token.text) && isWritten(token.text);

/** Letters, apostrophes and hyphens behind the first letter, one at least. */
function isWritten(text: string): boolean {
  for (let i = 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 127) return /^\p{Lu}[\p{L}’'-]+$/u.test(text);
    if (!isAsciiLetter(code) && code !== 39 && code !== 45) return false;
  }
  return text.length > 1;
}

/** "In Dovrin, a town 20 kilometres to the west", "the city of Qamishli", "Saraqib district". */
function isNamedKind({ sentence: { tokens }, first, last }: Run, kinds: ReadonlySet<string>): boolean {
  if (tokens[first - 1]?.lower === 'of' && kinds.has(tokens[first - 2]?.lower ?? '')) return true;
  if (kinds.has(tokens[last + 1]?.lower ?? '') && tokens[last + 1]?.pos === 'NOUN') return true;
  if (tokens[last + 1]?.text !== ',' || !/^(?:a|an|the)$/.test(tokens[last + 2]?.lower ?? '')) return false;
  return tokens.slice(last + 3, last + 6).some((token) => kinds.has(token.lower));
}

/** Words between "kidnapped" and "from Dovrin". */
const REACH = 5;

/** "kidnapped 276 girls from Dovrin": no firm, whose workers would be taken. */
function isTakenFrom({ sentence: { tokens }, first, last }: Run, { scene }: Words): boolean {
  if (first !== last || tokens[first - 1]?.lower !== 'from') return false;
  if (!scene.abducted.has(tokens[first - 2]?.lower ?? '')) return false;
  return tokens
    .slice(Math.max(0, first - 2 - REACH), first - 2)
    .some(({ lemma }) => scene.abducting.has(lemma));
}

/** "EUREKA, Mo.": towns that no list has, and that share their names with one elsewhere. The land alone tells where they are. */
function namedElsewhere(
  runs: readonly Run[],
  places: readonly PlaceMention[],
  list: PlaceTaxonomy,
): readonly string[] {
  const lands = new Map(places.map((place) => [place.start, place]));
  return runs.filter((run) => isElsewhere(run, lands, list)).map(({ word }) => word);
}

/** Whether the land behind a name and a comma holds no place that is listed under it. */
function isElsewhere(
  { sentence: { tokens }, last, word }: Run,
  lands: ReadonlyMap<number, PlaceMention>,
  list: PlaceTaxonomy,
): boolean {
  const land = tokens[last + 1]?.text === ',' ? lands.get(tokens[last + 2]?.start ?? -1) : undefined;
  if (land === undefined || !/^(?:region|country)$/.test(list.level(land.key) ?? '')) return false;
  const key = nameKey(word);
  return list.nodes.has(key) && list.relate(key, land.key) !== 'inside';
}

/** How often each capitalised word occurs, inside longer names too ("the General Hospital of Karsin"). */
function countWords(sentences: readonly Sentence[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { tokens } of sentences) {
    for (const token of tokens)
      if (isCapital(token)) times.set(token.lower, (times.get(token.lower) ?? 0) + 1);
  }
  return times;
}

/** One byte a character: 1 where some span lies. */
function markSpans(length: number, spans: readonly { start: number; end: number }[]): Uint8Array {
  const marks = new Uint8Array(length);
  for (const { start, end } of spans) for (let i = start; i < end; i += 1) marks[i] = 1;
  return marks;
}

function isMarked({ sentence: { tokens }, first, last }: Run, marks: Uint8Array): boolean {
  const end = tokens[last]?.end ?? 0;
  for (let i = tokens[first]?.start ?? 0; i < end; i += 1) if (marks[i] === 1) return true;
  return false;
}

function toMention({ sentence: { tokens }, first, last, word }: Run): PlaceMention {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? start + 1;
  return {
    kind: 'place',
    start,
    end,
    text: textOf(tokens, first, last),
    key: nameKey(word),
    adjective: false,
  };
}
