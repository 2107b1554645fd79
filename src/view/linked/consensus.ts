import type { Claim } from '../../claim/claim.ts';
import type { Consensus } from '../../consensus/consensus.ts';
import { STATUS_MEANING } from '../words.ts';
import { appearanceOf, contextOf, urnOf, type World } from './context.ts';

const byTime = (a: Claim, b: Claim): number =>
  a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0;

function groupNode(row: Consensus, topic: string, world: World) {
  const claims = [...row.positions, ...(row.earlier ?? [])]
    .flatMap((position) => position.claims)
    .flatMap((id) => world.claims.get(id) ?? [])
    .sort(byTime);
  const appearance = claims.map((claim) => appearanceOf(claim, world));
  return {
    '@type': 'Claim',
    '@id': urnOf('group', row.group.id),
    name: row.group.question,
    text: row.display,
    description: STATUS_MEANING[row.status],
    url: `${world.base}/topics/${encodeURIComponent(topic)}`,
    relation: `rel:${row.status}`,
    ...(appearance.length > 0 ? { appearance, firstAppearance: appearance[0] } : {}),
  };
}

/** What the outlets of a topic say: a schema.org Claim a question, with every article that answers it. */
export const linkConsensus = (topic: string, rows: readonly Consensus[], world: World) => ({
  '@context': contextOf(world.base),
  '@graph': rows.map((row) => groupNode(row, topic, world)),
});
