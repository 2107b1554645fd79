import type { Claim } from '../../../claim/claim.ts';
import { type Consensus, everyPosition, type Position } from '../../../consensus/consensus.ts';
import { scaleOf, toShown } from '../../../consensus/scale.ts';
import { byCodePoint } from '../../../identity.ts';
import { measureOf, type Range } from '../../../value/compare.ts';
import { showValue } from '../../show-value.ts';

/** So many statements are drawn; the table behind the drawing has them all. */
export const FIGURE_LIMIT = 40;

/** A closed interval in the unit of the question; null: no limit on that side. */
export interface Ends {
  low: number | null;
  high: number | null;
}

export type Past = 'earlier' | 'withdrawn';

/** What one origin says, and the outlets that carry it in these words. */
export interface FigureRow {
  outlets: string[];
  claims: string[];
  display: string;
  nominal: number | null;
  /** What the wording asserts, inside everything that it allows. */
  core: Ends;
  halo: Ends;
  /** Which position it belongs to: statements of one position can all hold together. */
  series: number;
  /** Why it no longer counts: its own origin took it back or replaced it, or the count has gone on; null: it does. */
  past: Past | null;
}

export interface FigureModel {
  question: string;
  isDate: boolean;
  unit: string | null;
  best: number | null;
  /** Where all statements meet that allow the best figure; null when there is none. */
  band: Ends | null;
  origins: { id: string; rows: FigureRow[] }[];
}

/** The origin of the group that a claim speaks for. */
function originOf(claim: Claim, { origins }: Consensus): string {
  const named = claim.attribution.origin ?? claim.outlet;
  const carrying = origins.filter(({ documents }) => documents.includes(claim.documentId));
  const found =
    origins.find(({ id }) => id === named) ?? carrying.find(({ basis }) => basis !== 'source') ?? carrying[0];
  return found?.id ?? named;
}

/** Where the statements meet that allow the figure. */
function bandOf(best: number | null, rows: readonly FigureRow[]): Ends | null {
  if (best === null) return null;
  const allowing = rows.filter(
    ({ halo, past }) => past === null && (halo.low ?? best) <= best && (halo.high ?? best) >= best,
  );
  if (allowing.length === 0) return null;
  const low = Math.max(...allowing.map(({ halo }) => halo.low ?? -Infinity));
  const high = Math.min(...allowing.map(({ halo }) => halo.high ?? Infinity));
  return { low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null };
}

const sortKey = ({ nominal, halo }: FigureRow): number => nominal ?? halo.low ?? halo.high ?? 0;

/** The figure that a consensus gives, as a number of its unit; a day as days since 1970. */
function bestOf(best: Consensus['best'], isDate: boolean): number | null {
  if (typeof best === 'number') return best;
  if (!isDate || typeof best !== 'string') return null;
  const day = Date.parse(`${best}T00:00:00Z`) / 86_400_000;
  return Number.isFinite(day) ? day : null;
}

/**
 * The statements of one question as intervals in its unit, by origin, lowest figure first; null when none is a figure.
 * `claims` are those of the positions; `durations` leads from units of time to seconds.
 */
export function figureModel(
  row: Consensus,
  claims: ReadonlyMap<string, Claim>,
  durations: Readonly<Record<string, number>>,
): FigureModel | null {
  const listed = everyPosition(row).flatMap(({ claims: ids }) => ids.flatMap((id) => claims.get(id) ?? []));
  const scale = scaleOf(
    listed.map((claim) => ({ claim, outlet: claim.outlet })),
    durations,
  );
  const shown = (range: Range): Ends => ({
    low: toShown(range.low, scale),
    high: toShown(range.high, scale),
  });
  const origins = new Map<string, FigureRow[]>();
  const add = (claim: Claim, series: number, past: Past | null) => {
    const measure = measureOf(claim.value, durations);
    if (measure === null) return;
    const display = showValue(claim.value);
    const id = originOf(claim, row);
    const rows = origins.get(id) ?? [];
    origins.set(id, rows);
    const same = rows.find((each) => each.display === display && each.past === past);
    if (same === undefined) {
      const nominal = measure.nominal === null ? null : toShown(measure.nominal, scale);
      rows.push({
        ...{ outlets: [claim.outlet], claims: [claim.id], display, nominal, series, past },
        ...{ core: shown(measure.core), halo: shown(measure.halo) },
      });
      return;
    }
    if (!same.outlets.includes(claim.outlet)) same.outlets.push(claim.outlet);
    if (!same.claims.includes(claim.id)) same.claims.push(claim.id);
  };
  const addAll = (positions: readonly Position[], past: Past | null) =>
    positions.forEach((position, series) => {
      for (const id of position.claims) {
        const claim = claims.get(id);
        if (claim !== undefined) add(claim, series, past);
      }
    });
  addAll(row.positions, null);
  addAll(row.earlier ?? [], 'earlier');
  addAll(row.withdrawn, 'withdrawn');
  if (origins.size === 0) return null;
  const best = bestOf(row.best, scale.isDate);
  return {
    question: row.group.question,
    isDate: scale.isDate,
    unit: scale.unit,
    best,
    band: bandOf(best, [...origins.values()].flat()),
    origins: [...origins]
      .map(([id, rows]) => ({ id, rows: rows.sort((a, b) => sortKey(a) - sortKey(b)) }))
      .sort(
        (a, b) =>
          Math.min(...a.rows.map(sortKey)) - Math.min(...b.rows.map(sortKey)) || byCodePoint(a.id, b.id),
      ),
  };
}
