import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { toReview } from '../../src/review/review.ts';
import { readyViews } from '../../src/view/ready-views.ts';
import { aClaim, aConsensus, aDocument, aFinding, aGroup } from './builders.ts';
import { withApp } from './harness.ts';
import { tellStory } from './story.ts';

const EVIL = '</p><script>alert(1)</script> \u202egnp.exe & <b>bold</b> ]]>';
const evil = aDocument({
  id: 'doc_evil',
  topic: 'evil',
  outlet: 'evil',
  text: `Headline\nTen people were killed. ${EVIL}`,
});
const claim = aClaim(evil, `Ten people were killed. ${EVIL}`, 'Ten');
const group = aGroup([claim]);
const finding = aFinding([group], [claim], { because: `It says ${EVIL}` });

const here = withApp(async (store) => {
  await tellStory(store);
  await store.putTopic({ id: 'evil', title: `Evil ${EVIL}` });
  await store.addDocument({
    document: evil,
    claims: [claim],
    outlet: { id: 'evil', name: `Evil ${EVIL}`, owner: null, kind: 'outlet', sample: false },
  });
  const result = {
    topic: 'evil',
    groups: [group],
    findings: [finding],
    consensus: [aConsensus(group, [claim])],
  };
  const views = readyViews({ ...result, timelines: [], claims: [claim], documents: [evil] });
  const revision = (await store.topicInput('evil'))?.revision ?? 0;
  await store.saveReconciliation(result, views, { revision, at: '2025-11-04T10:00:00Z' });
});
const feed = async (path: string) => (await here.get(path)).text();

describe('a feed of discrepancies', () => {
  it('is read by a feed parser in each syntax, with the same entries', async () => {
    const [json, atom, rss] = await Promise.all(
      ['feed.json', 'atom.xml', 'rss.xml'].map((name) => feed(`/v1/topics/harbour-flood/${name}`)),
    );
    expect(parseFeed(json ?? '').format).toBe('json');
    expect(parseFeed(atom ?? '').format).toBe('atom');
    expect(parseFeed(rss ?? '').format).toBe('rss');
    const items = parseJsonFeed(json ?? '').items ?? [];
    expect(items.length).toBeGreaterThan(1);
    const ids = items.map((item) => item.id);
    expect(parseAtomFeed(atom ?? '').entries?.map((entry) => entry.id)).toEqual(ids);
    expect(parseRssFeed(rss ?? '').items?.map((item) => item.guid?.value)).toEqual(ids);
    for (const item of items) {
      expect(item.content_text).toContain('“');
      expect(Date.parse(item.date_published ?? '')).toBeGreaterThan(0);
      expect(Date.parse(item.date_modified ?? '')).toBeGreaterThan(0);
    }
    const dates = items.map((item) => item.date_modified ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it('has the types that readers look for, a tag, and 304', async () => {
    for (const [name, type] of [
      ['feed.json', 'application/feed+json'],
      ['atom.xml', 'application/atom+xml'],
      ['rss.xml', 'application/rss+xml'],
    ] as const) {
      for (const path of [`/v1/${name}`, `/v1/topics/harbour-flood/${name}`]) {
        const response = await here.get(path);
        expect([response.status, response.headers.get('content-type')]).toEqual([
          200,
          `${type}; charset=utf-8`,
        ]);
        const again = await here.get(path, { 'if-none-match': response.headers.get('etag') ?? '' });
        expect(again.status).toBe(304);
      }
      expect((await here.get(`/v1/topics/nowhere/${name}`)).status).toBe(404);
    }
    const { version, feed_url: self } = JSON.parse(await feed('/v1/feed.json'));
    expect([version, self]).toEqual(['https://jsonfeed.org/version/1.1', 'http://localhost/v1/feed.json']);
  });

  it('holds all topics, or one', async () => {
    const topics = (text: string) =>
      new Set(
        JSON.parse(text).items.map((item: { _crosscheck: { topic: string } }) => item._crosscheck.topic),
      );
    expect(topics(await feed('/v1/feed.json'))).toEqual(new Set(['harbour-flood', 'evil']));
    expect(topics(await feed('/v1/topics/evil/feed.json'))).toEqual(new Set(['evil']));
  });

  it('keeps the id of an entry and moves its date when somebody reviews it', async () => {
    const entry = async () => parseJsonFeed(await feed('/v1/topics/evil/feed.json')).items?.[0];
    const before = await entry();
    const { verdict, subtype, claims } = finding;
    const said = { actor: 'Ada', reason: 'Looked it up.' };
    await here.store.addReview(
      toReview({ kind: 'confirm', claims, verdict, subtype, ...said }, '2025-12-01T00:00:00Z'),
    );
    const after = await entry();
    expect(after?.id).toBe(before?.id);
    expect(after?.date_published).toBe(before?.date_published);
    expect(after?.date_modified).toMatch(/^2025-12-01T00:00:00(?:\.000)?Z$/);
  });

  it('lets no text of an article run, reverse the words around it or break the document', async () => {
    const rss = await feed('/v1/topics/evil/rss.xml');
    const [item] = parseRssFeed(rss).items ?? [];
    expect(item?.description).not.toMatch(/<(?!\/?p>)/);
    expect(item?.description).toContain('&lt;script&gt;');
    expect(item?.title).not.toMatch(/[<>]/);
    const atom = parseAtomFeed(await feed('/v1/topics/evil/atom.xml'));
    expect(atom.entries?.[0]?.content).toMatchObject({ type: 'text' });
    expect(atom.entries?.[0]?.content?.value).toContain('<script>alert(1)</script>');
    for (const name of ['feed.json', 'atom.xml', 'rss.xml'])
      expect(await feed(`/v1/topics/evil/${name}`)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(JSON.parse(await feed('/v1/topics/evil/feed.json')).items[0]).not.toHaveProperty('content_html');
  });
});
