import type { Context, TypedResponse } from 'hono';
import type { Answer, Format } from '../view/format.ts';
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
}

export interface Sending<Row> extends Shapes<Row> {
  json: string;
  /** One that is kept with the JSON. */
  etag?: string | undefined;
  rows: () => readonly Row[];
}

function offersOf<Row>({ sheet, link }: Shapes<Row>): Format[] {
  const missing = new Set([...(sheet ? [] : ['csv', 'ndjson']), ...(link ? [] : ['jsonld'])]);
  return FORMATS.filter(({ id }) => !missing.has(id));
}

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

const tagAs = (etag: string, { id }: Format): string => `"${etag.replaceAll('"', '')}-${id}"`;

async function write<Row>(format: Format, { json, rows, sheet, link }: Sending<Row>): Promise<string> {
  if (format.id === 'json') return json;
  const node = format.id === 'jsonld' ? await link?.() : undefined;
  const answer: Answer = {
    json: () => json,
    rows,
    flat: sheet && { columns: sheet.columns, lines: () => rows().flatMap(sheet.lines) },
    linked: node && (() => node),
  };
  return [...(format.write(answer) ?? [])].join('');
}
