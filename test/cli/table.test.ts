import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitColumns, pickColumns, toCsv, toTable } from '../../src/cli/table.ts';
import { csvCell } from '../../src/view/formats/csv.ts';

describe('CSV', () => {
  it('quotes what must be quoted and ends lines as RFC 4180 wants', () => {
    expect(
      toCsv({
        columns: ['a', 'b'],
        rows: [
          ['x, "y"', 1],
          ['two\nlines', null],
        ],
      }),
    ).toBe('a,b\r\n"x, ""y""",1\r\n"two\nlines",\r\n');
  });

  it('gives a spreadsheet nothing to run', () => {
    for (const formula of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', ' =1', '\t=1', '\r=1', '\u0000=1', '＝1'])
      expect(csvCell(formula).replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves numbers and words alone', () => {
    expect([csvCell(-24), csvCell('-24'), csvCell('-3.5'), csvCell('24 dead'), csvCell(true)]).toEqual([
      '-24',
      '-24',
      '-3.5',
      '24 dead',
      'true',
    ]);
  });

  it('never starts a cell with what runs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = csvCell(text);
        const inside = cell.startsWith('"') ? cell.slice(1) : cell;
        return /^-?\d+(?:\.\d+)?$/.test(inside) || !/^[=+\-@\t\r]/.test(inside);
      }),
    );
  });
});

describe('a table', () => {
  const grid = {
    columns: ['topic', 'words'],
    rows: [
      ['bridge', 'word '.repeat(80)],
      ['a-very-long-name-that-fits-no-column-of-a-terminal-whatsoever', 'x\u001b[31mred'],
    ] as const,
  };

  it('is as wide as the terminal at most, and 80 columns at least', () => {
    for (const [given, most] of [
      [80, 80],
      [100, 100],
      [300, 120],
      [20, 80],
    ] as const) {
      const widths = toTable(grid, given)
        .split('\n')
        .map((line) => line.length);
      expect(Math.max(...widths)).toBeLessThanOrEqual(most);
    }
  });

  it('leaves no word out and sends no escape to the terminal', () => {
    const table = toTable(grid, 80);
    expect(table.match(/word/g)).toHaveLength(81);
    expect(table).not.toContain('…');
    expect(table).not.toContain('\u001b');
  });

  it('gives every column its widest word before any gets more', () => {
    const widths = fitColumns(
      { columns: ['status', 'text'], rows: [['single-origin', 'x '.repeat(100)]] },
      80,
    );
    expect(widths[0]).toBe(15);
  });

  it('shows the columns that are asked for', () => {
    expect(pickColumns({ columns: ['a', 'b', 'c'], rows: [[1, 2, 3]] }, ['c', 'a'])).toEqual({
      columns: ['c', 'a'],
      rows: [[3, 1]],
    });
  });
});
