import type { Readable } from 'node:stream';

export interface InputLine {
  /** From 1. */
  number: number;
  /** Null when the line is longer than any document may be. */
  text: string | null;
}

const NEWLINE = 0x0a;
const LONGEST = 64 * 1024 * 1024;

/** Splits a byte stream into lines of UTF-8, one in memory at a time; empty lines are left out but counted. */
export async function* readLines(stream: Readable, longest: number = LONGEST): AsyncGenerator<InputLine> {
  let number = 0;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (last: Buffer): InputLine | null => {
    number += 1;
    const total = length + last.length;
    const text =
      total > longest
        ? null
        : Buffer.concat([...parts, last])
            .toString('utf8')
            .trim();
    parts = [];
    length = 0;
    return text === '' || text === '\uFEFF' ? null : { number, text };
  };
  for await (const chunk of stream) {
    const bytes: Buffer = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      const line = take(bytes.subarray(from, at));
      if (line) yield line;
      from = at + 1;
    }
    length += bytes.length - from;
    if (length <= longest) parts.push(bytes.subarray(from));
    else parts = [];
  }
  if (length > 0) {
    const line = take(Buffer.alloc(0));
    if (line) yield line;
  }
}
