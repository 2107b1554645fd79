import type { Context, TypedResponse } from 'hono';
import { isMatch } from './guards/etag.ts';
import { paintDrawing, pictureTag } from './paint.ts';
import type { Env } from './services.ts';

type Painted = Response & TypedResponse<string, 200, 'body'>;

/**
 * Sends a drawing as PNG with its ETag, or 304 without painting it.
 * @throws CrosscheckError 'busy' when too many wait to be painted
 */
export async function sendPicture(c: Context<Env>, svg: string, scale: number): Promise<Painted> {
  const tag = pictureTag(svg, scale);
  c.header('Cache-Control', 'no-cache');
  c.header('ETag', tag);
  if (isMatch(c.req.header('if-none-match'), tag)) return c.body(null, 304) as Response as Painted;
  const bytes = await paintDrawing(svg, scale);
  c.header('Content-Type', 'image/png');
  return c.body(bytes, 200) as Response as Painted;
}
