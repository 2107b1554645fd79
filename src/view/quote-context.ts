import type { Evidence } from '../claim/claim.ts';

/** A quote with the words around it. `cut`: more of the paragraph follows on that side. */
export interface QuoteContext {
  before: string;
  after: string;
  cutBefore: boolean;
  cutAfter: boolean;
}

const ENDS = /[.!?…]["”’»)\]]*\s+(?=\S)/gu;

/** Where the sentence that reaches `line`'s end begins: after the last full stop that is followed by white space. */
function lastEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(ENDS)) end = match.index + match[0].length;
  return end;
}

/**
 * The rest of the sentence around a quote, inside its paragraph, at most `room` characters a side; cut at a word.
 * Spans that do not fit the text give no context.
 */
export function quoteContext(
  text: string,
  { start, end }: Pick<Evidence, 'start' | 'end'>,
  room = 160,
): QuoteContext {
  if (!(start >= 0 && start < end && end <= text.length))
    return { before: '', after: '', cutBefore: false, cutAfter: false };
  const near = text.slice(Math.max(0, start - room), start);
  const line = near.slice(near.lastIndexOf('\n') + 1);
  const sentence = line.slice(lastEnd(line));
  const cutBefore = sentence.length === near.length && start > room;
  const before = cutBefore ? sentence.replace(/^\S*\s*/u, '') : sentence;

  const [rest = ''] = text.slice(end, end + room).split('\n', 1);
  const stop = /[.!?…]["”’»)\]]*(?=\s|$)/u.exec(rest);
  const closed = stop ? rest.slice(0, stop.index + stop[0].length) : rest;
  const cutAfter = !stop && rest.length === room && end + room < text.length;
  const after = cutAfter ? closed.replace(/\s*\S*$/u, '') : closed;
  return { before: before.trimStart(), after: after.trimEnd(), cutBefore, cutAfter };
}
