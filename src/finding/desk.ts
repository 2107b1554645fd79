import type { Voice } from '../group/voices.ts';
import type { Camp } from './camp.ts';
import { campOfVoices } from './gather-camp.ts';
import { keepRuling, type Meeting, type Ruling } from './make-finding.ts';
import type { Cell, TopicFacts } from './topic-facts.ts';

/** One group under comparison, the facts around it, and where its rulings go. */
export interface Desk {
  readonly cell: Cell;
  readonly facts: TopicFacts;
  readonly meeting: Meeting;
  readonly found: Ruling[];
  /** Camps of these very lists of voices: a position meets every other one. */
  readonly camps: Map<readonly Voice[], Camp>;
}

export const deskOf = (cell: Cell, facts: TopicFacts, subject: Meeting['subject']): Desk => ({
  cell,
  facts,
  found: [],
  camps: new Map(),
  meeting: {
    subject,
    predicate: cell.predicate,
    groups: [cell.group.id],
    sameQuestion: true,
    timed: subject === 'figures' && isTimed(cell),
  },
});

/** A figure that grows or moves is another one at every moment. */
export const isTimed = ({ group }: Cell): boolean =>
  group.timeClass === 'cumulative' || group.timeClass === 'stock';

export function campAt({ cell, facts, camps }: Desk, voices: readonly Voice[]): Camp {
  const known = camps.get(voices);
  if (known) return known;
  const camp = campOfVoices(voices, cell.predicate, facts.vocabulary);
  camps.set(voices, camp);
  return camp;
}

/** Holds two camps of the group against each other and keeps what there is to say. */
export function hold(desk: Desk, a: Camp, b: Camp, more?: Partial<Meeting>): void {
  const meeting = more === undefined ? desk.meeting : { ...desk.meeting, ...more };
  keepRuling(desk.found, a, b, meeting, desk.facts);
}
