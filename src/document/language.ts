import { eld } from 'eld/small';

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

/** The script of most letters at the start of a text; null without letters. */
export function tellScript(text: string): string | null {
  const letters = text.slice(0, BLOCK_SAMPLE).replace(/[^\p{L}]/gu, '');
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

function detect(sample: string): string {
  if (sample.replace(/[^\p{L}]/gu, '').length < ENOUGH_LETTERS) return 'und';
  const result = eld.detect(sample);
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
    const told = eld.detect(text.slice(0, BLOCK_SAMPLE)).language;
    return told === '' || told === article ? 'und' : told;
  }
  if (text.length < BLOCK_SAMPLE) return article;
  const told = detect(text.slice(0, BLOCK_SAMPLE));
  return told === 'und' ? article : told;
}
