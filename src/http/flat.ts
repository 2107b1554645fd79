import { setImmediate } from 'node:timers/promises';
import { z } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import { CrosscheckError } from '../errors.ts';
import type { Page, PageRequest } from '../store/store.ts';
import type { Answer } from '../view/format.ts';
import { FORMATS } from '../view/formats/index.ts';
import { toLines } from '../view/formats/ndjson.ts';
import type { FlatRow, Sheet } from '../view/sheet.ts';
import { sendText } from './guards/etag.ts';
import { chooseFormat } from './negotiate.ts';
import type { Env } from './services.ts';

/** The most flat rows of one answer. */
export const ROW_CAP = 50_000;
const PAGE = 500;

/** JSON with flat rows: a media type of its own, so that a typed client keeps the shape of the list apart from it. */
export const FLAT_JSON = 'application/json; profile=flat';

/** A typed client cannot ask for it: the answer has another shape then. */
export const flat = z
  .enum(['0', '1'], { error: 'Give 1 for flat rows, or leave it out.' })
  .default('0')
  .transform((text) => text === '1')
  .openapi({
    type: 'string',
    enum: ['0', '1'],
    default: '0',
    description: `1: every row at once, lying flat, for spreadsheets and dashboards: JSON with \`truncated\`, CSV or NDJSON. At most ${ROW_CAP} rows (header X-Row-Cap); X-Truncated says whether more were left out. Not cut into pages.`,
  }) as unknown as z.ZodDefault<z.ZodType<boolean, '0'>>;

export const FlatList = z
  .strictObject({
    data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    next: z.null().meta({ description: 'Always null: flat rows are not cut into pages.' }),
    cap: z.int().meta({ description: 'The most rows that are given.' }),
    truncated: z.boolean().meta({ description: 'True: there are more rows than the cap.' }),
  })
  .meta({ id: 'FlatList', description: 'Rows lying flat: the same columns in each, times in RFC 3339.' });

type Read<Row> = (page: PageRequest) => Promise<Page<Row>>;

/** Flat rows, page after page; lets others have their turn in between. */
async function* walk<Row>(read: Read<Row>, sheet: Sheet<Row>): AsyncGenerator<FlatRow[]> {
  let after: string | null = null;
  do {
    const page: Page<Row> = await read({ limit: PAGE, after: after ?? undefined });
    yield page.data.flatMap(sheet.lines);
    after = page.next;
    if (after !== null) await setImmediate();
  } while (after !== null);
}

async function gather<Row>(read: Read<Row>, sheet: Sheet<Row>, cap: number) {
  const rows: FlatRow[] = [];
  for await (const part of walk(read, sheet)) {
    rows.push(...part);
    if (rows.length > cap) break;
  }
  return { rows: rows.slice(0, cap), truncated: rows.length > cap };
}

/** Lines as they are read; when the cap cuts them off, a last line says so. */
async function* stream<Row>(read: Read<Row>, sheet: Sheet<Row>, cap: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let left = cap;
  for await (const part of walk(read, sheet)) {
    const rows = part.slice(0, left);
    if (rows.length > 0) yield encoder.encode([...toLines(rows)].join(''));
    if (part.length > left) {
      yield encoder.encode(`${JSON.stringify({ truncated: true, cap })}\n`);
      return;
    }
    left -= rows.length;
  }
}

/** @throws CrosscheckError `invalid-request` when pages of a flat answer are asked for */
function refusePages(c: Context<Env>): void {
  const asked = ['limit', 'after'].filter((name) => c.req.query(name) !== undefined);
  if (asked.length === 0) return;
  const message = 'Flat rows are not cut into pages. Leave it out, or leave out flat.';
  throw new CrosscheckError('invalid-request', 'The query has a mistake: see errors.', {
    errors: asked.map((path) => ({ path, message })),
  });
}

/**
 * Sends all rows of a list lying flat. `read` gives a page of them.
 * @throws CrosscheckError `not-acceptable` for a format that has no rows
 */
export async function sendFlat<T, Row>(
  c: Context<Env>,
  read: Read<Row>,
  sheet: Sheet<Row>,
  cap = ROW_CAP,
): Promise<Response & TypedResponse<T, 200, 'json'>> {
  refusePages(c);
  const format = chooseFormat(
    c,
    FORMATS.filter(({ id }) => id === 'json' || id === 'ndjson' || id === 'csv'),
  );
  c.header('X-Row-Cap', String(cap));
  return (await (format.id === 'ndjson'
    ? sendStream(c, stream(read, sheet, cap), format.contentType)
    : sendWhole())) as Response & TypedResponse<T, 200, 'json'>;

  async function sendWhole(): Promise<Response> {
    const { rows, truncated } = await gather(read, sheet, cap);
    c.header('X-Truncated', String(truncated));
    const answer: Answer = {
      json: () => JSON.stringify({ data: rows, next: null, cap, truncated }),
      flat: { columns: sheet.columns, lines: () => rows },
    };
    const text = [...(format.write(answer) ?? [])].join('');
    return sendText(c, text, format.id === 'json' ? FLAT_JSON : format.contentType);
  }
}

function sendStream(c: Context<Env>, parts: AsyncGenerator<Uint8Array>, type: string): Response {
  c.header('Content-Type', type);
  c.header('Cache-Control', 'no-store');
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return c.body(body, 200);
}

/** All rows that are at hand, as one page. */
export const atOnce =
  <Row>(rows: readonly Row[]): Read<Row> =>
  async () => ({ data: [...rows], next: null });
