import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Document } from '../document/document.ts';
import { UNSORTED } from '../document/read-document.ts';
import { type Finding, TIER } from '../finding/finding.ts';
import type { Group } from '../group/group.ts';
import type { Review } from '../review/review.ts';
import type { Action, ChangeType, Entity, NewChange } from './change.ts';

/** Longest text that is told of a thing: nobody's queue shall grow with somebody's headline. */
const LONGEST = 500;

const isLong = (value: unknown): value is string => typeof value === 'string' && value.length > LONGEST;

const told = (data: NonNullable<NewChange['data']>): NewChange['data'] => {
  if (!Object.values(data).some(isLong)) return data;
  const cut = (value: unknown) => (isLong(value) ? `${value.slice(0, LONGEST - 1)}…` : value);
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, cut(value)])) as typeof data;
};

const change = (
  type: ChangeType,
  entity: Entity,
  id: string,
  action: Action,
  topic: string | null,
  data: NewChange['data'] = null,
): NewChange => ({ type, entity, id, action, topic: topic === UNSORTED ? null : topic, data });

/** A document that was taken in. */
export const documentAdded = ({ id, topic, outlet, title }: Document, again: boolean): NewChange =>
  change('document.added', 'document', id, again ? 'changed' : 'created', topic, told({ outlet, title }));

/** A document that was taken out of its topic. */
export const documentRemoved = (id: string, topic: string, outlet: string): NewChange =>
  change('document.removed', 'document', id, 'deleted', topic, { outlet });

export const claimIngested = (claim: Claim, again = false): NewChange =>
  change(
    'claim.ingested',
    'claim',
    claim.id,
    again ? 'changed' : 'created',
    claim.topic,
    told({
      document: claim.documentId,
      outlet: claim.outlet,
      predicate: claim.predicate.id,
      value: claim.value.text,
    }),
  );

export const claimWithdrawn = (id: string, topic: string, document: string): NewChange =>
  change('claim.withdrawn', 'claim', id, 'deleted', topic, { document });

export const topicCreated = (id: string, title: string): NewChange[] =>
  id === UNSORTED ? [] : [change('topic.created', 'topic', id, 'created', id, told({ title }))];

export const topicChanged = (id: string, title: string): NewChange =>
  change('topic.changed', 'topic', id, 'changed', id, told({ title }));

/** A topic whose story turned out to be another one's: its id leads on. */
export const topicMoved = (from: string, to: string): NewChange[] =>
  from === UNSORTED ? [] : [change('topic.moved', 'topic', from, 'deleted', from, { to })];

/** A document that is under another topic now, with its claims; told once to those who listen to each of the two. */
export const documentMoved = (id: string, from: string, to: string): NewChange[] => [
  ...(from === UNSORTED ? [] : [change('topic.moved', 'document', id, 'deleted', from, { to })]),
  change('topic.moved', 'document', id, 'created', to, { from: from === UNSORTED ? null : from }),
];

export const groupUpdated = ({ id, topic, question }: Group, again: boolean): NewChange =>
  change('group.updated', 'group', id, again ? 'changed' : 'created', topic, told({ question }));

export const consensusChanged = (topic: string, one: Consensus, again: boolean): NewChange => {
  const { group, status, display } = one;
  const data = told({ question: group.question, status, display });
  return change('consensus.changed', 'consensus', group.id, again ? 'changed' : 'created', topic, data);
};

/** What is gone of what a topic gave. */
export const goneFromTopic = (entity: 'group' | 'consensus', id: string, topic: string): NewChange =>
  change(entity === 'group' ? 'group.updated' : 'consensus.changed', entity, id, 'deleted', topic);

/** Whether a finding is a conflict that nobody dismissed. */
const isOpen = ({ verdict, review }: Pick<Finding, 'verdict' | 'review'>): boolean =>
  TIER[verdict] === 'conflict' && review.status !== 'dismissed';

const findingType = (before: boolean, after: boolean): ChangeType => {
  if (before) return after ? 'conflict.changed' : 'conflict.resolved';
  return after ? 'conflict.opened' : 'finding.updated';
};

/** A finding that was made, or is not what it was. `before`: what it was. */
export function findingChanged(finding: Finding, before: Finding | null): NewChange {
  const { id, topic, verdict, subtype, severity, because, review } = finding;
  const type = findingType(before !== null && isOpen(before), isOpen(finding));
  const { level, score } = severity;
  const data = told({ verdict, subtype, level, score, because, review: review.status });
  return change(type, 'finding', id, before ? 'changed' : 'created', topic, data);
}

export const findingGone = ({ id, topic, verdict, review }: Finding): NewChange => {
  const type = findingType(isOpen({ verdict, review }), false);
  return change(type, 'finding', id, 'deleted', topic, { verdict });
};

export const reviewAdded = ({ id, kind, actor, reason }: Review, topic: string | null): NewChange =>
  change('review.added', 'review', id, 'created', topic, told({ kind, actor, reason }));
