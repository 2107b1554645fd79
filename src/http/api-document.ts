import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from './services.ts';
import { VERSION } from './version.ts';

/** The OpenAPI 3.1 document of an app, as it stands; made once. */
export function describeApi(app: OpenAPIHono<Env>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Crosscheck',
      version: VERSION,
      description: [
        'What the outlets say about one story, where they conflict, and what independent origins agree on.',
        'Lists answer `{ "data": [...], "next": token }`; `next` is null at the end, and is handed back as `?after=`. The same link is in the `Link` header.',
        'Errors are `application/problem+json` (RFC 9457) with the path of each wrong field. A parameter that is not known is an error, never ignored.',
        'Every GET carries an `ETag` and answers 304 to `If-None-Match`, except for the health checks. Times are RFC 3339 in UTC; offsets count UTF-16 code units, end exclusive. Ignore fields that you do not know: answers may grow.',
      ].join('\n\n'),
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Topics', description: 'A story that several outlets tell.' },
      { name: 'Discrepancies', description: 'What differs, and why.' },
      { name: 'Claims', description: 'What one outlet says once.' },
      { name: 'Documents', description: 'The articles.' },
      { name: 'Outlets', description: 'Who publishes.' },
      { name: 'Service', description: 'The state of this server.' },
    ],
  });
}

export type ApiDocument = ReturnType<typeof describeApi>;
