/**
 * Simulation: how often is an answer wrong where the truth is known, and outlets copy from each other?
 *
 *   npm run build && npx tsx bench/simulation.ts [items] [copying] [--others]
 *
 * Each item has a true count. Each of 3, 5 or 10 outlets either relays another one that it names (by default every
 * second) or counts by itself: right four times out of five, else off by 15 to 60 %. It words its count in one of eight
 * ways that do not follow our own table: rounds to one digit without saying so, misses by up to 15 % behind "about", puts
 * its floor up to 40 % too low. An answer is wrong when it is off by more than 10 %, and
 * “at least 24” when fewer than 24 is true.
 * It counts as answered when two origins commit themselves to the value. Baselines in the same run: the same method counting
 * outlets instead of origins, and the plain vote of outlets.
 * The truth is inside a range that holds it, ends included; an open end holds all beyond it. So that a range which is merely
 * wide shows, its mean width is given beside it, as a share of the truth, of the ranges that are closed; and how often it
 * would be inside, and how wide it were, if estimates counted for no more than their words allow. `--others` asks both of
 * three outlets of other kinds, for this simulation is but one.
 */
import type { ClaimInput } from '../src/claim/claim-input.ts';
import { built } from './built.ts';

const { loadVocabulary } =
  await built<typeof import('../src/vocabulary/vocabulary.ts')>('vocabulary/vocabulary');
const { readClaimRow } = await built<typeof import('../src/claim/read-claim-row.ts')>('claim/read-claim-row');
const { reconcile } = await built<typeof import('../src/pipeline.ts')>('pipeline');

const others = process.argv.includes('--others');
const numbers = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map(Number);
const [items = 600, givenCopying = 0.5] = numbers;
const vocabulary = loadVocabulary();

/** How the outlets of a simulation are. `exact`, `rounded`: shares of the wordings. `estimate`: how far “about” may miss. */
interface Kind {
  readonly name: string;
  readonly seed: number;
  readonly copying: number;
  readonly error: readonly [least: number, most: number];
  readonly exact: number;
  readonly rounded: number;
  readonly estimate: number;
}
const USUAL: Kind = {
  ...{ name: 'as above', seed: 20251007, copying: givenCopying, error: [0.15, 0.6] },
  ...{ exact: 0.45, rounded: 0.1, estimate: 0.15 },
};
const OTHERS: readonly Kind[] = [
  USUAL,
  { ...USUAL, name: 'another seed', seed: 77 },
  { ...USUAL, name: 'no copying', copying: 0 },
  { ...USUAL, name: 'copying .3', copying: 0.3 },
  { ...USUAL, name: 'copying .7', copying: 0.7 },
  { ...USUAL, name: 'errors 5–30 %', error: [0.05, 0.3] },
  { ...USUAL, name: 'errors 30–90 %', error: [0.3, 0.9] },
  { ...USUAL, name: 'nobody rounds', rounded: 0 },
  { ...USUAL, name: 'twice as many round', rounded: 0.2 },
  { ...USUAL, name: 'a third rounds', exact: 0.25, rounded: 0.3 },
  { ...USUAL, name: '“about” misses by 5 %', estimate: 0.05 },
  { ...USUAL, name: '“about” misses by 25 %', estimate: 0.25 },
];

