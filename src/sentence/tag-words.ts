import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence } from 'wink-nlp';

export interface TaggedWord {
  text: string;
  start: number;
  pos: string;
  lemma: string;
}

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;

/** The tagger cuts a word at a letter beyond Latin-1: "Erdo|ğan". */
const isTorn = (left: string | undefined, right: string): boolean =>
  left !== undefined && /[^\P{L}\p{ASCII}]$/u.test(left) && /^\p{L}/u.test(right)
    ? true
    : /\p{L}$/u.test(left ?? '') && /^[^\P{L}\p{ASCII}]/u.test(right);

/**
 * Words of a text with part of speech, lemma and exact offsets, and the indices of the words that end a sentence.
 * A word that the tagger changed is found again in the text; what it left out is left out.
 */
export function tagWords(text: string): { words: TaggedWord[]; ends: number[] } {
  const parsed = nlp.readDoc(text);
  const tokens = parsed.tokens();
  const values = tokens.out() as string[];
  const tags = tokens.out(its.pos) as string[];
  const lemmas = tokens.out(its.lemma as unknown as typeof its.pos) as string[];
  const words: TaggedWord[] = [];
  const place: number[] = [];
  let cursor = 0;
  values.forEach((value, i) => {
    const start = value === '' ? -1 : text.indexOf(value, cursor);
    place.push(words.length - 1);
    if (start === -1 || start - cursor > 200) return;
    if (start === cursor && isTorn(words.at(-1)?.text, value)) {
      const last = words.at(-1);
      if (last) last.text += value;
      place[i] = words.length - 1;
      cursor = start + value.length;
      return;
    }
    words.push({ text: value, start, pos: tags[i] ?? 'X', lemma: lemmas[i] ?? value.toLowerCase() });
    place[i] = words.length - 1;
    cursor = start + value.length;
  });
  const ends: number[] = [];
  parsed.sentences().each((sentence: ItemSentence) => {
    const [, last] = sentence.out(its.span) as unknown as [number, number];
    const end = place[last];
    if (end !== undefined && end >= 0 && end !== ends.at(-1)) ends.push(end);
  });
  return { words, ends };
}

/** The tagger numbers the words it knows; the first word that it does not know gets the number behind them. */
const KNOWN_WORDS = idsOf('zqxjkvwzq')[0] ?? Number.POSITIVE_INFINITY;

function idsOf(text: string): number[] {
  return nlp
    .readDoc(text)
    .tokens()
    .out(its.uniqueId as unknown as typeof its.pos) as unknown as number[];
}

/** Words in small letters that are in no dictionary of the tagger, neither as they stand nor in the singular: names. */
export function unknownWords(words: readonly string[]): ReadonlySet<string> {
  const candidates = [...new Set(words)].filter((word) => /^\p{L}{2,}$/u.test(word) && !isKnown(word));
  return new Set(candidates.filter((word) => !baseForms(word).some(isKnown)));
}

const isKnown = (word: string): boolean => {
  const ids = idsOf(word);
  return ids.length === 1 && (ids[0] ?? KNOWN_WORDS) < KNOWN_WORDS;
};

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/es$/, ''],
  [/s$/, ''],
  [/ed$/, ''],
  [/ed$/, 'e'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/ly$/, ''],
  [/^(?:anti|non|un|re)/, ''],
];
const baseForms = (word: string): string[] =>
  ENDINGS.flatMap(([ending, base]) => (ending.test(word) ? [word.replace(ending, base)] : []));
