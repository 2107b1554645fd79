import type { Claim } from '../claim/claim.ts';
import type { Block } from '../document/document.ts';

/** What is marked in a text: a claim, or anything else with a place in it. Offsets count UTF-16 code units. */
export interface Mark {
  id: string;
  evidence: Pick<Claim['evidence'], 'start' | 'end' | 'valueStart' | 'valueEnd'>;
  /** How it is coloured; plain without it. */
  tone?: string;
}

/** A run of text under the same claims. `starts`: claims whose evidence begins here. */
export interface Piece {
  text: string;
  claims: Mark[];
  starts: Mark[];
  value: boolean;
}

/** A paragraph of a document with its kind. */
export interface Paragraph {
  kind: Block['kind'];
  pieces: Piece[];
}

const within = (at: number, end: number) => Math.max(0, Math.min(at, end));

/** Offsets at which something begins or ends, sorted, without repeats. */
function cutsOf(claims: readonly Mark[], start: number, end: number): number[] {
  const cuts = new Set([start, end]);
  for (const { evidence } of claims)
    for (const at of [evidence.start, evidence.end, evidence.valueStart, evidence.valueEnd])
      if (at > start && at < end) cuts.add(at);
  return [...cuts].sort((a, b) => a - b);
}

/** Cuts text[start, end) wherever a claim or its value begins or ends. Claims are sorted by evidence.start. */
function cutPieces(text: string, start: number, end: number, claims: readonly Mark[]): Piece[] {
  const near = claims.filter(({ evidence }) => evidence.start < end && evidence.end > start);
  const cuts = cutsOf(near, start, end);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const here = near.filter(({ evidence }) => evidence.start < to && evidence.end > from);
    return {
      text: text.slice(from, to),
      claims: here,
      starts: here.filter(({ evidence }) => evidence.start === from),
      value: here.some(({ evidence }) => evidence.valueStart < to && evidence.valueEnd > from),
    };
  });
}

/** The lines of text[start, end) that hold more than white space, as [from, to). */
function linesOf(text: string, start: number, end: number): [number, number][] {
  const lines: [number, number][] = [];
  for (let from = start; from < end; ) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 || newline > end ? end : newline;
    if (text.slice(from, to).trim() !== '') lines.push([from, to]);
    from = to + 1;
  }
  return lines;
}

/** Lays a document out as paragraphs with its claims marked; text between blocks is kept and counts as boilerplate. */
export function markText(text: string, blocks: readonly Block[], claims: readonly Mark[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const add = (kind: Block['kind'], start: number, end: number) => {
    for (const [from, to] of linesOf(text, start, end))
      paragraphs.push({ kind, pieces: cutPieces(text, from, to, claims) });
  };
  let at = 0;
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, within(block.start, text.length));
    const end = Math.max(start, within(block.end, text.length));
    add('boilerplate', at, start);
    add(block.kind, start, end);
    at = end;
  }
  add('boilerplate', at, text.length);
  return paragraphs;
}
