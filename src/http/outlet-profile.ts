import type { Claim } from '../claim/claim.ts';
import type { Outlet } from '../document/outlet.ts';
import { type Finding, TIER } from '../finding/finding.ts';
import { byCodePoint } from '../identity.ts';
import type { Page, PageRequest, Store } from '../store/store.ts';
import type { ConsensusView } from '../view/consensus-view.ts';
import type { OutletView } from '../view/outlet-view.ts';

/** The most rows of each kind that a profile is counted from, and entries that it lists. */
const LIMITS = { rows: 5_000, page: 500, relays: 50, topics: 200, views: 50, apart: 100 } as const;

async function readSome<T>(
  read: (page: PageRequest) => Promise<Page<T>>,
): Promise<{ rows: T[]; more: boolean }> {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const page = await read({ limit: LIMITS.page, after });
    rows.push(...page.data);
    after = page.next ?? undefined;
  } while (after !== undefined && rows.length < LIMITS.rows);
  return { rows, more: after !== undefined };
}

function tally(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const ranked = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([x, a], [y, b]) => b - a || byCodePoint(x, y));

/** Questions of a topic to which the outlet alone holds a position, while others hold another. */
async function apartIn(topic: string, outlet: string, store: Store): Promise<OutletView['apart']> {
  const view = await store.view(topic, 'consensus');
  if (!view) return [];
  return (JSON.parse(view.json) as ConsensusView).data.flatMap(({ group, status, positions }) =>
    positions
      .filter((position) => position.outlets.length === 1 && position.outlets[0] === outlet)
      .map((position) => ({
        topic,
        group: group.id,
        question: group.question,
        display: position.display,
        others: positions.filter((other) => !other.outlets.includes(outlet)).map((other) => other.display),
        status,
      }))
      .filter(({ others }) => others.length > 0),
  );
}

const relaysOf = (claims: readonly Claim[], outlet: string): [string, number][] =>
  ranked(
    tally(
      claims.flatMap(({ attribution: { origin } }) => (origin === null || origin === outlet ? [] : [origin])),
    ),
  );

const tierOf = (findings: readonly Finding[], tier: string): Finding[] =>
  findings.filter(({ verdict }) => TIER[verdict] === tier);

/** Everything about an outlet that can be counted. Nothing is weighed. */
export async function profileOf(outlet: Outlet, store: Store): Promise<OutletView> {
  const { id } = outlet;
  const documents = await readSome((page) => store.documents({ outlet: id }, page));
  const claims = await readSome((page) => store.claims({ outlet: id }, page));
  const findings = await readSome((page) =>
    store.findings({ outlet: id, tiers: ['conflict', 'check'] }, page),
  );
  const conflicts = tierOf(findings.rows, 'conflict');
  const checks = tierOf(findings.rows, 'check');
  const told = ranked(tally(documents.rows.map((document) => document.topic)));
  const about = async ([topic, count]: [string, number]) => {
    const found = await store.topic(topic);
    const within = (list: readonly Finding[]) => list.filter((finding) => finding.topic === topic).length;
    return {
      id: topic,
      title: found?.title ?? topic,
      documents: count,
      conflicts: within(conflicts),
      checks: within(checks),
    };
  };
  const apart = await Promise.all(told.slice(0, LIMITS.views).map(([topic]) => apartIn(topic, id, store)));
  const relays = relaysOf(claims.rows, id);
  const relayed = relays.reduce((sum, [, count]) => sum + count, 0);
  const query = `outlet=${encodeURIComponent(id)}`;
  return {
    ...outlet,
    counts: {
      documents: documents.rows.length,
      claims: claims.rows.length,
      relayed,
      ownVoice: claims.rows.length - relayed,
      conflicts: conflicts.length,
      checks: checks.length,
    },
    relays: relays.slice(0, LIMITS.relays).map(([origin, count]) => ({ origin, claims: count })),
    topics: await Promise.all(told.slice(0, LIMITS.topics).map(about)),
    apart: apart.flat().slice(0, LIMITS.apart),
    truncated: documents.more || claims.more || findings.more,
    links: {
      documents: `/v1/documents?${query}`,
      claims: `/v1/claims?${query}`,
      discrepancies: `/v1/discrepancies?${query}`,
    },
  };
}
