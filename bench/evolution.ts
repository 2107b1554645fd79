/**
 * Evolution: does a series of daily reports come out as one figure that moves?
 *
 *   npm run build && npx tsx bench/evolution.ts SERIES.jsonl
 *
 * SERIES.jsonl, which does not belong to this project, holds a report a line: {"report_date": "2025-10-04", "killed": 66,
 * "killed_cum": 67074, "injured": …, "injured_cum": …}: what was counted for the day, and the total up to it. The rows
 * are handed in as structured claims of one origin; then one outlet more gives a total that lies below that of the day
 * before. The baseline, in the same run: two figures for one kind of victim that differ are in conflict.
 */
import { readFileSync } from 'node:fs';
import type { ClaimInput } from '../src/claim/claim-input.ts';
import { built } from './built.ts';

const { loadVocabulary } =
  await built<typeof import('../src/vocabulary/vocabulary.ts')>('vocabulary/vocabulary');
const { readClaimRow } = await built<typeof import('../src/claim/read-claim-row.ts')>('claim/read-claim-row');
const { reconcile } = await built<typeof import('../src/pipeline.ts')>('pipeline');

type Report = Readonly<Record<string, number>> & { readonly report_date: string };

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: npx tsx bench/evolution.ts SERIES.jsonl');
const reports = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Report);
const vocabulary = loadVocabulary();

const START = '2023-10-07';
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

interface Told {
  readonly what: string;
  readonly value: number;
  readonly from: string;
  readonly day: string;
  readonly outlet?: string;
}

const rowOf = ({ what, value, from, day, outlet = 'daily-reports' }: Told): ClaimInput => ({
  topic: 'series',
  outlet,
  subject: 'people',
  predicate: `people.${what}`,
  value,
  unit: 'person',
  publishedAt: `${dayAfter(day)}T09:00:00Z`,
  origin: outlet === 'daily-reports' ? 'ministry of health' : null,
  scope: {
    place: 'gaza-strip',
    time: { class: from === START ? 'cumulative' : 'window', from, to: dayAfter(day) },
  },
});

const told = reports.flatMap((report) =>
  ['killed', 'injured'].flatMap((what): Told[] => {
    const [count, total] = [report[what], report[`${what}_cum`]];
    const day = report.report_date;
    return [
      ...(total === undefined ? [] : [{ what, value: total, from: START, day }]),
      ...(count === undefined ? [] : [{ what, value: count, from: day, day }]),
    ];
  }),
);

function run(rows: readonly Told[]) {
  const read = rows.map((row) => readClaimRow(rowOf(row), vocabulary));
  const claims = read.map(({ claim }) => claim);
  const documents = read.map(({ document }) => document);
  const { findings } = reconcile('series', documents, claims, vocabulary);
  const verdicts = new Map<string, number>();
  for (const { verdict, subtype } of findings) {
    const name = subtype ? `${verdict}/${subtype}` : verdict;
    verdicts.set(name, (verdicts.get(name) ?? 0) + 1);
  }
  return { claims, findings, verdicts: [...verdicts].sort() };
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const { claims, findings, verdicts } = run(told);
print(`${reports.length} days, ${claims.length} rows: ${verdicts.map(([v, n]) => `${v} ${n}`).join(', ')}`);

const byId = new Map(claims.map((claim) => [claim.id, claim]));
const classesOf = (finding: (typeof findings)[number]): Set<string> =>
  new Set(finding.claims.map((id) => byId.get(id)?.predicate.timeClass ?? ''));
const totals = findings.filter((finding) => [...classesOf(finding)].join() === 'cumulative');
const moved = totals.filter(({ verdict }) => verdict === 'evolving').length;
const steps = ['killed', 'injured'].reduce((sum, what) => {
  const series = reports.map((report) => report[`${what}_cum`]);
  return sum + series.slice(1).filter((total, i) => total !== series[i]).length;
}, 0);
print(`steps of the totals that are called evolving: ${moved} of ${steps}`);
const mixed = findings.filter((finding) => classesOf(finding).size > 1);
print(
  `a day against a total: ${mixed.length} findings, of which flagged: ${mixed.filter((f) => f.flagged).length}`,
);
for (const { explanations } of findings) {
  for (const { kind, text } of explanations) if (kind === 'added-later') print(`explained: ${text}`);
}

const last = reports.at(-1);
const before = reports.at(-2);
if (last && before?.['killed_cum'] !== undefined) {
  const value = Math.round(before['killed_cum'] * 0.9);
  const planted = run([
    ...told.filter(({ day }) => day !== last.report_date),
    { what: 'killed', value, from: START, day: last.report_date, outlet: 'another-outlet' },
  ]);
  const found = planted.findings.filter(({ flagged }) => flagged);
  print(
    `planted ${value} after ${before['killed_cum']}: ${found.map((f) => `${f.verdict}/${f.subtype}`).join(', ')}`,
  );
}

const naive = ['killed', 'injured'].reduce((sum, what) => {
  const values = told.filter((row) => row.what === what).map((row) => row.value);
  return sum + values.reduce((n, a, i) => n + values.slice(i + 1).filter((b) => b !== a).length, 0);
}, 0);
print(`baseline: ${naive} pairs differ, and are called conflicts`);
