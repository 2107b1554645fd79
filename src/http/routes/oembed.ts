import { z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { CrosscheckError } from '../../errors.ts';
import type { Group } from '../../group/group.ts';
import type { Store } from '../../store/store.ts';
import { topicNow } from '../../store/topic-now.ts';
import type { Topic } from '../../topic/topic.ts';
import { plainText, toHtml } from '../../view/plain-text.ts';
import { baseUrl } from '../base-url.ts';
import { sendText } from '../guards/etag.ts';
import { defineRoute, FAILURES, FAILURES_OF_ONE, problem, query } from '../router.ts';
import type { Env } from '../services.ts';

const SIZE = { width: 640, height: 480, least: 200 } as const;

const most = (description: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'Give a whole number of pixels.')
    .transform(Number)
    .optional()
    .openapi({ type: 'integer', minimum: 1, description });

const OEmbed = z
  .strictObject({
    type: z.literal('rich'),
    version: z.literal('1.0'),
    title: z.string(),
    provider_name: z.string(),
    provider_url: z.string(),
    cache_age: z.int().meta({ description: 'Seconds.' }),
    html: z
      .string()
      .meta({ description: 'A frame with the panel of the topic, or with one question of it.' }),
    width: z.int(),
    height: z.int(),
  })
  .meta({ id: 'OEmbed', description: 'oEmbed 1.0, type rich.' });
type OEmbed = z.infer<typeof OEmbed>;

/** What an address of this server shows: a topic, or one question of it. Null for any other address. */
function shownAt(url: string, base: string): { topic?: string; group?: string } | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname, searchParams } = new URL(url);
  if (origin !== new URL(base).origin) return null;
  const [, kind, id = ''] = /^(?:\/embed)?\/(topics|groups)\/([^/]+)\/?$/.exec(pathname) ?? [];
  try {
    if (kind === 'groups') return { group: decodeURIComponent(id) };
    const figure = searchParams.get('figure');
    return kind === undefined
      ? null
      : { topic: decodeURIComponent(id), ...(figure === null ? {} : { group: figure }) };
  } catch {
    return null;
  }
}

/** The topic of it, and the question where it is one. @throws CrosscheckError `not-found` */
async function embedded(store: Store, url: string, base: string): Promise<{ topic: Topic; group?: Group }> {
  const shown = shownAt(url, base);
  const group = shown?.group === undefined ? null : await store.group(shown.group);
  const asked = shown?.topic ?? group?.topic;
  const id = asked === undefined ? null : await topicNow(store, asked);
  const topic = id === null ? null : await store.topic(id);
  const lost = shown?.group !== undefined && (group === null || topic?.id !== group.topic);
  if (topic === null || lost)
    throw new CrosscheckError('not-found', 'Give the address of a topic or of a question of this server.');
  return { topic, ...(group === null ? {} : { group }) };
}

/** As wide and high as wanted at most, though never too small to be read. */
const within = (preset: number, wanted: number | undefined): number =>
  Math.max(Math.min(preset, wanted ?? preset), Math.min(SIZE.least, wanted ?? SIZE.least), 1);

const toXml = (embed: OEmbed): string => {
  const fields = Object.entries(embed).map(([name, value]) => `<${name}>${toHtml(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`;
};

async function embedOf(
  c: Context<Env>,
  {
    url,
    maxwidth,
    maxheight,
  }: { url: string; maxwidth?: number | undefined; maxheight?: number | undefined },
): Promise<OEmbed> {
  const base = baseUrl(c);
  const { topic, group } = await embedded(c.get('services').store, url, base);
  const [width, height] = [within(SIZE.width, maxwidth), within(SIZE.height, maxheight)];
  const figure = group === undefined ? '' : `?figure=${encodeURIComponent(group.id)}`;
  const source = `${base}/embed/topics/${encodeURIComponent(topic.id)}${figure}`;
  const title = plainText(group === undefined ? topic.title : `${group.question} – ${topic.title}`);
  return {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: 'Crosscheck',
    provider_url: `${base}/`,
    cache_age: 300,
    html: `<iframe src="${toHtml(source)}" width="${width}" height="${height}" title="${toHtml(title)}" loading="lazy" style="border:0"></iframe>`,
    width,
    height,
  };
}

/** Tells programs that find a page of a topic or of a question where its embed is described. */
export const embedLink: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.res.status !== 200) return;
  const base = baseUrl(c);
  const url = encodeURIComponent(`${base}${c.req.path}`);
  for (const [format, type] of [
    ['json', 'application/json+oembed'],
    ['xml', 'text/xml+oembed'],
  ])
    c.header('Link', `<${base}/oembed?format=${format}&url=${url}>; rel="alternate"; type="${type}"`, {
      append: true,
    });
};

export const getOEmbed = defineRoute(
  {
    method: 'get',
    path: '/oembed',
    operationId: 'getOEmbed',
    tags: ['Service'],
    summary: 'How to embed a topic or a question: oEmbed 1.0',
    request: {
      query: query({
        url: z
          .string()
          .min(1)
          .max(2_000)
          .meta({ description: 'Address of the page of a topic or of a question of this server.' }),
        maxwidth: most('Pixels.'),
        maxheight: most('Pixels.'),
        format: z.string().max(20).default('json').meta({ description: 'json or xml.' }),
      }),
    },
    responses: {
      200: {
        description: 'The embed.',
        content: { 'application/json': { schema: OEmbed }, 'text/xml': { schema: { type: 'string' } } },
      },
      ...FAILURES,
      404: FAILURES_OF_ONE[404],
      501: problem('The format is neither json nor xml.'),
    },
  },
  async (c) => {
    const { format, ...wanted } = c.req.valid('query');
    if (format !== 'json' && format !== 'xml')
      throw new CrosscheckError('unknown-format', 'Give format=json or format=xml.');
    const embed = await embedOf(c, wanted);
    return format === 'json'
      ? (sendText(c, JSON.stringify(embed), 'application/json') as never)
      : (sendText(c, toXml(embed), 'text/xml; charset=utf-8') as never);
  },
);
