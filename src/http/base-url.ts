import type { Context } from 'hono';
import type { Env } from './services.ts';

/** The address of this server as others see it, without a slash at its end. */
export const baseUrl = (c: Context<Env>): string =>
  c.get('services').config.publicUrl ?? new URL(c.req.url).origin;
