import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { CrosscheckError } from '../errors.ts';
import { readText } from './guards/body-limit.ts';
import { asCrosscheckError, Problem, problemOf, sendProblem } from './problem.ts';
import { parseJson } from './read-json.ts';
import type { Env } from './services.ts';

export interface Taken {
  readonly id: string;
  readonly status: 'added' | 'unchanged' | 'replaced';
}
interface Failed {
  readonly error: CrosscheckError;
}
type Result<T extends Taken> = T | Failed;

/** A way in for things that come alone, in a list, or a line each. */
export interface Intake<Input, T extends Taken> {
  /** Checks one; the error names each wrong field. */
  readonly check: (raw: unknown) => Input | CrosscheckError;
  /** Stores and reconciles them; one result for each, in order. */
  readonly take: (inputs: readonly Input[]) => Promise<readonly Result<T>[]>;
  /** Writes into the audit trail what came in. */
  readonly note: (c: Context<Env>, results: readonly Result<T>[]) => Promise<void>;
  /** Where the thing is to be found from now on. */
  readonly addressOf: (taken: T) => string;
}

const isFailed = (result: Taken | Failed): result is Failed => 'error' in result;

const count = z.int().nonnegative();
const BatchCounts = z
  .strictObject({ added: count, unchanged: count, replaced: count, failed: count })
  .meta({ id: 'BatchCounts' });
type BatchCounts = z.infer<typeof BatchCounts>;

const place = { index: count.meta({ description: 'Place in the list, from 0.' }) };
const BatchFailure = z
  .strictObject({ ...place, error: Problem.omit({ requestId: true }) })
  .meta({ id: 'BatchFailure', description: 'One of a list that failed.' });

/** The answer to a list: one entry for each, in order, and how many went which way. `name` names the shapes. */
export function batchOf<Schema extends z.ZodObject>(name: string, taken: Schema) {
  const item = z
    .union([taken.extend(place), BatchFailure])
    .meta({ id: `${name}Item`, description: 'What became of one of a list.' });
  return z
    .strictObject({ data: z.array(item), counts: BatchCounts })
    .meta({ id: `${name}Answer`, description: 'One entry for each, in order.' });
}

/** Takes inputs, some of which are known to be wrong: the right ones together, and each gets its result in order. */
export async function takeAll<Input, T extends Taken>(
  checked: readonly (Input | CrosscheckError)[],
  { take }: Intake<Input, T>,
): Promise<Result<T>[]> {
  const right = checked.filter((each): each is Input => !(each instanceof CrosscheckError));
  const results = right.length > 0 ? [...(await take(right))] : [];
  return checked.map((each) => {
    if (each instanceof CrosscheckError) return { error: each };
    const result = results.shift();
    return result ?? { error: asCrosscheckError(new Error('fewer results than inputs')) };
  });
}

/** A result as it is sent: the error as a problem without the id of the request. */
export function showResult<T extends Taken>(result: Result<T>) {
  if (!isFailed(result)) return result;
  const { requestId: _, ...error } = problemOf(result.error);
  return { error };
}

export const noCounts = (): BatchCounts => ({ added: 0, unchanged: 0, replaced: 0, failed: 0 });

/** Adds a result to the counts. */
export function countResult(counts: BatchCounts, result: Taken | Failed): void {
  counts[isFailed(result) ? 'failed' : result.status] += 1;
}

/** Takes one thing, or a list of them, out of a body of JSON, and answers what became of each. */
export async function takeBody<Input, T extends Taken>(
  c: Context<Env>,
  intake: Intake<Input, T>,
): Promise<Response> {
  const parsed = parseJson(await readText(c, c.get('services').config.bodyLimit));
  if (parsed instanceof CrosscheckError) throw parsed;
  const { value } = parsed;
  const isList = Array.isArray(value);
  const raw: unknown[] = isList ? value : [value];
  if (raw.length === 0)
    throw new CrosscheckError('invalid-request', 'The list is empty. Send one thing or more.');
  const results = await takeAll(raw.map(intake.check), intake);
  await intake.note(c, results);
  const [first] = results;
  if (!isList && first) {
    if (isFailed(first)) return sendProblem(c, first.error);
    c.header('Location', intake.addressOf(first));
    return c.json(first, first.status === 'added' ? 201 : 200);
  }
  const counts = noCounts();
  for (const result of results) countResult(counts, result);
  const data = results.map((result, index) => ({ index, ...showResult(result) }));
  const status = counts.failed > 0 ? 207 : counts.added > 0 ? 201 : 200;
  return c.json({ data, counts }, status);
}
