import { languageModel } from '../vocabulary/language-model.ts';

/** Below this, letters say little about the language. */
const ENOUGH_LETTERS = 60;
const ARTICLE_SAMPLE = 800;
const BLOCK_SAMPLE = 200;

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/u, 'latin'],
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Cyrillic}/u, 'cyrillic'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Devanagari}/u, 'devanagari'],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, 'han'],
];

/** Counts letters A–Z of any case, and marks beyond ASCII. */
function countMarks(text: string): { ascii: number; beyond: number } {
  let ascii = 0;
  let beyond = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const folded = code | 32;
    if (code > 127) beyond += 1;
    else if (folded >= 97 && folded <= 122) ascii += 1;
  }
  return { ascii, beyond };
}

/** The script of most letters at the start of a text; null without letters. */
export function tellScript(text: string): string | null {
  const head = text.slice(0, BLOCK_SAMPLE);
  const { ascii, beyond } = countMarks(head);
  if (ascii > beyond) return 'latin';
  const letters = head.replace(/[^\p{L}]/gu, '');
  const latin = letters.match(/[A-Za-z]/g)?.length ?? 0;
  if (latin * 2 > letters.length) return 'latin';
  const counts = new Map<string, number>();
  for (const letter of letters) {
    const script = SCRIPTS.find(([pattern]) => pattern.test(letter))?.[1] ?? 'other';
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [script, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = script;
  return best;
}

/** Words that stand in every English paragraph and in no other language; so many of them leave no doubt. */
const ENGLISH =
  /\b(?:the|and|with|that|from|were|said|they|which|been|would|who|after|has|his|two|be|when|their)\b/gi;
const BEYOND_DOUBT = 4;
/** Small words that other languages have in part: so many of both kinds tell more than the title of a film. */
const SMALL_WORDS =
  /\b(?:of|to|in|for|by|on|at|as|an|a|it|is|was|are|had|have|will|not|but|he|she|her|this)\b/g;
const FAR_BEYOND_DOUBT = 7;

function isPlainlyEnglish(sample: string): boolean {
  const found = sample.match(ENGLISH) ?? [];
  if (found.length < 2) return false;
  const enough = found.length >= Math.max(BEYOND_DOUBT, sample.length / 50);
  if (enough && found.some((word) => /^the$/i.test(word))) return true;
  const small = sample.match(SMALL_WORDS)?.length ?? 0;
  return found.length + small >= Math.max(FAR_BEYOND_DOUBT, sample.length / 29);
}

function detect(sample: string): string {
  const enough =
    countMarks(sample).ascii >= ENOUGH_LETTERS || sample.replace(/[^\p{L}]/gu, '').length >= ENOUGH_LETTERS;
  if (!enough) return 'und';
  if (isPlainlyEnglish(sample)) return 'en';
  const result = languageModel().detect(sample);
  return result.language !== '' && result.isReliable() ? result.language : 'und';
}

/** BCP 47 tag of a text, "und" when it is too short or too mixed to be told. */
export const tellLanguage = (text: string): string => detect(text.slice(0, ARTICLE_SAMPLE));

/**
 * Language of one block. A block takes the language of its article unless its script is another one, or it is
 * long and clearly something else: a list of foreign names must not silence an English paragraph.
 */
export function tellBlockLanguage(text: string, article: string, articleScript: string | null): string {
  const script = tellScript(text);
  if (script !== null && articleScript !== null && script !== articleScript) {
    const told = languageModel().detect(text.slice(0, BLOCK_SAMPLE)).language;
    return told === '' || told === article ? 'und' : told;
  }
  if (text.length < BLOCK_SAMPLE) return article;
  const told = detect(text.slice(0, BLOCK_SAMPLE));
  return told === 'und' ? article : told;
}
