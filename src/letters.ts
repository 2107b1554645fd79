/** "police there" → "Police there". */
export function capital(text: string): string {
  // Upper-casing asks the tables of all languages: most texts begin with a letter or digit of ASCII.
  const code = text.charCodeAt(0);
  if (code < 128 && (code < 97 || code > 122)) return text;
  const [first, upper] = [text.charAt(0), text.charAt(0).toUpperCase()];
  return first === upper ? text : upper + text.slice(1);
}

/** The digits of a whole number in groups of three: "67160" → "67,160". The same on every host; a sign stays. */
export const groupThousands = (digits: string): string =>
  digits.length <= 3 ? digits : digits.replace(/\B(?=(?:\d{3})+$)/gu, ',');

/** A text without case, accents and other marks, for looking it up: "Ostráva" → "ostrava". */
export const withoutMarks = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const CAPITAL = /^\p{Lu}/u;
const SMALL = /^\p{Ll}/u;
const LETTER = /^\p{L}/u;

/** Whether a text begins with a capital letter. Asked of every word several times; few begin beyond ASCII. */
export function startsUpper(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(text);
}

/** Whether a text begins with a small letter. */
export function startsLower(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 97 && code <= 122 : SMALL.test(text);
}

/** Whether a text begins with a digit of ASCII. */
export function startsDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** Whether a text begins with a letter. */
export function startsLetter(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? isAsciiLetter(code) : LETTER.test(text);
}

/** Whether a text is letters alone, one at least. */
export function isAllLetters(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 128) return LETTERS.test(text);
    if (!isAsciiLetter(code)) return false;
  }
  return text !== '';
}
const LETTERS = /^\p{L}+$/u;

/** Whether a UTF-16 code unit is one of A–Z, a–z. */
export const isAsciiLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
