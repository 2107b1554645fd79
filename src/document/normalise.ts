const UNPAIRED = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const LINE_BREAKS = /[\v\f\u0085\u2028\u2029]/g;
// Control characters, byte order marks, zero-width spaces and marks of writing direction: nothing that is read.
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/**
 * Makes a text readable without moving a character: every offset into the result is an offset into the input.
 * Unusual line separators become "\n", invisible characters a space, half a surrogate pair U+FFFD; CRLF stays.
 */
export const normaliseText = (text: string): string =>
  text.replace(UNPAIRED, '\uFFFD').replace(LINE_BREAKS, '\n').replace(INVISIBLE, ' ');
