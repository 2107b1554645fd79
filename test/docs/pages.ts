import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A step of a page: commands as they stand, and what their output must hold. */
export interface Step {
  readonly script: string;
  readonly shows: readonly string[];
}

const BLOCK = /^```(sh|text)\n([\s\S]*?)^```$/gm;

/** The commands of a page, in order. A block of text behind commands tells what they print, a line each. */
export function stepsOf(markdown: string): Step[] {
  const steps: { script: string; shows: string[] }[] = [];
  for (const [, kind, body = ''] of markdown.matchAll(BLOCK)) {
    if (kind === 'sh') steps.push({ script: body, shows: [] });
    else steps.at(-1)?.shows.push(...body.split('\n').filter(Boolean));
  }
  return steps;
}

/** The pages of a folder: name and text. */
export const pagesOf = (folder: string): { name: string; markdown: string }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, markdown: readFileSync(join(folder, name), 'utf8') }));

/** Marks where the output of one step ends. */
const END = 'end-of-step-';

/** One script of all steps: what one sets the next one has. `npx NAME` is the program of this checkout. */
export function scriptOf(steps: readonly Step[], programs: Readonly<Record<string, string>>): string {
  const parts = steps.map(({ script }, index) => `${script}\necho; echo ${END}${index}`);
  const cases = Object.entries(programs).map(([name, program]) => `${name}) ${program} "$@" ;;`);
  return [
    'set -euo pipefail',
    // The packages that it would fetch are here already.
    'npx() { while [ "$1" = -p ]; do shift 2; done; local name=$1; shift',
    `case "$name" in ${cases.join(' ')} *) exit 64 ;; esac; }`,
    ...parts,
  ].join('\n');
}

/** The output of each step; of those that were not reached, null. */
export function outputsOf(output: string, steps: readonly Step[]): (string | null)[] {
  let rest = output;
  return steps.map((_, index) => {
    const mark = `${END}${index}\n`;
    const at = rest.indexOf(mark);
    if (at < 0) return null;
    const found = rest.slice(0, at);
    rest = rest.slice(at + mark.length);
    return found;
  });
}
