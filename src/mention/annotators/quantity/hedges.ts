import type { Hedge } from '../../../value/value.ts';
import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon.ts';
import { isHyphen } from './numeral.ts';

/** Where several hedges stand in one phrase, the first of this order says what the phrase means. */
const STRONGEST: readonly Hedge[] = [
  'at-least',
  'more-than',
  'at-most',
  'less-than',
  'up-to',
  'nearly',
  'about',
  'exact',
];
const MOST_HEDGES = 5;

/** The hedge of a number and the atoms [from, to) that it covers together with it. */
export interface Hedged {
  hedge: Hedge;
  from: number;
  /** Where "a further" and the like begin, which change nothing. */
  lead: number;
  to: number;
}

/** What stands around a number in its sentence. */
interface Place {
  /** No hedge reaches before it. */
  floor: number;
  /** Where the latest quantity ended. */
  read: number;
  /** The number is a length of time. */
  duration: boolean;
}

const strongest = (found: readonly Hedge[]): Hedge =>
  found.length === 0 ? 'bare' : (STRONGEST.find((hedge) => found.includes(hedge)) ?? 'bare');

/** "over three days" is a span of time unless something lasted it; "3,000 km over 21 stages" goes over them. */
function isSpan(atoms: readonly Atom[], at: number, lexicon: Lexicon, { read, duration }: Place): boolean {
  if (atoms[at]?.lower !== 'over') return false;
  if (at === read) return atoms[at + 2]?.lower !== 'age';
  if (!duration) return false;
  return !lexicon.contexts.lasting.has(atoms[at - 1]?.lower ?? '') && atoms[at - 1] !== undefined;
}

/** "a six-under 66": so many strokes fewer than a course is worth. */
const isScore = (atoms: readonly Atom[], at: number): boolean =>
  /^(?:under|over)$/u.test(atoms[at]?.lower ?? '') && isHyphen(atoms[at - 1]) && !atoms[at]?.spaced;

function before(
  atoms: readonly Atom[],
  from: number,
  place: Place,
  lexicon: Lexicon,
): { found: Hedge[]; from: number; lead: number } {
  const { floor } = place;
  const found: Hedge[] = [];
  let start = from;
  let lead = from;
  for (let at = from - 1, round = 0; at >= floor && round < MOST_HEDGES; round += 1) {
    const match = lexicon.hedgesBefore.longest(atoms, at);
    if (!match || match.end + 1 < floor) break;
    const first = match.end + 1;
    if (match.found.unlessAfter.has(atoms[first - 1]?.lower ?? '') && first - 1 >= floor) break;
    if (isSpan(atoms, first, lexicon, place) || isScore(atoms, first)) break;
    if (match.found.hedge !== 'bare') {
      found.push(match.found.hedge);
      start = first;
    }
    lead = first;
    at = first - 1;
  }
  return { found, from: start, lead };
}

/** "down 9% and under the estimate": what a preposition governs, not "9% and under". */
const BESIDE = /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/u;

function after(atoms: readonly Atom[], to: number, lexicon: Lexicon): { found: Hedge[]; to: number } {
  const match = lexicon.hedgesAfter.longest(atoms, to);
  if (match) {
    const next = atoms[match.end];
    const open =
      next !== undefined &&
      (next.kind === 'number' ||
        lexicon.words.has(next.lower) ||
        next.lower === 'a' ||
        next.lower === 'than' ||
        next.text === '$' ||
        next.text === '£' ||
        next.text === '€');
    if (atoms[to]?.lower === 'and' && BESIDE.test(next?.pos ?? '')) return { found: [], to };
    const glued = atoms[to]?.text === '+' && next?.kind === 'number';
    if (!open && !glued) return { found: [match.found], to: match.end };
    return { found: [], to };
  }
  for (let skip = 1; skip <= 2; skip += 1) {
    const noun = atoms[to + skip - 1];
    if (noun?.kind !== 'word' || !/^(?:NOUN|ADJ)$/u.test(noun.pos)) break;
    if (atoms[to + skip]?.lower !== 'or') continue;
    const late = lexicon.hedgesAfter.longest(atoms, to + skip);
    if (late) return { found: [late.found], to };
  }
  return { found: [], to };
}

/** The hedges around the atoms [from, to): several in one phrase are read as the strongest of them. */
export function readHedges(
  atoms: readonly Atom[],
  [from, to]: readonly [number, number],
  place: Place,
  lexicon: Lexicon,
): Hedged {
  const left = before(atoms, from, place, lexicon);
  const right = after(atoms, to, lexicon);
  return {
    hedge: strongest([...right.found, ...left.found]),
    from: left.from,
    lead: left.lead,
    to: right.to,
  };
}
