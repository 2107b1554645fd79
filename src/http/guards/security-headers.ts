import { createMiddleware } from 'hono/factory';
import type { Env } from '../services.ts';

/** Our own style sheet, scripts and calls; no word of a page is ever run, no frame, no other host. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Pages that are made to be framed by others; they take no key, no form and no answer. */
const FRAMED = /^\/embed\//;

/** Headers that keep a browser from doing more with an answer than showing it. */
export const securityHeaders = createMiddleware<Env>(async (c, next) => {
  const isFramed = FRAMED.test(c.req.path);
  c.header(
    'Content-Security-Policy',
    isFramed ? POLICY.replace(/frame-ancestors .*/, 'frame-ancestors *') : POLICY,
  );
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  if (!isFramed) c.header('X-Frame-Options', 'DENY');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  await next();
});
