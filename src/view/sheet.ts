/** One value of a flat row: what a spreadsheet cell or a column of a panel holds. */
export type Cell = string | number | boolean | null;

export type FlatRow = Readonly<Record<string, Cell>>;

/** How rows of one kind lie flat. `lines`: the flat rows of one, with exactly these columns. */
export interface Sheet<Row> {
  readonly columns: readonly string[];
  readonly lines: (row: Row) => FlatRow[];
}

/** A sheet out of its columns, in their order: each row of `parts` becomes a line. */
export function sheetOf<Row, Part = Row>(
  columns: Readonly<Record<string, (part: Part) => Cell>>,
  parts: (row: Row) => readonly Part[],
): Sheet<Row> {
  const entries = Object.entries(columns);
  const flatten = (part: Part): FlatRow =>
    Object.fromEntries(entries.map(([name, read]) => [name, read(part)]));
  return { columns: entries.map(([name]) => name), lines: (row) => parts(row).map(flatten) };
}

/** A sheet with one line a row. */
export const plainSheet = <Row>(columns: Readonly<Record<string, (row: Row) => Cell>>): Sheet<Row> =>
  sheetOf<Row>(columns, (row) => [row]);

/** Several keys in one cell. */
export const joined = (keys: readonly string[]): string => keys.join(' ');

/** "2025-10-06" or "2025-10-06T14:30" → RFC 3339, as a time column needs it; null stays null. */
export function timeCell(text: string | null | undefined): string | null {
  if (text == null) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${text}T00:00:00Z`;
  return /T\d{2}:\d{2}$/.test(text) ? `${text}:00Z` : text;
}
