import type { Context } from 'hono';
import { CrosscheckError } from '../errors.ts';
import { decodeText, openBody } from './guards/body-limit.ts';
import type { Env } from './services.ts';

/** One line of a stream: its number from 1, and its text or why it cannot be read. */
export type Line = { line: number; text: string } | { line: number; error: CrosscheckError };

const NEWLINE = 0x0a;

/** Cuts bytes into lines. Holds one line at most; the rest of a line that grew past `limit` is skipped. */
class LineCutter {
  private parts: Uint8Array[] = [];
  private size = 0;
  private line = 1;
  private skipping = false;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** The lines that a chunk finishes. */
  *cut(chunk: Uint8Array): Generator<Line> {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      yield* this.take(chunk.subarray(start, end));
      yield* this.finish();
      start = end + 1;
    }
    yield* this.take(chunk.subarray(start));
  }

  private *take(bytes: Uint8Array): Generator<Line> {
    if (this.skipping) return;
    this.size += bytes.byteLength;
    if (this.size > this.limit) {
      this.skipping = true;
      this.parts = [];
      const detail = `A line may hold at most ${this.limit} bytes.`;
      yield { line: this.line, error: new CrosscheckError('too-large', detail) };
    } else if (bytes.byteLength > 0) this.parts.push(bytes.slice());
  }

  /** The line gathered so far; blank lines are passed over but counted. */
  *finish(): Generator<Line> {
    const { line, parts, skipping } = this;
    this.parts = [];
    this.size = 0;
    this.skipping = false;
    this.line += 1;
    if (skipping) return;
    try {
      const text = decodeText(Buffer.concat(parts));
      if (text.trim() !== '') yield { line, text };
    } catch (error) {
      yield { line, error: error as CrosscheckError };
    }
  }
}

/**
 * The lines of a body, in the portions in which they arrive, so that a slow sender gets answers early.
 * `limit` bounds a line, not the stream.
 * @throws CrosscheckError `request-timeout` when a line is not finished in time.
 */
export async function* readLines(c: Context<Env>, limit: number, patience?: number): AsyncGenerator<Line[]> {
  const body = openBody(c, patience);
  const cutter = new LineCutter(limit);
  try {
    for (let chunk = await body.next(); chunk !== null; chunk = await body.next()) {
      const lines = [...cutter.cut(chunk)];
      if (lines.length === 0) continue;
      body.reset();
      yield lines;
    }
    const rest = [...cutter.finish()];
    if (rest.length > 0) yield rest;
  } finally {
    await body.close();
  }
}
