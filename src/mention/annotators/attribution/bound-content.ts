import type { Token } from '../../../sentence/sentence.ts';
import { findContent } from './find-content.ts';
import type { Cue } from './find-cues.ts';
import { isQuoteMark, type Run } from './phrase.ts';

/** An accepted cue with its source. */
export interface Found {
  readonly cue: Cue;
  readonly source: Run | null;
  /** Stands with its own speaker inside what another one says. */
  readonly nested: boolean;
}

const firstOf = ({ cue, source }: Found): number => Math.min(cue.from, source?.from ?? cue.from);
const lastOf = ({ cue, source }: Found): number => Math.max(cue.to, source?.to ?? cue.to);

/** The content of each cue of a sentence; where a second speaker follows the first, each keeps to their own part. */
export function boundContents(tokens: readonly Token[], found: readonly Found[]): (Run | null)[] {
  const contents = found.map(({ cue, source }) => findContent(tokens, cue, source));
  found.forEach((one, i) => {
    const mine = contents[i];
    if (!mine) return;
    const next = found.slice(i + 1, i + 4).find((other) => isSibling(one, other));
    if (next !== undefined && mine.from > lastOf(one) - 1 && follows(contents[found.indexOf(next)], next)) {
      contents[i] = cutBefore(tokens, mine, firstOf(next));
    }
    const before = found[i - 1];
    if (
      before !== undefined &&
      !one.nested &&
      one.cue.voice === 'active' &&
      mine.to < one.cue.from &&
      mine.from <= firstOf(before) &&
      isSibling(before, one)
    ) {
      contents[i] = cutAfter(tokens, mine, lastOf(before));
    }
  });
  return contents;
}

/** Another speaker, on the same level: "…, while police said …", "…, with police reporting …". */
const isSibling = (a: Found, b: Found): boolean =>
  !b.nested &&
  (b.cue.voice === 'active' || (b.cue.voice === 'participle' && b.source?.to === b.cue.from - 1)) &&
  b.source !== null &&
  b.source.from > a.cue.to &&
  a.source !== null;

const follows = (content: Run | null | undefined, found: Found): boolean =>
  content !== null && content !== undefined && content.from > found.cue.from;

function cutBefore(tokens: readonly Token[], run: Run, at: number): Run | null {
  let to = Math.min(run.to, at - 1);
  while (
    to >= run.from &&
    (/^(,|;|and|but|while|as|whereas|although|with)$/u.test(tokens[to]?.lower ?? '') ||
      (tokens[to]?.pos === 'PUNCT' && !isQuoteMark(tokens[to])))
  )
    to -= 1;
  return to < run.from ? null : { from: run.from, to };
}

/** Behind the last ", and" or ";" after the first speaker. */
function cutAfter(tokens: readonly Token[], run: Run, at: number): Run {
  for (let i = run.to; i > at; i -= 1) {
    const joint =
      tokens[i]?.text === ';' ||
      (tokens[i]?.text === ',' && /^(and|but|while)$/u.test(tokens[i + 1]?.lower ?? ''));
    if (joint) return { from: i + 1, to: run.to };
  }
  return run;
}
