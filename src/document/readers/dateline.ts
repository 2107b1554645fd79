import { startsUpper } from '../../letters.ts';

// KABUL, SHARM EL-SHEIKH, ST. LOUIS; then ", Afghanistan", ", Nov. 16"; then "(AP)", "(Sept. 1, 2011)".
const PLACE = String.raw`\p{Lu}{2}[\p{Lu}’'.]*(?:[ /-]\p{Lu}[\p{Lu}’'.]*){0,4}|\p{Lu}{1,3}\.(?:[ -]\p{Lu}[\p{Lu}’'.]+){1,3}`;
const REST = String.raw`(?:, ?[\p{L}\p{N}][^(),\n:—–]{0,30}){0,3}`;
const BRACKET = String.raw`\([^()\n]{1,40}\)`;
const DASH = String.raw`(?:\s?[—–]|\s?--|\s-)`;
const FORMS = [
  `(?:${PLACE})${REST}(?:\\s?${BRACKET}){0,2}(?:${DASH}|:)(?=\\s|\\p{Lu}|["“‘']|$)`,
  `(?:${PLACE})${REST}(?:\\s?${BRACKET}){1,2}(?=\\s|$)`,
  `\\p{Lu}[\\p{L}’'.]{1,20}(?:[ -][\\p{L}’'.]{1,20}){0,4}${REST}\\s?${BRACKET}${DASH}(?=\\s|\\p{Lu}|["“‘']|$)`,
  `\\(\\p{Lu}[\\p{L}\\p{N} .&-]{1,20}\\)${DASH}(?=\\s|\\p{Lu}|["“‘']|$)`,
].map((form) => new RegExp(`^(?:${form})`, 'u'));
const LONGEST = 120;

/** Length of the dateline with which a paragraph opens ("KABUL, Afghanistan (Sept. 1) -"); 0 without one. */
export function datelineLength(paragraph: string): number {
  const head = paragraph.slice(0, LONGEST);
  if (!(startsUpper(head) || head.startsWith('(')) || !/[(:—–-]/.test(head)) return 0;
  for (const form of FORMS) {
    const found = form.exec(head)?.[0];
    if (found) return found.length;
  }
  return 0;
}

/** Whether a line is a dateline and nothing else. */
export const isDateline = (line: string): boolean =>
  line.length <= LONGEST && datelineLength(line) === line.length;
