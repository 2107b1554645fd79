import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { BlockKind } from '../document.ts';
import { isProse, type MarkedLine, markBoilerplate } from './boilerplate.ts';
import { datelineLength, isDateline } from './dateline.ts';
import { markHeadlines } from './headline.ts';
import { cutLines, type Line, trimLine } from './lines.ts';
import { openingCuts } from './opening.ts';

/** A run of the text with one job; its language is told later. */
export interface Run {
  kind: BlockKind;
  start: number;
  end: number;
}

/** Paragraphs from the first one on that may open with a dateline. */
const DATELINES = 4;

/** Takes the words that rules erase out of a line; what is left are lines of their own. */
function erase(text: string, line: Line, vocabulary: Vocabulary): { left: Line[]; erased: Run[] } {
  const found = vocabulary.boilerplate.erasures(line.text);
  if (found.length === 0) return { left: [line], erased: [] };
  const left: (Line | null)[] = [];
  const erased: Run[] = [];
  let from = line.start;
  for (const { start, end } of found) {
    if (line.start + start < from) continue;
    left.push(trimLine(text, from, line.start + start));
    erased.push({ kind: 'boilerplate', start: line.start + start, end: line.start + end });
    from = line.start + end;
  }
  left.push(trimLine(text, from, line.end));
  return { left: left.filter((part) => part !== null), erased };
}

// Written out: a spread makes a new shape each time.
const unmarked = ({ start, end, text }: Line): MarkedLine => ({
  start,
  end,
  text,
  kind: null,
  plain: null,
});

/** Cuts the dateline off a paragraph. */
function splitDateline(text: string, line: MarkedLine): Run[] {
  const length = datelineLength(line.text);
  if (length === 0) return [{ kind: 'body', start: line.start, end: line.end }];
  const rest = trimLine(text, line.start + length, line.end);
  const dateline: Run = { kind: 'dateline', start: line.start, end: line.start + length };
  return rest ? [dateline, { kind: 'body', start: rest.start, end: rest.end }] : [dateline];
}

/**
 * Tells what each paragraph of a plain text is. Runs are in text order, do not overlap and hold no outer white
 * space; a body run is one paragraph, and a line break inside one is only where the text was wrapped.
 * Whatever the rules do not know stays in the body.
 */
export function readText(text: string, title: string | null, vocabulary: Vocabulary): Run[] {
  const cut = cutLines(text).map((line) => erase(text, line, vocabulary));
  const lines = cut.flatMap(({ left }) => left.map(unmarked));
  markBoilerplate(lines, vocabulary.boilerplate);
  for (const line of lines) {
    if (line.kind === null && isDateline(line.text)) line.kind = 'dateline';
  }
  markHeadlines(lines, title);
  const runs = [...cut.flatMap(({ erased }) => erased), ...cutRuns(text, lines)];
  return splitOpening(text, runs, title).sort((a, b) => a.start - b.start);
}

/** Cuts the day of the article and its title off the first paragraph that they run on into; they stay in the body. */
function splitOpening(text: string, runs: readonly Run[], title: string | null): Run[] {
  const first = runs.find(({ kind }) => kind === 'body');
  if (!first) return [...runs];
  const cuts = openingCuts(text.slice(first.start, first.end), title);
  const ends = [...cuts.map((cut) => first.start + cut), first.end];
  const parts = ends.flatMap((end, i) => {
    const part = trimLine(text, ends[i - 1] ?? first.start, end);
    return part ? [{ kind: first.kind, start: part.start, end: part.end }] : [];
  });
  return runs.flatMap((run) => (run === first ? parts : [run]));
}

/** Lines as runs, datelines of the first paragraphs cut off. */
export function cutRuns(text: string, lines: readonly MarkedLine[]): Run[] {
  const runs: Run[] = [];
  let paragraphs = 0;
  for (const line of lines) {
    if (line.kind !== null) runs.push({ kind: line.kind, start: line.start, end: line.end });
    else if (paragraphs < DATELINES) runs.push(...splitDateline(text, line));
    else runs.push({ kind: 'body', start: line.start, end: line.end });
    if (line.kind === null && isProse(line.text)) paragraphs += 1;
  }
  return runs;
}
