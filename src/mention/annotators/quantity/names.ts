import { startsUpper } from '../../../letters.ts';
import type { Amount } from './amount.ts';
import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon.ts';

const isCapital = (atom: Atom | undefined): boolean => atom?.kind === 'word' && startsUpper(atom.text);
const COUNTED = /^(?:NOUN|ADJ|NUM|VERB|AUX|ADV)$/u;

/** Letters or signs glued to the digits make them part of a name: F-16, A320, Covid-19, 3D, #5. */
function isGlued(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): boolean {
  const { start } = amount.numeral;
  const atom = atoms[start];
  const before = atoms[start - 1];
  if (atom?.kind !== 'number') return false;
  if (before?.text === '"' && atoms[start - 2]?.text === '=' && !atoms[start - 2]?.spaced) return true;
  const touches = before !== undefined && !atom.spaced && amount.from === start;
  if (touches && before.kind === 'word' && !isTimes(atoms, start - 1)) return true;
  if (touches && /^[-‐‑–−+]$/u.test(before.text) && !before.spaced) {
    const word = atoms[start - 2];
    if (word?.kind === 'word' && (word.text.length === 1 || !lexicon.words.has(word.lower))) return true;
  }
  const next = atoms[amount.numberTo];
  if (next?.kind !== 'word' || next.spaced || amount.unit !== null || amount.to > amount.numberTo)
    return false;
  return !isTimes(atoms, amount.numberTo);
}

/** "1,280x800": the sign between two sizes. */
const isTimes = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.lower === 'x' && atoms[at - 1]?.kind === 'number' && atoms[at + 1]?.kind === 'number';

/** The "s" of "three Model 3s" and "iPhone 4s", which are no seconds. */
const isPlural = (atoms: readonly Atom[], amount: Amount): boolean =>
  amount.unit?.id === 'second' && atoms[amount.numberTo]?.text === 's' && amount.to === amount.numberTo + 1;

/** "Section 427", "Flight 370", "No. 3", "phase two". */
function isDesignated(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): boolean {
  const { start } = amount.numeral;
  const dotted = atoms[start - 1]?.text === '.' ? start - 2 : start - 1;
  const before = atoms[dotted];
  const whole = Number.isInteger(amount.value) || before?.lower.startsWith('version');
  if (!before || amount.from !== start || !whole) return false;
  if (amount.unit !== null && !isPlural(atoms, amount)) return false;
  if (!lexicon.contexts.designators.has(before.lower)) return false;
  if (before.lower === 'no' || before.lower === 'p') return dotted === start - 2 || isCapital(before);
  if (
    dotted === start - 2 &&
    !['nr', 'nrs', 'vol', 'fig', 'art', 'sec', 'apt', 'hwy', 'rt', 'pp', 'para'].includes(before.lower)
  )
    return false;
  if (before.pos === 'VERB' || before.pos === 'AUX') return false;
  const next = atoms[amount.to];
  if (next !== undefined && lexicon.contexts.people.has(next.lower)) return false;
  return amount.numeral.digits
    ? !atoms[start]?.text.includes(',')
    : amount.value < 100 && amount.numeral.scale === 1;
}

/** Whether the word behind a number can be what the number counts. */
function canBeCounted(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): boolean {
  const next = atoms[amount.to];
  if (next === undefined) return false;
  if (lexicon.contexts.people.has(next.lower)) return true;
  if (!COUNTED.test(next.pos) || takesObject(atoms, amount.to)) return false;
  return (
    next.pos !== 'NOUN' ||
    /[^s]s$/u.test(next.lower) ||
    amount.value === 1 ||
    lexicon.contexts.people.has(next.lower)
  );
}

/** "the Demon 170 delivers 1,025 horsepower": a verb of one thing, with what it does the deed to. */
const takesObject = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.pos === 'VERB' &&
  /[a-z]s$/u.test(atoms[at]?.text ?? '') &&
  (atoms[at + 1]?.kind === 'number' || atoms[at + 1]?.pos === 'DET');

/** A capitalised name before bare digits that nothing follows which they could count: "iPhone 11", "Motel 6". */
function endsName(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon, headline: boolean): boolean {
  const { start, digits, scale } = amount.numeral;
  const before = atoms[start - 1];
  if (headline || !digits || scale > 1 || amount.unit !== null || amount.from !== start) return false;
  if (before?.kind !== 'word' || !/\p{Lu}/u.test(before.text)) return false;
  if (before.pos !== 'PROPN' && !(before.pos === 'NOUN' && start > 1)) return false;
  if (atoms[start]?.text.includes(',') || amount.value > 9999) return false;
  if (!Number.isInteger(amount.value)) return isVersion(atoms, amount);
  return !canBeCounted(atoms, amount, lexicon) && !isMember(atoms, amount);
}

/** "the Galaxy Tab 10.1 lasted": a point and one digit, behind a name that goes on and before what it did. */
const isVersion = (atoms: readonly Atom[], { numeral: { start }, value, to }: Amount): boolean =>
  /^\d{1,2}\.\d$/u.test(atoms[start]?.text ?? '') &&
  value > 1 &&
  isCapital(atoms[start - 1]) &&
  (isCapital(atoms[start - 2]) || atoms[start - 2]?.pos === 'DET') &&
  atoms[to]?.pos === 'VERB';

