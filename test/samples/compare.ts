import type { Claim } from '../../src/claim/claim.ts';
import type { Consensus } from '../../src/consensus/consensus.ts';
import type { Finding } from '../../src/finding/finding.ts';
import type { Group } from '../../src/group/group.ts';
import { slug } from '../../src/identity.ts';
import type { ExpectedFinding, ExpectedQuestion, Sample } from './read-samples.ts';

/** What the engine made of one topic. `documentIds` leads from the id of a sample to that of the stored document. */
export interface Outcome {
  documentIds: ReadonlyMap<string, string>;
  claims: readonly Claim[];
  groups: readonly Group[];
  findings: readonly Finding[];
  consensus: readonly Consensus[];
}

interface Reading {
  sample: Sample;
  outcome: Outcome;
  /** For each claim that the reader named: the ids of the claims that the engine read from these words. */
  ids: ReadonlyMap<string, readonly string[]>;
}

function locate(sample: Sample, outcome: Outcome, name: string): string[] {
  const said = sample.expected.claims[name];
  if (!said) throw new Error(`${sample.topic.id}: "${name}" is not among the claims`);
  const text = sample.documents.find((document) => document.id === said.document)?.text ?? '';
  const start = text.indexOf(said.words);
  const end = start + said.words.length;
  const near = outcome.claims.filter(
    (claim) =>
      claim.documentId === outcome.documentIds.get(said.document) &&
      claim.evidence.valueStart < end &&
      claim.evidence.valueEnd > start,
  );
  const inside = near.filter(({ evidence }) => evidence.valueStart >= start && evidence.valueEnd <= end);
  return (inside.length > 0 ? inside : near).map((claim) => claim.id);
}

const names = (reading: Reading, claims: readonly string[]): string =>
  claims.map((name) => `“${reading.sample.expected.claims[name]?.words}”`).join(' / ');

const holds = (reading: Reading, held: readonly string[], name: string): boolean =>
  (reading.ids.get(name) ?? []).some((id) => held.includes(id));

const fits = (expected: ExpectedFinding, finding: Finding): boolean =>
  expected.verdict.includes(finding.verdict) &&
  (expected.subtype === undefined || finding.subtype === expected.subtype) &&
  (expected.dimension === undefined || finding.dimension === expected.dimension);

const verdictOf = (finding: Finding): string =>
  [finding.verdict, finding.subtype, finding.dimension && `by ${finding.dimension}`]
    .filter(Boolean)
    .join(' ');

function compareFinding(reading: Reading, expected: ExpectedFinding): string[] {
  const about = reading.outcome.findings.filter((finding) =>
    expected.claims.every((name) => holds(reading, finding.claims, name)),
  );
  if (about.some((finding) => fits(expected, finding))) return [];
  const wanted = [
    expected.verdict.join(' or '),
    expected.subtype,
    expected.dimension && `by ${expected.dimension}`,
  ]
    .filter(Boolean)
    .join(' ');
  const given = about.length === 0 ? 'no finding' : [...new Set(about.map(verdictOf))].sort().join(', ');
  return [`${names(reading, expected.claims)}: ${wanted} expected, ${given} given`];
}

function membersOf(consensus: Consensus): Record<string, number> {
  return Object.fromEntries(
    (consensus.members ?? []).map((member) => [slug(member.text), member.outlets.length]),
  );
}

function compareConsensus(expected: ExpectedQuestion, given: Consensus): string[] {
  const { members, ...wanted } = expected.consensus;
  const actual: Record<string, unknown> = { ...given, ...given.support };
  const differs = Object.entries(wanted)
    .filter(([key, value]) => actual[key] !== value)
    .map(([key, value]) => `${key} ${JSON.stringify(value)} expected, ${JSON.stringify(actual[key])} given`);
  const counted = membersOf(given);
  const wrong = Object.entries(members ?? {})
    .filter(([name, count]) => counted[slug(name)] !== count)
    .map(([name, count]) => `${name} named by ${count} expected, by ${counted[slug(name)] ?? 0} given`);
  return [...differs, ...wrong];
}

function compareQuestion(reading: Reading, expected: ExpectedQuestion): string[] {
  const count = (group: Group): number =>
    expected.claims.filter((name) => holds(reading, group.claims, name)).length;
  const group = reading.outcome.groups.reduce<Group | undefined>(
    (best, next) => (count(next) > (best ? count(best) : 0) ? next : best),
    undefined,
  );
  if (!group) return [`${expected.question} no group answers it`];
  const apart = expected.claims.filter(
    (name) => (reading.ids.get(name) ?? []).length > 0 && !holds(reading, group.claims, name),
  );
  const consensus = reading.outcome.consensus.find((row) => row.group.id === group.id);
  return [
    ...apart.map((name) => `${names(reading, [name])} answers another question`),
    ...(consensus ? compareConsensus(expected, consensus) : ['no consensus']),
  ].map((difference) => `${expected.question} ${difference}`);
}

/** A finding that stands in the list of discrepancies although a reader would not look for it there. */
function surplus(reading: Reading, finding: Finding): string[] {
  const { findings, tolerated } = reading.sample.expected;
  const known =
    findings.some(
      (expected) =>
        fits(expected, finding) && expected.claims.every((name) => holds(reading, finding.claims, name)),
    ) ||
    tolerated.some(
      (expected) =>
        fits(expected, finding) &&
        expected.claims.filter((name) => holds(reading, finding.claims, name)).length >=
          Math.min(2, expected.claims.length),
    );
  if (!finding.flagged || known) return [];
  const quotes = reading.outcome.claims
    .filter((claim) => finding.claims.includes(claim.id))
    .map((claim) => `“${claim.evidence.quote}” (${claim.outlet})`)
    .sort();
  return [`${verdictOf(finding)} given, none expected: ${quotes.join(' / ')}`];
}

/** Where the engine and the reader differ, one line each, in a fixed order; empty when they agree. */
export function compare(sample: Sample, outcome: Outcome): string[] {
  const ids = new Map(
    Object.keys(sample.expected.claims).map((name) => [name, locate(sample, outcome, name)]),
  );
  const reading: Reading = { sample, outcome, ids };
  const unread = [...ids]
    .filter(([, found]) => found.length === 0)
    .map(
      ([name]) => `${names(reading, [name])} (${sample.expected.claims[name]?.document}): no claim was read`,
    );
  const lost = (claims: readonly string[]): boolean => claims.some((name) => ids.get(name)?.length === 0);
  return [
    ...unread,
    ...sample.expected.questions.flatMap((question) => compareQuestion(reading, question)),
    ...sample.expected.findings
      .filter((finding) => !lost(finding.claims))
      .flatMap((finding) => compareFinding(reading, finding)),
    ...outcome.findings.flatMap((finding) => surplus(reading, finding)).sort(),
  ];
}
