import type { Claim, Provenance } from '../claim/claim.ts';
import { isOpenSum } from '../claim/totals.ts';
import { eachAs } from '../each-as.ts';
import type { AsOf } from '../group/as-of.ts';
import { instantOf } from '../group/calendar.ts';
import { decisiveOf, isDated, isStructured, scopedOf } from '../group/comparability-key.ts';
import type { Scoped } from '../group/scope-relation.ts';
import { sortedOnce } from '../identity.ts';
import { type Measure, measureOf, type Range } from '../value/compare.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { CampSide, saying } from './camp-side.ts';
import type { Side } from './pair.ts';

/** What a camp is made from. */
export interface CampParts {
  readonly claims: readonly Claim[];
  readonly origins: string[];
  /** Thousandths of independent voices. */
  readonly weight: number;
  /** The claim whose words stand for the camp, and its measure and scope where they are at hand. */
  readonly words: Claim;
  readonly measure?: Measure;
  readonly scoped?: Scoped;
  readonly halo?: Range;
  readonly asOf: AsOf;
  readonly predicate: Predicate | undefined;
  readonly vocabulary: Vocabulary;
}

/** What of a camp differs from what its claims tell. */
interface Otherwise {
  readonly side?: Partial<Side>;
  readonly reportedAt?: number;
  /** The figures that it adds up, in words. */
  readonly adds?: string;
}

const NOTHING_ELSE: Otherwise = {};

/** Claims that stand on one side of a pair. What few verdicts ask of them is worked out when one does. */
export class Camp {
  readonly claims: readonly Claim[];
  readonly origins: readonly string[];
  /** Thousandths of independent voices. */
  readonly weight: number;
  readonly side: Side;
  readonly asOf: AsOf;
  readonly scoped: Scoped;
  private readonly parts: CampParts;
  private readonly otherwise: Otherwise;
  private listed: readonly string[] | null = null;
  private in: ReadonlySet<string> | null = null;
  private founded: number | null = null;
  private stated: boolean | null = null;
  private newest: number | null = null;
  private oldest: number | null = null;
  private over: number | null | undefined;
  private at: string | null | undefined;
  private sum: string | null | undefined;
  private stands: string | null = null;
  /** Of the words that stand for it, whatever the others of its claims allow. */
  private readonly measure: Measure | null;
  private hedges: Claim | null | undefined;
  private names: boolean | null = null;

  constructor(parts: CampParts, otherwise = NOTHING_ELSE) {
    const { claims, words, vocabulary } = parts;
    const measure = parts.measure ?? measureOf(words.value, vocabulary.rules.durations);
    const origins = sortedOnce(parts.origins);
    this.parts = parts;
    this.otherwise = otherwise;
    this.claims = claims;
    this.origins = origins;
    this.weight = parts.weight;
    this.asOf = parts.asOf;
    this.scoped = parts.scoped ?? scopedOf(words);
    this.measure = measure;
    const side = new CampSide(parts, origins, measure);
    this.side = otherwise.side ? saying(side, otherwise.side) : side;
  }

  /** The same camp, with some of it told otherwise. */
  with(otherwise: Otherwise): Camp {
    const side = { ...this.otherwise.side, ...otherwise.side };
    return new Camp(this.parts, { ...this.otherwise, ...otherwise, side });
  }

  /** The figures that it adds up, in words; null where it is no sum. */
  get adds(): string | null {
    if (this.sum === undefined) this.sum = this.otherwise.adds ?? openSumOf(this.claims);
    return this.sum;
  }

  /** The ids of its claims, each once, in order. */
  get ids(): readonly string[] {
    this.listed ??= sortedOnce(eachAs(this.claims, ({ id }) => id));
    return this.listed;
  }

  get documents(): ReadonlySet<string> {
    this.in ??= new Set(this.claims.map((claim) => claim.documentId));
    return this.in;
  }

  /** Whether it counts what came on top of an earlier count, and tells the day. */
  get addition(): { readonly dated: boolean } | null {
    const { words } = this.parts;
    return words.increment ? { dated: isDated(words) } : null;
  }

  /** The one document of all its claims; null when they stand in several. */
  get document(): string | null {
    if (this.at === undefined) this.at = documentOf(this.claims);
    return this.at;
  }

  /** The figure or statement that it stands for: who joins it later does not make it another one. */
  get standing(): string {
    this.stands ??= standingOf(this.side, this.measure);
    return this.stands;
  }

  /** Whether it stands for a figure alone, which needs no escapes. */
  get isFigure(): boolean {
    return isFigure(this.side);
  }

