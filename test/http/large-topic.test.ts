import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { withApp } from './harness.ts';
import { tellLargeTopic, LARGE_TOPIC as topic } from './large-topic.ts';

const QUESTIONS = 500;

const here = withApp((store) => tellLargeTopic(store, QUESTIONS));

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
