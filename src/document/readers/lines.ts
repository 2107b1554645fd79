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

/** Words of a line; counting stops at `most`. */
export function wordsIn(text: string, most = 200): number {
  let words = 0;
  let inWord = false;
  for (let i = 0; i < text.length && words < most; i += 1) {
    const blank = isBlank(text.charCodeAt(i));
    if (!blank && !inWord) words += 1;
    inWord = !blank;
  }
  return Math.max(1, words);
}
const BLANK = /\s/;
const isBlank = (code: number): boolean =>
  code < 128 ? code === 32 || (code >= 9 && code <= 13) : BLANK.test(String.fromCharCode(code));

/** Trims a span of the text; null when nothing is left. */
export function trimLine(text: string, from: number, to: number): Line | null {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? { start, end, text: text.slice(start, end) } : null;
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
  return end;
}

/** The lines as they stand, in groups that blank lines separate. */
function groupLines(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    const end = lineEnd(text, from);
    const line = trimLine(text, from, end);
    if (line) group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    from = end + (text.startsWith('\r\n', end) ? 2 : 1);
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
