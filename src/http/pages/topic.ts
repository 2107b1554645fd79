import type { Claim } from '../../claim/claim.ts';
import { everyPosition } from '../../consensus/consensus.ts';
import { CrosscheckError } from '../../errors.ts';
import { Tier, Verdict } from '../../finding/finding.ts';
import type { Store } from '../../store/store.ts';
import type { Topic } from '../../topic/topic.ts';
import type { ConsensusView } from '../../view/consensus-view.ts';
import type { TimelineView } from '../../view/timeline-view.ts';
import { STYLE } from '../../web/assets.ts';
import { FindingsPage } from '../../web/findings-page.tsx';
import { TopicPage } from '../../web/topic-page.tsx';
import { nameThings } from '../../web/web.ts';
import { outletsOf } from '../read-names.ts';
import {
  asked,
  askedOf,
  embedBase,
  placeNow,
  readFindings,
  type ShowPage,
  sendLivePage,
} from './send-page.ts';

const SHOWN = { documents: 200, claims: 500, findings: 25 } as const;
/** The most severe findings of a tier that the page of a topic holds; a page of their own has them all. */
const SHOWN_OF: Record<Tier, number> = { conflict: 30, check: 20, explained: 12 };
const MOST_PAGES = 1_000;

async function topicOf(store: Store, id: string): Promise<Topic> {
  const topic = await store.topic(id);
  if (topic === null) throw new CrosscheckError('not-found', 'There is no such topic.');
  return topic;
}

/** Which page of the questions is asked for: the first, unless the address names another. */
function pageOf(text: string | undefined): number {
  const page = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 1;
  return Math.min(MOST_PAGES, Math.max(1, page));
}

export const showTopic: ShowPage = async (c, abilities) => {
  const { store, vocabulary } = c.get('services');
  const id = c.req.param('topic') ?? '';
  const since = await placeNow(store);
  const topic = await topicOf(store, id);
  const [ready, moved, recent, documents, ...tiers] = await Promise.all([
    store.view(id, 'consensus'),
    store.view(id, 'timeline'),
    store.claims({ topic: id }, { limit: SHOWN.claims }),
    store.documents({ topic: id }, { limit: SHOWN.documents }),
    ...Tier.options.map((tier) => store.findings({ topic: id, tiers: [tier] }, { limit: SHOWN_OF[tier] })),
  ]);
  const view = ready === null ? null : (JSON.parse(ready.json) as ConsensusView);
  const consensus = view?.data ?? [];
  const findings = tiers.flatMap((page) => page.data);
  const claims = new Map<string, Claim>(recent.data.map((claim) => [claim.id, claim]));
  const drawn = new Set(findings.flatMap((finding) => finding.groups));
  const missing = [
    ...findings.flatMap((finding) => finding.claims),
    ...consensus
      .filter((row) => drawn.has(row.group.id))
      .flatMap((row) => everyPosition(row).flatMap((position) => position.claims)),
  ].filter((each) => !claims.has(each));
  for (const claim of await store.claimsById([...new Set(missing)])) claims.set(claim.id, claim);
  const outlets = await outletsOf(store, [
    ...documents.data.map((document) => document.outlet),
    ...consensus.flatMap((row) => row.positions.flatMap((position) => position.outlets)),
  ]);
  return sendLivePage(
    c,
    TopicPage({
      ...{ topic, since, base: embedBase(c) },
      consensus,
      findings,
      timelines: moved === null ? [] : (JSON.parse(moved.json) as TimelineView).data,
      counts: {
        conflict: view?.counts.conflicts ?? 0,
        check: view?.counts.checks ?? 0,
        explained: view?.counts.explained ?? 0,
      },
      claims,
      documents: documents.data,
      durations: vocabulary.rules.durations,
      page: pageOf(c.req.query('page')),
      names: nameThings(vocabulary, outlets, claims.values(), topic.sample),
      style: STYLE,
      abilities,
    }),
    since,
  );
};

export const showFindings: ShowPage = async (c, abilities) => {
  const { store, vocabulary } = c.get('services');
  const since = await placeNow(store);
  const topic = await topicOf(store, c.req.param('topic') ?? '');
  const filter = {
    tier: askedOf(c, 'tier', Tier.options),
    verdict: askedOf(c, 'verdict', Verdict.options),
    level: askedOf(c, 'level', ['high', 'medium', 'low', 'none'] as const),
    outlet: asked(c, 'outlet'),
  };
  const { tier, ...rest } = filter;
  const found = await store.findings(
    { topic: topic.id, ...rest, tiers: tier === undefined ? Tier.options : [tier] },
    { limit: SHOWN.findings, after: c.req.query('after') },
  );
  const { claims, texts } = await readFindings(store, found.data);
  const outlets = await outletsOf(
    store,
    [...claims.values()].map((claim) => claim.outlet),
  );
  const names = nameThings(vocabulary, outlets, claims.values(), topic.sample);
  const given = { topic, since, filter, found, claims, texts, names, style: STYLE, abilities };
  return sendLivePage(c, FindingsPage(given), since);
};