let state = USUAL.seed;
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
function wordingOf(counted: number, { exact, rounded, estimate }: Kind): string {
  const drawn = random();
  if (drawn < exact) return `${counted}`;
  if (drawn < exact + rounded) return `${toDigits(counted, 1)}`;
  const r = 0.55 + (0.45 * (drawn - exact - rounded)) / (1 - exact - rounded);
  if (r < 0.65) return `about ${toDigits(counted * between(1 - estimate, 1 + estimate), 2)}`;
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

function reportsOf(truth: number, outlets: number, kind: Kind): Report[] {
  const reports: Report[] = [];
  for (let i = 0; i < outlets; i += 1) {
    const outlet = `outlet-${i}`;
    const model = i > 0 && random() < kind.copying ? reports[Math.floor(random() * i)] : undefined;
    const off = between(...kind.error) * (random() < 0.5 ? -1 : 1);
    const counted = random() < 0.8 ? truth : Math.max(1, Math.round(truth * (1 + off)));
    reports.push(model ? { ...model, outlet } : { outlet, origin: outlet, value: wordingOf(counted, kind) });
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

/** How often ranges hold the truth, and how wide they are. */
interface Ranges {
  inside: number;
  closed: number;
  width: number;
}
interface Score {
  answered: number;
  wrong: number;
  readonly ranges: Ranges;
  /** What estimates reached if they counted for no more than their words allow. */
  readonly words: Ranges;
}
const noRanges = (): Ranges => ({ inside: 0, closed: 0, width: 0 });
const noScore = (): Score => ({ answered: 0, wrong: 0, ranges: noRanges(), words: noRanges() });
type Ends = readonly [low: number | null, high: number | null];

function addRange(ranges: Ranges, [low, high]: Ends, truth: number): void {
  if ((low ?? 0) <= truth && truth <= (high ?? Infinity)) ranges.inside += 1;
  if (low === null || high === null) return;
  ranges.closed += 1;
  ranges.width += (high - low) / truth;
}

/** What the positions of a question allow. */
function allowed(positions: readonly { readonly low: number | null; readonly high: number | null }[]): Ends {
  const high = Math.max(...positions.map((position) => position.high ?? Infinity));
  return [Math.min(...positions.map((position) => position.low ?? 0)), Number.isFinite(high) ? high : null];
}

type Topics = ReadonlyMap<string, { truth: number; reports: Report[] }>;

/** Where two origins commit themselves to the value: an answer that goes back to one is nobody’s consensus. */
const DECIDED: ReadonlySet<string> = new Set(['agreed', 'majority', 'plurality']);
/** "at least 230" is wrong where fewer were counted, and only there. */
const BOUND = /^(?:at least|more than) /;
const isWrong = (best: number, truth: number): boolean => Math.abs(best - truth) > 0.1 * truth;

function ask(topics: Topics, byOrigin: boolean): Score {
  const read = [...topics].flatMap(([item, { reports }]) =>
    reports.map((report) => readClaimRow(rowOf(item, report, byOrigin), vocabulary)),
  );
  const { consensus } = reconcile(
    'simulation',
    read.map(({ document }) => document),
    read.map(({ claim }) => claim),
    vocabulary,
  );
  const score = noScore();
  for (const { group, status, best, low, high, display, positions } of consensus) {
    const truth = topics.get(group.subject)?.truth ?? 0;
    addRange(score.ranges, [low, high], truth);
    addRange(score.words, allowed(positions), truth);
    if (typeof best !== 'number' || !DECIDED.has(status)) continue;
    score.answered += 1;
    if (BOUND.test(display) ? best > truth : isWrong(best, truth)) score.wrong += 1;
  }
  return score;
}

/** The figure that most outlets write, the lower one of two. */
function naiveVote(topics: Topics): Score {
  const score = noScore();
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
const showRanges = ({ inside, closed, width }: Ranges): string =>
  `${share(inside, items)}, ${(width / Math.max(1, closed)).toFixed(2)} wide`;

function makeTopics(outlets: number, kind: Kind): Topics {
  return new Map(
    Array.from({ length: items }, (_, i) => {
      const truth = Math.round(Math.exp(between(Math.log(8), Math.log(3000))));
      return [`item-${i}`, { truth, reports: reportsOf(truth, outlets, kind) }] as const;
    }),
  );
}

function showOutlets(outlets: number): void {
  const topics = makeTopics(outlets, USUAL);
  for (const [name, score] of [
    ['origins', ask(topics, true)],
    ['outlets', ask(topics, false)],
    ['vote of outlets', naiveVote(topics)],
  ] as const) {
    const { ranges, words } = score;
    const range = name.startsWith('vote')
      ? ''
      : `   truth inside ${showRanges(ranges)}, words alone ${showRanges(words)}, closed ${share(ranges.closed, items)}`;
    process.stdout.write(
      `  ${`${outlets}`.padStart(2)} outlets, ${name.padEnd(16)} wrong ${share(score.wrong, score.answered).padStart(6)} of ${share(score.answered, items).padStart(7)} answered${range}\n`,
    );
  }
}

function showOther(kind: Kind): void {
  state = kind.seed;
  const { wrong, answered, ranges, words } = ask(makeTopics(3, kind), true);
  process.stdout.write(
    `  ${kind.name.padEnd(24)} wrong ${share(wrong, answered).padStart(6)} of ${share(answered, items)}   truth inside ${showRanges(ranges)}, words alone ${showRanges(words)}\n`,
  );
}

process.stdout.write(
  `${items} items, copying ${givenCopying}; wrong: share of the answers that are off by more than 10 %\n`,
);
if (others) for (const kind of OTHERS) showOther(kind);
else for (const outlets of [3, 5, 10]) showOutlets(outlets);
