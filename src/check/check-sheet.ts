import { joined, plainSheet } from '../view/sheet.ts';
import { showValue } from '../view/show-value.ts';
import type { CheckedFigure } from './check.ts';

const outletsOf = (row: CheckedFigure): string[] => [
  ...new Set(row.positions.flatMap(({ outlets }) => outlets)),
];

/** A figure of a draft a line. */
export const checkSheet = plainSheet<CheckedFigure>({
  start: (row) => row.start,
  end: (row) => row.end,
  text: (row) => row.text,
  verdict: (row) => row.verdict,
  tier: (row) => row.tier,
  because: (row) => row.because,
  question: (row) => row.group?.question ?? null,
  value: (row) => (row.claim ? showValue(row.claim.value) : null),
  consensus: (row) => row.consensus?.display ?? null,
  status: (row) => row.consensus?.status ?? null,
  outlets: (row) => joined(outletsOf(row)),
  positions: (row) =>
    row.positions.map(({ display, outlets }) => `${display}: ${outlets.join(', ')}`).join('\n'),
  suggestion: (row) => row.suggestion?.text ?? null,
});
