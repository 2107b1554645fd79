import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import { remember } from '../remember.ts';
import { type Measure, sameRange } from '../value/compare.ts';
import type { AsOf, AsOfs } from './as-of.ts';

/** A claim with all that comparing it needs, computed once. */
export interface Statement {
  readonly claim: Claim;
  readonly measure: Measure;
  readonly origin: string;
  readonly asOf: AsOf;
  /** Stated as a part of another figure of the same group: it is compared with that one alone. */
  readonly isPart: boolean;
  /** A number without a word that loosens it. */
  readonly isBare: boolean;
}

const BARE: ReadonlySet<string> = new Set(['bare', 'exact', 'implicit']);

/**
 * The statements of a group: quantified, affirmed, each with its origin. In the order of the claims.
 *
 *   origins   of each claim
 *   measures  of each claim; null where it has none
 */
export function statementsOf(
  claims: readonly Claim[],
  origins: readonly string[],
  measures: readonly (Measure | null)[],
  asOfs: AsOfs,
): Statement[] {
  const parted = claims.some((claim) => claim.partOf !== null);
  const ids = new Set(parted ? claims.map((claim) => claim.id) : []);
  const statements: Statement[] = [];
  claims.forEach((claim, i) => {
    const measure = measures[i];
    if (!measure || claim.polarity === 'negated') return;
    const origin = origins[i] ?? claim.outlet;
    const isPart = claim.partOf !== null && claim.partOf !== claim.id && ids.has(claim.partOf);
    statements.push({
      claim,
      measure,
      origin,
      asOf: asOfs.of(claim),
      isPart,
      isBare: BARE.has(claim.value.hedge),
    });
  });
  return statements;
}

/** A key of statements that is written once for each measure, which many of them share. */
export function byMeasure(write: (measure: Measure) => string): (statement: Statement) => string {
  const written = remember(write);
  return ({ measure }) => written(measure);
}

/** By value alone, then by id. */
export const compareStatements = (a: Statement, b: Statement): number =>
  (a.measure === b.measure ? 0 : a.measure.halo.low - b.measure.halo.low) ||
  (a.claim.value.text === b.claim.value.text ? 0 : byCodePoint(a.claim.value.text, b.claim.value.text)) ||
  byCodePoint(a.claim.id, b.claim.id);

/** Sorts statements, which most often are in order already. */
export function sortStatements(statements: Statement[]): void {
  const isAfter = (next: Statement, i: number): boolean =>
    i > 0 && compareStatements(statements[i - 1] ?? next, next) > 0;
  if (statements.some(isAfter)) statements.sort(compareStatements);
}

/** Whether two figures are one, loosened alike. */
export const sameFigure = (a: Measure, b: Measure): boolean =>
  a.nominal === b.nominal && sameRange(a.core, b.core) && sameRange(a.halo, b.halo);
