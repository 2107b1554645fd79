import type { Finding } from '../../finding/finding.ts';
import { STYLE } from '../../web/assets.ts';
import { type Foremost, HomePage } from '../../web/home-page.tsx';
import { type Names, nameThings } from '../../web/web.ts';
import { outletsOf } from '../read-names.ts';
import type { Services } from '../services.ts';
import { asked, askedOf, type ShowPage, sendPage } from './send-page.ts';

const SHOWN = { topics: 100, foremost: 4, ofTopic: 2, looked: 30 } as const;

/** Those of different questions, the most severe of each, two of a topic at most. */
function differing(findings: readonly Finding[]): Finding[] {
  const [questions, topics] = [new Set<string>(), new Map<string, number>()];
  return findings
    .filter(({ groups, topic }) => {
      const count = topics.get(topic) ?? 0;
      if (count >= SHOWN.ofTopic || groups.some((id) => questions.has(id))) return false;
      for (const id of groups) questions.add(id);
      topics.set(topic, count + 1);
      return true;
    })
    .slice(0, SHOWN.foremost);
}

/** The conflicts that weigh most, each with what it takes to show it: a handful of look-ups by key. */
async function foremostOf({ store, vocabulary }: Services): Promise<{ foremost: Foremost[]; names: Names }> {
  const { data } = await store.findings({ tiers: ['conflict'] }, { limit: SHOWN.looked });
  const findings = differing(data);
  const claims = new Map(
    (await store.claimsById(findings.flatMap((finding) => finding.claims))).map((claim) => [claim.id, claim]),
  );
  const found = await Promise.all(
    findings.map(async (finding) => {
      const [topic, group] = await Promise.all([
        store.topic(finding.topic),
        store.group(finding.groups[0] ?? ''),
      ]);
      const own = finding.claims.flatMap((id) => claims.get(id) ?? []);
      return topic === null ? [] : [{ finding, claims: own, topic, question: group?.question ?? null }];
    }),
  );
  const outlets = await outletsOf(
    store,
    [...claims.values()].map(({ outlet }) => outlet),
  );
  return { foremost: found.flat(), names: nameThings(vocabulary, outlets, claims.values()) };
}

export const showHome: ShowPage = async (c) => {
  const services = c.get('services');
  const filter = { q: asked(c, 'q'), open: askedOf(c, 'open', ['conflict', 'check'] as const) };
  const [topics, { foremost, names }] = await Promise.all([
    services.store.topics(
      { limit: SHOWN.topics, after: c.req.query('after') },
      { title: filter.q, open: filter.open },
    ),
    foremostOf(services),
  ]);
  return sendPage(c, HomePage({ topics, filter, foremost, names, style: STYLE }));
};
