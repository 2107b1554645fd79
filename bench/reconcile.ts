/**
 * Claims per second of processor time for grouping, verdicts and consensus, beside the naive baseline: every pair of claims
 * that share a predicate is compared for inequality. `first` is the first work that the process does, most of it before
 * its code is compiled; `warm` is the same work on other claims of the same shape, after some runs on still others.
 *   npm run build && npx tsx bench/reconcile.ts [case …]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Claim } from '../src/claim/claim.ts';
import { built, processorTime } from './built.ts';

const { loadVocabulary } =
  await built<typeof import('../src/vocabulary/vocabulary.ts')>('vocabulary/vocabulary');
const { groupClaims, inOrder } =
  await built<typeof import('../src/group/group-claims.ts')>('group/group-claims');
const { gatherCells } = await built<typeof import('../src/group/cells.ts')>('group/cells');
const { findDiscrepancies } = await built<typeof import('../src/finding/find-discrepancies.ts')>(
  'finding/find-discrepancies',
);
const { buildConsensus } =
  await built<typeof import('../src/consensus/build-consensus.ts')>('consensus/build-consensus');

const vocabulary = loadVocabulary();
const [predicate = ''] = vocabulary.predicates.keys();

let seed = 7;
const random = (below: number): number => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * below);
};

/** A claim as it comes out of a store: parsed. */
const makeClaim = (...parts: Parameters<typeof draftClaim>): Claim =>
  JSON.parse(JSON.stringify(draftClaim(...parts))) as Claim;

function draftClaim(i: number, day: number, nominal: number, outlet: number, subject = 'people'): Claim {
  const floor = random(3) === 0;
  const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(2020, 0, 2 + day)).toISOString().slice(0, 10);
  return {
    ...{ id: `clm_${i}`, documentId: `doc_${i >> 2}`, outlet: `outlet-${outlet}`, topic: 'bench' },
    publishedAt: `${next}T08:00:00Z`,
    subject: { text: subject, key: subject },
    predicate: { id: predicate, text: 'killed', timeClass: 'flow' },
    value: {
      ...{
        kind: 'quantity',
        text: `${nominal}`,
        nominal,
        hedge: floor ? 'at-least' : 'bare',
        unit: 'person',
      },
      ...{ denominator: null, items: null, exhaustive: false, label: null, role: 'count' },
      core: { low: nominal, high: nominal },
      halo: { low: nominal, high: floor ? null : nominal },
    },
    scope: {
      ...{ population: null, place: 'gaza-strip', cause: null, actor: null },
      time: { class: 'window', from: date, to: next, text: null, asOf: null },
      provenance: { place: 'explicit', time: 'explicit' },
    },
    attribution: random(2) ? { chain: [], origin: `source-${random(5)}` } : { chain: [], origin: null },
    ...{
      modality: 'occurred',
      polarity: 'affirmed',
      confidence: 1,
      partOf: null,
      partial: false,
      increment: false,
      provisional: false,
    },
    evidence: { quote: 'x', start: 0, end: 1, valueStart: 0, valueEnd: 1 },
    extractor: { name: 'rules', version: '1', rule: 'bench' },
  };
}

type Topics = readonly (readonly Claim[])[];

/** What the parts of a run took, in milliseconds of processor time, and what came of it. */
interface Run {
  readonly claims: number;
  readonly parts: Map<string, number>;
  readonly outcome: string;
}

const sizeOf = (topics: Topics): number => topics.reduce((sum, claims) => sum + claims.length, 0);

/** What reconciling one topic after the other gave, and took by the clock, part by part. */
function work(topics: Topics, parts: Map<string, number>): Counts {
  const timed = <T>(part: string, step: () => T): T => {
    const start = performance.now();
    const result = step();
    parts.set(part, (parts.get(part) ?? 0) + performance.now() - start);
    return result;
  };
  const counts = { groups: 0, findings: 0, flagged: 0, answered: 0 };
  for (const claims of topics) {
    const ordered = timed('order', () => inOrder(claims));
    const groups = timed('grouping', () => groupClaims('bench', ordered, vocabulary));
    const cells = timed('statements and voices', () => gatherCells(groups, ordered, [], vocabulary));
    const findings = timed('verdicts', () =>
      findDiscrepancies('bench', groups, ordered, [], vocabulary, cells),
    );
    const consensus = timed('consensus', () =>
      buildConsensus(groups, ordered, [], findings, vocabulary, cells),
    );
    counts.groups += groups.length;
    counts.findings += findings.length;
    for (const { flagged } of findings) if (flagged) counts.flagged += 1;
    for (const { best } of consensus) if (best !== null) counts.answered += 1;
  }
  return counts;
}

