import type { Claim } from '../../claim/claim.ts';
import type { Config } from '../../config.ts';
import type { Consensus } from '../../consensus/consensus.ts';
import type { MethodName } from '../../consensus/methods/index.ts';
import type { TimelinePoint } from '../../consensus/timeline.ts';
import { CrosscheckError } from '../../errors.ts';
import { type Finding, TIER, type Tier } from '../../finding/finding.ts';
import type { Past } from '../../look-back.ts';
import { openStore } from '../../store/open.ts';
import type { Page, Store, ViewName } from '../../store/store.ts';
import { topicNow } from '../../store/topic-now.ts';
import type { ConsensusView } from '../../view/consensus-view.ts';
import type { TimelineView } from '../../view/timeline-view.ts';
import { type Loaded, openAll } from '../open.ts';
import { type Grid, pickColumns, toCsv, toTable } from '../table.ts';
import { say, type Terminal, terminalWidth, write } from '../terminal.ts';

export type ListName = 'consensus' | 'timeline' | 'discrepancies' | 'topics' | 'outlets';

export interface ListOptions {
  json?: boolean;
  csv?: boolean;
  limit?: number;
  tier?: Tier[];
  /** RFC 3339: show the topic as it stood then. */
  asOf?: string;
  /** The way from voices to a figure. */
  method?: MethodName;
}

/** A list as data for programs, as a grid for spreadsheets, and what of it people see in a terminal. */
interface List {
  data: readonly unknown[];
  grid: Grid;
  /** Names of the columns that fit a terminal; all without it. */
  shown?: readonly string[];
  /** Said when it is empty. */
  empty: string;
}

const PAGE = 500;

async function collect<T>(read: (after: string | null) => Promise<Page<T>>, limit: number): Promise<T[]> {
  const rows: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await read(after);
    rows.push(...page.data);
    after = page.next;
  } while (after !== null && rows.length < limit);
  return rows.slice(0, limit);
}

/** The topic that an id leads to, which is said where it is another one. @throws CrosscheckError 'not-found' */
async function knownTopic(topic: string, store: Store, terminal: Terminal): Promise<string> {
  const now = await topicNow(store, topic);
  if (now === null)
    throw new CrosscheckError('not-found', `There is no topic "${topic}". "crosscheck topics" lists them.`);
  if (now !== topic) say(terminal, `"${topic}" was merged: this is "${now}".`);
  return now;
}

async function listTopics(store: Store, limit: number): Promise<List> {
  const data = await collect((after) => store.topics({ limit: PAGE, after: after ?? undefined }), limit);
  return {
    data,
    empty: 'There is no topic yet. "crosscheck ingest" takes articles in.',
    grid: {
      columns: ['topic', 'title', 'documents', 'outlets', 'claims', 'conflicts', 'checks', 'sample'],
      rows: data.map((topic) => [
        topic.id,
        topic.title,
        topic.documents,
        topic.outlets,
        topic.claims,
        topic.conflicts,
        topic.checks,
        topic.sample,
      ]),
    },
  };
}

async function listOutlets(store: Store, limit: number): Promise<List> {
  const data = await collect((after) => store.outlets({ limit: PAGE, after: after ?? undefined }), limit);
  return {
    data,
    empty: 'There is no outlet yet. "crosscheck ingest" takes articles in.',
    grid: {
      columns: ['outlet', 'name', 'kind', 'owner', 'sample'],
      rows: data.map((outlet) => [outlet.id, outlet.name, outlet.kind, outlet.owner, outlet.sample]),
    },
  };
}

const consensusRow = (each: Consensus) => [
  each.group.question,
  each.display,
  each.status,
  each.grade,
  each.support.originsMax,
  each.support.outlets,
  each.low,
  each.high,
  each.asOf,
];

/** A ready view of a topic, as it is or as it stood. */
async function readView<View extends { data: readonly unknown[] }>(
  name: ViewName,
  topic: string,
  store: Store,
  past: Past | null,
): Promise<View['data']> {
  const json = past ? past.views[name] : (await store.view(topic, name))?.json;
  return json === undefined ? [] : (JSON.parse(json) as View).data;
}

async function listConsensus(topic: string, store: Store, limit: number, past: Past | null): Promise<List> {
  const ready = (await readView<ConsensusView>('consensus', topic, store, past)) as readonly Consensus[];
  const data = ready.slice(0, limit);
  return {
    data,
    empty: 'Nothing was found in this topic that can be compared.',
    shown: ['question', 'answer', 'status', 'origins', 'outlets', 'as of'],
    grid: {
      columns: ['question', 'answer', 'status', 'grade', 'origins', 'outlets', 'low', 'high', 'as of'],
      rows: data.map(consensusRow),
    },
  };
}

