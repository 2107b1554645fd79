import { wordsIn } from './lines.ts';

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const WEEKDAY = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?';
const DAY = `(?:${WEEKDAY},? )?(?:\\d{1,2} (?:${MONTH})\\.?,? \\d{4}|(?:${MONTH})\\.? \\d{1,2},? \\d{4}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4})`;
const NOTE = '(?:(?:Published|Posted|Updated|Last updated|Date of publication)(?: on| at)?:? )?';
/** "AFP Thursday 2 Jul 2015 At least …", "Published July 27 2016 A bomb …": the day of the article before its first words. */
const STAMP = new RegExp(`^${NOTE}(?:\\p{Lu}{2,9} )?${DAY}(?= ["“‘']?[\\p{Lu}\\d])`, 'u');
/** What may stand where a title ended and its article begins: a capital or a number, but no day ("killed in crash Monday"). */
const NEXT = new RegExp(
  `^(?!${WEEKDAY}\\b(?! \\d)|(?:${MONTH})\\b(?! \\d+,? \\d{4}))["“‘']?[\\p{Lu}\\d]`,
  'u',
);
const WORD = /[\p{L}\p{N}]+/gu;
/** A shorter title may be how the article begins by chance; a shorter rest is no article: words. */
const SHORTEST_TITLE = 4;
const SHORTEST_REST = 8;
const LONGEST = 600;

/** Where the title with which a paragraph opens ends, its closing marks included; 0 when it does not open with it. */
export function titleLength(paragraph: string, title: string): number {
  const wanted = title.slice(0, LONGEST).match(WORD) ?? [];
  if (wanted.length < SHORTEST_TITLE) return 0;
  let end = 0;
  let at = 0;
  for (const { 0: word, index } of paragraph.slice(0, LONGEST).matchAll(WORD)) {
    if (word !== wanted[at]) return 0;
    at += 1;
    end = index + word.length;
    if (at === wanted.length) break;
  }
  if (at < wanted.length) return 0;
  const closing = /^[^\p{L}\p{N}\s"“‘'([]*/u.exec(paragraph.slice(end, end + LONGEST))?.[0].length ?? 0;
  const rest = paragraph.slice(end + closing).trimStart();
  return NEXT.test(rest) && wordsIn(rest) >= SHORTEST_REST ? end + closing : 0;
}

/**
 * Offsets at which a paragraph has to be cut, because the day of the article or its title runs on into its first words
 * in one line: "Friday 1 Jul 2016 | Raid kills three near Homs | AFP Friday 1 Jul 2016 | A raid on …".
 */
export function openingCuts(paragraph: string, title: string | null): number[] {
  const cuts: number[] = [];
  let at = 0;
  const cut = (length: number): void => {
    if (length === 0) return;
    at += length;
    cuts.push(at);
    at += /^\s*/.exec(paragraph.slice(at, at + LONGEST))?.[0].length ?? 0;
  };
  const stamp = (): number => STAMP.exec(paragraph.slice(at, at + LONGEST))?.[0].length ?? 0;
  cut(stamp());
  const before = at;
  if (title !== null) cut(titleLength(paragraph.slice(at), title));
  if (at > before) cut(stamp());
  return cuts;
}
