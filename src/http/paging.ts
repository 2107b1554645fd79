import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Page, PageRequest } from '../store/store.ts';
import { type Shapes, sendAs } from './send-as.ts';
import type { Env } from './services.ts';

const LIMIT = 'Give a whole number from 1 to 500.';

/** The query parameters of every list. */
export const PAGING = {
  limit: z
    .string()
    .regex(/^[0-9]{1,3}$/, LIMIT)
    .default('50')
    .transform(Number)
    .pipe(z.int().min(1, LIMIT).max(500, LIMIT))
    .openapi({
      type: 'integer',
      minimum: 1,
      maximum: 500,
      default: 50,
      description: 'Rows a page, 1 to 500.',
    }),
  after: z
    .string()
    .min(1, 'Leave it out for the first page.')
    .max(4_000)
    .optional()
    .meta({ description: 'The `next` of the page before. Opaque.' }),
};

/** A list answer: `next` is always there, null at the end. */
export const listOf = <Schema extends z.ZodType>(id: string, schema: Schema) =>
  z
    .strictObject({
      data: z.array(schema),
      next: z.string().nullable().meta({ description: 'Token for ?after=; null at the end.' }),
    })
    .meta({ id });

interface Paged {
  limit: number;
  after?: string | undefined;
  updated_since?: string | undefined;
}

/** Splits a checked query into the filter, as the store takes it, and the page. */
export const splitPaging = <Query extends Paged>({ limit, after, updated_since, ...filter }: Query) => ({
  page: { limit, after } satisfies PageRequest,
  filter: { ...filter, updatedSince: updated_since },
});

/** Sends a page of a list, in the format that is asked for, with its Link header. */
export function sendPage<T>(c: Context<Env>, { data, next }: Page<T>, shapes: Shapes<T> = {}) {
  if (next !== null) {
    const url = new URL(c.req.url);
    url.searchParams.set('after', next);
    c.header('Link', `<${url.pathname}${url.search}>; rel="next"`);
  }
  return sendAs<Page<T>, T>(c, { json: JSON.stringify({ data, next }), rows: () => data, ...shapes });
}
