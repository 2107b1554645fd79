import type { Atom } from './atoms.ts';
import type { Lexicon, UnitEntry } from './lexicon.ts';
import { isHyphen, type Numeral, readCardinal, stepOf } from './numeral.ts';
import { isArticle, numeral, readFraction, readPart, scaledPart } from './parts.ts';

/** What may be added to a whole number: "½", "1/2", "and a half", "point five". */
function extend(atoms: readonly Atom[], base: Numeral, lexicon: Lexicon): Numeral {
  if (atoms[base.end]?.lower === 'point' && !base.digits) return decimals(atoms, base, lexicon);
  if (atoms[base.end]?.lower === 'over') return quotient(atoms, base, lexicon);
  if (base.digits && base.scale === 1) {
    const hyphen = isHyphen(atoms[base.end]) && !atoms[base.end]?.spaced && !atoms[base.end + 1]?.spaced;
    const fraction = readFraction(atoms, hyphen ? base.end + 1 : base.end, lexicon);
    if (fraction && fraction.value < 1)
      return { ...base, end: fraction.end, value: base.value + fraction.value, step: fraction.step };
  }
  return andPart(atoms, base, lexicon);
}

/** "one over three", with nothing behind it that is counted. */
function quotient(atoms: readonly Atom[], base: Numeral, lexicon: Lexicon): Numeral {
  const below = readCardinal(atoms, base.end + 1, lexicon);
  const after = below && atoms[below.end];
  const alone = below !== null && (after === undefined || after === null || after.kind === 'sign');
  if (!alone || below.value < 2 || atoms[base.start - 1]?.kind === 'sign' || after?.text === '-') return base;
  return { ...base, kind: 'part', end: below.end, value: base.value / below.value, step: 1 / below.value };
}

/** "and a half", "and three quarters", of the last scale word when there is one. */
function andPart(atoms: readonly Atom[], base: Numeral, lexicon: Lexicon): Numeral {
  let at = isHyphen(atoms[base.end]) ? base.end + 1 : base.end;
  if (atoms[at]?.lower !== 'and') return base;
  at += isHyphen(atoms[at + 1]) ? 2 : 1;
  const spelled = isArticle(atoms[at]) || lexicon.words.get(atoms[at]?.lower ?? '')?.kind === 'unit';
  const part = spelled ? readPart(atoms, at, lexicon) : null;
  if (!part || part.value >= 1) return base;
  const scaled = scaledPart(atoms, part, lexicon);
  if (scaled !== part) {
    const shared = base.scale === 1 && atoms[scaled.end - 2]?.lower !== 'of';
    const value = shared ? (base.value + part.value) * scaled.scale : base.value + scaled.value;
    return { ...base, end: scaled.end, value, scale: scaled.scale, step: stepOf(value) };
  }
  const unit = base.scale >= 1000 ? base.scale : 1;
  const value = base.value + part.value * unit;
  return { ...base, end: part.end, value, step: unit > 1 ? stepOf(Math.round(value)) : part.value };
}

function decimals(atoms: readonly Atom[], base: Numeral, lexicon: Lexicon): Numeral {
  let at = base.end + 1;
  let written = '';
  for (; at < base.end + 12; at += 1) {
    const word = lexicon.words.get(atoms[at]?.lower ?? '');
    if (word?.kind !== 'unit') break;
    const tens = word.value >= 20 ? readCardinal(atoms, at, lexicon, false) : null;
    if (tens) at = tens.end - 1;
    written += tens ? tens.value : word.value;
  }
  if (written === '') return base;
  const value = Number(`${base.value}.${written}`);
  const number = { ...base, end: at, value, step: 10 ** -written.length };
  const scale = lexicon.words.get(atoms[at]?.lower ?? '');
  if (scale?.kind !== 'scale' || scale.value < 100) return number;
  return {
    ...number,
    end: at + 1,
    value: value * scale.value,
    scale: scale.value,
    step: number.step * scale.value,
  };
}

