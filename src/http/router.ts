import { createRoute, OpenAPIHono, type RouteConfig, type RouteHandler, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { CrosscheckError } from '../errors.ts';
import { FEEDS } from '../view/feeds/index.ts';
import { FLAT_JSON, FlatList } from './flat.ts';
import { routedPath } from './negotiate.ts';
import { asCrosscheckError, fieldErrors, Problem, sendProblem } from './problem.ts';
import type { Env } from './services.ts';

/** A query: every parameter that is not named in it is refused, and the answer names those that are. */
export const query = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? names.length === 0
          ? 'No query parameters are known here.'
          : `Known parameters: ${names.join(', ')}.`
        : undefined,
  });
};

const WHERE = { query: 'query', param: 'path', header: 'header', json: 'body' } as const;

/** An empty app whose checks, crashes and dead ends all answer with a problem. */
export function createRouter(): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>({
    getPath: routedPath,
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const where = WHERE[result.target as keyof typeof WHERE] ?? result.target;
      const errors = result.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((path) => ({ path, message: `This is not known here. ${issue.message}` }))
          : fieldErrors(new z.core.$ZodError([issue])),
      );
      const detail = `The ${where} has ${errors.length === 1 ? 'a mistake' : `${errors.length} mistakes`}: see errors.`;
      return sendProblem(c, new CrosscheckError('invalid-request', detail, { errors }));
    },
  });
  app.onError((error, c) => {
    const known = asCrosscheckError(error);
    if (known.code === 'internal')
      c.get('services').log.error({ err: error, requestId: c.get('requestId') }, 'request failed');
    return sendProblem(c, known);
  });
  app.notFound((c) => sendDeadEnd(app, c));
  return app;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The methods that an address answers to. */
function methodsOf(app: OpenAPIHono<Env>, path: string): string[] {
  const found: string[] = METHODS.filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return found.includes('GET')
    ? [...found, 'HEAD', 'OPTIONS']
    : found.length > 0
      ? [...found, 'OPTIONS']
      : [];
}

/** OPTIONS for every address; 405 with Allow where another method would be answered; 404 otherwise. */
function sendDeadEnd(app: OpenAPIHono<Env>, c: Context<Env>): Response {
  const methods = methodsOf(app, c.req.path);
  if (methods.length === 0)
    return sendProblem(c, new CrosscheckError('not-found', 'No such address. /docs lists those that exist.'));
  const allow = methods.join(', ');
  c.header('Allow', allow);
  if (c.req.method === 'OPTIONS') {
    c.header('Access-Control-Allow-Methods', 'GET, HEAD');
    c.header(
      'Access-Control-Allow-Headers',
      'Accept, Authorization, If-None-Match, Last-Event-ID, X-Request-Id',
    );
    c.header('Access-Control-Max-Age', '86400');
    return c.body(null, 204);
  }
  return sendProblem(c, new CrosscheckError('method-not-allowed', `It answers to ${allow}.`));
}

/** An answer of JSON in the API documents. */
export const answers = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

/** What a typed client sees of an answer: it reads JSON. */
export interface InJson<Schema extends z.ZodType> {
  description: string;
  content: { 'application/json': { schema: Schema } };
}

/** What an answer comes as beside rows: linked data, a drawing, feeds. */
interface OtherForms {
  linked?: boolean;
  drawn?: boolean;
  fed?: boolean;
}

/** An answer that comes in other formats too. */
export const answersAs = <Schema extends z.ZodType>(
  description: string,
  schema: Schema,
  { linked = false, drawn = false, fed = false }: OtherForms = {},
): InJson<Schema> => ({
  description,
  content: {
    'application/json': { schema },
    ...OTHER_FORMATS,
    ...(linked ? { 'application/ld+json': { schema: LINKED } } : {}),
    ...(drawn ? DRAWN : {}),
    ...(fed ? FED : {}),
  },
});

/** The same for what can lie flat: ?flat=1 is JSON of a media type of its own. */
export const answersFlat = <Schema extends z.ZodType>(
  description: string,
  schema: Schema,
  options: OtherForms = {},
): InJson<Schema> => {
  const answer = answersAs(description, schema, options);
  const content = { ...answer.content, [FLAT_JSON]: { schema: FlatList } };
  return { ...answer, content };
};

const LINKED = z.looseObject({ '@context': z.unknown() }).meta({
  id: 'LinkedData',
  description: 'JSON-LD: schema.org, and /ns/relations.',
});
const DRAWN = { 'image/svg+xml': { schema: { type: 'string', description: 'A drawing.' } } } as const;
const FED = Object.fromEntries(
  FEEDS.map(({ name, type }) => [type, { schema: { type: name === 'feed.json' ? 'object' : 'string' } }]),
);
const OTHER_FORMATS = {
  'application/x-ndjson': { schema: { type: 'string', description: 'A row a line.' } },
  'text/csv': { schema: { type: 'string', description: 'RFC 4180, with the names of the columns.' } },
} as const;

