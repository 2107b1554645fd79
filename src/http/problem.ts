import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { CrosscheckError, ERRORS, type ErrorCode, type FieldError } from '../errors.ts';
import { STYLE } from '../web/assets.ts';
import { renderPage } from '../web/layout.tsx';
import { ProblemPage } from '../web/problem-page.tsx';
import type { Env } from './services.ts';

/** RFC 9457. `type` leads to the line of the API documentation that explains the code. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ description: 'Where the code is explained.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong here, and what to do.' }),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]).meta({ description: 'Stable.' }),
    errors: z
      .array(
        z
          .strictObject({
            path: z.string().meta({ description: 'The field; empty for the whole input.' }),
            message: z.string(),
          })
          .meta({ id: 'FieldError' }),
      )
      .meta({ description: 'One entry for each thing that is wrong.' }),
    requestId: z.string().optional().meta({ description: 'Quote it when you report the problem.' }),
  })
  .meta({ id: 'Problem', description: 'Why a request failed (RFC 9457).' });
export type Problem = z.infer<typeof Problem>;

/** ["data", 2, "publishedAt"] → "data[2].publishedAt". */
export const showPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

/** What Zod found, as field errors; each unknown field is named on its own, beside those that exist. */
export function fieldErrors(error: z.core.$ZodError, known: readonly string[] = []): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: showPath(issue.path), message: issue.message }];
    return issue.keys.map((key) => ({
      path: showPath([...issue.path, key]),
      message: `This is not known here.${known.length > 0 ? ` Known: ${known.join(', ')}.` : ''}`,
    }));
  });
}

/** Any error as one that a user can understand; what is not ours becomes `internal` and tells nothing. */
export function asCrosscheckError(error: unknown): CrosscheckError {
  if (error instanceof CrosscheckError) return error;
  return new CrosscheckError('internal', 'The request could not be finished. The cause is in the log.', {
    cause: error,
  });
}

/** The store knows page tokens, but not the parameter that carried one. */
const errorsOf = ({ code, errors, message }: CrosscheckError): FieldError[] =>
  code === 'invalid-cursor' && errors.length === 0 ? [{ path: 'after', message }] : [...errors];

/** The body of a problem answer. */
export function problemOf(error: CrosscheckError, requestId?: string): Problem {
  const { status, title } = ERRORS[error.code];
  return {
    type: `/docs#${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    errors: errorsOf(error),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** What programs ask for; a browser that looks at it gets what they get. */
const OF_PROGRAMS = /^\/(?:v1|v1alpha1|healthz|readyz|metrics|oembed|mcp|openapi\.json)(?:\/|$)/;

/** A browser that came for a page, not for the API. */
const wantsPage = (c: Context<Env>): boolean =>
  !OF_PROGRAMS.test(c.req.path) && (c.req.header('accept') ?? '').includes('text/html');

/** In how many seconds it is worth asking again, for what passes by itself. */
const WAIT: Partial<Record<ErrorCode, string>> = { 'not-ready': '1', busy: '5' };

/** Answers with a problem: as JSON, or as a page to a browser. */
export function sendProblem(c: Context<Env>, error: CrosscheckError): Response {
  const problem = problemOf(error, c.get('requestId'));
  c.header('Cache-Control', 'no-store');
  c.header('Vary', 'Accept');
  const wait = WAIT[error.code];
  if (wait !== undefined) c.header('Retry-After', wait);
  if (wantsPage(c)) {
    c.header('Content-Type', 'text/html; charset=utf-8');
    return c.body(renderPage(ProblemPage({ ...problem, style: STYLE })), ERRORS[error.code].status);
  }
  c.header('Content-Type', 'application/problem+json');
  return c.body(JSON.stringify(problem), ERRORS[error.code].status);
}
