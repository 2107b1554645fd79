import { eld } from 'eld/small';

/** Below this, letters say little about the language. */
const ENOUGH_LETTERS = 60;
const SAMPLE = 2_000;

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/u, 'latin'],
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Cyrillic}/u, 'cyrillic'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Devanagari}/u, 'devanagari'],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, 'han'],
];

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');

/** The script of most letters of a short text; null without letters. */
function scriptOf(text: string): string | null {
  const counts = new Map<string, number>();
  for (const letter of letters(text.slice(0, SAMPLE))) {
    const script = SCRIPTS.find(([pattern]) => pattern.test(letter))?.[1] ?? 'other';
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [script, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = script;
  return best;
}

/** BCP 47 tag of a text, "und" when it is too short or too mixed to be told. */
export function tellLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if (letters(sample).length < ENOUGH_LETTERS) return 'und';
  const result = eld.detect(sample);
  return result.language !== '' && result.isReliable() ? result.language : 'und';
}

/**
 * Language of one block. A block takes the language of its article unless its script is another one, or it is
 * long and clearly something else: a list of foreign names must not silence an English paragraph.
 */
export function tellBlockLanguage(text: string, article: string, articleScript: string | null): string {
  const script = scriptOf(text);
  if (script !== null && articleScript !== null && script !== articleScript) {
    const told = eld.detect(text.slice(0, SAMPLE)).language;
    return told === '' || told === article ? 'und' : told;
  }
  if (text.length < 4 * ENOUGH_LETTERS) return article;
  const told = tellLanguage(text);
  return told === 'und' ? article : told;
}

export { scriptOf };
