const UNPAIRED = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const LINE_BREAKS = /[\v\f\u0085\u2028\u2029]/g;
// Control characters, byte order marks, zero-width spaces and marks of writing direction: nothing that is read.
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/**
 * Makes a text readable without moving a character: every offset into the result is an offset into the input.
 * Unusual line separators become "\n", invisible characters a space, half a surrogate pair U+FFFD; CRLF stays.
 */
export const normaliseText = (text: string): string =>
  isPlain(text) ? text : text.replace(UNPAIRED, '\uFFFD').replace(LINE_BREAKS, '\n').replace(INVISIBLE, ' ');

/** Whether nothing of it has to be looked at: most articles are letters and common marks. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const plain =
      code < 127
        ? code >= 32 || code === 9 || code === 10 || code === 13
        : code >= 0xa0 && (code < 0x200b || (code > 0x200f && code < 0x2028));
    if (!plain) return false;
  }
  return true;
}
