import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { withApp } from './harness.ts';

const here = withApp();
const FORM = 'application/x-www-form-urlencoded';
const send = async (articles: { outlet?: string; publishedAt?: string; text?: string }[], type = FORM) => {
  const form = new URLSearchParams();
  for (const { outlet = 'Morning Ferry', publishedAt = '2025-03-04', text = '' } of articles) {
    form.append('outlet', outlet);
    form.append('publishedAt', publishedAt);
    form.append('text', text);
  }
  const response = await here.app.request('/compare', {
    method: 'POST',
    headers: { 'content-type': type },
    body: String(form),
  });
  return { response, document: parseHTML(await response.text()).document };
};
const FOUR = 'Four people were killed when a bridge near Ostrava collapsed on Monday, police said.';
const SEVEN =
  'A bridge near Ostrava collapsed on Monday and killed seven people, the regional hospital said.';

describe('articles of one’s own', () => {
  it('are compared at once, and nothing of them is kept', async () => {
    const { response, document } = await send([{ text: FOUR }, { outlet: 'Hill Tribune', text: SEVEN }]);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(document.querySelector('.finding.conflict')?.textContent).toContain('Hill Tribune');
    expect(document.querySelector('.drawing svg[role="img"]')).not.toBeNull();
    expect((await here.store.documents({}, { limit: 10 })).data).toEqual([]);
    expect((await here.store.topics({ limit: 10 })).data).toEqual([]);
  });

  it('lead to their words on the same page, and to no page that is not there', async () => {
    const { document } = await send([{ text: FOUR }, { outlet: 'Hill Tribune', text: SEVEN }]);
    const anchors = [...document.querySelectorAll('a[href^="#"]')].map(
      (each) => each.getAttribute('href') ?? '',
    );
    expect(anchors.length).toBeGreaterThan(6);
    for (const anchor of anchors)
      expect(document.getElementById(decodeURIComponent(anchor.slice(1))), anchor).not.toBeNull();
    expect(document.querySelector('a[href^="/groups/"], a[href^="/documents/"]')).toBeNull();
  });

  it('are refused with the reason when something is missing or too long, and stay in the form', async () => {
    for (const [article, reason] of [
      [{ outlet: '', text: FOUR }, 'Article 1: name the outlet.'],
      [{ text: 'x'.repeat(20_001) }, 'Article 1: at most 20000 characters.'],
      [{ text: FOUR, publishedAt: 'soon' }, 'Article 1: give the day as 2025-10-07.'],
      [{ outlet: '', text: '' }, 'Paste at least one article.'],
    ] as const) {
      const { response, document } = await send([article]);
      expect([response.status, document.querySelector('.problems')?.textContent]).toEqual([422, reason]);
      expect(document.querySelector('textarea')?.textContent).toBe(article.text);
    }
  });

  it('are read only up to the number that is promised', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ outlet: `Outlet ${index}`, text: FOUR }));
    const { document } = await send(many);
    expect(document.querySelectorAll('fieldset').length).toBe(8);
    expect(document.querySelector('main')?.textContent).not.toContain('Outlet 8');
  });

  it('are no way to send anything else', async () => {
    expect((await send([{ text: FOUR }], 'text/plain')).response.status).toBe(415);
    expect((await send([{ text: 'x'.repeat(300_000) }])).response.status).toBe(413);
  });
});