/** A failure in the API documents. */
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

/** The failures that any reading route may answer with. */
export const FAILURES = {
  304: { description: 'Not changed since the ETag in If-None-Match.' },
  400: problem('A parameter is wrong; `errors` says which and why.'),
  406: problem('It is not offered in the format that Accept or the suffix asks for.'),
  500: problem('Something went wrong here.'),
} as const;

/** The failures of a route that names one thing. */
export const FAILURES_OF_ONE = {
  ...FAILURES,
  404: problem('There is no such thing.'),
  503: problem('It is not ready yet.'),
} as const;

/** The failures of a route that follows the sequence of changes. */
export const FAILURES_OF_FEED = {
  304: FAILURES[304],
  400: FAILURES[400],
  410: problem('The changes after this cursor are no longer kept: start again from the lists.'),
  500: FAILURES[500],
} as const;

/** The failures of the routes that watch the service itself. */
export const UNREADY = {
  400: problem('A parameter is wrong.'),
  503: problem('The service is not ready.'),
} as const;

/** The failures of a route that takes a body. */
export const BODY_FAILURES = {
  400: problem('The body is no JSON, or empty.'),
  408: problem('The body did not arrive in time.'),
  413: problem('The body is too large.'),
  415: problem('The body has a type that is not read.'),
  422: problem('The body has mistakes; `errors` says which field and why.'),
  500: problem('Something went wrong here.'),
} as const;

/** What a POST or PATCH may say about its Idempotency-Key. */
export const ONCE = { 409: problem('The same request, with this Idempotency-Key, is under way.') } as const;

/** The failures of a route that takes documents. */
export const WRITE_FAILURES = {
  ...BODY_FAILURES,
  422: problem('The document cannot be read; `errors` says which field and why.'),
  502: problem('The address could not be fetched.'),
} as const;

/**
 * A named shape as a reference, because a schema in a body would make the router read the whole of it before we can.
 * Typed as the schema, so that a typed client knows what to send.
 * @throws Error for a shape without a name
 */
export function refer<Schema extends z.ZodType>(schema: Schema): Schema {
  const name = z.globalRegistry.get(schema)?.id;
  if (name === undefined) throw new Error('A body needs a name: .meta({ id }).');
  return { $ref: `#/components/schemas/${name}` } as unknown as Schema;
}

/** One of a named shape, or a list of them, as a reference. */
export function referOneOrMore<Schema extends z.ZodType>(schema: Schema) {
  const item = refer(schema);
  const either = { anyOf: [item, { type: 'array', items: item, minItems: 1 }] };
  return either as unknown as z.ZodUnion<[Schema, z.ZodArray<Schema>]>;
}

/** A body of a named shape. */
export const bodyOf = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema: refer(schema) } },
});

const TOO_MANY = {
  ...problem('Too many requests; Retry-After says in how many seconds to ask again.'),
  headers: z.object({
    'Retry-After': z.string().meta({ description: 'Seconds.' }),
    'RateLimit-Limit': z
      .string()
      .meta({ description: 'Requests a minute; names after draft-ietf-httpapi-ratelimit-headers-06.' }),
    'RateLimit-Remaining': z.string(),
    'RateLimit-Reset': z.string().meta({ description: 'Seconds.' }),
  }),
};

/** What any guarded route may answer before it is asked. */
const REFUSALS = {
  401: problem('A key is needed, or the one that was shown opens nothing.'),
  403: problem('The key lacks the scope.'),
  429: TOO_MANY,
} as const;

/** What any POST or PATCH may answer: its Idempotency-Key has to do with its body, even where the route reads none. */
const POSTED = { ...ONCE, ...BODY_FAILURES } as const;

/** The security of a route that only looks: a key is needed where the settings say so. */
const LOOKING: Record<string, string[]>[] = [{}, { key: ['read'] }];

/** @throws Error when a route that may change something does not say what it needs: at start, not when it is asked */
function securityOf({ method, path, security }: Pick<RouteConfig, 'method' | 'path' | 'security'>) {
  if (security !== undefined) return security;
  if (method === 'get') return LOOKING;
  throw new Error(`${method} ${path} does not say which scope it needs: see guarded()`);
}

/** A route: its contract, and the few lines that fulfil it. */
export const defineRoute = <P extends string, R extends Omit<RouteConfig, 'path'> & { path: P }>(
  contract: R,
  handler: RouteHandler<R, Env>,
) => {
  const security = securityOf(contract);
  const refusals = security.length > 0 ? REFUSALS : {};
  const posted = contract.method === 'post' || contract.method === 'patch' ? POSTED : {};
  const responses = { ...posted, ...contract.responses, ...refusals };
  return { route: createRoute<P, R>({ ...contract, security, responses }), handler };
};
