/**
 * Claims per second of processor time for grouping, verdicts and consensus, beside the naive baseline: every pair of claims
 * that share a predicate is compared for inequality.
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
    ...{ modality: 'occurred', polarity: 'affirmed', confidence: 1, partOf: null, provisional: false },
    evidence: { quote: 'x', start: 0, end: 1, valueStart: 0, valueEnd: 1 },
    extractor: { name: 'rules', version: '1', rule: 'bench' },
  };
}

function time<T>(name: string, claims: number, run: () => T): T {
  const start = processorTime();
  const result = run();
  const took = processorTime() - start;
  const rate = Math.round((claims / took) * 1000).toLocaleString('en-GB');
  process.stdout.write(
    `  ${name.padEnd(46)} ${took.toFixed(0).padStart(7)} ms ${rate.padStart(12)} claims/s\n`,
  );
  return result;
}

type Topics = readonly (readonly Claim[])[];

function reconcile(topics: Topics): void {
  const total = topics.reduce((sum, claims) => sum + claims.length, 0);
  const groups = time('grouping', total, () =>
    topics.map((claims) => groupClaims('bench', inOrder(claims), vocabulary)),
  );
  const ordered = topics.map(inOrder);
  const cells = time('statements and voices', total, () =>
    ordered.map((claims, i) => gatherCells(groups[i] ?? [], claims, [], vocabulary)),
  );
  const findings = time('verdicts', total, () =>
    ordered.map((claims, i) => findDiscrepancies('bench', groups[i] ?? [], claims, [], vocabulary, cells[i])),
  );
  const consensus = time('consensus', total, () =>
    ordered.map((claims, i) =>
      buildConsensus(groups[i] ?? [], claims, [], findings[i] ?? [], vocabulary, cells[i]),
    ),
  );
  const flagged = findings.flat().filter((finding) => finding.flagged).length;
  process.stdout.write(
    `  ${groups.flat().length} groups, ${findings.flat().length} findings (${flagged} flagged), ${consensus.flat().filter((c) => c.best !== null).length} answered\n`,
  );
}

/** The baseline is quadratic: of a larger topic it takes the first claims only. */
const MOST_PAIRWISE = 5_000;

function naive(topics: Topics): void {
  const taken = topics.map((claims) => claims.slice(0, MOST_PAIRWISE));
  const total = taken.reduce((sum, claims) => sum + claims.length, 0);
  let unequal = 0;
  time(`baseline: naive pairs of ${total.toLocaleString('en-GB')} claims`, total, () => {
    for (const claims of taken) {
      for (let i = 0; i < claims.length; i++) {
        for (let j = 0; j < i; j++) {
          const [a, b] = [claims[i], claims[j]];
          if (a?.predicate.id === b?.predicate.id && a?.value.nominal !== b?.value.nominal) unequal++;
        }
      }
    }
  });
  process.stdout.write(`  ${unequal} pairs called conflicts\n`);
}

function run(title: string, topics: Topics): void {
  process.stdout.write(`${title}\n`);
  const total = topics.reduce((sum, claims) => sum + claims.length, 0);
  time('all', total, () => reconcile(topics));
  naive(topics);
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
const MOST = 60;
const chosen = process.argv.slice(2).map(Number);
const until = Date.now() + MOST * 1000;
for (const [i, [title, make]] of CASES.entries()) {
  if (chosen.includes(i)) run(title, make());
  if (chosen.length > 0) continue;
  const { status } = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), String(i)],
    { stdio: 'inherit', timeout: Math.max(1, until - Date.now()) },
  );
  if (status !== 0) process.stdout.write(`${title}: not finished within ${MOST} seconds of all cases\n`);
}
