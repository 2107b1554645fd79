import { describe, expect, it } from 'vitest';
import { withApp } from './harness.ts';
import { tellStory } from './story.ts';

const here = withApp(tellStory);
const search = async (query: string) => (await here.get(`/v1alpha1/claims:search?${query}`)).json();

describe('claims:search', () => {
  it('answers in the shape of the Fact Check Tools API', async () => {
    const { claims, nextPageToken } = await search('query=people killed');
    expect(nextPageToken).toBe('');
    expect(claims.length).toBeGreaterThan(1);
    for (const claim of claims) {
      expect(Object.keys(claim)).toEqual(['text', 'claimant', 'claimDate', 'claimReview']);
      for (const review of claim.claimReview) {
        expect(Object.keys(review)).toEqual([
          'publisher',
          'url',
          'title',
          'reviewDate',
          'textualRating',
          'languageCode',
        ]);
        expect(review.publisher).toEqual({ name: 'Crosscheck', site: 'localhost' });
        expect(review.textualRating).not.toMatch(/\b(?:true|false)\b/i);
      }
    }
    expect(claims.some((claim: { claimReview: unknown[] }) => claim.claimReview.length === 1)).toBe(true);
  });

  it('pages by token, passes over by offset, and shows each statement once', async () => {
    const all = (await search('query=people&pageSize=100')).claims.map(
      (claim: { text: string }) => claim.text,
    );
    const seen: string[] = [];
    let token = '';
    do {
      const page = await search(
        `query=people&pageSize=2${token ? `&pageToken=${encodeURIComponent(token)}` : ''}`,
      );
      seen.push(...page.claims.map((claim: { text: string }) => claim.text));
      token = page.nextPageToken;
    } while (token !== '');
    expect(seen).toEqual(all);
    expect((await search('query=people&offset=2&pageSize=1')).claims[0].text).toBe(all[2]);
    expect((await search('query=people&offset=999')).claims).toEqual([]);
  });

  it('knows age, language and publisher', async () => {
    expect((await search('query=people&maxAgeDays=1')).claims.length).toBeGreaterThan(0);
    expect((await search('query=people&languageCode=de')).claims).toEqual([]);
    expect((await search('query=people&languageCode=en-GB')).claims.length).toBeGreaterThan(0);
    expect((await search('reviewPublisherSiteFilter=localhost')).claims.length).toBeGreaterThan(0);
    expect((await search('reviewPublisherSiteFilter=example.org')).claims).toEqual([]);
  });

  it('refuses a search for nothing, two ways of paging, and a key in the address', async () => {
    for (const query of [
      '',
      'query=%20',
      'query=a&pageToken=x&offset=3',
      'query=a&key=secret',
      'query=a&pageToken=x',
      'query=a&pageSize=-1',
    ])
      expect((await here.get(`/v1alpha1/claims:search?${query}`)).status, query).toBe(400);
  });
});

describe('oEmbed', () => {
  const embed = (url: string, more = '') => here.get(`/oembed?url=${encodeURIComponent(url)}${more}`);

  it('frames the panel of a topic, as JSON and as XML', async () => {
    const json = await (await embed('http://localhost/topics/harbour-flood', '&maxwidth=300')).json();
    expect(json).toMatchObject({ type: 'rich', version: '1.0', width: 300, height: 480 });
    expect(json.html).toContain('<iframe src="http://localhost/embed/topics/harbour-flood" width="300"');
    const xml = await embed('http://localhost/embed/topics/harbour-flood', '&format=xml');
    expect(xml.headers.get('content-type')).toContain('text/xml');
    expect(await xml.text()).toContain(
      '<html>&lt;iframe src=&quot;http://localhost/embed/topics/harbour-flood',
    );
  });

  it('frames one question, by its own page or by the frame of it', async () => {
    const question = 'grp_clm_doc_post_61';
    const frame = `http://localhost/embed/topics/harbour-flood?figure=${question}`;
    for (const url of [`http://localhost/groups/${question}`, frame]) {
      const json = await (await embed(url)).json();
      expect(json.html, url).toContain(`<iframe src="${frame}" `);
      expect(json.title, url).toMatch(/.+ – Flood in the old harbour$/);
    }
    expect((await here.get(frame.replace('http://localhost', ''))).status).toBe(200);
  });

  it('knows no other address and no other format', async () => {
    await here.store.putTopic({ id: 'elsewhere', title: 'Elsewhere' });
    for (const url of [
      'http://localhost/groups/none',
      'http://localhost/groups/%ff',
      'http://localhost/embed/topics/harbour-flood?figure=none',
      'http://localhost/embed/topics/elsewhere?figure=grp_clm_doc_post_61',
      'http://localhost/topics/none',
      'http://evil.example/topics/harbour-flood',
      'http://localhost/',
      'nonsense',
      'http://localhost/topics/%ff',
    ])
      expect((await embed(url)).status, url).toBe(404);
    expect((await embed('http://localhost/topics/harbour-flood', '&format=yaml')).status).toBe(501);
    expect((await here.get('/oembed')).status).toBe(400);
  });

  it('lets no title break out of the frame', async () => {
    await here.store.putTopic({ id: 'evil', title: '"><script>alert(1)</script>' });
    const { html } = await (await embed('http://localhost/topics/evil')).json();
    expect(html.match(/[<>]/g)).toHaveLength(4);
  });

  it('is found from the page of a topic and of a question', async () => {
    for (const page of ['/topics/harbour-flood', '/groups/grp_clm_doc_post_61']) {
      const link = (await here.get(page)).headers.get('link') ?? '';
      const [, target = ''] = /<([^>]+)>; rel="alternate"; type="application\/json\+oembed"/.exec(link) ?? [];
      expect((await here.get(target)).status, page).toBe(200);
    }
  });
});

describe('llms.txt', () => {
  it('leads to the calls, and none of its links is dead', async () => {
    const text = await (await here.get('/llms.txt')).text();
    expect(text).toMatch(/^# Crosscheck\n\n> /);
    const links = [...text.matchAll(/\]\((http:\/\/localhost[^)]*)\): /g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(20);
    for (const link of links.filter(
      (each) => !each.includes('{') && !/oembed|claims:search|check|mcp/.test(each),
    ))
      expect((await here.get(link, here.keyed)).status, link).toBe(200);
  });
});
