import type { Draft } from './draft.ts';
import { headLemma, type Reading } from './reading/reading.ts';

/** Words that count on from a figure given before. */
const ON_TOP = /^(?:more|another|additional|further|extra)$/;
/** "new cases": of what is counted as it comes in; a new recruit is no addition to any count. */
const FRESH = /^(?:new|newly|fresh)$/;

/**
 * Marks what comes on top of an earlier count: "39 new cases", "another 12 bodies were found", "seven more died". What
 * stands beside a figure of another kind comes on top of nothing: "killed 12 people and injured 20 more" tells of all
 * the injured.
 * @param drafts all figures of the article, in text order
 */
export function markIncrements(drafts: readonly Draft[]): void {
  let [last, before]: [Draft | null, Draft | null] = [null, null];
  for (const draft of drafts) {
    if (draft.predicate?.kind !== 'quantity') continue;
    if (last !== null && last.reading !== draft.reading) before = last;
    const beside = last?.reading === draft.reading ? last : isNext(before, draft) ? before : null;
    if (isAdded(draft) && (isComing(draft) || beside === null || beside.predicate === draft.predicate))
      draft.increment = true;
    last = draft;
  }
  for (const draft of drafts) if (draft.partOf?.increment) draft.increment = true;
}

/** Whether a figure is of the sentence before. */
const isNext = (before: Draft | null, { reading }: Draft): boolean =>
  before !== null && reading.sentence.start - before.reading.sentence.end <= GAP;

/** White space between two sentences that follow each other. */
const GAP = 4;

/** What is counted as it comes in stands in its own count, whatever is told beside it. */
const isComing = ({ reading, chunk }: Draft): boolean =>
  chunk !== null && reading.words.count.incoming.has(headLemma(reading, chunk));

function isAdded({ reading, chunk, quantity }: Draft): boolean {
  if (chunk === null || quantity === null || quantity.unit === 'percent') return false;
  return wordsAround(reading, chunk.first, chunk.last, quantity).some(
    (word) =>
      ON_TOP.test(word) || (FRESH.test(word) && reading.words.count.incoming.has(headLemma(reading, chunk))),
  );
}

/** The words of a phrase but those of its figure: not "more" of "more than 40", nor of "12 more than in May". */
function wordsAround(
  { tokens }: Reading,
  first: number,
  last: number,
  { start, end }: { readonly start: number; readonly end: number },
): string[] {
  const words: string[] = [];
  for (let i = Math.max(0, first - 1); i <= last + 1; i += 1) {
    const token = tokens[i];
    if (!token || (token.start >= start && token.end <= end)) continue;
    // Before the phrase only its article may stand apart, behind it only the word that counts on.
    if (i < first && !/^(?:another|further|additional)$/.test(token.lower)) continue;
    if (i > last && token.lower !== 'more') continue;
    if (token.lower === 'more' && /^(?:than|or)$/.test(tokens[i + 1]?.lower ?? '')) continue;
    words.push(token.lower);
  }
  return words;
}
