import type { Context } from 'hono';
import { z } from 'zod';
import { hoursOf } from '../../view/embed/say.ts';
import { embedScript, FRAME_SCRIPT, FRAME_STYLE } from '../../web/assets.ts';
import { EmbedPage } from '../../web/embed-page.tsx';
import { renderPage } from '../../web/layout.tsx';
import { sendText } from '../guards/etag.ts';
import { readEmbed } from '../read-embed.ts';
import { embedQuery } from '../routes/embed.ts';
import type { Env } from '../services.ts';

/** An address that is typed wrongly shows what it can: a frame has nobody to tell. */
const Query = z.object({
  show: embedQuery.show.catch('consensus'),
  figure: embedQuery.figure.catch(undefined),
  limit: embedQuery.limit.catch(6),
  theme: z.enum(['light', 'dark', 'auto']).catch('auto'),
  lang: z.string().max(35).catch('en'),
  'max-age': z.string().max(20).optional().catch(undefined),
});

/** A view of a topic for a frame in a page of somebody else: whole without a script. */
export async function showEmbedded(c: Context<Env>): Promise<Response> {
  const { theme, lang, 'max-age': hours, ...request } = Query.parse(c.req.query());
  const view = await readEmbed(c.get('services'), c.req.param('topic') ?? '', request);
  const age = { now: c.get('services').now().getTime(), hours: hoursOf(hours) };
  const page = EmbedPage({ view, theme, lang, age, style: FRAME_STYLE, script: FRAME_SCRIPT });
  return sendText(c, renderPage(page), 'text/html; charset=utf-8');
}

/** The script that pages of others load; it holds nothing but the program, so any of them may. */
export function sendEmbedScript(c: Context<Env>): Response {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  const { text, type, version } = embedScript();
  const response = sendText(c, text, type, version);
  response.headers.set('Cache-Control', 'public, max-age=3600, stale-while-revalidate=86400');
  return response;
}
