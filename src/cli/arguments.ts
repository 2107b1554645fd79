import { InvalidArgumentError } from 'commander';

/** Command lines to copy, as the help of a command shows them. */
export const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;

/** @throws InvalidArgumentError when it is no number of rows */
export function countRows(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return count;
}
