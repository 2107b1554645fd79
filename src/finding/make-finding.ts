import { isStructured } from '../group/comparability-key.ts';
import { contentId, distinct } from '../identity.ts';
import { capital } from '../letters.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Camp } from './camp.ts';
import { type Axis, type Finding, TIER } from './finding.ts';
import { makePair, type Setting } from './make-pair.ts';
import { type Pair, says } from './pair.ts';
import { decide } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import { gradeSeverity, NO_SEVERITY } from './severity.ts';
import type { TopicFacts } from './topic-facts.ts';

const FLAGGED = new Set(['conflict', 'check']);

function axisOf(pair: Pair, rule: Rule, a: Camp, b: Camp): Axis {
  if (rule.verdict === 'evolving' || rule.verdict === 'revised') return 'time';
  if (pair.sameDocument) return 'document';
  if (pair.sameOrigin || pair.subject === 'quotes') return 'same-origin';
  const named = (camp: Camp) => camp.claims.some((claim) => claim.attribution.origin !== null);
  return pair.opposed || (named(a) && named(b)) ? 'origins' : 'outlets';
}

/** A number that stands on no predicate of the vocabulary is no ground for a flag; a row that a user handed in is. */
const mayBeFlagged = (camp: Camp): boolean =>
  camp.claims.every((claim) => claim.predicate.id !== null || isStructured(claim));

export interface Meeting extends Setting {
  readonly groups: readonly string[];
  /** What is held against each other, where it is not the figures or statements of two camps. */
  readonly about?: readonly string[];
  /** The figures belong to moments: the same two may meet again at others. */
  readonly timed?: boolean;
  /** The one source whose own figures are held against each other. */
  readonly whose?: string;
  /** Which claims a finding that is no flag lists; all of both camps otherwise. */
  readonly listed?: readonly string[];
  /** Whether a verdict is worth a finding here; every one is otherwise. */
  readonly worth?: (rule: Rule) => boolean;
}

/** What a verdict on two camps looks up. */
export type Rulebook = Pick<TopicFacts, 'topic' | 'vocabulary'>;

/** A finding with all that it was decided from; before `explained`, without explanations. */
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
  const flagged = FLAGGED.has(TIER[rule.verdict] ?? '');
  if (flagged && !(mayBeFlagged(a) && mayBeFlagged(b))) return null;
  const listed = flagged ? undefined : meeting.listed;
  const claims = listed ?? idsOf(a, b);
  const finding = finish(
    {
      verdict: rule.verdict,
      subtype: rule.subtype ?? null,
      axis: axisOf(pair, rule, a, b),
      flagged,
      severity: gradeSeverity(pair, rule, a, b, meeting.predicate, rules),
      dimension: pair.dimension,
      because: capital(rule.because(pair)),
      explanations: [],
    },
    claims,
    meeting.groups,
    [meeting.subject, meeting.whose ?? null, ...(meeting.about ?? [a, b].map(standingIn(meeting)).sort())],
    facts,
  );
  return { finding, pair, rule, a, b, meeting };
}

const standingIn =
  ({ timed }: Meeting) =>
  ({ standing, asOf }: Camp): string =>
    timed ? `${standing} at ${asOf.from} ${asOf.to}` : standing;

function idsOf(a: Camp, b: Camp): string[] {
  const ids: string[] = [];
  for (const { id } of a.claims) ids.push(id);
  for (const { id } of b.claims) ids.push(id);
  return ids;
}

type Body = Omit<Finding, 'id' | 'topic' | 'claims' | 'groups' | 'review' | 'rules'>;

function finish(
  body: Body,
  claims: readonly string[],
  groups: readonly string[],
  stands: readonly (string | null)[],
  facts: Rulebook,
): Finding {
  const version = facts.vocabulary.rules.version;
  const named = distinct(claims);
  const about = distinct(groups);
  return {
    // Not of its claims: one more that joins a side makes it no other finding.
    id: contentId('fnd', version, about, body.verdict, body.subtype, ...stands),
    topic: facts.topic,
    verdict: body.verdict,
    subtype: body.subtype,
    axis: body.axis,
    flagged: body.flagged,
    severity: body.severity,
    dimension: body.dimension,
    because: body.because,
    explanations: body.explanations,
    claims: named,
    groups: about,
    review: { status: 'open' },
    rules: version,
  };
}

/** One outlet alone says it: no disagreement, and no confirmation either. */
export const uncorroborated = (
  camp: Camp,
  group: string,
  predicate: Predicate | undefined,
  facts: TopicFacts,
): Finding =>
  finish(
    {
      verdict: 'uncorroborated',
      subtype: null,
      axis: 'outlets',
      flagged: false,
      severity: NO_SEVERITY,
      dimension: null,
      because: `Only ${says(camp.side)}${predicate ? ` (${predicate.title})` : ''}.`,
      explanations: [],
    },
    camp.claims.slice(0, 1).map((claim) => claim.id),
    [group],
    [],
    facts,
  );
