import type { Draft } from '../draft.ts';
import type { TriggerHit } from '../patterns/triggers.ts';
import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import type { Reason } from './reasons.ts';

/** The part of extraction that decided. */
export type Stage = 'document' | 'mention' | 'figure' | 'subset' | 'total' | 'measure' | 'reader' | 'generic';

/** A row that was considered and not drawn up. */
export interface Refusal {
  readonly stage: Stage;
  readonly reason: Reason;
  readonly reading: Reading;
  /** Predicate and shape, as in a claim's rule; null when it did not come so far. */
  readonly rule: string | null;
  readonly hit: TriggerHit | null;
  readonly chunk: Chunk | null;
}

/** What became of a draft when repetitions were merged. */
interface Settled {
  readonly result: Draft;
  /** Null: it stands as a row of its own. */
  readonly reason: Reason | null;
}

/**
 * Writes down what extraction decides. A Reading carries one when somebody asks, and null otherwise: then nothing is
 * written and nothing is spent. It never changes what is decided.
 */
export class Recorder {
  readings: readonly Reading[] = [];
  readonly refusals: Refusal[] = [];
  readonly drafts = new Map<Draft, { readonly stage: Stage; readonly hit: TriggerHit | null }>();
  readonly hits: { readonly reading: Reading; readonly hit: TriggerHit }[] = [];
  private readonly settled = new Map<Draft, Settled>();
  private readonly ids = new Map<Draft, { readonly id: string; readonly twin: boolean }>();

  /** The sentences of the document, laid out. */
  read(readings: readonly Reading[]): void {
    this.readings = readings;
  }

  /** Triggers that stand in a sentence. */
  found(reading: Reading, hits: readonly TriggerHit[]): void {
    for (const hit of hits) this.hits.push({ reading, hit });
  }

  refuse(stage: Stage, reason: Reason, reading: Reading, at: Partial<Refusal> = {}): void {
    this.refusals.push({ rule: null, hit: null, chunk: null, ...at, stage, reason, reading });
  }

  /** A row was drawn up; whoever says so first knows its stage. */
  draw(stage: Stage, drafts: readonly Draft[], hit: TriggerHit | null = null): void {
    for (const draft of drafts) if (!this.drafts.has(draft)) this.drafts.set(draft, { stage, hit });
  }

  /** A row was drawn up and lost against another reading of its words. */
  lose(draft: Draft, hit: TriggerHit): void {
    this.refuse('figure', 'better-reading', draft.reading, { rule: draft.rule, hit, chunk: draft.chunk });
  }

  /** `draft` lives on as `result`. */
  settle(draft: Draft, result: Draft, reason: Reason | null): void {
    this.settled.set(draft, { result, reason });
  }

  /** A row got its id; `twin`: an earlier row has the same. */
  number(result: Draft, id: string, twin: boolean): void {
    this.ids.set(result, { id, twin });
  }

  /** The drafts that became claims, by the ids of these. */
  numbered(): ReadonlyMap<string, Draft> {
    return new Map([...this.ids].flatMap(([draft, { id, twin }]) => (twin ? [] : [[id, draft] as const])));
  }

  /** The claim in which a draft lives on, and why not in one of its own; null when it does in none. */
  fate(draft: Draft): { readonly claim: string; readonly reason: Reason | null } | null {
    const { result, reason } = this.settled.get(draft) ?? { result: draft, reason: null };
    const numbered = this.ids.get(result);
    return numbered ? { claim: numbered.id, reason: reason ?? (numbered.twin ? 'same-row' : null) } : null;
  }
}
