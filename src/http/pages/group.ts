import { everyPosition } from '../../consensus/consensus.ts';
import { CrosscheckError } from '../../errors.ts';
import { Tier } from '../../finding/finding.ts';
import type { ConsensusView } from '../../view/consensus-view.ts';
import type { TimelineView } from '../../view/timeline-view.ts';
import { STYLE } from '../../web/assets.ts';
import { GroupPage } from '../../web/group-page.tsx';
import { nameThings } from '../../web/web.ts';
import { outletsOf } from '../read-names.ts';
import { embedBase, placeNow, readFindings, type ShowPage, sendLivePage } from './send-page.ts';

const SHOWN = { findings: 500, cards: 30 } as const;

export const showGroup: ShowPage = async (c, abilities) => {
  const { store, vocabulary } = c.get('services');
  const id = c.req.param('id') ?? '';
  const since = await placeNow(store);
  const group = await store.group(id);
  const [topic, ready, moved] =
    group === null
      ? [null, null, null]
      : await Promise.all([
          store.topic(group.topic),
          store.view(group.topic, 'consensus'),
          store.view(group.topic, 'timeline'),
        ]);
  const row =
    ready === null
      ? undefined
      : (JSON.parse(ready.json) as ConsensusView).data.find((each) => each.group.id === id);
  if (topic === null || row === undefined)
    throw new CrosscheckError('not-found', 'There is no such question.');
  const timeline =
    moved === null
      ? undefined
      : (JSON.parse(moved.json) as TimelineView).data.find((each) => each.group.id === id);
  const all = await store.findings({ topic: topic.id, tiers: Tier.options }, { limit: SHOWN.findings });
  const findings = all.data.filter((finding) => finding.groups.includes(id)).slice(0, SHOWN.cards);
  const ids = everyPosition(row).flatMap((position) => position.claims);
  const own = new Map((await store.claimsById(ids)).map((claim) => [claim.id, claim]));
  const { claims, texts } = await readFindings(store, findings, own);
  const outlets = await outletsOf(
    store,
    [...claims.values()].map((claim) => claim.outlet),
  );
  return sendLivePage(
    c,
    GroupPage({
      ...{ topic, row, findings, claims, texts, abilities, since, base: embedBase(c) },
      timeline: timeline ?? null,
      durations: vocabulary.rules.durations,
      names: nameThings(vocabulary, outlets, claims.values(), topic.sample),
      style: STYLE,
    }),
    since,
  );
};
