import type { Predicate } from '../vocabulary/predicate.ts';
import type { Rules } from '../vocabulary/rules.ts';
import type { Camp } from './camp.ts';
import { type Severity, TIER } from './finding.ts';
import type { Pair } from './pair.ts';
import type { Rule } from './rules/rule.ts';

export const NO_SEVERITY: Severity = { score: 0, level: 'none', magnitude: 0, balance: 0, certainty: 0 };

const round = (share: number): number => Math.round(share * 1000) / 1000;

/** How far two figures lie apart: doublings, and for counts no more than half the units between them. */
export function magnitudeOfFigures(a: number, b: number, isCount: boolean): number {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const ratio = low < 0 ? 2 : (high + 1) / (low + 1);
  const doublings = Math.min(1, Math.log2(ratio));
  return isCount ? doublings * Math.min(1, (high - low) / 2) : doublings;
}

function magnitudeOf(pair: Pair, rule: Rule, isCount: boolean, isDate: boolean, rules: Rules): number {
  const fixed = rules.severity.magnitude;
  if (rule.subtype === 'part-exceeds-whole') return fixed.partExceedsWhole;
  if (pair.subject === 'answers') return fixed.polarity;
  if (pair.subject === 'statuses') return fixed.status;
  if (pair.subject === 'sets') return fixed.set;
  if (pair.subject === 'quotes') return fixed.quote;
  if (pair.subject === 'tones') return fixed.framing;
  const [a, b] = [pair.a.nominal, pair.b.nominal];
  if (a === null || b === null) return fixed.set;
  return isDate ? Math.min(1, Math.abs(a - b) / fixed.dateDays) : magnitudeOfFigures(a, b, isCount);
}

/**
 * How much a finding matters, 0–100: criticality · magnitude · (½ + balance/2) · certainty. Zero exactly when it is no
 * discrepancy. Decided with halos, graded with nominals; a wider gap or a more even split never lowers it.
 */
export function gradeSeverity(
  pair: Pair,
  rule: Rule,
  a: Camp,
  b: Camp,
  predicate: Predicate | undefined,
  rules: Rules,
): Severity {
  const tier = TIER[rule.verdict];
  if (tier !== 'conflict' && tier !== 'check') return NO_SEVERITY;
  const kind = a.claims[0]?.value.kind;
  const magnitude = magnitudeOf(pair, rule, kind === 'quantity', kind === 'date', rules);
  const balance = (2 * Math.min(a.weight, b.weight)) / Math.max(1, a.weight + b.weight);
  const certainty = Math.min(a.certainty, b.certainty);
  const doubt = rule.verdict === 'unordered-update' ? rules.severity.unordered : 1;
  const exact = 100 * (predicate?.criticality ?? 0.5) * magnitude * (0.5 + balance / 2) * certainty * doubt;
  const score = Math.max(1, Math.round(exact));
  const level = score >= rules.severity.high ? 'high' : score >= rules.severity.medium ? 'medium' : 'low';
  return { score, level, magnitude: round(magnitude), balance: round(balance), certainty: round(certainty) };
}
