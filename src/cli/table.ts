import Table from 'cli-table3';
import { csvRecord } from '../view/formats/csv.ts';
import type { Cell } from '../view/sheet.ts';

/** A list as people and programs read it: column names, and rows of cells. */
export interface Grid {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

const NARROWEST = 80;
const WIDEST = 120;
/** Border and padding of one column. */
const FRAME = 3;
const LONGEST_WORD = 16;

export const toCsv = ({ columns, rows }: Grid): string => [columns, ...rows].map(csvRecord).join('');

const shown = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : String(cell).replace(/[^\P{Cc}\n]/gu, ' ');

const longestOf = (texts: readonly string[], separator: RegExp): number =>
  Math.max(0, ...texts.flatMap((text) => text.split(separator)).map((part) => part.length));

/** Widths that fit the terminal: every column what it needs; the widest ones give way, but not below their words. */
export function fitColumns({ columns, rows }: Grid, terminalWidth: number): number[] {
  const width = Math.min(Math.max(terminalWidth, NARROWEST), WIDEST);
  const cells = columns.map((name, at) => [name, ...rows.map((row) => shown(row[at] ?? null))]);
  const widths = cells.map((column) => longestOf(column, /\n/));
  const floors = cells.map((column) => Math.min(longestOf(column, /\s/), LONGEST_WORD));
  let excess = widths.reduce((sum, each) => sum + each, 0) - (width - FRAME * columns.length - 1);
  while (excess > 0) {
    const spare = widths.map((each, at) => (each > (floors[at] ?? 0) ? each : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if ((spare[widest] ?? 0) === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths.map((each) => each + 2);
}

/** The grid with these columns only. */
export function pickColumns({ columns, rows }: Grid, names: readonly string[] = columns): Grid {
  const at = names.map((name) => columns.indexOf(name)).filter((index) => index >= 0);
  return {
    columns: at.map((index) => columns[index] ?? ''),
    rows: rows.map((row) => at.map((index) => row[index] ?? null)),
  };
}

/** Cuts words that no column is wide enough for, so that nothing is left out. */
const breakWords = (text: string, width: number): string =>
  text.replace(/\S+/g, (word) => (word.length <= width ? word : cut(word, width).join(' ')));

function cut(word: string, width: number): string[] {
  const parts: string[] = [];
  for (let from = 0; from < word.length; from += width) parts.push(word.slice(from, from + width));
  return parts;
}

/** A table for people, without colour. */
export function toTable(grid: Grid, terminalWidth: number): string {
  const widths = fitColumns(grid, terminalWidth);
  const table = new Table({
    head: [...grid.columns],
    colWidths: widths,
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const row of grid.rows)
    table.push(row.map((cell, at) => breakWords(shown(cell), (widths[at] ?? 2) - 2)));
  return `${table.toString()}\n`;
}
