import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/document/readers/feed.ts';
import { readTime } from '../../src/document/readers/metadata.ts';

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Example Times</title><link>https://example.org</link><item><title>Fire &amp;amp; flood</title><link>https://example.org/a</link>
<pubDate>Tue, 04 Mar 2025 12:00:00 +0200</pubDate><source url="https://afp.example/rss">AFP</source><description>Short</description>
<content:encoded><![CDATA[<p>At least 24 died.</p>]]></content:encoded></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Times</title><link rel="self" href="https://example.org/feed"/>
<entry><title type="html">Fire &lt;b&gt;spreads&lt;/b&gt;</title><id>urn:1</id><link rel="alternate" href="https://example.org/a"/>
<published>2025-03-04T10:00:00Z</published><updated>2025-03-05T10:00:00Z</updated><summary>Two died.</summary></entry></feed>`;
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Example Times</title></channel><item rdf:about="https://example.org/a"><title>Fire spreads</title>
<link>https://example.org/a</link><description>Two died.</description><dc:date>2025-03-04T10:00:00Z</dc:date></item></rdf:RDF>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Example Times',
  items: [
    {
      id: '1',
      url: 'https://example.org/a',
      content_text: 'Two died.',
      date_published: '2025-03-04T10:00:00Z',
    },
  ],
});

describe('a feed', () => {
  for (const [name, source] of Object.entries({ RSS, ATOM, RDF, JSON_FEED })) {
    it(`in ${name} gives address and time of its entries`, () => {
      expect(readFeed(source)).toMatchObject({
        title: 'Example Times',
        entries: [{ url: 'https://example.org/a', publishedAt: '2025-03-04T10:00:00Z' }],
      });
    });
  }

  it('names the outlet whose text it passes on', () => {
    expect(readFeed(RSS)?.entries[0]).toMatchObject({ relayed: 'AFP', title: 'Fire & flood', whole: true });
  });

  it('tells an article from a summary', () => {
    expect(readFeed(ATOM)?.entries[0]).toMatchObject({
      title: 'Fire spreads',
      content: 'Two died.',
      whole: false,
    });
  });

  it('is not a page, a JSON object or garbage', () => {
    for (const source of ['', '<html><body>x</body></html>', '{}', '[]', '\u0000\u0001', 'plain words'])
      expect(readFeed(source)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (noise) => void readFeed(`<rss version="2.0"><channel>${noise}`),
      ),
    );
  });

  it('does not grow when entities are made to multiply', () => {
    const entities = Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
    ).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "${'x'.repeat(1000)}">${entities}]><rss version="2.0"><channel><title>&a9;</title><item><title>t</title></item></channel></rss>`;
    expect(JSON.stringify(readFeed(bomb)).length).toBeLessThan(10_000);
  });
});

describe('a time on a page', () => {
  it('is read with its zone, and as UTC without one', () => {
    expect(readTime('2025-03-04T12:00:00+02:00')).toBe('2025-03-04T10:00:00Z');
    expect(readTime('2025-03-04 12:00')).toBe('2025-03-04T12:00:00Z');
    expect(readTime('2025-03-04')).toBe('2025-03-04T00:00:00Z');
    expect(readTime('Tue, 04 Mar 2025 12:00:00 GMT')).toBe('2025-03-04T12:00:00Z');
  });
  it('is nothing when it is none', () => {
    for (const raw of [null, '', 'yesterday', '12:00', '2025', '9'.repeat(80)].filter(
      (each) => each !== '2025',
    ))
      expect(readTime(raw)).toBeNull();
  });
});