interface Counts {
  groups: number;
  findings: number;
  flagged: number;
  answered: number;
}

/** Asking for processor time may take as long as a small topic: it is asked for once, and the parts share it. */
function reconcile(topics: Topics): Run {
  const clock = new Map<string, number>();
  const start = processorTime();
  const { groups, findings, flagged, answered } = work(topics, clock);
  const all = processorTime() - start;
  const whole = [...clock.values()].reduce((sum, took) => sum + took, 0);
  const parts = new Map([...clock].map(([part, took]) => [part, (all * took) / whole]));
  parts.set('all', all);
  return {
    claims: sizeOf(topics),
    parts,
    outcome: `${groups} groups, ${findings} findings (${flagged} flagged), ${answered} answered`,
  };
}

/** The baseline is quadratic: of a larger topic it takes the first claims only. */
const MOST_PAIRWISE = 5_000;

function naive(topics: Topics): Run {
  const taken = topics.map((claims) => claims.slice(0, MOST_PAIRWISE));
  let unequal = 0;
  const start = processorTime();
  for (const claims of taken) {
    for (let i = 0; i < claims.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [claims[i], claims[j]];
        if (a?.predicate.id === b?.predicate.id && a?.value.nominal !== b?.value.nominal) unequal++;
      }
    }
  }
  const parts = new Map([['baseline: naive pairs', processorTime() - start]]);
  return { claims: sizeOf(taken), parts, outcome: `baseline: ${unequal} pairs called conflicts` };
}

/** The median of several runs, part by part. */
function median(runs: readonly Run[], part: string): number {
  const sorted = runs.map((run) => run.parts.get(part) ?? 0).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function show(first: Run, warm: readonly Run[]): void {
  const tell = (took: number): string => {
    const rate = Math.round((first.claims / took) * 1000).toLocaleString('en-GB');
    return `${took.toFixed(0).padStart(7)} ms ${rate.padStart(11)}/s`;
  };
  for (const [part, took] of first.parts) {
    process.stdout.write(`  ${part.padEnd(24)} ${tell(took)}   ${tell(median(warm, part))}\n`);
  }
  process.stdout.write(`  ${first.outcome}\n`);
}

/** So many claims at least are reconciled to warm up, and as many again to measure; the median of the runs counts. */
const WARMING = 30_000;

/** `make` gives other claims of the same shape each time. */
function run(title: string, make: () => Topics): void {
  process.stdout.write(`${title}\n${'first'.padStart(34)}${'warm'.padStart(27)}\n`);
  const first = make();
  for (const work of [reconcile, naive]) {
    const cold = work(first);
    const runs = Math.ceil(WARMING / cold.claims);
    for (let i = 0; i < runs; i++) work(make());
    show(
      cold,
      Array.from({ length: runs }, () => work(make())),
    );
  }
}

const story = (n: number, days: number, spread: number, from = 0): Claim[] =>
  Array.from({ length: n }, (_, i) => makeClaim(from + i, random(days), 20 + random(spread), random(12)));
const CASES: readonly (readonly [string, () => Topics])[] = [
  ['200 topics of 50 claims', () => Array.from({ length: 200 }, (_, t) => story(50, 10, 3, t * 50))],
  ['one topic, 20,000 claims, 1,500 groups', () => [story(20_000, 4000, 3)]],
  ['one group of 100,000 claims, 30 figures', () => [story(100_000, 1, 30)]],
  [
    'one group, 100,000 outlets, 100,000 figures',
    () => [Array.from({ length: 100_000 }, (_, i) => makeClaim(i, 0, i, i))],
  ],
];

/** All cases together, in seconds; each in a process of its own, which is ended when time is up. */
const MOST = 300;
const chosen = process.argv.slice(2).map(Number);
const until = Date.now() + MOST * 1000;
for (const [i, [title, make]] of CASES.entries()) {
  if (chosen.includes(i)) run(title, make);
  if (chosen.length > 0) continue;
  const { status } = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), String(i)],
    { stdio: 'inherit', timeout: Math.max(1, until - Date.now()) },
  );
  if (status !== 0) process.stdout.write(`${title}: not finished within ${MOST} seconds of all cases\n`);
}
