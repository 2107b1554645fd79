import type { Page as Rows, Store } from '../../store/store.ts';
import type { Topic } from '../../topic/topic.ts';
import { STYLE } from '../../web/assets.ts';
import { type HomeFilter, HomePage } from '../../web/home-page.tsx';
import { asked, askedOf, type ShowPage, sendPage } from './send-page.ts';

const SHOWN = { topics: 100, looked: 500, foremost: 5 } as const;

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const holds = ({ q, open }: HomeFilter, topic: Topic): boolean =>
  fold(topic.title).includes(fold(q ?? '')) &&
  (open !== 'conflict' || topic.conflicts > 0) &&
  (open !== 'check' || topic.conflicts + topic.checks > 0);

/** A page of topics. With a filter: those of the next few hundred that hold it. */
async function findTopics(store: Store, filter: HomeFilter, after: string | undefined): Promise<Rows<Topic>> {
  if (filter.q === undefined && filter.open === undefined)
    return store.topics({ limit: SHOWN.topics, after });
  const { data, next } = await store.topics({ limit: SHOWN.looked, after });
  return { data: data.filter((topic) => holds(filter, topic)), next };
}

export const showHome: ShowPage = async (c) => {
  const { store } = c.get('services');
  const filter = { q: asked(c, 'q'), open: askedOf(c, 'open', ['conflict', 'check'] as const) };
  const [topics, foremost] = await Promise.all([
    findTopics(store, filter, c.req.query('after')),
    store.findings({ tiers: ['conflict'] }, { limit: SHOWN.foremost }),
  ]);
  return sendPage(c, HomePage({ topics, filter, foremost: foremost.data, style: STYLE }));
};
