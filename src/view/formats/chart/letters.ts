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

/** How many characters fit into so many pixels. */
export const fitting = (pixels: number): number => Math.max(4, Math.floor(pixels / LETTER));
