import { decisiveOf } from '../group/comparability-key.ts';
import { bounded, type Step } from '../step.ts';
import { TIER } from './finding.ts';
import type { Ruling } from './make-finding.ts';
import { says } from './pair.ts';
import { RULES } from './rules/index.ts';

const RELATION: Record<string, string> = {
  equal: 'the same',
  inside: 'the first lies inside the second',
  contains: 'the second lies inside the first',
  overlaps: 'they overlap',
  disjoint: 'they lie apart',
  unknown: 'one of them is not known',
};
const ORDER: Record<string, string> = {
  same: 'of the same moment',
  earlier: 'the first is the earlier',
  later: 'the first is the later',
  overlapping: 'their order is not known',
};

function sideSteps({ a, b }: Ruling): Step[] {
  return [a, b].map((camp, i) => ({
    step: 'side',
    rule: 'words-of-the-narrowest',
    text: `${i === 0 ? 'First' : 'Second'}: ${says(camp.side)}.`,
    numbers: {
      nominal: camp.side.nominal,
      coreLow: bounded(camp.side.core.low),
      coreHigh: bounded(camp.side.core.high),
      haloLow: bounded(camp.side.halo.low),
      haloHigh: bounded(camp.side.halo.high),
      origins: camp.origins.length,
      claims: camp.claims.length,
    },
  }));
}

function scopeStep({ pair, meeting }: Ruling): Step {
  const decisive = decisiveOf(meeting.predicate);
  const about = pair.dimension === null ? '' : ` It turns on: ${pair.dimension}.`;
  return {
    step: 'scope',
    rule: 'scope-lattice',
    text: `What decides here: ${decisive.join(', ') || 'nothing'}; ${RELATION[pair.scope] ?? pair.scope}.${about}`,
    numbers: { relation: pair.scope, dimension: pair.dimension },
  };
}

const timeStep = ({ pair }: Ruling): Step => ({
  step: 'as-of',
  rule: `time-class/${pair.timeClass}`,
  text: `A ${pair.timeClass} figure; ${ORDER[pair.asOf] ?? pair.asOf}.`,
  numbers: { order: pair.asOf, gapDays: pair.gapDays, staleness: pair.staleness },
});

function verdictStep({ rule, finding }: Ruling): Step {
  const tried = RULES.indexOf(rule);
  const named = finding.subtype === null ? finding.verdict : `${finding.verdict}/${finding.subtype}`;
  return {
    step: 'verdict',
    rule: rule.id,
    text: `${tried === 0 ? 'The first rule of the table' : `The first ${tried} rules of the table do not hold; the next one`} does: ${named}. ${finding.because}`,
    numbers: { tried },
  };
}

function severityStep({ finding, meeting }: Ruling): Step {
  const { score, level, magnitude, balance, certainty } = finding.severity;
  const criticality = meeting.predicate?.criticality ?? 0.5;
  const graded = TIER[finding.verdict] === 'conflict' || TIER[finding.verdict] === 'check';
  return {
    step: 'severity',
    rule: 'criticality-magnitude-balance-certainty',
    text: graded
      ? `100 × ${criticality} × ${magnitude} × (½ + ${balance}/2) × ${certainty}${finding.verdict === 'unordered-update' ? ', lowered because the order is not known' : ''} = ${score}: ${level}.`
      : 'No discrepancy, so that there is nothing to grade.',
    numbers: { score, criticality, magnitude, balance, certainty },
  };
}

/** How a finding came about: the two sides, how their scopes and times stand, the rule, the severity. Pure. */
export const explainRuling = (ruling: Ruling): Step[] => [
  ...sideSteps(ruling),
  scopeStep(ruling),
  timeStep(ruling),
  verdictStep(ruling),
  severityStep(ruling),
  ...ruling.finding.explanations.map(({ kind, text }) => ({
    step: 'explanation',
    rule: kind,
    text,
    numbers: {},
  })),
];
