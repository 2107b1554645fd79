import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Env } from './services.ts';
import { VERSION } from './version.ts';

/** The OpenAPI 3.1 document of an app, as it stands; made once. */
export function describeApi(app: OpenAPIHono<Env>) {
  const api = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Crosscheck',
      version: VERSION,
      description: [
        'What the outlets say about one story, where they conflict, and what independent origins agree on.',
        'Lists answer `{ "data": [...], "next": token }`; `next` is null at the end, and is handed back as `?after=`. The same link is in the `Link` header.',
        'Errors are `application/problem+json` (RFC 9457) with the path of each wrong field. A parameter that is not known is an error, never ignored.',
        'Every GET carries an `ETag` and answers 304 to `If-None-Match`, except for health checks, metrics and what comes line by line. Times are RFC 3339 in UTC; offsets count UTF-16 code units, end exclusive. Ignore fields that you do not know: answers may grow.',
      ].join('\n\n'),
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Topics', description: 'A story that several outlets tell.' },
      { name: 'Discrepancies', description: 'What differs, and why.' },
      { name: 'Reviews', description: 'What people said of findings, claims and documents.' },
      { name: 'Claims', description: 'What one outlet says once.' },
      { name: 'Documents', description: 'The articles.' },
      { name: 'Outlets', description: 'Who publishes.' },
      { name: 'Changes', description: 'What came, became another or went: to be asked for, or told.' },
      { name: 'Charts', description: 'Drawings of figures, for a page or a letter.' },
      { name: 'Administration', description: 'Keys, and who did what.' },
      { name: 'Webhooks', description: 'Addresses that are told of changes.' },
      { name: 'Service', description: 'The state of this server.' },
    ],
  });
  return { ...api, components: { ...api.components, schemas: shapesOf(api), securitySchemes: SECURITY } };
}

const SECURITY = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key: `Authorization: Bearer cck_…`, never in the address. Looking needs none unless the server is set so. The scopes of a call stand beside it: read, write, review, admin; write and review include read, admin includes all.',
  },
} as const;

const namesIn = (part: unknown): string[] =>
  [...JSON.stringify(part ?? {}).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name);

const PREFIX = '#/components/schemas/';

/**
 * The named shapes, as Zod itself writes them. The generator behind the routes loses "or null" beside a reference, or
 * makes the shape itself nullable, depending on which module was loaded first.
 */
function shapesOf(api: { paths?: object; components?: { schemas?: object } }): Record<string, object> {
  const of = (io: 'input' | 'output') =>
    z.toJSONSchema(z.globalRegistry, { uri: (id) => `${PREFIX}${id}`, io, unrepresentable: 'any' }).schemas;
  const inputs = Object.entries(of('input')).filter(([name]) => name.endsWith('Input'));
  const all: Record<string, Record<string, unknown> | undefined> = {
    ...of('output'),
    ...Object.fromEntries(inputs),
  };
  const shapes: Record<string, object> = {};
  const take = (name: string): void => {
    const shape = all[name];
    if (shape === undefined || name in shapes) return;
    const { $schema: _, $id: __, id: ___, ...rest } = shape;
    shapes[name] = rest;
    for (const inner of namesIn(rest)) take(inner);
  };
  const named = Object.keys(api.components?.schemas ?? {});
  for (const name of [...new Set([...named, ...namesIn(api.paths)])].sort()) take(name);
  return shapes;
}

export type ApiDocument = ReturnType<typeof describeApi>;
