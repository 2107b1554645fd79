import type { Context } from 'hono';
import { CrosscheckError } from '../../errors.ts';
import { renderPage } from '../../web/layout.tsx';
import { readText } from '../guards/body-limit.ts';
import type { Env } from '../services.ts';

/**
 * The body of a plain form. `instead`: what programs use.
 * @throws CrosscheckError `unsupported-media-type` (415) or `body-too-large` (413)
 */
export function readFormText(c: Context<Env>, limit: number, instead: string): Promise<string> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    throw new CrosscheckError('unsupported-media-type', `Send the form of this page, or use ${instead}.`);
  return readText(c, limit);
}

/** The result is the answer to one form: no browser keeps it. */
export function sendOnce(
  c: Context<Env>,
  page: Parameters<typeof renderPage>[0],
  status: 200 | 422,
): Response {
  c.header('Cache-Control', 'no-store');
  c.header('Content-Type', 'text/html; charset=utf-8');
  return c.body(renderPage(page), status);
}
