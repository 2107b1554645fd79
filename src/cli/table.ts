import Table from 'cli-table3';

export type Cell = string | number | boolean | null;

/** A list as people and programs read it: column names, and rows of cells. */
export interface Grid {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

const NARROWEST = 80;
const WIDEST = 120;
/** Border and padding of one column. */
const FRAME = 3;
const SMALLEST_COLUMN = 6;

// What a spreadsheet runs as a formula, also behind white space or in full-width form. OWASP "CSV Injection".
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** One cell of RFC 4180 that no spreadsheet runs. */
export function csvCell(cell: Cell): string {
  const raw = cell === null ? '' : String(cell);
  const safe = typeof cell === 'string' && FORMULA.test(raw) && !NUMBER.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const toCsv = ({ columns, rows }: Grid): string =>
  [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

const shown = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : String(cell).replace(/[^\P{Cc}\n]/gu, ' ');

/** Widths that fit the terminal: every column what it needs, the widest ones give way. */
export function fitColumns({ columns, rows }: Grid, terminalWidth: number): number[] {
  const width = Math.min(Math.max(terminalWidth, NARROWEST), WIDEST);
  const room = width - FRAME * columns.length - 1;
  const longest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));
  const widths = columns.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => longest(shown(row[at] ?? null)))),
  );
  let excess = widths.reduce((sum, each) => sum + each, 0) - room;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= SMALLEST_COLUMN) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths.map((each) => each + 2);
}

/** A table for people, without colour. */
export function toTable(grid: Grid, terminalWidth: number): string {
  const table = new Table({
    head: [...grid.columns],
    colWidths: fitColumns(grid, terminalWidth),
    wordWrap: true,
    style: { head: [], border: [], compact: grid.rows.length > 0 && grid.columns.length > 6 },
  });
  for (const row of grid.rows) table.push(row.map(shown));
  return `${table.toString()}\n`;
}
