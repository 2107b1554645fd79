import type { Finding } from '../finding/finding.ts';
import { campOfStatements } from '../finding/gather-camp.ts';
import { became } from '../finding/growth.ts';
import type { Cell } from '../group/cells.ts';
import type { Statement } from '../group/statements.ts';
import { findPositions, type Position, type Voice, WHOLE_VOICE, weightOf } from '../group/voices.ts';
import { meet, type Range } from '../value/compare.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** Who still speaks for a figure that has grown or moved since it was first given. */
export interface Standing {
  readonly voices: readonly Voice[];
  readonly positions: readonly Position[];
  /** Those whose figure at least two others have left behind. */
  readonly overtaken: readonly Voice[];
}

/** Beyond so many independent voices a majority tells what an order of reports would. */
const MOST_VOICES = 256;
const TWO_VOICES = 2 * WHOLE_VOICE;

/** The first statement of each figure of a voice: who repeats it later says nothing new. */
function firstsOf({ statements }: Voice): readonly Statement[] {
  const [only] = statements;
  if (only && statements.length === 1) return [only];
  const firsts = new Map<Range, Statement>();
  for (const statement of statements) {
    const { halo } = statement.measure;
    const first = firsts.get(halo);
    if (!first || statement.asOf.to < first.asOf.to) firsts.set(halo, statement);
  }
  return [...firsts.values()];
}

/** The first of several statements that leaves no room for a figure; null when all of them do. */
function firstBeside(firsts: readonly Statement[], figure: Range): Statement | null {
  let first: Statement | null = null;
  for (const statement of firsts) {
    if (meet(statement.measure.halo, figure)) continue;
    if (first === null || statement.asOf.to < first.asOf.to) first = statement;
  }
  return first;
}

/** Whether nobody says anything later than another, so that nothing can be left behind. */
function haveOneMoment(voices: readonly Voice[]): boolean {
  const moment = voices[0]?.asOf.to;
  for (const { statements } of voices)
    for (const { asOf } of statements) if (asOf.to !== moment) return false;
  return true;
}

/** Tells of two voices of a group whether the figure of one became that of the other. */
class Growth {
  private readonly firsts = new Map<Voice, readonly Statement[]>();
  private readonly cell: Pick<Cell, 'predicate'>;
  private readonly confirmed: readonly ReadonlySet<string>[];
  private readonly vocabulary: Vocabulary;

  constructor(cell: Pick<Cell, 'predicate'>, about: readonly Finding[], vocabulary: Vocabulary) {
    this.cell = cell;
    this.vocabulary = vocabulary;
    this.confirmed = about
      .filter(({ flagged, review }) => flagged && review.status === 'confirmed')
      .map(({ claims }) => new Set(claims));
  }

  leads(early: Voice, late: Voice): boolean {
    if (early.origin === late.origin) return false;
    const before = firstBeside(this.firstsFor(early), late.halo);
    const after = firstBeside(this.firstsFor(late), early.halo);
    if (before === null || after === null || after.asOf.to <= before.asOf.to) return false;
    if (this.areConfirmed(before, after)) return false;
    const { predicate } = this.cell;
    const campOf = (said: Statement) => campOfStatements([said], predicate, this.vocabulary);
    return became(campOf(before), campOf(after), predicate, this.vocabulary);
  }

  /** Whether a person says that the two do contradict each other. */
  private areConfirmed(a: Statement, b: Statement): boolean {
    return this.confirmed.some((claims) => claims.has(a.claim.id) && claims.has(b.claim.id));
  }

  private firstsFor(voice: Voice): readonly Statement[] {
    const known = this.firsts.get(voice);
    if (known) return known;
    const firsts = firstsOf(voice);
    this.firsts.set(voice, firsts);
    return firsts;
  }
}

/**
 * A count of Tuesday morning that two independent voices of one position have since left behind is history, as it is when
 * its own origin gives a newer one. One later figure alone overtakes nothing: it may be the mistaken one. Whether a
 * figure grew is for the rules of findings to say.
 * @param about the findings about the group: what a person has confirmed as a contradiction stays one
 */
export function partOvertaken(
  { voices: { current, positions }, predicate }: Pick<Cell, 'voices' | 'predicate'>,
  about: readonly Finding[],
  vocabulary: Vocabulary,
): Standing {
  const all = { voices: current, positions, overtaken: [] };
  if (positions.length < 2 || current.length > MOST_VOICES) return all;
  const leading = positions.filter(({ voices }) => weightOf(voices) >= TWO_VOICES);
  if (leading.length === 0 || haveOneMoment(current)) return all;
  const growth = new Growth({ predicate }, about, vocabulary);
  const isOvertaken = (early: Voice): boolean =>
    leading.some(
      ({ voices }) =>
        !voices.includes(early) && weightOf(voices.filter((late) => growth.leads(early, late))) >= TWO_VOICES,
    );
  const overtaken = current.filter(isOvertaken);
  if (overtaken.length === 0) return all;
  const gone = new Set(overtaken);
  const voices = current.filter((voice) => !gone.has(voice));
  return { voices, positions: findPositions(voices), overtaken };
}
