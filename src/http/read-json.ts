import type { Context } from 'hono';
import type { z } from 'zod';
import { CrosscheckError } from '../errors.ts';
import { readText } from './guards/body-limit.ts';
import { fieldErrors } from './problem.ts';
import type { Env } from './services.ts';

const STREAMS = new Set(['application/x-ndjson', 'application/ndjson', 'application/jsonl']);
/**
 * What a body says that it is.
 * @throws CrosscheckError `unsupported-media-type` for one that is not read.
 */
export function bodyKind(c: Context<Env>): 'json' | 'lines' {
  const coding = c.req.header('content-encoding') ?? 'identity';
  const [type = '', ...parameters] = (c.req.header('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  if (coding !== 'identity')
    throw new CrosscheckError('unsupported-media-type', 'Send the body without Content-Encoding.');
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
    throw new CrosscheckError('unsupported-media-type', 'Send the body as UTF-8.');
  if (STREAMS.has(type)) return 'lines';
  if (type === 'application/json') return 'json';
  throw new CrosscheckError(
    'unsupported-media-type',
    'Set Content-Type to application/json or, where a stream is taken, application/x-ndjson.',
  );
}

/** Nothing that is taken here nests deeper than ten. */
const DEEPEST = 64;

/** The closing quote of a text that opens at `start`; the end where there is none. */
function endOfText(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let escapes = 0;
    while (json[at - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return json.length;
}

/** Whether lists and objects stand in one another deeper than is taken: one walk, brackets among words aside. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const letter = json[at];
    if (letter === '"') at = endOfText(json, at);
    else if (letter === '[' || letter === '{') depth += 1;
    else if (letter === ']' || letter === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** JSON out of a text. @returns a CrosscheckError that says where it goes wrong. */
export function parseJson(text: string): { value: unknown } | CrosscheckError {
  if (text.trim() === '') return new CrosscheckError('invalid-json', 'The body is empty. Send JSON.');
  if (isTooDeep(text))
    return new CrosscheckError('invalid-json', `Lists and objects may nest ${DEEPEST} deep at most.`);
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    return new CrosscheckError('invalid-json', `It cannot be read as JSON: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/**
 * The body of a request, checked against its schema.
 * @throws CrosscheckError `unsupported-media-type`, `too-large`, `request-timeout`, `invalid-json`, or `invalid-body`
 * that names each wrong field
 */
export async function readJson<Schema extends z.ZodObject>(
  c: Context<Env>,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (bodyKind(c) === 'lines')
    throw new CrosscheckError('unsupported-media-type', 'Set Content-Type to application/json.');
  const parsed = parseJson(await readText(c, c.get('services').config.bodyLimit));
  if (parsed instanceof CrosscheckError) throw parsed;
  const result = schema.safeParse(parsed.value);
  if (result.success) return result.data;
  const errors = fieldErrors(result.error, Object.keys(schema.shape));
  const detail = `The body has ${errors.length === 1 ? 'a mistake' : `${errors.length} mistakes`}: see errors.`;
  throw new CrosscheckError('invalid-body', detail, { errors });
}
