import { remember } from '../remember.ts';

/** A hole of a template: the words before it, what fills it, and the word after it where one follows at once. */
interface Hole {
  readonly before: string;
  readonly name: string;
  readonly next: string | null;
}

interface Template {
  readonly holes: readonly Hole[];
  readonly end: string;
}

/** "killed {place} {time}" taken apart, once for all groups of a predicate. */
const readTemplate = remember((text: string): Template => {
  const holes: Hole[] = [];
  let from = 0;
  for (const { 0: hole, 1: name = '', index } of text.matchAll(/\{([a-z ]+)\}/g)) {
    const end = index + hole.length;
    const next = /^ (\p{L}+)/u.exec(text.slice(end))?.[1] ?? null;
    holes.push({ before: text.slice(from, index), name, next });
    from = end;
  }
  return { holes, end: text.slice(from) };
});

/** A filling without its last word where the template goes on with that word: "homes damaged" before " damaged in". */
function withoutRepeat(filling: string, next: string | null): string {
  const repeats = next !== null && filling.toLowerCase().endsWith(` ${next.toLowerCase()}`);
  return repeats ? filling.slice(0, -next.length - 1) : filling;
}

/** A template with its holes filled; what has no filling leaves two spaces behind. */
export function fillTemplate(template: string, fillingOf: (hole: string) => string): string {
  const { holes, end } = readTemplate(template);
  let text = '';
  for (const { before, name, next } of holes) text += before + withoutRepeat(fillingOf(name), next);
  return text + end;
}
