import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import { remember } from '../remember.ts';
import { type Measure, sameRange } from '../value/compare.ts';
import type { AsOf, AsOfs } from './as-of.ts';

/** A claim with all that comparing it needs, computed once. */
export interface Statement {
  readonly claim: Claim;
  /** Where its claim stands among the claims of its group, which are in the order of their ids. */
  readonly at: number;
  readonly outlet: string;
  readonly measure: Measure;
  readonly origin: string;
  readonly asOf: AsOf;
  /** Stated as a part of another figure of the same group: it is compared with that one alone. */
  readonly isPart: boolean;
  /** A number without a word that loosens it. */
  readonly isBare: boolean;
}

const isBareHedge = (hedge: Claim['value']['hedge']): boolean =>
  hedge === 'bare' || hedge === 'exact' || hedge === 'implicit';

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
  let ids: ReadonlySet<string> | null = null;
  const statements: Statement[] = [];
  for (let at = 0; at < claims.length; at++) {
    const [claim, measure] = [claims[at], measures[at]];
    if (!claim || !measure || claim.polarity === 'negated') continue;
    const { partOf, outlet } = claim;
    if (partOf !== null) ids ??= new Set(claims.map(({ id }) => id));
    const isPart = partOf !== null && partOf !== claim.id && ids?.has(partOf) === true;
    const isBare = isBareHedge(claim.value.hedge);
    const origin = origins[at] ?? outlet;
    statements.push({ claim, at, outlet, measure, origin, asOf: asOfs.of(claim), isPart, isBare });
  }
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
