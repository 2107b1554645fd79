import { plainLine } from '../../vocabulary/boilerplate.ts';
import { isProse, type MarkedLine, plainOf } from './boilerplate.ts';
import { isClosed, wordsIn } from './lines.ts';

const LONGEST_SUBHEAD = 14;

const lettersShare = (text: string): number => {
  const solid = text.replace(/\s/g, '').length;
  return solid === 0 ? 0 : text.replace(/[^\p{L}]/gu, '').length / solid;
};

/** A title that stands several times counts where it stands nearest to the article; a line around it is a menu. */
function markRepeated(lead: readonly MarkedLine[]): void {
  const plain = lead.map(plainOf);
  for (const [at, line] of lead.entries()) {
    const own = plain[at] ?? '';
    const again = plain.slice(at + 1).includes(own);
    const around = plain.some((other) => other !== own && wordsIn(other, 4) >= 4 && own.includes(other));
    if (again || around) line.kind = 'boilerplate';
  }
}

/** Says what the lines above the first paragraph are: menu, headline, second headline. */
function markLead(lead: readonly MarkedLine[], title: string | null): void {
  markRepeated(lead);
  const open = lead.filter((line) => line.kind === null);
  const wanted = title === null ? null : plainLine(title);
  const headline =
    open.find((line) => plainOf(line) === wanted) ??
    open.find((line) => wordsIn(line.text, 4) >= 4 && lettersShare(line.text) > 0.6) ??
    open.findLast((line) => lettersShare(line.text) > 0.6);
  for (const line of open) {
    const titleLike = line === headline || (wordsIn(line.text, 5) >= 5 && lettersShare(line.text) > 0.6);
    line.kind = titleLike ? 'headline' : 'boilerplate';
  }
}

/**
 * Marks headlines: above the article, and between its paragraphs. Without a single paragraph of prose there is no
 * telling, and all lines stay.
 */
export function markHeadlines(lines: readonly MarkedLine[], title: string | null): void {
  const first = lines.findIndex((line) => line.kind === null && isProse(line.text));
  if (first < 0) return;
  markLead(
    lines.slice(0, first).filter((line) => line.kind === null),
    title,
  );
  const titles = new Set(lines.filter((line) => line.kind === 'headline').map(plainOf));
  if (title !== null) titles.add(plainLine(title));
  for (const [at, line] of lines.entries()) {
    if (at <= first || line.kind !== null) continue;
    if (titles.has(plainOf(line))) line.kind = 'boilerplate';
    else if (isSubhead(line, lines[at + 1])) line.kind = 'headline';
  }
}

const isSubhead = (line: MarkedLine, next: MarkedLine | undefined): boolean =>
  next !== undefined &&
  next.kind === null &&
  isProse(next.text) &&
  !isClosed(line.text) &&
  wordsIn(line.text, LONGEST_SUBHEAD + 1) <= LONGEST_SUBHEAD &&
  /^[\p{Lu}\p{N}"“‘']/u.test(line.text);
