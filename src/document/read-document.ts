import { contentId } from '../identity.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Block, Document, DocumentInput } from './document.ts';
import { fingerprint } from './fingerprint.ts';
import { tellBlockLanguage, tellLanguage, tellScript } from './language.ts';
import { normaliseText } from './normalise.ts';
import { readHtml } from './readers/html.ts';
import { type Run, readText } from './readers/text.ts';
import { resolveOutlet } from './resolve-outlet.ts';

/** The topic of documents that name none. */
export const UNSORTED = 'unsorted';

/** RFC 3339 in UTC, without empty milliseconds; what is no time is returned as it is. */
export function toUtc(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : at.toISOString().replace('.000Z', 'Z');
}

const ARTICLE: ReadonlySet<Run['kind']> = new Set(['body', 'quote']);

function withLanguages(text: string, runs: readonly Run[], given: string | undefined) {
  const article = runs.filter((run) => ARTICLE.has(run.kind)).map((run) => text.slice(run.start, run.end));
  const sample = (article.length > 0 ? article.join('\n') : text).slice(0, 4_000);
  const language = given ?? tellLanguage(sample);
  const script = tellScript(sample);
  const blocks: Block[] = runs.map(({ kind, start, end }) => ({
    kind,
    start,
    end,
    language: tellBlockLanguage(text.slice(start, end), language, script),
  }));
  return { language, blocks, fingerprint: fingerprint(article) };
}

interface Reading {
  text: string;
  runs: Run[];
  title: string | null;
  url: string | null;
}

function readGiven(input: DocumentInput, vocabulary: Vocabulary): Reading {
  const title = input.title?.trim() ? normaliseText(input.title).trim() : null;
  const url = input.url ?? null;
  if (input.html !== undefined) {
    const page = readHtml(input.html, vocabulary);
    return {
      text: page.text,
      runs: page.runs,
      title: title ?? page.metadata.title,
      url: url ?? page.metadata.url,
    };
  }
  const text = normaliseText(input.text ?? '');
  const runs = readText(text, title, vocabulary);
  const headline = runs.find((run) => run.kind === 'headline');
  return { text, runs, title: title ?? (headline ? text.slice(headline.start, headline.end) : null), url };
}

/**
 * Turns what a user handed in (text or html; an address must have been fetched before) into a Document.
 * Nothing in a given text moves: block offsets point into it; of a page, `text` is the article alone.
 * The topic is kept as given, the time turned to UTC. Throws on nothing.
 */
export function readDocument(input: DocumentInput, vocabulary: Vocabulary): Document {
  const { text, runs, title, url } = readGiven(input, vocabulary);
  const outlet = resolveOutlet(input.outlet, vocabulary).id;
  const topic = input.topic ?? UNSORTED;
  const publishedAt = toUtc(input.publishedAt);
  return {
    id: input.id ?? contentId('doc', outlet, publishedAt, topic, text),
    outlet,
    topic,
    url,
    title,
    publishedAt,
    zone: input.zone ?? 'UTC',
    source: input.html === undefined ? 'text' : 'html',
    text,
    ...withLanguages(text, runs, input.language),
  };
}
