import type { AttributionNode, Claim } from '../claim/claim.ts';
import type { Measure, Measures } from '../value/compare.ts';
import type { Value } from '../value/value.ts';
import type { AsOf, AsOfs } from './as-of.ts';
import { isScopedSo, scopedOf } from './comparability-key.ts';
import { Names, type Numbers, roomFor } from './names.ts';
import type { Scoped } from './scope-relation.ts';

const BARE = 1;
const NEGATED = 2;
const PART = 4;
/** So many scopes of a group are looked through for one that is the same. */
const FEW = 8;
const NO_CHAIN: readonly AttributionNode[] = [];

/**
 * What later steps ask of the claims of a group, column by column. A claim is a dozen objects that lie apart in memory:
 * it is walked through once, here, and nothing of it is kept twice.
 */
export class Columns {
  readonly claims: readonly Claim[];
  readonly ids: readonly string[];
  readonly outlets: Names;
  readonly documents: Names;
  /** The figure of each claim, where it has one, and when it was current. */
  readonly measures: (Measure | null)[];
  readonly asOfs: AsOf[];
  /** Who is named as the source. */
  readonly sources: (string | null)[];
  /** Whether all figures are of one kind and unit. */
  readonly shareUnit: boolean;
  /** Whether any claim says that it is a part of another. */
  readonly hasParts: boolean;
  private readonly flags: Numbers;
  private chains: Map<number, readonly AttributionNode[]> | null = null;
  private readonly scopes: Scoped[] = [];

  /** `ids`: those of the claims. */
  constructor(claims: readonly Claim[], ids: readonly string[], ruler: Measures, asOfs: AsOfs) {
    const size = claims.length;
    this.claims = claims;
    this.ids = ids;
    this.outlets = new Names(size);
    this.documents = new Names(size);
    this.measures = new Array(size);
    this.asOfs = new Array(size);
    this.sources = new Array(size);
    this.flags = roomFor(size);
    let [first, isOne]: [Value | null, boolean] = [null, true];
    const parts: number[] = [];
    for (let i = 0; i < size; i++) {
      const claim = claims[i] as Claim;
      const { value } = claim;
      this.read(claim, i);
      const measure = ruler.of(value);
      this.measures[i] = measure;
      this.asOfs[i] = asOfs.of(claim);
      if (claim.partOf !== null) parts.push(i);
      if (measure === null) continue;
      first ??= value;
      isOne = isOne && haveOneUnit(first, value);
    }
    this.shareUnit = isOne;
    this.hasParts = parts.length > 0;
    if (this.hasParts) this.markParts(parts);
  }

  private read({ outlet, documentId, value: { hedge }, attribution, polarity }: Claim, at: number): void {
    this.outlets.set(at, outlet);
    this.documents.set(at, documentId);
    this.flags[at] = (isBareHedge(hedge) ? BARE : 0) | (polarity === 'negated' ? NEGATED : 0);
    this.sources[at] = attribution.origin;
    if (attribution.chain.length === 0) return;
    this.chains ??= new Map();
    this.chains.set(at, attribution.chain);
  }

  private markParts(parts: readonly number[]): void {
    const known = new Set(this.ids);
    for (const at of parts) {
      const whole = this.claims[at]?.partOf ?? '';
      if (whole !== this.ids[at] && known.has(whole)) this.flags[at] = (this.flags[at] ?? 0) | PART;
    }
  }

  chainOf(at: number): readonly AttributionNode[] {
    return this.chains?.get(at) ?? NO_CHAIN;
  }

  /** The scope of a claim: nearly always that of the others too, which is then the same object. */
  scopedAt(at: number): Scoped {
    const claim = this.claims[at] as Claim;
    for (const known of this.scopes) if (isScopedSo(claim, known)) return known;
    const own = scopedOf(claim);
    if (this.scopes.length < FEW) this.scopes.push(own);
    return own;
  }

  /** A number without a word that loosens it. */
  isBare(at: number): boolean {
    return ((this.flags[at] ?? 0) & BARE) !== 0;
  }

  isNegated(at: number): boolean {
    return ((this.flags[at] ?? 0) & NEGATED) !== 0;
  }

  /** Stated as a part of another figure of the group. */
  isPart(at: number): boolean {
    return ((this.flags[at] ?? 0) & PART) !== 0;
  }
}

const isBareHedge = (hedge: Value['hedge']): boolean =>
  hedge === 'bare' || hedge === 'exact' || hedge === 'implicit';

const haveOneUnit = (a: Value, b: Value): boolean =>
  a === b || (a.kind === b.kind && a.unit === b.unit && a.denominator === b.denominator);
