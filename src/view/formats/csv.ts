import type { Format } from '../format.ts';
import type { Cell, FlatRow } from '../sheet.ts';

// What a spreadsheet runs as a formula, also behind white space or in full-width form. OWASP "CSV Injection".
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** One cell of RFC 4180 that no spreadsheet runs. */
export function csvCell(cell: Cell): string {
  const raw = cell === null ? '' : String(cell);
  const safe = typeof cell === 'string' && FORMULA.test(raw) && !NUMBER.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record with its line end. */
export const csvRecord = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Flat rows under a line of column names. */
export function* toRecords(columns: readonly string[], rows: Iterable<FlatRow>): Generator<string> {
  yield csvRecord(columns);
  for (const row of rows) yield csvRecord(columns.map((column) => row[column] ?? null));
}

/** UTF-8 without a mark of byte order, as RFC 4180 and every parser but an old spreadsheet want it. */
export const csv: Format = {
  id: 'csv',
  type: 'text/csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  write: ({ flat }) => (flat ? toRecords(flat.columns, flat.lines()) : null),
};
