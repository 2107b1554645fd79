import type { Draft } from './draft.ts';
import { tokenAt } from './reading/reading.ts';
import type { Recorder } from './trace/recorder.ts';

const ENDS = new Set('.;:!?');

/**
 * Leaves out what an article gives as the state of an earlier report ("Earlier estimates suggested that at least 359
 * were killed", "police initially said 12") where it gives another figure of its own for the same people.
 * Pure; what is left out is told to the recorder.
 */
export function withoutSuperseded(drafts: readonly Draft[], recorder: Recorder | null): Draft[] {
  const former = new Set(drafts.filter((draft) => draft.quantity !== null && isFormer(draft)));
  if (former.size === 0) return [...drafts];
  const newer = drafts.filter((draft) => !former.has(draft));
  return drafts.filter((draft) => {
    const outdone = former.has(draft) && newer.some((other) => renews(other, draft));
    if (outdone)
      recorder?.refuse('figure', 'superseded', draft.reading, { rule: draft.rule, chunk: draft.chunk });
    return !outdone;
  });
}

const renews = (newer: Draft, former: Draft): boolean =>
  newer.quantity !== null &&
  newer.predicate !== null &&
  newer.predicate === former.predicate &&
  newer.modality === former.modality &&
  newer.polarity === former.polarity &&
  newer.partOf === null &&
  newer.scope.population === former.scope.population &&
  newer.value.nominal !== former.value.nominal;

function isFormer({ reading, valueSpan, predicate }: Draft): boolean {
  if (predicate === null) return false;
  const {
    tokens,
    attributions,
    words: { count },
  } = reading;
  for (let i = tokenAt(tokens, valueSpan[0]) - 1; i >= 0; i -= 1) {
    const token = tokens[i];
    if (!token || ENDS.has(token.text)) break;
    if (count.former.has(token.lower) && count.reports.has(tokens[i + 1]?.lower ?? '')) return true;
  }
  return attributions.some(({ cue, content }) => {
    const covers = content !== null && content.start <= valueSpan[0] && valueSpan[1] <= content.end;
    return covers && count.atFirst.has(tokens[tokenAt(tokens, cue.start) - 1]?.lower ?? '');
  });
}
