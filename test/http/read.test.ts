import { describe, expect, it } from 'vitest';
import { withApp } from './harness.ts';
import { CLAIMS, DOCUMENTS, tellStory } from './story.ts';

const here = withApp(tellStory);
const json = async (path: string) => (await here.get(path)).json();

/** Follows `next` to the end. */
async function walk(path: string): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = [];
  let next: string | null = null;
  let pages = 0;
  do {
    const after: string = next === null ? '' : `&after=${encodeURIComponent(next)}`;
    const page = await json(`${path}${after}`);
    ids.push(...page.data.map((row: { id: string }) => row.id));
    next = page.next;
    pages += 1;
  } while (next !== null);
  return { ids, pages };
}

describe('reading', () => {
  it('gives the consensus of a topic as one ready view', async () => {
    const view = await json('/v1/topics/harbour-flood/consensus');
    expect(view.counts).toEqual({
      documents: 4,
      outlets: 4,
      claims: 10,
      groups: 5,
      conflicts: 1,
      checks: 1,
      explained: 2,
    });
    expect(view.data[0]).toMatchObject({ status: 'disputed', best: null });
    expect(view.next).toBeNull();
  });

  it('lists conflicts and what must be checked, most severe first, and the explained ones only when asked', async () => {
    const verdicts = async (query: string) =>
      (await json(`/v1/topics/harbour-flood/discrepancies${query}`)).data.map(
        (row: { verdict: string }) => row.verdict,
      );
    expect(await verdicts('')).toEqual(['conflict', 'unordered-update']);
    expect(await verdicts('?tier=conflict')).toEqual(['conflict']);
    expect((await verdicts('?tier=explained')).sort()).toEqual(['different-scope', 'evolving']);
    expect(await verdicts('?tier=conflict,check,explained')).toHaveLength(4);
    expect(await verdicts('?level=medium')).toEqual(['unordered-update']);
    expect(await verdicts('?verdict=conflict')).toEqual(['conflict']);
    expect(await verdicts('?outlet=coastal-wire')).toEqual(['unordered-update']);
  });

  it('adds the claims of a finding when asked, so that a dashboard needs no second call', async () => {
    const plain = await json('/v1/discrepancies?topic=harbour-flood');
    expect(plain.data[0]).not.toHaveProperty('_claims');
    const { data } = await json('/v1/discrepancies?topic=harbour-flood&_extra=claims');
    expect(data[0]._claims).toMatchObject([
      { outlet: 'harbour-post', value: 'at least 24', origin: 'regional-emergency-office' },
      { outlet: 'delta-tribune', value: '10', source: 'The interior ministry' },
    ]);
    const one = await json(`/v1/findings/${encodeURIComponent(data[0].id)}?_extra=claims`);
    expect(one).toEqual(data[0]);
  });

  it('adds to any list what is asked for beside it, and nothing else', async () => {
    const path = '/v1/discrepancies?topic=harbour-flood&tier=conflict,check,explained';
    const plain = (await json(path)).data;
    expect(plain.some((row: object) => Object.keys(row).some((name) => name.startsWith('_')))).toBe(false);
    const more = (await json(`${path}&_extra=groups,reviews`)).data;
    for (const [index, { _groups, _reviews, ...row }] of more.entries()) {
      expect(row).toEqual(plain[index]);
      expect(_groups.map(({ id }: { id: string }) => id)).toEqual(row.groups);
      expect(_groups[0].question).toBeTruthy();
      expect(_reviews).toEqual([]);
    }
    const then = await json(
      '/v1/topics/harbour-flood/discrepancies?as_of=2025-11-03T12:00:00Z&tier=conflict,check,explained&_extra=groups,claims',
    );
    expect(then.data.length).toBeGreaterThan(0);
    for (const row of then.data) expect(row._groups).toHaveLength(row.groups.length);

    const documents = (await json('/v1/documents?_extra=text,blocks')).data;
    for (const { id, _text, _blocks } of documents) {
      const { text, blocks } = await json(`/v1/documents/${id}`);
      expect([_text, _blocks]).toEqual([text, blocks]);
    }

    const view = await json('/v1/topics/harbour-flood/consensus');
    const { _claims, ...rest } = await json('/v1/topics/harbour-flood/consensus?_extra=claims');
    expect(rest).toEqual(view);
    const behind = view.data.flatMap(({ positions }: { positions: { claims: string[] }[] }) =>
      positions.flatMap(({ claims }) => claims),
    );
    expect(_claims.map(({ id }: { id: string }) => id)).toEqual([...new Set(behind)]);
    expect(_claims[0].quote).toBeTruthy();
  });

  it('says where a claim stands: its article, a link to the quote, and the selectors of Web Annotation', async () => {
    const { data } = await json('/v1/claims?_extra=article,selectors&limit=500');
    for (const { documentId, evidence, _article, _selectors } of data) {
      const { text, title, url } = await json(`/v1/documents/${documentId}`);
      expect(_article).toMatchObject({ title, url });
      const [words, place] = _selectors;
      expect(words).toMatchObject({ type: 'TextQuoteSelector', exact: evidence.quote });
      expect(place).toEqual({ type: 'TextPositionSelector', start: evidence.start, end: evidence.end });
      expect(text).toContain(`${words.prefix}${words.exact}${words.suffix}`);
      if (url === null) continue;
      const [address, quote = ''] = _article.link.split('#:~:text=');
      expect([address, decodeURIComponent(quote)]).toEqual([url, evidence.quote]);
      expect(quote).not.toMatch(/[-,&]/);
    }
    const one = await json(`/v1/claims/${CLAIMS[0]?.id}?_extra=selectors`);
    expect(Object.keys(one)).toContain('_selectors');
    expect(Object.keys(one)).not.toContain('_article');
    expect((await here.get('/v1/claims?_extra=claims')).status).toBe(400);
  });

  it('filters claims by what they say', async () => {
    const ids = async (query: string) =>
      (await json(`/v1/claims?${query}`)).data.map((row: { id: string }) => row.id).sort();
    const expected = (test: (claim: (typeof CLAIMS)[number]) => boolean) =>
      CLAIMS.filter(test)
        .map((claim) => claim.id)
        .sort();
    expect(await ids('outlet=delta-tribune')).toEqual(expected((c) => c.outlet === 'delta-tribune'));
    expect(await ids('predicate=people.missing')).toEqual(
      expected((c) => c.predicate.id === 'people.missing'),
    );
    expect(await ids('origin=mayor')).toEqual(expected((c) => c.attribution.origin === 'mayor'));
    expect(await ids('subject=household')).toEqual(expected((c) => c.subject.key === 'household'));
    expect(await ids('min=20&max=40')).toEqual(
      expected((c) => (c.value.nominal ?? 0) >= 20 && (c.value.nominal ?? 0) <= 40),
    );
    expect(await ids('from=2025-11-04')).toEqual(expected((c) => c.outlet === 'northern-lantern'));
    expect(await ids('to=2025-11-03T06:00:00Z')).toEqual([]);
    expect(await ids('to=2025-11-03T09:00:00%2B02:00')).toEqual(expected((c) => c.outlet === 'coastal-wire'));
    expect(await ids('q=electricity')).toEqual(expected((c) => c.evidence.quote.includes('electricity')));
    expect(await ids('place=cairo&topic=harbour-flood&document=doc_wire')).toHaveLength(3);
    expect(await ids('updated_since=2020-01-01')).toEqual(expected(() => true));
    expect(await ids('updated_since=2099-01-01')).toEqual([]);
    expect(await ids('topic=nowhere')).toEqual([]);
  });

  it('gives a document with its blocks and its claims in text order, and lists documents without their text', async () => {
    const document = await json('/v1/documents/doc_post');
    expect(document.claims.map((claim: { value: { text: string } }) => claim.value.text)).toEqual([
      'At least 24',
      '12',
      'Three',
    ]);
    for (const claim of document.claims)
      expect(document.text.slice(claim.evidence.start, claim.evidence.end)).toBe(claim.evidence.quote);
    const list = await json('/v1/documents?outlet=harbour-post');
    expect(list.data).toHaveLength(1);
    expect(list.data[0]).not.toHaveProperty('text');
  });

  it('shows every row exactly once when a list is paged to its end', async () => {
    const claims = await walk('/v1/claims?limit=3');
    expect(claims.pages).toBe(4);
    expect([...claims.ids].sort()).toEqual(CLAIMS.map((claim) => claim.id).sort());
    expect((await walk('/v1/documents?limit=1')).ids.sort()).toEqual(DOCUMENTS.map((each) => each.id).sort());
    expect((await walk('/v1/outlets?limit=2')).ids).toHaveLength(4);
    expect((await walk('/v1/discrepancies?tier=conflict,check,explained&limit=1')).ids).toHaveLength(4);
  });

  it('puts the next page into the Link header, and always says next', async () => {
    const response = await here.get('/v1/claims?limit=3&topic=harbour-flood');
    const { next } = await response.json();
    const link = response.headers.get('link') ?? '';
    const [, target] = /^<(.+)>; rel="next"$/.exec(link) ?? [];
    expect(new URL(target ?? '', 'http://x').searchParams.get('after')).toBe(next);
    const second = await (await here.get(target ?? '')).json();
    expect(second.data).toHaveLength(3);
    const whole = await here.get('/v1/claims?limit=500');
    expect(await whole.json()).toHaveProperty('next', null);
    expect(whole.headers.get('link')).toBeNull();
  });

  it('answers 304 to the tag that it gave out, and 200 to another', async () => {
    for (const path of [
      '/v1/topics',
      '/v1/topics/harbour-flood/consensus',
      '/v1/claims',
      '/v1/documents/doc_post',
      '/openapi.json',
      '/docs',
      '/topics/harbour-flood',
      '/assets/crosscheck.css',
    ]) {
      const first = await here.get(path);
      const etag = first.headers.get('etag') ?? '';
      expect(etag, path).toMatch(/^"[^"]+"$/);
      const again = await here.get(path, { 'if-none-match': `"other", W/${etag}` });
      expect([again.status, await again.text(), again.headers.get('etag')], path).toEqual([304, '', etag]);
      expect((await here.get(path, { 'if-none-match': '"other"' })).status, path).toBe(200);
      expect((await here.get(path, { 'if-none-match': '*' })).status, path).toBe(304);
    }
  });

  it('serves the versioned style sheet for a year and a stale version anew', async () => {
    const [, href = ''] = /href="(\/assets\/[^"]+\.css[^"]*)"/.exec(await (await here.get('/')).text()) ?? [];
    expect((await here.get(href)).headers.get('cache-control')).toContain('immutable');
    expect((await here.get('/assets/crosscheck.css?v=old')).headers.get('cache-control')).toBe('no-cache');
    expect((await here.get('/assets/crosscheck.css')).headers.get('content-type')).toContain('text/css');
  });

  it('says that it is alive and ready, and that it is not when the database is gone', async () => {
    expect((await here.get('/healthz')).status).toBe(200);
    expect((await here.get('/readyz')).status).toBe(200);
    const { ready } = here.store;
    here.store.ready = async () => {
      throw new Error('secret path /var/db');
    };
    const gone = await here.get('/readyz');
    here.store.ready = ready;
    expect(gone.status).toBe(503);
    expect(await gone.text()).not.toContain('secret');
  });
});

