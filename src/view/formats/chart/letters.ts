/** Width of a letter of the size that the drawings use, in pixels: an average that errs to the wide side. */
const LETTER = 7.4;

/** What must not reach a drawing: controls, halves of a pair, and marks that turn the direction of what follows. */
const UNWANTED = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;

/** A text from outside as one line that XML and a drawing can hold. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(UNWANTED, '').trim();

/** At most so many characters, with an ellipsis where some are left out; never half of a pair. */
export function shorten(text: string, room: number): string {
  const letters = [...plain(text)];
  if (letters.length <= room) return letters.join('');
  return `${letters
    .slice(0, Math.max(1, room - 1))
    .join('')
    .trimEnd()}…`;
}

/**
 * A text as lines, cut between words where that can be; what does not fit into the last line ends in an ellipsis.
 * `first`: characters of the first line, where something stands beside it; `rest`: of those that follow.
 */
export function wrap(
  text: string,
  { first, rest = first, lines }: { first: number; rest?: number; lines: number },
): string[] {
  const done: string[] = [];
  let left = plain(text);
  while (done.length < lines - 1) {
    const room = Math.max(1, done.length === 0 ? first : rest);
    const letters = [...left];
    if (letters.length <= room) break;
    const head = letters.slice(0, room + 1).join('');
    const space = head.lastIndexOf(' ');
    const line = space > 0 ? head.slice(0, space) : letters.slice(0, room).join('');
    done.push(line);
    left = left.slice(line.length).trimStart();
  }
  return [...done, shorten(left, done.length === 0 ? first : rest)];
}

/** As many names as fit into so many lines, and how many more there are. */
export function wrapNames(
  names: readonly string[],
  room: { first: number; rest?: number; lines: number },
): string[] {
  for (let shown = names.length; shown > 1; shown -= 1) {
    const more = shown < names.length ? ` and ${names.length - shown} more` : '';
    const text = names.slice(0, shown).map(plain).join(', ') + more;
    const lines = wrap(text, room);
    if (!lines.at(-1)?.endsWith('…') || text.endsWith('…')) return lines;
  }
  return wrap(names[0] ?? '', room);
}

/** How many characters fit into so many pixels. */
export const fitting = (pixels: number): number => Math.max(4, Math.floor(pixels / LETTER));
