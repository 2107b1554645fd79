import type { Form } from './form.ts';
import { endsOf, tagsOf } from './patterns.ts';
import { Unit } from './unit.ts';
import { BLANKS, isPlain, type Numbers, Wink } from './wink.ts';

/** A text as it was tagged: its words, and for each sentence the index of its last one. */
export interface Tagged {
  readonly forms: readonly Form[];
  /** For each word where it stands in the text; below zero where that has to be looked for. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What stands between two blanks, as it is cut wherever it stands. */
interface Run {
  readonly units: readonly Unit[];
  /** The only one of them, at hand for the many runs that are one word. */
  readonly only: Unit | null;
  /** Nothing is lost or changed of it: its words stand one right behind the other. */
  readonly exact: boolean;
  /** Letters or figures alone. */
  readonly plain: boolean;
  /** Words of it that are cut no more in the rest of a text. */
  readonly taught: readonly string[];
}

/** A text while it is cut: its words, where they stand, and what each is to the patterns that end sentences. */
interface Cut {
  readonly units: Unit[];
  readonly starts: number[];
  readonly events: number[];
}

/** Where a word stands whose run was changed as it was cut. */
const UNKNOWN = -1;

/** Adds the words of a run that is not one word. */
function putEach({ units, starts, events }: Cut, run: Run, from: number, spaced: boolean): void {
  let at = from;
  for (const unit of run.units) {
    units.push(unit);
    starts.push(run.exact ? at : UNKNOWN);
    events.push(spaced && at === from ? unit.spaced : unit.glued);
    at += unit.text.length;
  }
}

/** Most runs that are remembered by each of two lists. */
const MOST_RUNS = 60_000;

/** Past so many words that it has taught, a text is cut as a whole: each is looked for in all that follows. */
const MOST_TAUGHT = 100;

/** Blanks that are kept as they are by the tagger, which counts them among the words. */
const ODD_BLANK = /[\u00a0\u2002-\u2005\u2009\u200a\u202f\u205f]/;

const WORD_MARK = /^[a-z]{2,}[,.;:?!”"’)\]]$/i;
const MARK_WORD = /^["“‘([][a-z]{2,}$/i;
const NONE: readonly never[] = [];

/** A shorter piece of a string is copied by the engine itself. */
const LONGEST_COPIED = 13;

const SPACE = 32;
const isSpace = (code: number): boolean => code === SPACE;
const isBreak = (code: number): boolean => code === 10 || code === 13 || code === 9;

/** Where what begins at a place ends: a row of spaces, a row of other blanks, or a run of neither. */
function rowEnd(text: string, from: number): number {
  const code = text.charCodeAt(from);
  let end = from + 1;
  if (isSpace(code)) while (isSpace(text.charCodeAt(end))) end += 1;
  else if (isBreak(code)) while (isBreak(text.charCodeAt(end))) end += 1;
  else
    for (; end < text.length; end += 1) {
      const next = text.charCodeAt(end);
      if (isSpace(next) || isBreak(next)) break;
    }
  return end;
}

/**
 * What is known of words and runs while few enough are kept. What stands between two blanks is cut alike wherever it
 * stands, and cut once; only where a text itself would change that (see `Wink`) the text is cut as a whole.
 */
export class Life {
  private readonly wink = new Wink();
  private recent = new Map<string, Run>();
  private older = new Map<string, Run>();
  private readonly units = new Map<number, Unit>();

  /** How many words came that are in no dictionary. */
  get unknown(): number {
    return this.wink.unknown;
  }

  read(text: string): Tagged {
    const cut: Cut = { units: [], starts: [], events: [] };
    if (ODD_BLANK.test(text) || !this.cutRuns(text, cut)) this.cutWhole(text, cut);
    const { units, starts, events } = cut;
    const tags = tagsOf(units);
    const forms: Form[] = [];
    for (const unit of units)
      forms.push(unit.under(unit.contracted ? unit.tag : (tags[forms.length] ?? unit.tag)));
    return { forms, starts, ends: endsOf(events) };
  }

  /** Whether a word is in the dictionary as it is written, and one word. */
  has(word: string): boolean {
    if (!this.wink.isListed(word)) return false;
    const { units } = this.runOf(word);
    return units.length === 1 && units[0]?.contracted === false;
  }

  /** Cuts a text run by run; false where a word that it has taught makes a difference further on. */
  private cutRuns(text: string, cut: Cut): boolean {
    const { units, starts, events } = cut;
    const taught: string[] = [];
    let spaced = false;
    for (let from = 0, end = 0; from < text.length; from = end) {
      end = rowEnd(text, from);
      if (isSpace(text.charCodeAt(from))) {
        spaced = true;
        continue;
      }
      const written = text.slice(from, end);
      const run = this.runOf(written);
      if (!run.plain && taught.length > 0 && taught.some((word) => differs(written, run, word))) return false;
      const { only } = run;
      if (only === null) putEach(cut, run, from, spaced);
      else {
        units.push(only);
        starts.push(run.exact ? from : UNKNOWN);
        events.push(spaced ? only.spaced : only.glued);
      }
      if (run.units.length > 0) spaced = false;
      if (run.taught.length === 0) continue;
      taught.push(...run.taught);
      if (taught.length > MOST_TAUGHT) return false;
    }
    return true;
  }

  private cutWhole(text: string, { units, starts, events }: Cut): void {
    for (const list of [units, starts, events]) list.length = 0;
    for (const token of this.wink.cut(text).tokens) {
      const unit = this.unitOf(token);
      units.push(unit);
      starts.push(UNKNOWN);
      events.push((token[1] & BLANKS) > 0 ? unit.spaced : unit.glued);
    }
  }

  private runOf(written: string): Run {
    const recent = this.recent.get(written);
    if (recent !== undefined) return recent;
    const run = this.older.get(written) ?? this.cutRun(written);
    if (this.recent.size >= MOST_RUNS) {
      this.older = this.recent;
      this.recent = new Map();
      this.units.clear();
    }
    this.recent.set(copyOf(written), run);
    return run;
  }

  private cutRun(written: string): Run {
    const plain = isPlain(written);
    const known = plain ? this.wordOf(written) : this.wordAndMark(written);
    if (known !== null) return runOf(written, known, plain, NONE);
    const { tokens, forgotten } = this.wink.cut(written);
    return runOf(
      written,
      tokens.map((token) => this.unitOf(token)),
      plain,
      forgotten,
    );
  }

  /** A plain word or a mark, which is not cut; null for a contraction. */
  private wordOf(written: string): readonly Unit[] | null {
    const word = this.wink.numberOf(written);
    return word === null ? null : [this.unitOf([word, 0, 0, 0])];
  }

  /** A plain word with a mark before or behind it: unless both are one word, as "Gen." is, they are two tokens. */
  private wordAndMark(written: string): readonly Unit[] | null {
    const at = WORD_MARK.test(written) ? written.length - 1 : MARK_WORD.test(written) ? 1 : 0;
    if (at === 0 || this.wink.known.lookup(written) !== null) return null;
    const before = this.wordOf(written.slice(0, at));
    const behind = before && this.wordOf(written.slice(at));
    return behind && [...before, ...behind];
  }

  private unitOf(token: Numbers): Unit {
    const [word, second] = token;
    const known = second > BLANKS ? undefined : this.units.get(word);
    if (known !== undefined) return known;
    const unit = new Unit(token, this.wink);
    if (!unit.contracted) this.units.set(word, unit);
    return unit;
  }
}

/** A run of its words. */
function runOf(written: string, units: readonly Unit[], plain: boolean, taught: readonly string[]): Run {
  const exact = units.map(({ text }) => text).join('') === written;
  return { units, only: units.length === 1 ? (units[0] ?? null) : null, exact, plain, taught };
}

/** A piece of a text is kept with the whole text behind it; a string of its own is not. */
const copyOf = (piece: string): string => (piece.length < LONGEST_COPIED ? piece : [...piece].join(''));

/** Whether a run could be cut otherwise behind a word of it that a text has taught. */
const differs = (written: string, { units }: Run, word: string): boolean =>
  written.includes(word) && !units.some(({ text }) => text === word);
