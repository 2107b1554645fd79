import { describe, expect, it } from 'vitest';
import { Verdict } from '../../src/finding/finding.ts';
import { createApp } from '../../src/http/app.ts';
import { toReview } from '../../src/review/review.ts';
import { withApp } from './harness.ts';
import { CLAIMS, tellStory } from './story.ts';

const here = withApp(tellStory);
const graph = async (path: string) => {
  const response = await here.get(path);
  expect([response.status, response.headers.get('content-type')], path).toEqual([200, 'application/ld+json']);
  return (await response.json())['@graph'];
};

describe('linked data', () => {
  it('of a list reads its articles in one go, not one by one', async () => {
    const asked: string[] = [];
    const store = new Proxy(here.store, {
      get(target, name, receiver) {
        asked.push(String(name));
        return Reflect.get(target, name, receiver);
      },
    });
    const app = createApp({ ...here.services, store });
    expect((await app.request('/v1/claims.jsonld?limit=500')).status).toBe(200);
    expect(asked.filter((name) => name === 'documentsById')).toHaveLength(1);
    expect(asked).not.toContain('document');
  });

  it('gives each question as a Claim with every article in which it appears', async () => {
    const nodes = await graph('/v1/topics/harbour-flood/consensus.jsonld');
    const view = await (await here.get('/v1/topics/harbour-flood/consensus')).json();
    expect(nodes).toHaveLength(view.data.length);
    const killed = nodes.find((node: { appearance: unknown[] }) => node.appearance.length > 2);
    expect(killed).toMatchObject({ '@type': 'Claim', firstAppearance: killed.appearance[0] });
    const times = killed.appearance.map((each: { datePublished: string }) => each.datePublished);
    expect(times).toEqual([...times].sort());
    for (const { url, publisher, text } of killed.appearance) {
      expect(URL.canParse(url)).toBe(true);
      expect(publisher.name).toBeTruthy();
      expect(CLAIMS.some((claim) => claim.evidence.quote === text)).toBe(true);
    }
  });

  it('gives claims with their place in the article', async () => {
    const nodes = await graph('/v1/claims.jsonld?limit=3');
    expect(nodes).toHaveLength(3);
    for (const node of nodes) {
      const [words] = node.appearance['oa:hasSelector'];
      expect(words['oa:exact']).toBe(node.text);
      expect(`${words['oa:prefix']}${words['oa:suffix']}`).not.toBe('');
    }
    expect(await graph(`/v1/claims/${CLAIMS[0]?.id}.jsonld`)).toHaveLength(1);
  });

  it('gives a ClaimReview for what a person has judged, and for nothing else', async () => {
    const path = '/v1/topics/harbour-flood/discrepancies.jsonld?tier=conflict,check,explained';
    const types = async (): Promise<string[]> =>
      (await graph(path)).map((node: { '@type': string }) => node['@type']);
    expect(await types()).not.toContain('ClaimReview');
    const { data } = await (await here.get('/v1/topics/harbour-flood/discrepancies')).json();
    const [{ claims, verdict, subtype, id }] = data;
    const said = { actor: 'Ada', reason: 'Both articles say so.' };
    await here.store.addReview(
      toReview({ kind: 'confirm', claims, verdict, subtype, ...said }, '2025-11-05T00:00:00Z'),
    );
    const input = await here.store.topicInput('harbour-flood');
    const consensus = await here.store.consensus('harbour-flood');
    const found = await Promise.all(consensus.map(({ group }) => here.store.group(group.id)));
    const groups = found.flatMap((each) => each ?? []);
    const view = await here.store.view('harbour-flood', 'consensus');
    await here.store.saveReconciliation(
      {
        topic: 'harbour-flood',
        groups,
        consensus,
        findings: [{ ...data[0], review: { status: 'confirmed' } }],
      },
      { consensus: view?.json ?? '', timeline: '{"data":[],"next":null,"topic":"harbour-flood"}' },
      { revision: input?.revision ?? 0, at: '2025-11-05T00:00:00Z' },
    );
    const [item, review] = await graph(`/v1/findings/${id}.jsonld`);
    expect(item['@type']).toBe('Claim');
    expect(review).toMatchObject({
      '@type': 'ClaimReview',
      author: { '@type': 'Person', name: 'Ada' },
      reviewBody: 'Both articles say so.',
      datePublished: '2025-11-05T00:00:00Z',
    });
    expect(review.claimReviewed.length).toBeLessThan(75);
    expect(review.reviewRating.alternateName).toBe('Confirmed: Cannot both be true');
  });

  it('explains each verdict at an address that stays, to programs and to people', async () => {
    const nodes = await graph('/ns/relations');
    const ids = nodes.map((node: { '@id': string }) => node['@id']);
    for (const verdict of Verdict.options) expect(ids).toContain(`http://localhost/ns/relations#${verdict}`);
    const page = await here.get('/ns/relations', { accept: 'text/html,*/*;q=0.8' });
    expect(page.headers.get('content-type')).toContain('text/html');
    const html = await page.text();
    for (const verdict of Verdict.options) expect(html).toContain(`id="${verdict}"`);
    const [finding] = await graph('/v1/discrepancies.jsonld');
    expect(ids).toContain(finding.relation.replace('rel:', 'http://localhost/ns/relations#'));
  });
});