/** "one hundred and thirty fifths": more parts than a whole has. */
function readImproper(atoms: readonly Atom[], base: Numeral, lexicon: Lexicon): Numeral | null {
  const word = lexicon.words.get(atoms[base.end]?.lower ?? '');
  if (base.digits || word?.kind !== 'ordinal' || !word.plural || word.value < 3) return null;
  return { ...base, end: base.end + 1, kind: 'part', value: base.value / word.value, step: 1 / word.value };
}

/** "scores wounded", "scores were injured": no scores of a game. */
const tellsFate = (atoms: readonly Atom[], at: number): boolean => {
  let next = at;
  while (next - at < 2 && /^(?:was|were|are|have|had|been)$/.test(atoms[next]?.lower ?? '')) next += 1;
  return FATES.test(atoms[next]?.lower ?? '');
};

const FATES =
  /^(?:dead|killed|wounded|injured|hurt|missing|trapped|arrested|detained|displaced|homeless|stranded|hospitali[sz]ed|rescued|evacuated)$/;

/** "dozens", "several", "a few hundred", "tens of thousands". */
function readVague(atoms: readonly Atom[], at: number, lexicon: Lexicon): Numeral | null {
  const match = lexicon.vague.longest(atoms, at);
  if (!match) return null;
  const { id, count } = match.found;
  const last = atoms[match.end - 1]?.lower;
  const following = atoms[match.end];
  if (id === 'scores' && last === 'scores' && !tellsFate(atoms, match.end)) return null;
  if (id === 'tens' && last === 'tens') return null;
  const scale = lexicon.words.get(following?.lower ?? '');
  const factor =
    scale?.kind === 'scale' && count < 10 && following?.lower !== 'k' && following?.lower !== 'score'
      ? scale.value
      : 1;
  const value = count * factor;
  return numeral(at, match.end + (factor > 1 ? 1 : 0), value, {
    kind: 'vague',
    vague: id,
    scale: factor,
    step: stepOf(value),
  });
}

/** "no one was hurt", "none", "no casualties": zero. */
function readNone(atoms: readonly Atom[], at: number, lexicon: Lexicon): Numeral | null {
  const match = lexicon.none.longest(atoms, at);
  if (match) {
    const next = atoms[match.end]?.lower;
    const been = atoms[match.end + 1]?.lower === 'been' && lexicon.nonePerfect.has(next ?? '');
    const stated = next === undefined || been || lexicon.noneBefore.has(next);
    return stated ? numeral(at, match.end, 0, { kind: 'none' }) : null;
  }
  const singly = lexicon.singly.longest(atoms, at);
  if (singly)
    return isOfPersons(atoms, singly.end, lexicon) ? numeral(at, singly.end, 0, { kind: 'none' }) : null;
  if (atoms[at]?.lower !== 'no') return null;
  for (let next = at + 1; next < Math.min(at + 4, atoms.length); next += 1) {
    if (lexicon.noneNouns.has(atoms[next]?.lower ?? '')) return numeral(at, at + 1, 0, { kind: 'none' });
    if (atoms[next]?.pos !== 'ADJ' && atoms[next]?.pos !== 'NOUN') return null;
  }
  return null;
}

/** "not a single | foreign fighter", "not one | of them": persons, of whom there are none; not "not one | but two". */
function isOfPersons(atoms: readonly Atom[], from: number, lexicon: Lexicon): boolean {
  for (let next = from; next < Math.min(from + 4, atoms.length); next += 1) {
    const { lower = '', pos } = atoms[next] ?? {};
    if (lower === 'of' || lexicon.noneNouns.has(lower) || lexicon.persons.has(lower)) return true;
    if (!/^(?:ADJ|NOUN|PROPN)$/.test(pos ?? '')) return false;
  }
  return false;
}

