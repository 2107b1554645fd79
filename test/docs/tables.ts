/** Rows of a Markdown table; a bar inside a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const marks = (name: string): [string, string] => [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];

/** What stands between the marks of that name. @throws Error when a mark is missing. */
export function section(text: string, name: string): string {
  const [start, end] = marks(name);
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the marks ${start} … ${end} are not there`);
  return text.slice(from + start.length, to).trim();
}

/** The text with that section replaced. @throws Error when a mark is missing. */
export function withSection(text: string, name: string, content: string): string {
  const [start, end] = marks(name);
  section(text, name);
  return `${text.slice(0, text.indexOf(start) + start.length)}\n${content}\n${text.slice(text.indexOf(end))}`;
}
