import { isStructured } from '../group/comparability-key.ts';
import { distinct } from '../identity.ts';
import { capital } from '../letters.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Camp } from './camp.ts';
import { explainSides, looksAround } from './explanations/index.ts';
import { type Axis, type Finding, TIER } from './finding.ts';
import { findingId, written } from './finding-id.ts';
import { makePair, type Setting } from './make-pair.ts';
import { type Pair, says } from './pair.ts';
import { decide } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import { gradeSeverity, NO_SEVERITY } from './severity.ts';
import type { Rulebook, TopicFacts } from './topic-facts.ts';

function axisOf(pair: Pair, rule: Rule, a: Camp, b: Camp): Axis {
  if (rule.verdict === 'evolving' || rule.verdict === 'revised') return 'time';
  if (pair.sameDocument) return 'document';
  if (pair.sameOrigin || pair.subject === 'quotes') return 'same-origin';
  return (a.namesOrigin && b.namesOrigin) || pair.opposed ? 'origins' : 'outlets';
}

/** A number that stands on no predicate of the vocabulary is no ground for a flag; a row that a user handed in is. */
const mayBeFlagged = (camp: Camp): boolean =>
  camp.claims.every((claim) => claim.predicate.id !== null || isStructured(claim));

export interface Meeting extends Setting {
  readonly groups: readonly string[];
  /** What is held against each other, where it is not the figures or statements of two camps. */
  readonly about?: readonly string[] | undefined;
  /** The figures belong to moments: the same two may meet again at others. */
  readonly timed?: boolean;
  /** The one source whose own figures are held against each other. */
  readonly whose?: string | undefined;
  /** Which claims of either side a finding that is no flag lists, in their order; all of both camps otherwise. */
  readonly listed?: readonly [readonly string[], readonly string[]];
  /** Whether a verdict is worth a finding here; every one is otherwise. */
  readonly worth?: (rule: Rule) => boolean;
}

/** A finding with all that it was decided from; before `explained`, without what stands elsewhere in its topic. */
export interface Ruling {
  readonly finding: Finding;
  readonly pair: Pair;
  readonly rule: Rule;
  readonly a: Camp;
  readonly b: Camp;
  readonly meeting: Meeting;
}

/**
 * Holds two camps against each other. Null when nothing about them is worth saying. A function of the camps alone: what
 * the rest of the topic tells of them is added when they are explained.
 */
export function makeRuling(a: Camp, b: Camp, meeting: Meeting, facts: Rulebook): Ruling | null {
  const { rules } = facts.vocabulary;
  const pair = makePair(a, b, meeting, facts.vocabulary);
  const rule = decide(pair);
  if (!rule || meeting.worth?.(rule) === false) return null;
  const tier = TIER[rule.verdict];
  const flagged = tier === 'conflict' || tier === 'check';
  if (flagged && !(mayBeFlagged(a) && mayBeFlagged(b))) return null;
  const version = rules.version;
  const listed = flagged ? undefined : meeting.listed;
  const named = listed === undefined ? merge(a.ids, b.ids) : merge(listed[0], listed[1]);
  const groups = distinct(meeting.groups);
  const decided = { pair, rule, a, b };
  const finding: Finding = {
    // Not of its claims: one more that joins a side makes it no other finding.
    id: findingId(facts.topic, version, groups, rule.verdict, rule.subtype ?? null, standsOf(a, b, meeting)),
    topic: facts.topic,
    verdict: rule.verdict,
    subtype: rule.subtype ?? null,
    axis: axisOf(pair, rule, a, b),
    flagged,
    severity: gradeSeverity(pair, rule, a, b, meeting.predicate, rules),
    dimension: pair.dimension,
    because: capital(rule.because(pair)),
    explanations: looksAround(decided) ? [] : explainSides(decided, facts),
    claims: named,
    groups,
    review: { status: 'open' },
    rules: version,
  };
  return { finding, pair, rule, a, b, meeting };
}

/** What is held against each other, as it is written: two figures in their order, or what else the meeting is about. */
function standsOf(a: Camp, b: Camp, { subject, whose, about, timed }: Meeting): string {
  let stands = `"${subject}",${whose === undefined ? 'null' : written(whose)}`;
  if (about !== undefined) {
    for (const item of about) stands += `,${written(item)}`;
    return stands;
  }
  const [x, y] = timed ? [momentOf(a), momentOf(b)] : [a.standing, b.standing];
  const [one, other] = [written(x, a.isFigure), written(y, b.isFigure)];
  return y < x ? `${stands},${other},${one}` : `${stands},${one},${other}`;
}

const momentOf = ({ standing, asOf }: Camp): string => `${standing} at ${asOf.from} ${asOf.to}`;

/** Holds two camps against each other and adds what there is to say to what is found. */
export function keepRuling(found: Ruling[], a: Camp, b: Camp, meeting: Meeting, facts: Rulebook): void {
  const ruling = makeRuling(a, b, meeting, facts);
  if (ruling) found.push(ruling);
}

/** Two lists in order, as one list in order. */
function merge(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = new Array(a.length + b.length);
  let [filled, i] = [0, 0];
  for (const one of a) {
    for (let other = b[i]; other !== undefined && other <= one; other = b[++i]) {
      if (other !== one) merged[filled++] = other;
    }
    merged[filled++] = one;
  }
  for (; i < b.length; i++) merged[filled++] = b[i] ?? '';
  // To shorten a list takes a call into the engine, and most need not be.
  if (filled < merged.length) merged.length = filled;
  return merged;
}

/** One outlet alone says it: no disagreement, and no confirmation either. */
export const uncorroborated = (
  camp: Camp,
  group: string,
  predicate: Predicate | undefined,
  facts: TopicFacts,
): Finding => ({
  id: findingId(facts.topic, facts.vocabulary.rules.version, [group], 'uncorroborated', null, ''),
  topic: facts.topic,
  verdict: 'uncorroborated',
  subtype: null,
  axis: 'outlets',
  flagged: false,
  severity: NO_SEVERITY,
  dimension: null,
  because: `Only ${says(camp.side)}${predicate ? ` (${predicate.title})` : ''}.`,
  explanations: [],
  claims: camp.claims.slice(0, 1).map((claim) => claim.id),
  groups: [group],
  review: { status: 'open' },
  rules: facts.vocabulary.rules.version,
});
