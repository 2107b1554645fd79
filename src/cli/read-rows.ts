import type { z } from 'zod';
import { DocumentInput } from '../document/document.ts';
import { type InputLine, readLines } from './read-lines.ts';
import { type Mistakes, say, type Terminal } from './terminal.ts';

/** "publishedAt: Give an RFC 3339 time …; text: The text is empty." */
export const describeIssues = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ');

function parseLine(line: InputLine): { value: Record<string, unknown> } | { wrong: string } {
  if (line.text === null) return { wrong: 'The line is longer than 64 MB.' };
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    const start = line.text.slice(0, 40).replace(/[^\x20-\x7e]/g, '?');
    return {
      wrong: `This is not JSON (it starts with ${JSON.stringify(start)}). Give one JSON object a line.`,
    };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { wrong: 'Give one JSON object a line.' };
  return { value: value as Record<string, unknown> };
}

/**
 * Objects of a stream of NDJSON, one by one. A bad line is reported with its number and skipped; keys that are not
 * known are named once and left out.
 */
export async function* readObjects(
  terminal: Terminal,
  known: ReadonlySet<string>,
  mistakes: Mistakes,
  label = 'line',
): AsyncGenerator<{ number: number; value: Record<string, unknown> }> {
  const ignored = new Set<string>();
  for await (const line of readLines(terminal.input)) {
    const parsed = parseLine(line);
    if ('wrong' in parsed) {
      mistakes.add(`${label} ${line.number}`, parsed.wrong);
      continue;
    }
    const entries = Object.entries(parsed.value);
    for (const [key] of entries) {
      if (!known.has(key) && ignored.size < 50 && !ignored.has(key)) {
        ignored.add(key);
        say(terminal, `${label} ${line.number}: ignoring "${key}", which is no field of a row here`);
      }
    }
    yield { number: line.number, value: Object.fromEntries(entries.filter(([key]) => known.has(key))) };
  }
}

/** Rows of a stream of NDJSON, checked one by one; a row with mistakes is reported with its line and skipped. */
export async function* readRows<T>(
  schema: z.ZodType<T>,
  known: ReadonlySet<string>,
  terminal: Terminal,
  mistakes: Mistakes,
): AsyncGenerator<{ number: number; row: T }> {
  for await (const { number, value } of readObjects(terminal, known, mistakes)) {
    const row = schema.safeParse(value);
    if (row.success) yield { number, row: row.data };
    else mistakes.add(`line ${number}`, describeIssues(row.error));
  }
}

export const DOCUMENT_KEYS: ReadonlySet<string> = new Set(Object.keys(DocumentInput.shape));

/** Documents of a stream, each with the article itself: an address alone is not fetched here. */
export async function* readDocuments(terminal: Terminal, mistakes: Mistakes) {
  for await (const { number, row } of readRows(DocumentInput, DOCUMENT_KEYS, terminal, mistakes)) {
    if (row.text !== undefined || row.html !== undefined) yield { number, input: row };
    else
      mistakes.add(`line ${number}`, 'text: Give text or html; only "crosscheck ingest" fetches addresses.');
  }
}
