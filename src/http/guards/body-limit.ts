import type { Context } from 'hono';
import { CrosscheckError } from '../../errors.ts';
import type { Env } from '../services.ts';

/** How long a body, or one line of a stream, may keep us waiting, in milliseconds. */
export const PATIENCE = 30_000;

const tooLarge = (limit: number): CrosscheckError =>
  new CrosscheckError(
    'too-large',
    `The body may hold at most ${limit} bytes. Send the documents as application/x-ndjson, one a line: only a single line is limited then.`,
  );

/** Reads with a clock that runs only while we wait for the caller. */
interface Reader {
  next(): Promise<Uint8Array | null>;
  /** Starts the clock again: what we waited for has arrived. */
  reset(): void;
  close(): Promise<void>;
}

/** @throws CrosscheckError `request-timeout` from `next` when the waits since the last reset add up to `patience`. */
export function openBody(c: Context<Env>, patience: number = PATIENCE): Reader {
  const reader = c.req.raw.body?.getReader();
  let left = patience;
  return {
    async next() {
      if (reader === undefined) return null;
      const start = performance.now();
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new CrosscheckError('request-timeout', 'Send the body without long pauses.')),
          Math.max(0, left),
        );
      });
      try {
        const { done, value } = await Promise.race([reader.read(), timeout]);
        left -= performance.now() - start;
        return done ? null : value;
      } finally {
        clearTimeout(timer);
      }
    },
    reset() {
      left = patience;
    },
    async close() {
      await reader?.cancel().catch(() => {});
    },
  };
}

/**
 * The whole body as text.
 * @throws CrosscheckError `too-large`, `request-timeout`, or `invalid-json` when it is no UTF-8.
 */
export async function readText(c: Context<Env>, limit: number, patience?: number): Promise<string> {
  const read = c.get('body');
  if (read !== undefined) return read;
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge(limit);
  const body = openBody(c, patience);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let chunk = await body.next(); chunk !== null; chunk = await body.next()) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } catch (error) {
    await body.close();
    throw error;
  }
  return decodeText(Buffer.concat(chunks));
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** @throws CrosscheckError `invalid-json` when the bytes are no UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new CrosscheckError('invalid-json', 'The body is not UTF-8 text.', { cause });
  }
}
