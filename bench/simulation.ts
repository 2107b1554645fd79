/**
 * Simulation: how often is an answer wrong where the truth is known, and outlets copy from each other?
 *
 *   npm run build && npx tsx bench/simulation.ts [items] [copying]
 *
 * Each item has a true count. Each of 3, 5 or 10 outlets either relays another one that it names (by default every
 * second) or counts by itself: right four times out of five, else off by 15 to 60 %. It words its count in one of eight
 * ways that do not follow our own table: rounds to one digit without saying so, misses by up to 15 % behind "about", puts
 * its floor up to 40 % too low. An answer is wrong when it is off by more than 10 %, and
 * “at least 24” when fewer than 24 is true.
 * It counts as answered when two origins commit themselves to the value. Baselines in the same run: the same method counting outlets instead of origins, and the plain vote of outlets.
 */
import type { ClaimInput } from '../src/claim/claim-input.ts';
import { built } from './built.ts';

const { loadVocabulary } =
  await built<typeof import('../src/vocabulary/vocabulary.ts')>('vocabulary/vocabulary');
const { readClaimRow } = await built<typeof import('../src/claim/read-claim-row.ts')>('claim/read-claim-row');
const { reconcile } = await built<typeof import('../src/pipeline.ts')>('pipeline');

const [items = 600, copying = 0.5] = process.argv.slice(2).map(Number);
const vocabulary = loadVocabulary();

let state = 20251007;
/** Between 0 and 1 (mulberry32): every run is the same. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const between = (low: number, high: number): number => low + (high - low) * random();

/** Rounded to so many digits, up or down as `round` does. */
function toDigits(value: number, digits: number, round = Math.round): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) + 1 - digits);
  return Math.max(1, round(value / unit) * unit);
}

/** What somebody writes who counted so many; `truth` counted right is a chance of 0.8. */
function wordingOf(counted: number): string {
  const r = random();
  if (r < 0.45) return `${counted}`;
  if (r < 0.55) return `${toDigits(counted, 1)}`;
  if (r < 0.65) return `about ${toDigits(counted * between(0.85, 1.15), 2)}`;
  if (r < 0.8) return `at least ${toDigits(counted * between(0.6, 1), 2, Math.floor)}`;
  if (r < 0.87) return `more than ${toDigits(counted * between(0.8, 0.999), 1, Math.floor)}`;
  if (r < 0.92) return `nearly ${toDigits(counted * 1.02, 2, Math.ceil)}`;
  if (r < 0.96) return `up to ${toDigits(counted * between(1, 1.3), 2, Math.ceil)}`;
  const low = toDigits(counted * between(0.8, 1), 2, Math.floor);
  return `between ${low} and ${Math.max(low + 1, toDigits(counted * between(1, 1.2), 2, Math.ceil))}`;
}

interface Report {
  readonly outlet: string;
  readonly origin: string;
  readonly value: string;
}

function reportsOf(truth: number, outlets: number): Report[] {
  const reports: Report[] = [];
  for (let i = 0; i < outlets; i += 1) {
    const outlet = `outlet-${i}`;
    const model = i > 0 && random() < copying ? reports[Math.floor(random() * i)] : undefined;
    const off = between(0.15, 0.6) * (random() < 0.5 ? -1 : 1);
    const counted = random() < 0.8 ? truth : Math.max(1, Math.round(truth * (1 + off)));
    reports.push(model ? { ...model, outlet } : { outlet, origin: outlet, value: wordingOf(counted) });
  }
  return reports;
}

const rowOf = (item: string, { outlet, origin, value }: Report, byOrigin: boolean): ClaimInput => ({
  topic: 'simulation',
  outlet,
  subject: item,
  predicate: 'count',
  value: `${value.replace(/\d{4,}/g, (n) => Number(n).toLocaleString('en-US'))} people`,
  origin: byOrigin && origin !== outlet ? origin : null,
});

interface Score {
  answered: number;
  wrong: number;
  inside: number;
}
const NONE: Score = { answered: 0, wrong: 0, inside: 0 };
/** Where two origins commit themselves to the value: an answer that goes back to one is nobody’s consensus. */
const DECIDED: ReadonlySet<string> = new Set(['agreed', 'majority', 'plurality']);
/** "at least 230" is wrong where fewer were counted, and only there. */
const BOUND = /^(?:at least|more than) /;
const isWrong = (best: number, truth: number): boolean => Math.abs(best - truth) > 0.1 * truth;

function ask(topics: ReadonlyMap<string, { truth: number; reports: Report[] }>, byOrigin: boolean): Score {
  const read = [...topics].flatMap(([item, { reports }]) =>
    reports.map((report) => readClaimRow(rowOf(item, report, byOrigin), vocabulary)),
  );
  const { consensus } = reconcile(
    'simulation',
    read.map(({ document }) => document),
    read.map(({ claim }) => claim),
    vocabulary,
  );
  const score = { ...NONE };
  for (const { group, status, best, low, high, display } of consensus) {
    const truth = topics.get(group.subject)?.truth ?? 0;
    if ((low ?? 0) <= truth && truth <= (high ?? Infinity)) score.inside += 1;
    if (typeof best !== 'number' || !DECIDED.has(status)) continue;
    score.answered += 1;
    if (BOUND.test(display) ? best > truth : isWrong(best, truth)) score.wrong += 1;
  }
  return score;
}

/** The figure that most outlets write, the lower one of two. */
function naiveVote(topics: ReadonlyMap<string, { truth: number; reports: Report[] }>): Score {
  const score = { ...NONE };
  for (const { truth, reports } of topics.values()) {
    const votes = new Map<number, number>();
    for (const { value } of reports) {
      const figure = Number(/\d+/.exec(value)?.[0]);
      votes.set(figure, (votes.get(figure) ?? 0) + 1);
    }
    const [best] = [...votes].sort(([x, a], [y, b]) => b - a || x - y)[0] ?? [0];
    score.answered += 1;
    if (isWrong(best, truth)) score.wrong += 1;
  }
  return score;
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
process.stdout.write(
  `${items} items, copying ${copying}; wrong: share of the answers that are off by more than 10 %\n`,
);
for (const outlets of [3, 5, 10]) {
  const topics = new Map(
    Array.from({ length: items }, (_, i) => {
      const truth = Math.round(Math.exp(between(Math.log(8), Math.log(3000))));
      return [`item-${i}`, { truth, reports: reportsOf(truth, outlets) }] as const;
    }),
  );
  for (const [name, score] of [
    ['origins', ask(topics, true)],
    ['outlets', ask(topics, false)],
    ['vote of outlets', naiveVote(topics)],
  ] as const) {
    const range = name.startsWith('vote') ? '' : `   truth in range ${share(score.inside, items)}`;
    process.stdout.write(
      `  ${`${outlets}`.padStart(2)} outlets, ${name.padEnd(16)} wrong ${share(score.wrong, score.answered).padStart(6)} of ${share(score.answered, items).padStart(7)} answered${range}\n`,
    );
  }
}
