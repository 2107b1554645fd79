import { CrosscheckError } from '../../errors.ts';
import type { ConsensusView } from '../../view/consensus-view.ts';
import { STYLE } from '../../web/assets.ts';
import { OutletPage, OutletsPage } from '../../web/outlet-pages.tsx';
import { standApart } from '../../web/stand-apart.ts';
import { nameThings } from '../../web/web.ts';
import { outletsOf } from '../read-names.ts';
import { type ShowPage, sendPage } from './send-page.ts';

const SHOWN = { outlets: 200, documents: 100, claims: 200, findings: 20, topics: 20, apart: 20 } as const;

export const showOutlets: ShowPage = async (c) => {
  const outlets = await c
    .get('services')
    .store.outlets({ limit: SHOWN.outlets, after: c.req.query('after') });
  return sendPage(c, OutletsPage({ outlets, style: STYLE }));
};

export const showOutlet: ShowPage = async (c) => {
  const { store, vocabulary } = c.get('services');
  const id = c.req.param('id') ?? '';
  const outlet = await store.outlet(id);
  if (outlet === null) throw new CrosscheckError('not-found', 'There is no such outlet.');
  const [documents, claims, findings] = await Promise.all([
    store.documents({ outlet: id }, { limit: SHOWN.documents }),
    store.claims({ outlet: id }, { limit: SHOWN.claims }),
    store.findings({ outlet: id, tiers: ['conflict', 'check'] }, { limit: SHOWN.findings }),
  ]);
  const topics = [...new Set(documents.data.map((document) => document.topic))].slice(0, SHOWN.topics);
  const views = await Promise.all(topics.map((topic) => store.view(topic, 'consensus')));
  const rows = views.flatMap((view) => (view === null ? [] : (JSON.parse(view.json) as ConsensusView).data));
  const apart = standApart(rows).find((each) => each.outlet === id)?.questions ?? [];
  const others = await outletsOf(store, [id]);
  return sendPage(
    c,
    OutletPage({
      ...{ outlet, documents, claims, findings: findings.data },
      apart: apart.slice(0, SHOWN.apart),
      names: nameThings(vocabulary, others, claims.data, outlet.sample),
      style: STYLE,
    }),
  );
};
