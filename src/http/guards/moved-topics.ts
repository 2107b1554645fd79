import type { MiddlewareHandler } from 'hono';
import { CrosscheckError } from '../../errors.ts';
import type { Env } from '../services.ts';

/**
 * A topic that was found for its documents takes the id of its first one, and two of them can turn out to be one story.
 * Who asks for an id that is no more is led to where its documents went. Costs nothing while topics are there.
 */
export const movedTopics: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (!(c.error instanceof CrosscheckError) || c.error.code !== 'not-found') return;
  const id = c.req.param('topic');
  const to = id === undefined ? null : await c.get('services').store.topicLedTo(id);
  if (id === undefined || to === null || to === id) return;
  const url = new URL(c.req.url);
  const path = url.pathname.replace(`/topics/${encodeURIComponent(id)}`, `/topics/${encodeURIComponent(to)}`);
  c.res = new Response(null, {
    status: 308,
    headers: { Location: `${path}${url.search}`, 'Cache-Control': 'no-store' },
  });
};
