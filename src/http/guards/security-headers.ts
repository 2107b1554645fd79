import { createMiddleware } from 'hono/factory';
import type { Env } from '../services.ts';

/** Our own style sheet, scripts and calls; no word of a page is ever run, no frame, no other host. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Headers that keep a browser from doing more with an answer than showing it. */
export const securityHeaders = createMiddleware<Env>(async (c, next) => {
  c.header('Content-Security-Policy', POLICY);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('X-Frame-Options', 'DENY');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  await next();
});
