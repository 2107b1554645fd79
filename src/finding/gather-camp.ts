import type { Claim } from '../claim/claim.ts';
import { eachAs } from '../each-as.ts';
import type { Statement } from '../group/statements.ts';
import { compareStatements, originsOf } from '../group/statements.ts';
import { compareNumbers, type Voice, WHOLE_VOICE } from '../group/voices.ts';
import { sameRange } from '../value/compare.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { Camp } from './camp.ts';

/** The voice that stands for several: said by most origins, then the lower, then by id. */
function leading(voices: readonly Voice[]): Voice {
  const [first] = voices;
  if (!first) throw new RangeError('a camp has at least one voice');
  if (voices.length === 1) return first;
  const support = supportOf(voices);
  let [best, most] = [first, support(first, 0)];
  for (let i = 1; i < voices.length; i++) {
    const voice = voices[i] as Voice;
    const backing = support(voice, i);
    if (backing > most || (backing === most && byFigure(best, voice) > 0)) [best, most] = [voice, backing];
  }
  return best;
}

/** So few voices are asked one by one. */
const FEW = 16;

/** The weight of all that give the figure of the voice at a place. */
function supportOf(voices: readonly Voice[]): (voice: Voice, at: number) => number {
  if (voices.length <= FEW) return (voice) => supportAmong(voices, voice);
  const figures = new Figures();
  const backed = voices.map((voice) => figures.of(voice));
  for (let i = 0; i < voices.length; i++) (backed[i] as Backed).weight += voices[i]?.weight ?? 0;
  return (_, at) => backed[at]?.weight ?? 0;
}

/** A figure, by a voice that gives it, and the weight of all that do. */
interface Backed {
  readonly voice: Voice;
  weight: number;
}

/** Figures each once. A number has few figures, which are compared; only those of many are written. */
class Figures {
  private readonly byNumber = new Map<number | null, Backed[]>();
  private readonly others = new Map<string, Backed>();

  of(voice: Voice): Backed {
    const near = this.byNumber.get(voice.nominal);
    if (near === undefined) {
      const first = { voice, weight: 0 };
      this.byNumber.set(voice.nominal, [first]);
      return first;
    }
    for (const one of near) if (giveOneFigure(one.voice, voice)) return one;
    const more = { voice, weight: 0 };
    if (near.length < FEW) {
      near.push(more);
      return more;
    }
    const known = this.others.get(figure(voice)) ?? more;
    if (known === more) this.others.set(figure(voice), more);
    return known;
  }
}

function supportAmong(voices: readonly Voice[], voice: Voice): number {
  let sum = 0;
  for (const other of voices) if (giveOneFigure(voice, other)) sum += other.weight;
  return sum;
}

export const giveOneFigure = (a: Voice, b: Voice): boolean =>
  a === b || (a.nominal === b.nominal && (a.halo === b.halo || sameRange(a.halo, b.halo)));

/** The lower figure first, then the tighter, then who gave it first; ids only when all else is the same. */
const byFigure = (a: Voice, b: Voice): number =>
  compareNumbers(a.halo.low, b.halo.low) ||
  compareNumbers(a.halo.high, b.halo.high) ||
  compareNumbers(a.nominal ?? Infinity, b.nominal ?? Infinity) ||
  compareNumbers(a.asOf.to, b.asOf.to) ||
  compareStatements(a.words, b.words);

const figure = ({ nominal, halo }: Voice): string => `${nominal} ${halo.low} ${halo.high}`;

/**
 * Several voices on one side; together they allow whatever one of them allows.
 * @param lead the one whose words stand for all
 */
export function campOfVoices(
  voices: readonly Voice[],
  predicate: Predicate | undefined,
  vocabulary: Vocabulary,
  lead = leading(voices),
): Camp {
  const most = vocabulary.rules.limits.named;
  let [weight, low, high] = [0, Infinity, -Infinity];
  for (const { weight: share, halo } of voices) {
    weight += share;
    if (halo.low < low) low = halo.low;
    if (halo.high > high) high = halo.high;
  }
  return new Camp({
    claims: claimsOf(voices, most),
    origins: namesOf(voices, most),
    weight,
    words: lead.words.claim,
    measure: lead.words.measure,
    scoped: lead.words.scoped,
    halo: { low, high },
    asOf: lead.asOf,
    predicate,
    vocabulary,
  });
}

/** The first claims of several voices, so many at most, in a list that has no room to spare. */
function claimsOf(voices: readonly Voice[], most: number): readonly Claim[] {
  let size = 0;
  for (const { statements } of voices) size += statements.length;
  const claims: Claim[] = new Array(Math.min(size, most));
  let filled = 0;
  for (const { statements } of voices) {
    for (let i = 0; i < statements.length && filled < claims.length; i++)
      claims[filled++] = (statements[i] as Statement).claim;
    if (filled === claims.length) break;
  }
  return claims;
}

/** The origins of the first voices, so many at most. */
function namesOf(voices: readonly Voice[], most: number): string[] {
  const names: string[] = new Array(Math.min(voices.length, most));
  for (let i = 0; i < names.length; i++) names[i] = voices[i]?.origin ?? '';
  return names;
}

/** Statements that say the same. */
export function campOfStatements(
  statements: readonly Statement[],
  predicate: Predicate | undefined,
  vocabulary: Vocabulary,
): Camp {
  const [first] = statements;
  if (!first) throw new RangeError('a camp has at least one statement');
  const most = vocabulary.rules.limits.named;
  const said = statements.length <= most ? statements : statements.slice(0, most);
  const origins = originsOf(statements);
  return new Camp({
    claims: eachAs(said, (statement) => statement.claim),
    origins,
    weight: origins.length * WHOLE_VOICE,
    words: first.claim,
    measure: first.measure,
    scoped: first.scoped,
    asOf: first.asOf,
    predicate,
    vocabulary,
  });
}
