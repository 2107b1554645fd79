import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { settle } from '../../src/ingest.ts';
import { loadSamples, withSampleOutlets } from '../../src/jobs/load-samples.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { withApp } from './harness.ts';

const vocabulary = withSampleOutlets(loadVocabulary());
const here = withApp(async (store) => {
  await loadSamples(store, vocabulary);
  await settle(store, vocabulary, { now: new Date('2025-11-01T00:00:00Z') });
});
const send = async (typed: Record<string, string>, type = 'application/x-www-form-urlencoded') => {
  const response = await here.app.request('/check', {
    method: 'POST',
    headers: { 'content-type': type },
    body: String(new URLSearchParams(typed)),
  });
  return { response, document: parseHTML(await response.text()).document };
};
const text =
  'The air strike on the market of Karsin on Thursday killed 50 people, said Lena Osk, the director of the General Hospital. Hospitals took in 17 pigeons.\n\n“<b>Nobody</b> slept.”';
const plain = 'The strike killed 50 people.';
const publishedAt = '2024-03-15';

describe('a draft on the page for drafts', () => {
  it('is marked where it differs, with the reason, the words of others and what they would allow', async () => {
    const before = (await here.store.documents({}, { limit: 500 })).data.length;
    const { response, document } = await send({ text, publishedAt });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(document.querySelector('.hero a')?.getAttribute('href')).toBe('/topics/karsin-market-strike');
    expect(document.querySelector('article.text mark')?.textContent).toBe('50');
    expect(document.querySelector('article.text .ref')?.getAttribute('class')).toBe('ref conflict');
    const card = document.querySelector('.checked > .conflict');
    expect(card?.textContent).toContain('Others contradict it');
    expect(card?.querySelector('.allowed')?.textContent).toMatch(/^What the others would allow: \S/);
    expect(card?.querySelector('blockquote a')?.getAttribute('href')).toMatch(/^\/documents\/sample-karsin/);
    expect(document.querySelector('article.text b'), 'the draft is text').toBeNull();
    expect((await here.store.documents({}, { limit: 500 })).data.length).toBe(before);
  });

  it('leads from each mark to its reason and back', async () => {
    const { document } = await send({ text, publishedAt });
    const anchors = [...document.querySelectorAll('main a[href^="#"]')];
    expect(anchors.length).toBeGreaterThanOrEqual(4);
    for (const anchor of anchors) {
      const id = anchor.getAttribute('href')?.slice(1) ?? '';
      expect(document.getElementById(decodeURIComponent(id)), id).not.toBeNull();
    }
  });

  it('is held against the topic that is chosen, which the page of that topic chooses', async () => {
    const page = parseHTML(await (await here.get('/topics/karsin-market-strike')).text()).document;
    const link = page.querySelector('main a[href^="/check"]')?.getAttribute('href') ?? '';
    const form = parseHTML(await (await here.get(link)).text()).document;
    expect(form.querySelector('option[selected]')?.getAttribute('value')).toBe('karsin-market-strike');
    const { document } = await send({ text: plain, topic: 'karsin-market-strike' });
    expect(document.querySelector('.hero')?.textContent).not.toContain('found');
    expect(document.querySelector('option[selected]')?.getAttribute('value')).toBe('karsin-market-strike');
  });

  it('says so when there is no topic it belongs to', async () => {
    const { response, document } = await send({ text: 'Nine llamas won the cup in Reykjavik.' });
    expect(response.status).toBe(200);
    expect(document.querySelector('.hero')?.textContent).toContain('No topic was found');
  });

  it('is refused with the reason, and stays in the form', async () => {
    for (const [typed, reason] of [
      [{ text: ' ' }, 'Paste the text.'],
      [{ text: 'x'.repeat(100_001) }, 'The text may hold at most 100000 characters.'],
      [{ text: plain, publishedAt: 'soon' }, 'Give the day as 2025-10-07.'],
      [{ text: plain, topic: 'nowhere' }, 'There is no such topic any more.'],
    ] as const) {
      const { response, document } = await send(typed);
      expect([response.status, document.querySelector('.problems')?.textContent]).toEqual([422, reason]);
      expect(document.querySelector('textarea')?.textContent).toBe(typed.text);
    }
    expect((await send({ text }, 'text/plain')).response.status).toBe(415);
    expect((await send({ text: 'x'.repeat(300_000) })).response.status).toBe(413);
  });
});
