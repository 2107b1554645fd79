/**
 * Claims per second of processor time for grouping, verdicts and consensus, beside the naive baseline: every pair of claims
 * that share a predicate is compared for inequality.
 *   npx tsx bench/reconcile.ts [case …]
 */
import type { Claim } from '../src/claim/claim.ts';
import { buildConsensus } from '../src/consensus/build-consensus.ts';
import { findDiscrepancies } from '../src/finding/find-discrepancies.ts';
import { groupClaims } from '../src/group/group-claims.ts';
import { loadVocabulary } from '../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();
const [predicate = ''] = vocabulary.predicates.keys();

let seed = 7;
const random = (below: number): number => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * below);
};

function makeClaim(i: number, day: number, nominal: number, outlet: number, subject = 'people'): Claim {
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
    ...{ modality: 'occurred', polarity: 'affirmed', confidence: 1, partOf: null },
    evidence: { quote: 'x', start: 0, end: 1, valueStart: 0, valueEnd: 1 },
    extractor: { name: 'rules', version: '1', rule: 'bench' },
  };
}

function time<T>(name: string, claims: number, run: () => T): T {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  const rate = Math.round((claims / took) * 1000).toLocaleString('en-US');
  process.stdout.write(
    `  ${name.padEnd(42)} ${took.toFixed(0).padStart(7)} ms ${rate.padStart(12)} claims/s\n`,
  );
  return result;
}

function reconcile(topics: readonly (readonly Claim[])[]): void {
  const total = topics.reduce((sum, claims) => sum + claims.length, 0);
  const groups = time('grouping', total, () =>
    topics.map((claims) => groupClaims('bench', claims, vocabulary)),
  );
  const findings = time('verdicts', total, () =>
    topics.map((claims, i) => findDiscrepancies('bench', groups[i] ?? [], claims, [], vocabulary)),
  );
  const consensus = time('consensus', total, () =>
    topics.map((claims, i) => buildConsensus(groups[i] ?? [], claims, [], findings[i] ?? [], vocabulary)),
  );
  const flagged = findings.flat().filter((finding) => finding.flagged).length;
  process.stdout.write(
    `  ${groups.flat().length} groups, ${findings.flat().length} findings (${flagged} flagged), ${consensus.flat().filter((c) => c.best !== null).length} answered\n`,
  );
}

function naive(topics: readonly (readonly Claim[])[]): void {
  const total = topics.reduce((sum, claims) => sum + claims.length, 0);
  let unequal = 0;
  time('baseline: naive pairwise inequality', total, () => {
    for (const claims of topics) {
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

const run = (title: string, topics: readonly (readonly Claim[])[]): void => {
  process.stdout.write(`${title}\n`);
  const total = topics.reduce((sum, claims) => sum + claims.length, 0);
  time('all', total, () => reconcile(topics));
  if (topics.every((claims) => claims.length <= 5_000)) naive(topics);
};

const story = (n: number, days: number, spread: number, from = 0): Claim[] =>
  Array.from({ length: n }, (_, i) => makeClaim(from + i, random(days), 20 + random(spread), random(12)));
const CASES: readonly (readonly [string, () => readonly (readonly Claim[])[]])[] = [
  ['200 topics of 50 claims', () => Array.from({ length: 200 }, (_, t) => story(50, 10, 3, t * 50))],
  ['one topic, 20,000 claims, 1,500 groups', () => [story(20_000, 4000, 3)]],
  ['one group of 100,000 claims, 30 figures', () => [story(100_000, 1, 30)]],
  [
    'one group, 100,000 outlets, 100,000 figures',
    () => [Array.from({ length: 100_000 }, (_, i) => makeClaim(i, 0, i, i))],
  ],
];
const chosen = process.argv.slice(2).map(Number);
CASES.forEach(([title, make], i) => {
  if (chosen.length === 0 || chosen.includes(i)) run(title, make());
});