describe('looking back and forth', () => {
  const topic = '/v1/topics/harbour-flood';

  it('gives the timeline of a topic', async () => {
    const view = await json(`${topic}/timeline`);
    expect(view).toEqual({ topic: 'harbour-flood', data: [], next: null });
    expect((await here.get('/v1/topics/no-such/timeline')).status).toBe(404);
  });

  it('gives a topic as it stood: with what had been published by then', async () => {
    const before = await json(`${topic}/consensus?as_of=2020-01-01`);
    expect(before).toMatchObject({ data: [], counts: { documents: 0, claims: 0 } });
    const [first] = DOCUMENTS.map((document) => document.publishedAt).sort();
    const then = await json(`${topic}/consensus?as_of=${encodeURIComponent(first ?? '')}`);
    expect(then.counts.documents).toBe(1);
    const now = await json(`${topic}/consensus?as_of=2030-01-01`);
    expect(now.counts.documents).toBe(DOCUMENTS.length);
    expect((await here.get('/v1/topics/no-such/consensus?as_of=2030-01-01')).status).toBe(404);
  });

  it('answers 304 to who has it already, and says what is wrong with a time', async () => {
    const answer = await here.get(`${topic}/consensus?as_of=2030-01-01`);
    const etag = answer.headers.get('etag') ?? '';
    const again = await here.get(`${topic}/consensus?as_of=2030-01-01`, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    const wrong = await here.get(`${topic}/consensus?as_of=yesterday`);
    expect(wrong.status).toBe(400);
    expect((await wrong.json()).errors).toMatchObject([{ path: 'as_of' }]);
  });

  it('lists the discrepancies as they stood, page by page, with the filters of today', async () => {
    const list = `${topic}/discrepancies?as_of=2030-01-01&tier=conflict,check,explained`;
    const whole = await json(`${list}&_extra=claims`);
    expect(whole.data.length).toBeGreaterThan(1);
    expect(whole.data[0]._claims.length).toBeGreaterThan(0);
    const { ids, pages } = await walk(`${list}&limit=1`);
    expect(ids).toEqual(whole.data.map((row: { id: string }) => row.id));
    expect(pages).toBe(ids.length);
    const page = await json(`${list}&limit=1`);
    const stolen = `${topic}/discrepancies?as_of=2029-01-01&tier=conflict,check,explained&limit=1`;
    expect((await here.get(`${stolen}&after=${page.next}`)).status).toBe(400);
    const none = await json(`${topic}/discrepancies?as_of=2020-01-01`);
    expect(none).toEqual({ data: [], next: null });
    for (const row of (await json(`${list}&outlet=delta-tribune&_extra=claims`)).data)
      expect(row._claims.map((claim: { outlet: string }) => claim.outlet)).toContain('delta-tribune');
  });
});

describe('explaining', () => {
  it('says why, step by step, with rules and numbers', async () => {
    const [finding] = (await json('/v1/topics/harbour-flood/discrepancies')).data;
    const claim = await json(`/v1/claims/${finding.claims[0]}/explain`);
    expect(claim).toMatchObject({ kind: 'claim', topic: 'harbour-flood' });
    const rules = claim.steps.map((one: { step: string }) => one.step);
    expect(rules).toEqual(expect.arrayContaining(['words', 'value', 'source', 'group']));
    expect(claim.text.split('\n')).toHaveLength(claim.steps.length);
  });

  it('answers 404 for what is not there, or is something else', async () => {
    const [finding] = (await json('/v1/topics/harbour-flood/discrepancies')).data;
    for (const path of ['claims/none', 'findings/none', 'groups/none', `claims/${finding.id}`])
      expect((await here.get(`/v1/${path}/explain`)).status).toBe(404);
  });
});

describe('another method', () => {
  it('gives a figure where the default abstains, from the same positions', async () => {
    const [disputed] = (await json('/v1/topics/harbour-flood/consensus')).data;
    expect(disputed.best).toBeNull();
    const { data } = await json('/v1/topics/harbour-flood/consensus?method=lowest');
    const asked = data.filter(
      (one: { group: { predicate: string } }) => one.group.predicate === 'people.killed',
    );
    expect(asked.map((one: { best: number; low: number }) => one.best === one.low)).not.toContain(false);
    const wrong = await here.get('/v1/topics/harbour-flood/consensus?method=truth');
    expect(wrong.status).toBe(400);
    expect((await wrong.json()).errors[0].message).toContain('interval, vote, median, lowest');
  });
});
