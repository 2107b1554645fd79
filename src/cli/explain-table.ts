import type { Fate, Step, Trace } from '../claim/trace/trace.ts';
import type { Extraction } from '../pipeline.ts';
import type { ConfidenceRules } from '../vocabulary/confidence.ts';
import { toTable } from './table.ts';

const WIDTH = 120;
const LONGEST = 80;

/** The trace of one figure alone: its fate and its steps. `wanted`: the number, or words of it. */
export function ofFigure({ steps, fates }: Trace, wanted: string): Trace {
  const kept = fates.filter(
    (fate) =>
      (fate.of === 'figure' || fate.of === 'number') &&
      (fate.nominal === Number(wanted) || ` ${fate.text} `.includes(` ${wanted} `)),
  );
  const concerns = (step: Step): boolean =>
    kept.some((fate) => step.quantity?.start === fate.start && step.quantity.end === fate.end);
  return { steps: steps.filter(concerns), fates: kept };
}

/** What became of each figure, number, trigger and row of a document, as a table for people. */
export function explainTable(
  { document, claims }: Pick<Extraction, 'document' | 'claims'>,
  trace: Trace,
  { low }: ConfidenceRules,
): string {
  const sure = new Map(claims.map(({ id, confidence }) => [id, confidence] as const));
  // A trigger whose claim stands on a line of its own needs no second one.
  const claimed = new Set(trace.fates.flatMap((fate) => (fate.of === 'trigger' ? [] : (fate.claim ?? []))));
  const shown = trace.fates.filter(
    (fate) => fate.of !== 'trigger' || fate.claim === null || !claimed.has(fate.claim),
  );
  const rows = shown.map((fate) => [
    fate.of,
    short(fate.text),
    fate.verdict,
    fate.rule ?? fate.predicate,
    why(fate, trace.steps, told(fate.claim, sure, low)),
  ]);
  const count = (verdict: Fate['verdict']): number =>
    trace.fates.filter((fate) => fate.of === 'figure' && fate.verdict === verdict).length;
  const title = `${document.id} (${document.outlet}), figures: ${count('made')} made, ${count('merged')} merged into another claim, ${count('refused')} refused.\n`;
  return `${title}${toTable({ columns: ['what', 'words', 'became', 'rule', 'why'], rows }, WIDTH)}`;
}

const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

/** "clm_… 0.92"; below the line it is marked. */
function told(claim: string | null, sure: ReadonlyMap<string, number>, low: number): string | null {
  const confidence = claim === null ? undefined : sure.get(claim);
  if (claim === null || confidence === undefined) return claim;
  return `${claim} ${confidence.toFixed(2)}${confidence < low ? ' unsure' : ''}`;
}

/** Its own reason, the claim, and the candidates that lost against it. */
function why(fate: Fate, steps: readonly Step[], claim: string | null): string {
  const isGeneric = fate.verdict === 'made' && fate.predicate === null;
  const others = steps.filter(
    (step) =>
      fate.of === 'figure' &&
      step.quantity?.start === fate.start &&
      step.quantity.end === fate.end &&
      step.rule !== null &&
      step.rule !== fate.rule &&
      step.reason !== fate.reason &&
      step.verdict === 'refused',
  );
  return [
    ...(isGeneric ? ['No predicate takes it; a generic row keeps it.'] : []),
    ...(fate.because === null ? [] : [fate.because]),
    ...(claim === null ? [] : [claim]),
    ...new Set(others.map(({ rule, because }) => `not ${rule}: ${because}`)),
  ].join('\n');
}
