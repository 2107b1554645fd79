/** "police there" → "Police there". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The digits of a whole number in groups of three: "67160" → "67,160". The same on every host; a sign stays. */
export const groupThousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/gu, ',');

/** A text without case, accents and other marks, for looking it up: "Ostráva" → "ostrava". */
export const withoutMarks = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const CAPITAL = /^\p{Lu}/u;

/** Whether a text begins with a capital letter. Asked of every word several times; few begin beyond ASCII. */
export function startsUpper(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(text);
}
