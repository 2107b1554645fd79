import type { Draft } from '../draft.ts';
import type { TriggerHit } from '../patterns/triggers.ts';
import type { Reading } from '../reading/reading.ts';
import { REASONS, type Reason } from './reasons.ts';
import type { Recorder, Refusal } from './recorder.ts';
import type { Step, Verdict, Words } from './trace.ts';

export const inTextOrder = (a: Words, b: Words): number => a.start - b.start || a.end - b.end;

/** The words of a text from one offset to another. */
export const wordsAt = (text: string, { start, end }: { start: number; end: number }): Words => ({
  start,
  end,
  text: text.slice(start, end),
});

/** A verdict with its reason, by name and in words. */
export const decide = (verdict: Verdict, reason: Reason | null) => ({
  verdict,
  reason,
  because: reason && REASONS[reason],
});

/** The words of a trigger. */
export function triggerAt(text: string, { tokens }: Reading, hit: TriggerHit): Words {
  return wordsAt(text, { start: tokens[hit.first]?.start ?? 0, end: tokens[hit.last]?.end ?? 0 });
}

/** Every row that was drawn up or refused, in text order. The claims must be finished. */
export function stepsOf(recorder: Recorder, text: string): Step[] {
  const drawn = [...recorder.drafts].flatMap(([draft, { stage, hit }]): Step[] => {
    const fate = recorder.fate(draft);
    if (!fate) return [];
    return [
      {
        ...wordsAt(text, evidenceOf(draft)),
        stage,
        predicate: draft.predicate?.id ?? null,
        rule: draft.rule,
        ...decide(fate.reason === null ? 'made' : 'merged', fate.reason),
        claim: fate.claim,
        quantity: draft.quantity && wordsAt(text, draft.quantity),
        trigger: hit && triggerAt(text, draft.reading, hit),
      },
    ];
  });
  return [...drawn, ...recorder.refusals.map((refusal) => refused(text, refusal))].sort(inTextOrder);
}

function evidenceOf({ reading: { tokens }, evidence, valueSpan }: Draft): { start: number; end: number } {
  const start = tokens[evidence[0]]?.start ?? valueSpan[0];
  const end = tokens[evidence[1]]?.end ?? valueSpan[1];
  return { start: Math.min(start, valueSpan[0]), end: Math.max(end, valueSpan[1]) };
}

function refused(text: string, { stage, reason, reading, rule, hit, chunk }: Refusal): Step {
  const { tokens } = reading;
  const first = Math.min(hit?.first ?? tokens.length, chunk?.first ?? tokens.length);
  const last = Math.max(hit?.last ?? -1, chunk?.last ?? -1);
  return {
    ...wordsAt(text, { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }),
    stage,
    predicate: hit?.predicate.id ?? null,
    rule,
    ...decide('refused', reason),
    claim: null,
    quantity: chunk?.quantity ? wordsAt(text, chunk.quantity) : null,
    trigger: hit && triggerAt(text, reading, hit),
  };
}
