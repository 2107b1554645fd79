import type { Format } from '../format.ts';

/** A row a line: ndjson.org. A line feed inside a text is escaped by JSON itself. */
export function* toLines(rows: Iterable<unknown>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

export const ndjson: Format = {
  id: 'ndjson',
  type: 'application/x-ndjson',
  contentType: 'application/x-ndjson',
  write: ({ rows }) => (rows ? toLines(rows()) : null),
};
