import { decodeEntities } from './markup.ts';

/** What a page says about itself; null where it says nothing. */
export interface PageMetadata {
  title: string | null;
  byline: string | null;
  /** RFC 3339, UTC; a time without zone is read as UTC. */
  publishedAt: string | null;
  /** Canonical address, only when it is a full http(s) one. */
  url: string | null;
  site: string | null;
  language: string | null;
}

interface Queryable {
  querySelector(
    selector: string,
  ): { getAttribute(name: string): string | null; textContent: string | null } | null;
  querySelectorAll(selector: string): Iterable<{ textContent: string | null }>;
}

const TITLES = ['meta[property="og:title"]', 'meta[name="twitter:title"]'];
const SITES = ['meta[property="og:site_name"]', 'meta[name="application-name"]'];
const BYLINES = ['meta[name="author"]', 'meta[property="article:author"]', 'meta[name="byl"]'];
const URLS = ['link[rel="canonical"]', 'meta[property="og:url"]'];
const TIMES = [
  'meta[property="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="article:published_time"]',
  'meta[name="publish-date"]',
  'meta[name="pubdate"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="dc.date.issued"]',
  'meta[name="DC.date.issued"]',
  'meta[name="date"]',
  'time[itemprop="datePublished"]',
  'article time[datetime]',
  'time[datetime]',
];
const ARTICLES = /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|WebPage)$/;
const MOST_SCRIPTS = 20;

/** "2025-10-07 12:00 +02:00" and the like → RFC 3339 in UTC; null when it is no time. */
export function readTime(raw: string | null | undefined): string | null {
  const text = raw?.trim() ?? '';
  if (!/\d{4}/.test(text) || text.length > 60) return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d|\b(?:GMT|UTC|[ECMP][SD]T))$/i.test(text);
  const iso = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00` : text;
  const at = new Date(zoned ? iso : `${iso}${/^\d{4}-\d\d-\d\dT/.test(iso) ? 'Z' : ' UTC'}`);
  const year = at.getUTCFullYear();
  return Number.isNaN(at.getTime()) || year < 1000 || year > 9999
    ? null
    : at.toISOString().replace('.000Z', 'Z');
}

const asText = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? decodeEntities(value.trim()) : null;

const nameOf = (value: unknown): string | null => {
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join(', ') || null;
  return asText(value) ?? asText((value as { name?: unknown } | null)?.name);
};

/** The first article that the page's linked data describes. */
function linkedArticle(page: Queryable): Record<string, unknown> {
  let seen = 0;
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    seen += 1;
    if (seen > MOST_SCRIPTS) break;
    try {
      const data = JSON.parse(script.textContent ?? '') as unknown;
      const graph = (data as { '@graph'?: unknown } | null)?.['@graph'];
      const items = [data, graph].flat().filter((item) => item !== null && typeof item === 'object');
      for (const item of items as Record<string, unknown>[]) {
        if ([item['@type']].flat().some((type) => ARTICLES.test(String(type))) && item['datePublished'])
          return item;
      }
    } catch {
      // Broken linked data says nothing.
    }
  }
  return {};
}

/** Reads title, byline, time, address and site from meta tags, linked data and links. */
export function readMetadata(page: Queryable): PageMetadata {
  const first = (
    selectors: readonly string[],
    attributes = ['content', 'href', 'datetime'],
  ): string | null => {
    for (const selector of selectors) {
      const element = page.querySelector(selector);
      for (const name of attributes) {
        const value = asText(element?.getAttribute(name));
        if (value) return value;
      }
    }
    return null;
  };
  const linked = linkedArticle(page);
  const url = first(URLS);
  return {
    title:
      first(TITLES) ??
      asText(linked['headline']) ??
      asText(page.querySelector('h1')?.textContent?.replace(/\s+/g, ' ')) ??
      asText(page.querySelector('title')?.textContent?.replace(/\s+/g, ' ')),
    byline: nameOf(linked['author']) ?? first(BYLINES),
    publishedAt: readTime(asText(linked['datePublished'])) ?? readTime(first(TIMES)),
    url: url && /^https?:\/\/\S{1,1990}$/.test(url) ? url : null,
    site: first(SITES) ?? nameOf(linked['publisher']),
    language: asText(page.querySelector('html')?.getAttribute('lang')),
  };
}
