/** A run of text that is one paragraph, title or link: trimmed, never empty. */
export interface Line {
  start: number;
  end: number;
  text: string;
}

const CLOSED = /[.!?…:;]["'”’»)\]]*$/;
const WRAPPED_LENGTH = 100;

/** Ends like a sentence. */
export const isClosed = (text: string): boolean => CLOSED.test(text.slice(-8));

/** Words of a line; counting stops at 200. */
export function wordsIn(text: string): number {
  let words = 0;
  let inWord = false;
  for (let i = 0; i < text.length && words < 200; i += 1) {
    const code = text.charCodeAt(i);
    const blank = code < 128 ? code === 32 || (code >= 9 && code <= 13) : BLANK.test(text.charAt(i));
    if (!blank && !inWord) words += 1;
    inWord = !blank;
  }
  return Math.max(1, words);
}
const BLANK = /\s/;

/** Trims a span of the text; null when nothing is left. */
export function trimLine(text: string, from: number, to: number): Line | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end, text: text.slice(start, end) } : null;
}

/** The lines as they stand, in groups that blank lines separate. */
function groupLines(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  let from = 0;
  for (const match of text.matchAll(/\r\n|\n|\r|$/g)) {
    const line = trimLine(text, from, match.index);
    if (line) group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    from = match.index + match[0].length;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** Text that was broken at a fixed width, as agencies and mail send it: lines run on into the next one. */
function isWrapped(groups: readonly Line[][]): boolean {
  const lines = groups.flat();
  if (lines.some((line) => line.text.length > WRAPPED_LENGTH)) return false;
  const inner = groups.flatMap((group) => group.slice(0, -1));
  const open = inner.filter((line) => !isClosed(line.text) && line.text.length > WRAPPED_LENGTH / 2);
  return inner.length >= 3 && open.length >= inner.length * 0.6;
}

/** Cuts a text into paragraphs. A paragraph is one line, or all lines up to a blank one where the text is wrapped. */
export function cutLines(text: string): Line[] {
  const groups = groupLines(text);
  if (!isWrapped(groups)) return groups.flat();
  return groups.map((group) => {
    const start = group[0]?.start ?? 0;
    const end = group.at(-1)?.end ?? start;
    return { start, end, text: text.slice(start, end) };
  });
}
