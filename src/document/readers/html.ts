import { onDemand } from '../../vocabulary/on-demand.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { normaliseText } from '../normalise.ts';
import { type MarkedLine, markBoilerplate } from './boilerplate.ts';
import { wordsIn } from './lines.ts';
import { type MarkupNode, nestingOf, type Paragraph, readParagraphs, stripTags } from './markup.ts';
import { type PageMetadata, readMetadata } from './metadata.ts';
import { cutRuns, type Run } from './text.ts';

const markup = onDemand<typeof import('linkedom')>('linkedom');
const readability = onDemand<typeof import('@mozilla/readability')>('@mozilla/readability');

/** The article of a page: its text without the page around it, and what the page says about itself. */
export interface Page {
  text: string;
  runs: Run[];
  metadata: PageMetadata;
}

/** Beyond this a page is no article but an attack or a dump; only its bare text is read. */
const DEEPEST = 250;
const MOST_ELEMENTS = 40_000;
const NOTHING: PageMetadata = {
  title: null,
  byline: null,
  publishedAt: null,
  url: null,
  site: null,
  language: null,
};

const tagsIn = (html: string): number => {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0 && count <= MOST_ELEMENTS * 2; at = html.indexOf('<', at + 1))
    count += 1;
  return count;
};

const lettersOf = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + text.length, 0);

/** The parser needs a body to put things in; old and broken pages leave it out. */
const withBody = (html: string): string =>
  /<body[\s>]/i.test(html)
    ? html
    : `<html><body>${html.replace(/<\/?(?:html|!doctype)[^<>]*>/gi, '')}</body></html>`;

/** "Bus falls into ravine | Daily News" without the name of the site. */
function withoutSite(title: string | null, site: string | null): string | null {
  if (title === null || site === null || !title.toLowerCase().endsWith(site.toLowerCase())) return title;
  return title.slice(0, -site.length).replace(/[\s|–—·:-]+$/, '') || title;
}

/** The article's paragraphs: what Readability keeps, or the whole page where it finds no article. */
function articleOf(html: string): { paragraphs: Paragraph[]; metadata: PageMetadata } {
  const { document } = markup().parseHTML(withBody(html));
  const { Readability } = readability();
  const metadata = readMetadata(document as unknown as Parameters<typeof readMetadata>[0]);
  const whole = readParagraphs((document.querySelector('article') ?? document.body) as unknown as MarkupNode);
  const found = new Readability<MarkupNode>(document as never, {
    maxElemsToParse: MOST_ELEMENTS,
    serializer: (node) => node as unknown as MarkupNode,
  }).parse();
  const article = found?.content ? readParagraphs(found.content) : [];
  const title = metadata.title ?? (found?.title?.trim() || null);
  return {
    paragraphs: lettersOf(article) > 0 ? article : whole,
    metadata: {
      ...metadata,
      title: withoutSite(title, metadata.site),
      byline: metadata.byline ?? (found?.byline?.trim() || null),
    },
  };
}

/** A line that is only a link leads elsewhere, unless it is as long as a sentence. */
const isLink = ({ kind, text, linked }: Paragraph): boolean =>
  kind === 'body' && linked > 0.8 && wordsIn(text) <= 25;

/**
 * Reads the article out of an HTML page. Nothing in it is run or fetched, and no input makes it throw; a page that
 * is too deep or too large for an article gives its bare text.
 */
export function readHtml(html: string, vocabulary: Vocabulary): Page {
  let read: { paragraphs: Paragraph[]; metadata: PageMetadata };
  try {
    const hostile = nestingOf(html) > DEEPEST || tagsIn(html) > MOST_ELEMENTS * 2;
    read = hostile ? { paragraphs: stripTags(html), metadata: NOTHING } : articleOf(html);
  } catch {
    read = { paragraphs: stripTags(html), metadata: NOTHING };
  }
  const lines = read.paragraphs
    .filter((paragraph) => !isLink(paragraph))
    .map(
      ({ kind, text }): MarkedLine => ({
        kind: kind === 'body' ? null : kind,
        text: normaliseText(text),
        start: 0,
        end: 0,
        plain: null,
      }),
    );
  markBoilerplate(lines, vocabulary.boilerplate);
  const kept = lines.filter((line) => line.kind !== 'boilerplate' && line.text.trim() !== '');
  let length = 0;
  for (const line of kept) {
    line.start = length;
    line.end = length + line.text.length;
    length = line.end + 2;
  }
  const text = kept.map((line) => line.text).join('\n\n');
  return { text, runs: cutRuns(text, kept), metadata: read.metadata };
}