const MOVES: Record<TimelinePoint['move'], string> = {
  first: '',
  same: '=',
  reworded: '≈',
  up: '▲',
  down: '▼',
};

async function listTimeline(topic: string, store: Store, limit: number, past: Past | null): Promise<List> {
  const view = (await readView<TimelineView>('timeline', topic, store, past)) as TimelineView['data'];
  const data = view.slice(0, limit);
  return {
    data,
    empty: 'No figure of this topic was given for two moments.',
    shown: ['question', 'as of', 'origin', '', 'figure', 'standing'],
    grid: {
      columns: [
        'question',
        'as of',
        'published',
        'origin',
        'outlets',
        '',
        'figure',
        'low',
        'high',
        'standing',
      ],
      rows: data.flatMap(({ group, points }) =>
        points.map((point) => [
          group.question,
          point.asOf.to.slice(0, 16).replace('T', ' '),
          point.publishedAt,
          point.origin,
          point.outlets.join(' '),
          MOVES[point.move],
          point.display,
          point.low,
          point.high,
          point.standing,
        ]),
      ),
    },
  };
}

const statement = (claim: Claim): string => {
  const origin = claim.attribution.origin;
  return `${claim.outlet}${origin ? ` (${origin})` : ''}: ${claim.value.text || claim.evidence.quote}`;
};

async function listDiscrepancies(
  topic: string | null,
  tiers: readonly Tier[],
  store: Store,
  limit: number,
  past: Past | null,
): Promise<List> {
  const findings = await collect((after) => {
    const [filter, page] = [
      { topic: topic ?? undefined, tiers },
      { limit: PAGE, after: after ?? undefined },
    ];
    return past ? Promise.resolve(past.findings(filter, page)) : store.findings(filter, page);
  }, limit);
  const ids = [...new Set(findings.flatMap((finding) => finding.claims))];
  const claims = new Map<string, Claim>();
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE);
    const found = past ? page.flatMap((id) => past.claims.get(id) ?? []) : await store.claimsById(page);
    for (const claim of found) claims.set(claim.id, claim);
  }
  const claimsOf = (finding: Finding): Claim[] => finding.claims.flatMap((id) => claims.get(id) ?? []);
  const subtype = (finding: Finding): string => (finding.subtype ? ` (${finding.subtype})` : '');
  return {
    data: findings.map((finding) => ({ ...finding, statements: claimsOf(finding) })),
    empty: 'No discrepancies of these tiers.',
    shown: [...(topic === null ? ['topic'] : []), 'verdict', 'level', 'statements', 'because'],
    grid: {
      columns: ['topic', 'tier', 'verdict', 'level', 'statements', 'because'],
      rows: findings.map((finding) => [
        finding.topic,
        TIER[finding.verdict],
        `${finding.verdict}${subtype(finding)}`,
        finding.severity.level,
        claimsOf(finding).map(statement).join('\n'),
        finding.because,
      ]),
    },
  };
}

/** Prints a list of the database as a table, JSON or CSV. Resolves to the exit status. */
export async function showList(
  name: ListName,
  asked: string | null,
  options: ListOptions,
  open: { config: Config; load: () => Promise<Loaded> },
  terminal: Terminal,
): Promise<number> {
  const { asOf, method } = options;
  if (asOf && asked === null) throw new CrosscheckError('invalid-request', '--as-of needs a topic.');
  const { store, lookBack } =
    asOf || method
      ? await openAll(await open.load())
      : { store: await openStore({ path: open.config.database }), lookBack: null };
  try {
    const topic = asked === null ? null : await knownTopic(asked, store, terminal);
    const limit = options.limit ?? Number.POSITIVE_INFINITY;
    const tiers = options.tier ?? ['conflict', 'check'];
    const past = (lookBack && topic && (await lookBack(topic, { at: asOf, method }))) || null;
    const lists = {
      consensus: () => listConsensus(topic ?? '', store, limit, past),
      timeline: () => listTimeline(topic ?? '', store, limit, past),
      discrepancies: () => listDiscrepancies(topic, tiers, store, limit, past),
      topics: () => listTopics(store, limit),
      outlets: () => listOutlets(store, limit),
    };
    const { data, grid, shown, empty } = await lists[name]();
    if (options.json) await write(terminal.output, `${JSON.stringify({ data, next: null }, null, 2)}\n`);
    else if (options.csv) await write(terminal.output, toCsv(grid));
    else if (data.length === 0) say(terminal, empty);
    else await write(terminal.output, toTable(pickColumns(grid, shown), terminalWidth(terminal)));
    return 0;
  } finally {
    await store.close();
  }
}
