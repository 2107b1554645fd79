import type { Context, MiddlewareHandler } from 'hono';
import { CrosscheckError } from '../../errors.ts';
import { topicNow } from '../../store/topic-now.ts';
import { splitName } from '../negotiate.ts';
import type { Env } from '../services.ts';

const leadTo = (url: URL): Response =>
  new Response(null, {
    status: 308,
    headers: { Location: `${url.pathname}${url.search}`, 'Cache-Control': 'no-store' },
  });

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The same address with another topic in its path, however the first one is written there. */
function withTopic(address: string, id: string, to: string): URL {
  const url = new URL(address);
  const parts = url.pathname.split('/');
  const at = parts.findIndex((part, index) => parts[index - 1] === 'topics' && decoded(part).startsWith(id));
  const suffix = decoded(parts[at] ?? '').slice(id.length);
  if (at > 0) parts[at] = encodeURIComponent(to) + suffix;
  url.pathname = parts.join('/');
  return url;
}

/** Where a topic leads that is no more; null where it leads nowhere, or is there. */
async function leadOf(c: Context<Env>, id: string): Promise<string | null> {
  const to = await topicNow(c.get('services').store, id);
  return to === id ? null : to;
}

/**
 * A topic that people merged leads on; and one that was found for its documents takes the id of its first one, and two
 * of them can turn out to be one story. Who asks for an id that is no more is led to where its documents went. Costs
 * nothing while topics are there.
 */
export const movedTopics: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (!(c.error instanceof CrosscheckError) || c.error.code !== 'not-found') return;
  const name = c.req.param('topic') ?? '';
  for (const id of [name, splitName(name)?.name ?? name]) {
    const to = await leadOf(c, id);
    if (to !== null) {
      c.res = leadTo(withTopic(c.req.url, id, to));
      return;
    }
  }
};

/** The same for lists that can be asked for the rows of one topic, and are merely empty when it is no more. */
export const movedFilters: MiddlewareHandler<Env> = async (c, next) => {
  const id = c.req.method === 'GET' ? c.req.query('topic') : undefined;
  const to = id === undefined ? null : await leadOf(c, id);
  if (to === null) return next();
  const url = new URL(c.req.url);
  url.searchParams.set('topic', to);
  return leadTo(url);
};
