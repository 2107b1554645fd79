import type { Amount } from './amount.ts';
import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon.ts';
import { isHyphen } from './numeral.ts';

/** Tells the number one from the pronoun: "one person", not "the one", "one could", "one another". */
export function isPronounOne(atoms: readonly Atom[], amount: Amount, lexicon: Lexicon): boolean {
  const { start } = amount.numeral;
  if (amount.value !== 1 || atoms[start]?.lower !== 'one' || amount.numberTo > start + 1) return false;
  const before = atoms[start - 1]?.lower ?? '';
  const next = atoms[start + 1];
  const { pronounOne, superlatives } = lexicon.contexts;
  if (amount.unit !== null && !pronounOne.after.has(next?.lower ?? '')) return false;
  if (opensShare(atoms, start)) return false;
  if (next?.lower === 'of') return isOneOf(atoms, start, superlatives);
  if (next !== undefined && isHyphen(next)) return pronounOne.after.has(atoms[start + 2]?.lower ?? '');
  if (next !== undefined && pronounOne.after.has(next.lower))
    return !(next.lower === 'day' && before === 'in');
  if (pronounOne.always.has(before) || next?.pos === 'PRON') return true;
  if (isDescribed(atoms, start) || isAnybody(atoms, start)) return true;
  return pronounOne.before.has(before) && next?.pos !== 'NOUN' && next?.pos !== 'ADJ';
}

/** "if one thinks about it", "when one looks": anybody, not one of many. */
const isAnybody = (atoms: readonly Atom[], start: number): boolean =>
  /^(?:if|when|how|as|where|unless|what|once)$/u.test(atoms[start - 1]?.lower ?? '') &&
  atoms[start + 1]?.pos === 'VERB' &&
  /[a-z]s$/u.test(atoms[start + 1]?.lower ?? '');

/** "the smaller one", "the biggest one yesterday": a thing that an adjective tells. */
function isDescribed(atoms: readonly Atom[], start: number): boolean {
  const before = atoms[start - 1];
  if (before?.pos !== 'ADJ') return false;
  const next = atoms[start + 1]?.pos;
  return /[a-z]{3}est$/u.test(before.lower) || (next !== 'NOUN' && next !== 'ADJ');
}

/** "one in five", "one of every nine", "one to two years": more numbers make it one too. */
function opensShare(atoms: readonly Atom[], start: number): boolean {
  const link = atoms[start + 1]?.lower;
  if (link === 'of') return atoms[start + 2]?.lower === 'every';
  if (link !== 'in' && link !== 'to') return false;
  const next = atoms[start + 2];
  return next?.lower === 'every' || next?.kind === 'number' || next?.pos === 'NUM';
}

/** "is one of", "one of the largest": says what kind a thing is, not how many there are. */
function isOneOf(atoms: readonly Atom[], start: number, superlatives: ReadonlySet<string>): boolean {
  const before = atoms[start - 1];
  const kind =
    before !== undefined && (/^(?:AUX|ADP|PART|ADV)$/u.test(before.pos) || COPULAS.has(before.lower));
  return kind || superlative(atoms, start + 2, superlatives);
}
const COPULAS = new Set([
  'become',
  'becomes',
  'became',
  'remain',
  'remains',
  'remained',
  'been',
  'being',
  'considered',
  'named',
  'called',
]);

function superlative(atoms: readonly Atom[], from: number, words: ReadonlySet<string>): boolean {
  for (let at = from; at < from + 6; at += 1) {
    const atom = atoms[at];
    if (atom?.kind === 'word' && (words.has(atom.lower) || /^\p{Ll}{3,}est$/u.test(atom.text))) return true;
  }
  return false;
}
