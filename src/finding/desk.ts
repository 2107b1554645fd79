import type { Voice } from '../group/voices.ts';
import type { Camp } from './camp.ts';
import { campOfVoices } from './gather-camp.ts';
import { keepRuling, type Meeting, type Ruling } from './make-finding.ts';
import type { Cell, TopicFacts } from './topic-facts.ts';

type DeskMeeting = Meeting & Required<Pick<Meeting, 'sameQuestion' | 'timed'>>;

/** One group under comparison, the facts around it, and where its rulings go. */
export interface Desk {
  readonly cell: Cell;
  readonly facts: TopicFacts;
  readonly meeting: DeskMeeting;
  readonly found: Ruling[];
}

export const deskOf = (cell: Cell, facts: TopicFacts, subject: Meeting['subject']): Desk => ({
  cell,
  facts,
  found: [],
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

/** The camp of some voices of a group. */
export function campAt({ cell, facts }: Pick<Desk, 'cell' | 'facts'>, voices: readonly Voice[]): Camp {
  const [only] = voices;
  const key = only !== undefined && voices.length === 1 ? only : voices;
  const known = facts.camps.get(key);
  if (known) return known;
  const camp = campOfVoices(voices, cell.predicate, facts.vocabulary);
  facts.camps.set(key, camp);
  return camp;
}

/** What is special about a pair of one group. */
type More = Partial<Pick<Meeting, 'groups' | 'about' | 'whose' | 'byPublication' | 'denial'>>;

/** Holds two camps of the group against each other and keeps what there is to say. */
export function hold(desk: Desk, a: Camp, b: Camp, more?: More): void {
  const meeting = more === undefined ? desk.meeting : withMore(desk.meeting, more);
  keepRuling(desk.found, a, b, meeting, desk.facts);
}

/** Field by field: to spread two objects takes longer than a verdict. */
const withMore = ({ subject, predicate, groups, sameQuestion, timed }: DeskMeeting, more: More): Meeting => ({
  subject,
  predicate,
  groups: more.groups ?? groups,
  sameQuestion,
  timed,
  about: more.about,
  whose: more.whose,
  byPublication: more.byPublication,
  denial: more.denial,
});
