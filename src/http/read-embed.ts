import type { Consensus } from '../consensus/consensus.ts';
import { CrosscheckError } from '../errors.ts';
import type { Topic } from '../topic/topic.ts';
import type { ConsensusView } from '../view/consensus-view.ts';
import type { EmbedView } from '../view/embed/embed-view.ts';
import { embedFinding, embedRow } from '../view/embed/make-embed.ts';
import { nameThings } from '../web/web.ts';
import { outletsOf } from './read-names.ts';
import type { Services } from './services.ts';

export interface EmbedRequest {
  show: 'consensus' | 'discrepancies';
  /** Id of a group: that question alone is shown. */
  figure?: string | undefined;
  /** Questions or findings, at most. */
  limit: number;
}

type Given = Pick<Services, 'store' | 'vocabulary'>;

async function rowsOf(services: Given, topic: Topic, chosen: readonly Consensus[]) {
  const ids = chosen.flatMap((row) => row.positions.flatMap(({ outlets }) => outlets));
  const outlets = await outletsOf(services.store, ids);
  const { outlet } = nameThings(services.vocabulary, outlets, [], topic.sample);
  return chosen.map((row) => embedRow(row, outlet));
}

async function findingsOf({ store, vocabulary }: Given, topic: Topic, view: ConsensusView, limit: number) {
  const found = await store.findings({ topic: topic.id, tiers: ['conflict', 'check'] }, { limit });
  const open = found.data.filter(({ review }) => review.status !== 'dismissed');
  const stored = await store.claimsById([...new Set(open.flatMap(({ claims }) => claims))]);
  const claims = new Map(stored.map((claim) => [claim.id, claim]));
  const outlets = await outletsOf(
    store,
    stored.map((claim) => claim.outlet),
  );
  const { outlet, sentence } = nameThings(vocabulary, outlets, stored, topic.sample);
  const asked = new Map(view.data.map(({ group }) => [group.id, group.question]));
  return open.flatMap((finding) => {
    const question = [...new Set(finding.groups.flatMap((id) => asked.get(id) ?? []))].join(' / ');
    const own = finding.claims.flatMap((id) => claims.get(id) ?? []);
    return embedFinding(finding, own, { question, outlet, sentence }) ?? [];
  });
}

/**
 * All that an embedded view of a topic shows.
 * @throws CrosscheckError `not-found`, or `not-ready` before the first reconciliation
 */
export async function readEmbed(services: Given, id: string, request: EmbedRequest): Promise<EmbedView> {
  const { store } = services;
  const [found, ready] = await Promise.all([store.topic(id), store.view(id, 'consensus')]);
  if (found === null) throw new CrosscheckError('not-found', 'There is no such topic.');
  if (ready === null)
    throw new CrosscheckError('not-ready', 'The topic is being reconciled for the first time; ask again.');
  const view = JSON.parse(ready.json) as ConsensusView;
  const { title, sample, updatedAt } = found;
  const topic = { id, title, sample, updatedAt };
  if (request.figure !== undefined) {
    const rows = view.data.filter(({ group }) => group.id === request.figure);
    if (rows.length === 0) throw new CrosscheckError('not-found', 'There is no such question in the topic.');
    return { topic, show: 'figure', rows: await rowsOf(services, found, rows), findings: [], more: 0 };
  }
  const { show, limit } = request;
  if (show === 'discrepancies') {
    const findings = await findingsOf(services, found, view, limit);
    const all = view.counts.conflicts + view.counts.checks;
    return { topic, show, rows: [], findings, more: Math.max(0, all - findings.length) };
  }
  const rows = await rowsOf(services, found, view.data.slice(0, limit));
  return { topic, show, rows, findings: [], more: view.data.length - rows.length };
}
