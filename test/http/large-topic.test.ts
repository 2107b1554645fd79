import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readyViews } from '../../src/view/ready-views.ts';
import { aClaim, aConsensus, aDocument, aFinding, aGroup } from './builders.ts';
import { withApp } from './harness.ts';

const QUESTIONS = 500;
const topic = 'everything';
const NAMES = Array.from({ length: 12 }, (_, index) => `outlet-${index}`);

/** Five hundred questions that two outlets of twelve answer, each with a conflict or something to check. */
const here = withApp(async (store) => {
  const texts = new Map(NAMES.map((name) => [name, ['A headline']]));
  const asked = Array.from({ length: QUESTIONS }, (_, index) => {
    const pair = [NAMES[index % 12] ?? '', NAMES[(index * 5 + 1) % 12] ?? ''].map((name, side) => ({
      name: side === 1 && name === NAMES[index % 12] ? (NAMES[(index + 1) % 12] ?? '') : name,
      quote: `In place ${index}, as far as anybody could count, ${100 + index + side * 7} people were killed on Sunday by the flood.`,
    }));
    for (const { name, quote } of pair) texts.get(name)?.push(quote);
    return pair;
  });
  const documents = NAMES.map((name) =>
    aDocument({ id: `doc_${name}`, outlet: name, topic, text: (texts.get(name) ?? []).join('\n') }),
  );
  const rows = asked.map((pair, index) => {
    const claims = pair.map(({ name, quote }, side) => {
      const document = documents.find((each) => each.outlet === name) ?? aDocument();
      const nominal = 100 + index + side * 7;
      return aClaim(document, quote, String(nominal), { value: { nominal } });
    });
    const group = aGroup(claims, { question: `People killed in place ${index}, 2 November 2025` });
    const finding = aFinding([group], claims, { verdict: index % 2 === 0 ? 'conflict' : 'unclear-scope' });
    const support = { asserted: 1, consistent: 1, originsMax: 2, owners: 2, outlets: 2, documents: 2 };
    const consensus = aConsensus(group, claims, { status: 'disputed', best: null, support });
    return { claims, group, finding, consensus };
  });
  const claims = rows.flatMap((row) => row.claims);
  const findings = rows.map((row) => row.finding);
  const consensus = rows.map((row) => row.consensus);
  await store.putTopic({ id: topic, title: 'Everything at once' });
  for (const document of documents)
    await store.addDocument({
      document,
      claims: claims.filter((claim) => claim.documentId === document.id),
      outlet: { id: document.outlet, name: document.outlet, owner: null, kind: 'outlet', sample: false },
    });
  const { revision } = (await store.topicInput(topic)) ?? { revision: 0 };
  await store.saveReconciliation(
    { topic, groups: rows.map((row) => row.group), findings, consensus },
    readyViews({ topic, consensus, findings, timelines: [], claims, documents }),
    { revision, at: '2025-11-04T09:00:05Z' },
  );
});

const packed = async (path: string) => {
  const response = await here.get(path, { 'accept-encoding': 'gzip' });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  const bytes = Buffer.from(await response.arrayBuffer());
  return { size: bytes.length, document: parseHTML(gunzipSync(bytes).toString()).document };
};

describe('a topic of five hundred questions', () => {
  it('is sent in less than 200 kB, style sheet included', async () => {
    const sheet = await packed('/assets/crosscheck.css');
    const { size, document } = await packed(`/topics/${topic}`);
    expect(document.body.textContent).toContain('Questions 1 to 60 of 500');
    expect(size + sheet.size).toBeLessThan(200_000);
    expect(document.querySelectorAll('*').length).toBeLessThan(12_000);
  });

  it('leads through all its questions, each of them once', async () => {
    const seen = new Set<string>();
    let path: string | null = `/topics/${topic}`;
    let pages = 0;
    while (path !== null) {
      const { document } = await packed(path);
      for (const row of document.querySelectorAll('.consensus > tbody > tr')) {
        expect(seen.has(row.id), row.id).toBe(false);
        seen.add(row.id);
      }
      const next = [...document.querySelectorAll('.pager a')].find((each) => each.textContent === 'Next');
      path = next === undefined ? null : `/topics/${topic}${next.getAttribute('href')?.split('#')[0]}`;
      pages += 1;
    }
    expect([seen.size, pages]).toEqual([QUESTIONS, 9]);
  });

  it('leads through all its conflicts, whatever the first page holds', async () => {
    let path: string | null = `/topics/${topic}/findings?tier=conflict`;
    let count = 0;
    while (path !== null) {
      const { document } = await packed(path);
      count += document.querySelectorAll('article.finding.conflict').length;
      path = document.querySelector('.more a')?.getAttribute('href') ?? null;
    }
    expect(count).toBe(QUESTIONS / 2);
  });

  it('shows the first page where the address names none that is there', async () => {
    const { document } = await packed(`/topics/${topic}?page=x`);
    expect(document.body.textContent).toContain('Questions 1 to 60 of 500');
  });
});
