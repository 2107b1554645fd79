import type { Step } from '../../step.ts';
import { plainSheet } from '../sheet.ts';

/** A reasoning, a line a step; what the rule looked at stands in one cell, as JSON. */
export const stepSheet = plainSheet<Step>({
  step: (row) => row.step,
  rule: (row) => row.rule,
  text: (row) => row.text,
  numbers: (row) => JSON.stringify(row.numbers),
});