  /** When the newest of its reports came out, in milliseconds. */
  get reportedAt(): number {
    this.newest ??= this.otherwise.reportedAt ?? newestOf(this.claims);
    return this.newest;
  }

  /** When the first of its reports came out, in milliseconds. */
  get firstReportedAt(): number {
    this.oldest ??= this.claims.reduce(
      (first, claim) => Math.min(first, instantOf(claim.publishedAt) ?? first),
      this.reportedAt,
    );
    return this.oldest;
  }

  /** When what it speaks of was over, in milliseconds; null when nobody says. */
  get end(): number | null {
    if (this.over === undefined) this.over = instantOf(this.parts.words.scope.time?.to ?? null);
    return this.over;
  }

  get certainty(): number {
    this.founded ??= certaintyOf(this.claims, this.parts.predicate, this.parts.vocabulary);
    return this.founded;
  }

  /** Whether one of its claims names who it goes back to. */
  get namesOrigin(): boolean {
    this.names ??= this.claims.some((claim) => claim.attribution.origin !== null);
    return this.names;
  }

  /** A claim that gives with a hedge what another one gives without; null where there is none. */
  get hedged(): Claim | null {
    if (this.hedges === undefined) this.hedges = hedgedOf(this.claims);
    return this.hedges;
  }

  /** Time and place are stated in the very clauses of all its claims. */
  get explicit(): boolean {
    this.stated ??= this.claims.every((claim) => isExplicit(claim, this.parts.predicate));
    return this.stated;
  }
}

const isFigure = ({ label, members }: Side): boolean => label === null && members.length === 0;

/** What is no figure is written as it always was. */
const NO_MEASURE = 'null -Infinity Infinity undefined undefined';

function standingOf(side: Side, measure: Measure | null): string {
  const { label, members, exhaustive, negated } = side;
  const figure = `${measure?.written ?? NO_MEASURE} ${exhaustive} ${negated}`;
  return isFigure(side) ? figure : JSON.stringify([figure, label, members]);
}

const isBare = ({ value: { hedge } }: Claim): boolean => hedge === 'bare' || hedge === 'exact';

function hedgedOf(claims: readonly Claim[]): Claim | null {
  const [first] = claims;
  if (!first || claims.every((claim) => isBare(claim) === isBare(first))) return null;
  const bare = new Set<number | null>();
  for (const claim of claims) if (isBare(claim)) bare.add(claim.value.nominal);
  return claims.find((claim) => !isBare(claim) && bare.has(claim.value.nominal)) ?? null;
}

/** The words of the only claim, where it counts several kinds without adding them up. */
const openSumOf = ([claim, ...others]: readonly Claim[]): string | null =>
  claim !== undefined && others.length === 0 && isOpenSum(claim) ? claim.value.text : null;

function documentOf(claims: readonly Claim[]): string | null {
  const document = claims[0]?.documentId ?? null;
  for (const { documentId } of claims) if (documentId !== document) return null;
  return document;
}

function newestOf(claims: readonly Claim[]): number {
  let [newest, read] = [0, ''];
  for (const { publishedAt } of claims) {
    // Most are of one report after the other.
    if (publishedAt === read) continue;
    read = publishedAt;
    newest = Math.max(newest, instantOf(publishedAt) ?? 0);
  }
  return newest;
}

/** Confidence of extraction, lowered where the scope was inferred: of the best-founded claim of the camp. */
function certaintyOf(
  claims: readonly Claim[],
  predicate: Predicate | undefined,
  vocabulary: Vocabulary,
): number {
  const factors = vocabulary.rules.severity.provenance;
  const decisive = decisiveOf(predicate);
  let best = 0;
  for (const claim of claims) {
    if (claim.confidence <= best) continue;
    let least = 1;
    for (const dimension of decisive) {
      const provenance = claim.scope.provenance[dimension];
      if (dimension === 'population' && claim.scope.population === null && provenance !== 'unknown') continue;
      const assumed = isStructured(claim) ? 1 : factors.unknown;
      least = Math.min(least, provenance === undefined ? assumed : factors[provenance]);
    }
    best = Math.max(best, claim.confidence * least);
  }
  return best;
}

const isStated = (provenance: Provenance | undefined): boolean =>
  provenance === 'explicit' || provenance === 'review';

function isExplicit(claim: Claim, predicate: Predicate | undefined): boolean {
  if (isStructured(claim)) return true;
  const { provenance } = claim.scope;
  for (const dimension of decisiveOf(predicate)) {
    const tells = dimension === 'time' || dimension === 'place';
    if (tells && !isStated(provenance[dimension])) return false;
  }
  return true;
}
