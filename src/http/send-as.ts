import type { Context, TypedResponse } from 'hono';
import type { Feed } from '../view/feed.ts';
import type { Answer, Format, FormatId } from '../view/format.ts';
import { FORMATS } from '../view/formats/index.ts';
import type { Sheet } from '../view/sheet.ts';
import { etagOf, isMatch, sendText } from './guards/etag.ts';
import { chooseFormat } from './negotiate.ts';
import type { Env } from './services.ts';

/** The shapes that an answer has beside JSON. */
export interface Shapes<Row> {
  sheet?: Sheet<Row> | undefined;
  /** The whole as linked data; asked for only when somebody wants it. */
  link?: (() => Promise<object>) | undefined;
  /** The whole as a drawing, and as a feed: made only when somebody wants it, too. */
  draw?: (() => Promise<string>) | undefined;
  feed?: (() => Promise<Feed>) | undefined;
}

export interface Sending<Row> extends Shapes<Row> {
  json: string;
  /** One that is kept with the JSON. */
  etag?: string | undefined;
  rows: () => readonly Row[];
}

/** What each form of an answer is made of; JSON is always there. */
const MADE_OF: Readonly<Record<FormatId, keyof Shapes<never> | null>> = {
  json: null,
  ndjson: 'sheet',
  csv: 'sheet',
  jsonld: 'link',
  svg: 'draw',
  'feed.json': 'feed',
  'atom.xml': 'feed',
  'rss.xml': 'feed',
};

/** The formats in which an answer of these shapes comes. */
export const offersOf = <Row>(shapes: Shapes<Row>): Format[] =>
  FORMATS.filter(({ id }) => MADE_OF[id] === null || shapes[MADE_OF[id]] !== undefined);

/**
 * Sends an answer in the format that is asked for, with its ETag, or 304.
 * @throws CrosscheckError `not-acceptable` when it has no such form
 */
export async function sendAs<T, Row>(
  c: Context<Env>,
  sending: Sending<Row>,
): Promise<Response & TypedResponse<T, 200, 'json'>> {
  const format = chooseFormat(c, offersOf(sending));
  const etag = format.id === 'json' || !sending.etag ? sending.etag : tagAs(sending.etag, format);
  const text =
    etag !== undefined && isMatch(c.req.header('if-none-match'), etag) ? '' : await write(format, sending);
  return sendText(c, text, format.contentType, etag ?? etagOf(text)) as Response &
    TypedResponse<T, 200, 'json'>;
}

/** Sends an answer that is true only now, in the format that is asked for: never kept. */
export async function sendFreshAs<Row>(c: Context<Env>, sending: Sending<Row>): Promise<Response> {
  const format = chooseFormat(c, offersOf(sending));
  c.header('Cache-Control', 'no-store');
  c.header('Content-Type', format.contentType);
  return c.body(await write(format, sending), 200);
}

/** Sends one thing, as `sendAs` does. */
export const sendOne = <T>(c: Context<Env>, value: T, shapes: Shapes<T> = {}) =>
  sendAs<T, T>(c, { json: JSON.stringify(value), rows: () => [value], ...shapes });

/** Sends JSON that has no other form, with its ETag, or 304. */
export const sendJson = <T>(c: Context<Env>, value: T) =>
  sendAs<T, never>(c, { json: JSON.stringify(value), rows: () => [] });

const tagAs = (etag: string, { id }: Format): string => `"${etag.replaceAll('"', '')}-${id}"`;

async function write<Row>(format: Format, sending: Sending<Row>): Promise<string> {
  const { json, rows, sheet } = sending;
  if (format.id === 'json') return json;
  const made = MADE_OF[format.id];
  const node = made === 'link' ? await sending.link?.() : undefined;
  const drawing = made === 'draw' ? await sending.draw?.() : undefined;
  const feed = made === 'feed' ? await sending.feed?.() : undefined;
  const answer: Answer = {
    json: () => json,
    rows,
    flat: sheet && { columns: sheet.columns, lines: () => rows().flatMap(sheet.lines) },
    linked: node && (() => node),
    drawn: drawing === undefined ? undefined : () => drawing,
    feed: feed && (() => feed),
  };
  return [...(format.write(answer) ?? [])].join('');
}
