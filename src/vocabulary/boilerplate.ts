import { z } from 'zod';
import { isAsciiLetter } from '../letters.ts';

const strings = z.array(z.string().min(1)).default([]);

/** One kind of words that stand on a page and are not its article; proved by examples. */
export const BoilerplateRule = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'lower-case words joined by hyphens'),
    does: z.enum(['cut', 'list', 'skip', 'drop', 'credit', 'caption', 'erase']),
    lines: strings.meta({ description: 'The whole line, any case.' }),
    starts: strings.meta({ description: 'The first words of the line, any case.' }),
    patterns: z
      .array(z.string().refine(compiles, { error: 'This is not a regular expression.' }))
      .default([])
      .meta({ description: 'Over the whole line; for erase, anywhere in it.' }),
    cased: z.boolean().default(false).meta({ description: 'Patterns tell capitals from small letters.' }),
    longest: z.int().positive().default(20).meta({ description: 'Longer lines are left alone: words.' }),
    takes: z.array(z.string().min(1)).min(1, 'Give at least one line that it must find.'),
    leaves: z.array(z.string().min(1)).min(1, 'Give at least one line that it must not find.'),
  })
  .meta({ id: 'BoilerplateRule' });
export type BoilerplateRule = z.infer<typeof BoilerplateRule>;

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

/** The longest line that patterns are tried on; longer ones are article text. Bounds the work on hostile input. */
const LONGEST_LINE = 4_000;

/** "Don’t  Miss:" → "don't miss": case, quotation marks, spaces and closing punctuation do not tell lines apart. */
export function plainLine(line: string): string {
  let plain = line.slice(0, LONGEST_LINE).toLowerCase();
  // Nearly every line begins with a letter, and has no other blanks than single spaces.
  if (MARKS.test(plain)) plain = plain.replace(/[’‘`´]/g, "'").replace(/\s\s+|[^\S ]/g, ' ');
  if (!isAsciiLetter(plain.charCodeAt(0))) plain = plain.replace(/^[\s«»>•·|*]+(?=\S)/, '');
  let end = plain.length;
  while (end > 0 && isClosing(plain.charCodeAt(end - 1))) end -= 1;
  return plain.slice(0, end);
}

const BLANKS = /\s\s|[^\S ]/;
const MARKS = /[’‘`´]|\s\s|[^\S ]/;

function isClosing(code: number): boolean {
  return !isAsciiLetter(code) && /[\s.:;,!?…»>|*]/.test(String.fromCharCode(code));
}

/** Words of a plain line; counting stops at 200. */
function countWords(plain: string): number {
  let words = 1;
  for (let at = plain.indexOf(' '); at !== -1 && words < 200; at = plain.indexOf(' ', at + 1)) words += 1;
  return words;
}

/**
 * The longest run of characters, in small letters, that stands in whatever a pattern matches; "" where none is certain.
 * A pattern that may begin anywhere is tried from every place of a line: looking for such a run first took two thirds off
 * the time that all patterns need on prose.
 */
export function certainRun(pattern: string): string {
  let best = '';
  let run = '';
  let depth = 0;
  const close = (): void => {
    if (run.length > best.length) best = run;
    run = '';
  };
  // An escaped character, a class, or any other one; then how often it stands.
  for (const [whole, one = '', often = ''] of pattern.matchAll(
    /(\\.|\[(?:\\.|[^\]])*\]|[\s\S])([?*+]|\{[^}]*\})?/g,
  )) {
    if (one === '|' && depth === 0) return '';
    if (one === '(' || one === ')') depth += one === '(' ? 1 : -1;
    const literal = /^(?:[\w ,:;/'’-]|\\[^\w])$/u.test(one) && depth === 0;
    if (literal && !/^[?*{]/.test(often)) run += one.slice(-1).toLowerCase();
    else close();
    if (whole !== one) close();
  }
  close();
  return best;
}

/** Rules, ready to be asked about a line. */
export class Boilerplate {
  readonly rules: readonly BoilerplateRule[];
  private readonly whole = new Map<string, BoilerplateRule>();
  private readonly byFirstWord = new Map<string, { words: string; rule: BoilerplateRule }[]>();
  private readonly patterns: { regex: RegExp; run: string; rule: BoilerplateRule }[] = [];
  private readonly erasers: { regex: RegExp; rule: BoilerplateRule }[] = [];
  /** The longest line that any pattern is tried on: words. */
  private longest = 0;
  /** The longest line that is known as a whole: characters. */
  private longestWhole = 0;

  constructor(rules: readonly BoilerplateRule[]) {
    this.rules = rules;
    for (const rule of rules) this.add(rule);
  }

  private add(rule: BoilerplateRule): void {
    for (const line of rule.lines) {
      const key = plainLine(line) || line;
      if (!this.whole.has(key)) this.whole.set(key, rule);
      this.longestWhole = Math.max(this.longestWhole, key.length);
    }
    for (const start of rule.starts) {
      const words = plainLine(start);
      const first = words.split(' ')[0] ?? '';
      this.byFirstWord.set(first, [...(this.byFirstWord.get(first) ?? []), { words, rule }]);
    }
    const cased = rule.cased ? '' : 'i';
    for (const pattern of rule.patterns) {
      if (rule.does === 'erase') this.erasers.push({ regex: new RegExp(pattern, `gu${cased}`), rule });
      else {
        const run = pattern.startsWith('.') ? certainRun(pattern) : '';
        this.longest = Math.max(this.longest, rule.longest);
        this.patterns.push({ regex: new RegExp(`^(?:${pattern})$`, `u${cased}`), run, rule });
      }
    }
  }

  /** The rule that a whole line falls under; null when it may be the article's own. */
  match(line: string, plain = plainLine(line)): BoilerplateRule | null {
    if (line.length > LONGEST_LINE) return null;
    const whole = this.known(plain) ?? this.known(line.trim());
    if (whole) return whole;
    if (plain === '') return null;
    const count = countWords(plain);
    const space = plain.indexOf(' ');
    const start = this.byFirstWord
      .get(space === -1 ? plain : plain.slice(0, space))
      ?.find(
        ({ words, rule }) =>
          count <= rule.longest &&
          plain.startsWith(words) &&
          !/[\p{L}\p{N}]/u.test(plain[words.length] ?? ' '),
      );
    if (start) return start.rule;
    // Most paragraphs are longer than any line that a pattern is tried on.
    if (count > this.longest) return null;
    const trimmed = line.trim();
    const text = BLANKS.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
    const lower = text.toLowerCase();
    for (const { regex, run, rule } of this.patterns)
      if (count <= rule.longest && (run === '' || lower.includes(run)) && regex.test(text)) return rule;
    return null;
  }

  private known(line: string): BoilerplateRule | undefined {
    return line.length > this.longestWhole ? undefined : this.whole.get(line);
  }

  /** Runs inside a line that are not the article's, as offsets into the line, in order. */
  erasures(line: string): { start: number; end: number; rule: BoilerplateRule }[] {
    const found: { start: number; end: number; rule: BoilerplateRule }[] = [];
    for (const { regex, rule } of this.erasers) {
      // Not matchAll, which copies the expression each time.
      regex.lastIndex = 0;
      for (let match = regex.exec(line); match; match = regex.exec(line)) {
        const start = match.index;
        const end = start + match[0].length;
        if (end > start) found.push({ start, end, rule });
        else regex.lastIndex += (line.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      }
    }
    return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
  }
}