/** "a triple homicide": people, of one deed; "a double murder suspect" is somebody else. */
function readMultiple(atoms: readonly Atom[], at: number, lexicon: Lexicon): Numeral | null {
  const value = lexicon.multiples.get(atoms[at]?.lower ?? '');
  if (value === undefined) return null;
  const behind = atoms[at + 2];
  if (/^(?:NOUN|PROPN)$/.test(behind?.pos ?? '') || lexicon.persons.has(behind?.lower ?? '')) return null;
  return lexicon.multipleNouns.has(atoms[at + 1]?.lower ?? '') ? numeral(at, at + 1, value) : null;
}

/** "an | hour and a half", "an | hour and 25 minutes": one of the unit, and more. */
function isAndMore(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  const unit = lexicon.unitWords.longest(atoms, at + 1);
  return (
    unit !== null &&
    (halfBehind(atoms, unit.end, lexicon) !== null || isRestBehind(atoms, unit.end, unit.found, lexicon))
  );
}

/** "and 25 minutes" behind "an hour": a number of a smaller unit of time. */
function isRestBehind(
  atoms: readonly Atom[],
  at: number,
  { dimension, factor }: UnitEntry,
  lexicon: Lexicon,
): boolean {
  if (dimension !== 'time' || atoms[at]?.lower !== 'and') return false;
  const rest = readCardinal(atoms, at + 1, lexicon);
  const small = rest && lexicon.unitWords.longest(atoms, rest.end)?.found;
  return small?.dimension === 'time' && rest !== null && rest.value * small.factor < factor;
}

/** "and a half", "and three quarters" behind a unit, unless it is the half of something: "and a half marathon". */
export function halfBehind(atoms: readonly Atom[], at: number, lexicon: Lexicon): Numeral | null {
  if (atoms[at]?.lower !== 'and') return null;
  const part = readPart(atoms, at + 1, lexicon);
  if (!part || part.value >= 1 || part.end <= at + 2) return null;
  const after = atoms[part.end];
  const own = after !== undefined && (/^(?:NOUN|PROPN|ADJ|NUM|DET)$/u.test(after.pos) || isHyphen(after));
  return own || after?.lower === 'of' ? null : part;
}

function readArticle(atoms: readonly Atom[], at: number, lexicon: Lexicon, joined: boolean): Numeral | null {
  const next = lexicon.words.get(atoms[at + 1]?.lower ?? '');
  if (next?.kind !== 'scale') return isAndMore(atoms, at, lexicon) ? numeral(at, at + 1, 1) : null;
  // "a score of villages", but "a score of 85".
  if (next.value === 20)
    return atoms[at + 2]?.lower === 'of' && atoms[at + 3]?.pos === 'NOUN' ? numeral(at, at + 2, 20) : null;
  if (next.value === 12) return numeral(at, at + 2, 12);
  const cardinal = readCardinal(atoms, at + 1, lexicon, joined, true);
  return cardinal && { ...cardinal, start: at };
}

/**
 * Reads the numeral that begins at an atom, or null.
 * @param joined whether "and" may carry a number on; off between "between" and its own "and".
 */
export function readNumeral(
  atoms: readonly Atom[],
  at: number,
  lexicon: Lexicon,
  joined = true,
): Numeral | null {
  const vague =
    readVague(atoms, at, lexicon) ?? readNone(atoms, at, lexicon) ?? readMultiple(atoms, at, lexicon);
  if (vague) return vague;
  const part = readPart(atoms, at, lexicon) ?? readFraction(atoms, at, lexicon);
  if (part) return scaledPart(atoms, part, lexicon);
  if (atoms[at]?.lower === 'dozen' && atoms[at - 1]?.lower !== 'the') return numeral(at, at + 1, 12);
  if (isArticle(atoms[at])) return readArticle(atoms, at, lexicon, joined);
  const base = readCardinal(atoms, at, lexicon, joined);
  if (!base) return null;
  if (base.scale === 12 && base.value === 12 && atoms[at]?.lower === 'dozens') return null;
  return joined ? (readImproper(atoms, base, lexicon) ?? extend(atoms, base, lexicon)) : base;
}