/** "recorded 148 deaths, Uganda 120 and Chad 12": a name behind a comma or "and", after a number of something else. */
function isMember(atoms: readonly Atom[], { numeral: { start }, to }: Amount): boolean {
  let at = start - 1;
  while (start - at <= LONGEST_NAME && isCapital(atoms[at])) at -= 1;
  if (!/^(?:,|;|and|while)$/u.test(atoms[at]?.lower ?? '')) return false;
  const next = atoms[to];
  if (next !== undefined && !/^(?:,|;|\.|and)$/u.test(next.lower)) return false;
  for (let i = at - 1; i >= Math.max(0, at - MEMBERS); i -= 1)
    if (atoms[i]?.kind === 'number')
      return /^(?:NOUN|ADJ|NUM)$/u.test(atoms[i + 1]?.pos ?? '') || isMemberAt(atoms, i);
  return false;
}

/** Another name with its number, earlier in the list. */
const isMemberAt = (atoms: readonly Atom[], at: number): boolean =>
  isCapital(atoms[at - 1]) && /^(?:,|;|and)$/u.test(atoms[at + 1]?.lower ?? '');
const LONGEST_NAME = 3;
const MEMBERS = 12;

/** "the Group of Seven", "the Big Four": a number word with a capital inside a sentence. */
function isCapitalised(atoms: readonly Atom[], amount: Amount, headline: boolean): boolean {
  const { start } = amount.numeral;
  const atom = atoms[start];
  const before = atoms[start - 1];
  if (
    headline ||
    amount.numeral.digits ||
    !isCapital(atom) ||
    before?.kind !== 'word' ||
    amount.from !== start
  )
    return false;
  if (atom?.text === atom?.text.toUpperCase()) return false;
  const group = before.lower === 'of' ? atoms[start - 2] : before;
  return (
    isCapital(group) &&
    amount.to - start === 1 &&
    (!COUNTED.test(atoms[amount.to]?.pos ?? '') || /^(?:was|is|has)$/u.test(atoms[amount.to]?.lower ?? '')) &&
    before.lower !== 'the'
  );
}

const ORDINAL = /^(?:st|nd|rd|th)$/u;

/** "1600 Pennsylvania Avenue", "208 East 6th St.". */
function isAddress(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): boolean {
  if (!amount.numeral.digits || amount.unit !== null || amount.from !== amount.numeral.start) return false;
  for (let at = amount.to; at < amount.to + 4; at += 1) {
    const atom = atoms[at];
    if (atom?.text === '.' && at > amount.to) continue;
    const ordinal = atom?.kind === 'number' && ORDINAL.test(atoms[at + 1]?.lower ?? '');
    if (!isCapital(atom) && !ordinal && !/^(?:st|nd|rd|th|block|of)$/u.test(atom?.lower ?? '')) return false;
    const street = at > amount.to && lexicon.contexts.streets.has(atom?.lower ?? '');
    if (street) return atoms[at + 1]?.pos !== 'NOUN';
  }
  return false;
}

/** "told 11 News": a broadcaster by its channel. */
const isStation = (atoms: readonly Atom[], { numeral, to, unit }: Amount): boolean =>
  numeral.digits && unit === null && atoms[to]?.text === 'News' && !atoms[numeral.start]?.text.includes(',');

/** "in the 3200 block of Rood Circle". */
function isStreetBlock(atoms: readonly Atom[], amount: Amount): boolean {
  return (
    atoms[amount.numeral.start - 1]?.lower === 'the' &&
    amount.numeral.digits &&
    atoms[amount.to]?.lower === 'block'
  );
}

/** "1) … 2) …", "(1) …" and "1. …": numbers of a list. */
function isBullet(atoms: readonly Atom[], amount: Amount): boolean {
  const { start } = amount.numeral;
  const atom = atoms[start];
  const next = atoms[amount.to];
  if (atom?.kind !== 'number' || atom.value > 30 || next === undefined || amount.unit !== null) return false;
  if (next.text === ')')
    return atoms[start - 1]?.text === '('
      ? atoms[amount.to + 1]?.kind === 'word' &&
          !/^(?:and|or)$/u.test(atoms[amount.to + 1]?.lower ?? '') &&
          atoms[start - 2]?.pos !== 'PROPN'
      : !isOpen(atoms, start);
  return start === 0 && next.text === '.' && atoms.length > 1;
}

/** Whether a bracket that opened shortly before is still open. */
function isOpen(atoms: readonly Atom[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 60); i -= 1) {
    if (atoms[i]?.text === '(') return true;
    if (atoms[i]?.text === ')') return false;
  }
  return at > 60;
}

/** Whether a number belongs to a name, an address or a numbered list, and so counts nothing. */
export function isName(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon, headline: boolean): boolean {
  return (
    isGlued(atoms, amount, lexicon) ||
    isDesignated(atoms, amount, lexicon) ||
    endsName(atoms, amount, lexicon, headline) ||
    isCapitalised(atoms, amount, headline) ||
    isAddress(atoms, amount, lexicon) ||
    isStreetBlock(atoms, amount) ||
    (!headline && isStation(atoms, amount)) ||
    isBullet(atoms, amount)
  );
}

/** Behind "Image 7 of 9", "1 of 5 photos" and "3 / 12 |": which of how many, and no count; null elsewhere. */
export function pageEnd(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): number | null {
  const { start, digits } = amount.numeral;
  const whole = atoms[amount.to + 1];
  const parts = digits && amount.unit === null && amount.to === start + 1;
  if (!parts || !/^(?:of|\/)$/u.test(atoms[amount.to]?.lower ?? '') || whole?.kind !== 'number') return null;
  if (!Number.isInteger(whole.value) || whole.value < amount.value) return null;
  const end = amount.to + 2;
  const { numbered } = lexicon.contexts;
  if (numbered.has(atoms[start - 1]?.lower ?? '')) return end;
  if (numbered.has(atoms[end]?.lower ?? '') && atoms[start - 1]?.pos !== 'VERB' && start === 0)
    return end + 1;
  return start === 0 && /^[|•·]$/u.test(atoms[end]?.text ?? '') ? end : null;
}
