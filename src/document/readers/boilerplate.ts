import { startsLetter } from '../../letters.ts';
import { type Boilerplate, type BoilerplateRule, plainLine } from '../../vocabulary/boilerplate.ts';
import type { BlockKind } from '../document.ts';
import { isClosed, type Line, wordsIn } from './lines.ts';

/** A line and what has been found out about it: null while it may be the article's own. */
export interface MarkedLine extends Line {
  kind: BlockKind | null;
  /** The line as rules compare it, once it was asked for. */
  plain: string | null;
}

/** The line as rules compare it; made once. */
export function plainOf(line: MarkedLine): string {
  line.plain ??= plainLine(line.text);
  return line.plain;
}

/** Article prose that must stand above a line before the line may cut off the rest: words. */
const ENOUGH_ABOVE = 50;
/** Never cut off more prose than so many times what stands above. */
const MOST_BELOW = 3;
const LONGEST_CAPTION = 60;

/** A sentence of an article rather than a title, a link or a teaser. */
export function isProse(text: string): boolean {
  const goesOn = text.endsWith('...') || text.endsWith('…');
  const enough = goesOn ? 40 : 25;
  const words = wordsIn(text, enough);
  return words >= enough || (!goesOn && words >= 8 && isClosed(text));
}

const proseWords = (lines: readonly MarkedLine[]): number =>
  lines.reduce((sum, line) => sum + (line.kind === null && isProse(line.text) ? wordsIn(line.text) : 0), 0);

function markRest(lines: MarkedLine[], at: number): void {
  const above = proseWords(lines.slice(0, at));
  const below = proseWords(lines.slice(at + 1));
  if (above < ENOUGH_ABOVE || below > above * MOST_BELOW) markTitles(lines, at);
  else for (const line of lines.slice(at)) line.kind = 'boilerplate';
}

/** A list of other stories shows their titles; where only sentences follow, the article goes on. */
function markList(lines: MarkedLine[], at: number): void {
  const below = lines.slice(at + 1);
  const titles = below.filter((line) => !isProse(line.text) && !isClosed(line.text));
  if (titles.length * 3 >= below.length) markRest(lines, at);
  else markTitles(lines, at);
}

function markTitles(lines: MarkedLine[], at: number): void {
  for (const [offset, line] of lines.slice(at).entries()) {
    if (offset > 0 && (isProse(line.text) || isClosed(line.text))) return;
    line.kind = 'boilerplate';
  }
}

/** The short lines right above a credit are its caption. */
function markCredit(lines: MarkedLine[], at: number): void {
  const line = lines[at];
  if (line) line.kind = 'boilerplate';
  const above = lines[at - 1];
  if (above?.kind !== null || above === undefined || at < 2) return;
  if (wordsIn(above.text) <= LONGEST_CAPTION && !isProse(above.text)) above.kind = 'caption';
}

function apply(rule: BoilerplateRule, lines: MarkedLine[], at: number): void {
  const line = lines[at];
  if (!line) return;
  if (rule.does === 'cut') markRest(lines, at);
  else if (rule.does === 'list') markList(lines, at);
  else if (rule.does === 'skip') markTitles(lines, at);
  else if (rule.does === 'credit') markCredit(lines, at);
  else line.kind = rule.does === 'caption' ? 'caption' : 'boilerplate';
}

/** Marks every line that the rules know, and every later repetition of a line of the article. */
export function markBoilerplate(lines: MarkedLine[], boilerplate: Boilerplate): void {
  for (const [at, line] of lines.entries()) {
    if (line.kind !== null && line.kind !== 'headline') continue;
    const rule = boilerplate.match(line.text, plainOf(line));
    if (rule) apply(rule, lines, at);
  }
  markRepeated(lines);
}

/** A paragraph that stands twice counts once; a line that is also a caption is one; a line needs a letter or digit. */
function markRepeated(lines: readonly MarkedLine[]): void {
  const captions = new Set(lines.filter((line) => line.kind === 'caption').map(plainOf));
  const seen = new Set<string>();
  for (const line of lines) {
    if (line.kind !== null) continue;
    const plain = plainOf(line);
    if (captions.has(plain)) line.kind = 'caption';
    else if (!startsLetter(plain) && !/[\p{L}\p{N}]/u.test(plain)) line.kind = 'boilerplate';
    else if (isProse(line.text)) {
      if (seen.has(plain)) line.kind = 'boilerplate';
      seen.add(plain);
    }
  }
}
