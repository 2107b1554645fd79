import type { Voice } from '../group/voices.ts';
import { type Camp, campOfVoices } from './camp.ts';
import { type Meeting, makeRuling, type Ruling } from './make-finding.ts';
import type { Cell, TopicFacts } from './topic-facts.ts';

/** One group under comparison, the facts around it, and where its rulings go. */
export interface Desk {
  readonly cell: Cell;
  readonly facts: TopicFacts;
  readonly meeting: Meeting;
  readonly found: Ruling[];
}

export const deskOf = (cell: Cell, facts: TopicFacts, subject: Meeting['subject']): Desk => ({
  cell,
  facts,
  found: [],
  meeting: { subject, predicate: cell.predicate, groups: [cell.group.id], sameQuestion: true },
});

export const campAt = (desk: Desk, voices: readonly Voice[]): Camp =>
  campOfVoices(voices, desk.cell.predicate, desk.facts.vocabulary);

/** Holds two camps of the group against each other and keeps what there is to say. */
export function hold(desk: Desk, a: Camp, b: Camp, more: Partial<Meeting> = {}): void {
  const ruling = makeRuling(a, b, { ...desk.meeting, ...more }, desk.facts);
  if (ruling) desk.found.push(ruling);
}
