/**
 * Client: the API of a running server, typed, for programs in TypeScript.
 *
 *   takes  the address of a server, and a key for calls that need one
 *   gives  every call of the API document, its parameters, body and answers typed
 *   never  loads anything of the server: what is imported from it are types
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { hc } from 'hono/client';
import type { BlankEnv, ExtractSchema } from 'hono/types';
import type { Calls } from './http/calls.ts';

/** Never made: it lends the type of what it would answer to. */
declare const app: OpenAPIHono;

/** The calls by path and method, each with what goes in and what comes out. */
export type Api = Hono<BlankEnv, ExtractSchema<ReturnType<typeof app.openapiRoutes<Calls>>>, '/'>;

export type Client = ReturnType<typeof hc<Api>>;

export interface ClientOptions {
  /** `cck_…`, sent as a header. Looking needs none unless the server is set so. */
  key?: string;
  /** Sent with each request. */
  headers?: Record<string, string>;
  /** What makes the requests; the `fetch` of the platform without it. */
  fetch?: typeof fetch;
}

/**
 * A client of the server at `url`, such as `http://127.0.0.1:8787`. A call is its path and its method:
 * `client.v1.topics[':topic'].consensus.$get({ param: { topic }, query: {} })`. It resolves to the answer, whatever its
 * status: ask `ok` or `status` before `json()`, whose type follows. Encode an id that holds `/`, `?`, `#` or `%` with
 * encodeURIComponent. Parameters are text, as they stand in an address. Rejects only when there is no answer.
 */
export const createClient = (url: string, { key, headers = {}, fetch }: ClientOptions = {}): Client =>
  hc<Api>(url, {
    headers: { ...headers, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
    ...(fetch === undefined ? {} : { fetch }),
  });
