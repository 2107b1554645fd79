/**
 * Change: one thing that came, became another or went.
 *
 *   takes  what was there and what is there now
 *   gives  one row for each thing that differs, small enough to be sent to anybody who listens
 *   never  carries the thing itself: its id leads there
 */
import { z } from 'zod';

/** What happened. The list is closed: whoever handles all of these misses nothing. */
export const ChangeType = z.enum([
  'document.added',
  'document.removed',
  'claim.ingested',
  'claim.withdrawn',
  'topic.created',
  'topic.changed',
  'topic.moved',
  'group.updated',
  'consensus.changed',
  'conflict.opened',
  'conflict.changed',
  'conflict.resolved',
  'finding.updated',
  'review.added',
]);
export type ChangeType = z.infer<typeof ChangeType>;

export const Action = z.enum(['created', 'changed', 'deleted']);
export type Action = z.infer<typeof Action>;

export const Entity = z.enum(['document', 'claim', 'topic', 'group', 'consensus', 'finding', 'review']);
export type Entity = z.infer<typeof Entity>;

const Detail = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const Change = z
  .strictObject({
    cursor: z.string().meta({
      description:
        'Its place in the one sequence of all changes; opaque. Hand it back as ?since= or Last-Event-ID.',
    }),
    type: ChangeType,
    entity: Entity.meta({ description: 'Of what kind the thing is.' }),
    id: z.string().meta({ description: 'Id of the thing; that of a consensus is the id of its group.' }),
    action: Action.meta({
      description: 'What became of the thing. deleted: a tombstone; it is no longer to be found.',
    }),
    topic: z
      .string()
      .nullable()
      .meta({ description: 'The topic in which it happened; null while none was found.' }),
    at: z.string().meta({ description: 'When: RFC 3339, UTC.' }),
    data: z
      .record(z.string(), Detail)
      .nullable()
      .meta({ description: 'A few words about it. May grow; the thing itself says all.' }),
  })
  .meta({ id: 'Change', description: 'One thing that came, became another or went.' });
export type Change = z.infer<typeof Change>;

/** A change that has no place in the sequence yet. */
export type NewChange = Omit<Change, 'cursor' | 'at'>;
