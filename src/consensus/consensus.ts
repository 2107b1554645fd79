/**
 * Consensus: what a group says.
 *
 *   takes  a Group and its Claims
 *   gives  positions, the figure that origins agree on or an abstention, and the range that all allow
 *   never  counts an outlet that only relays, or averages figures
 */
import { z } from 'zod';
import { Group } from '../group/group.ts';

export const Position = z
  .strictObject({
    display: z.string().min(1),
    nominal: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    origins: z.array(z.string()),
    outlets: z.array(z.string()),
    claims: z.array(z.string()),
  })
  .meta({ id: 'Position', description: 'Statements of a group that can all hold together.' });
export type Position = z.infer<typeof Position>;

export const ConsensusStatus = z.enum([
  'agreed',
  'consistent',
  'majority',
  'plurality',
  'disputed',
  'single-origin',
]);
export type ConsensusStatus = z.infer<typeof ConsensusStatus>;

export const Grade = z.enum(['corroborated', 'single-origin', 'party-claim', 'contested', 'withdrawn']);
export type Grade = z.infer<typeof Grade>;

const count = z.int().nonnegative();
export const Support = z
  .strictObject({
    asserted: z.number().nonnegative().meta({ description: 'Origins whose wording asserts the best value.' }),
    consistent: z
      .number()
      .nonnegative()
      .meta({ description: 'Origins whose wording allows the best value.' }),
    originsMax: count.meta({
      description: 'At most so many independent origins: hidden copying cannot be excluded.',
    }),
    owners: count.meta({
      description: 'Owners of these outlets; an outlet without a known owner is its own.',
    }),
    outlets: count,
    documents: count,
  })
  .meta({ id: 'Support', description: 'Who stands behind the figure of a group.' });
export type Support = z.infer<typeof Support>;

export const OriginBasis = z.enum(['source', 'text', 'outlet', 'anonymous']).meta({
  description:
    'Why its statements count as one: a source that is named; one text that several outlets print; an outlet in its own voice; unnamed sources of one outlet.',
});
export const OriginFlag = z.enum(['circular', 'no-primary-source']).meta({
  description:
    'circular: outlets that cite each other, and none says where it knows it from. no-primary-source: an outlet that is cited and does not say it itself in this topic.',
});

export const Origin = z
  .strictObject({
    id: z.string().min(1),
    basis: OriginBasis,
    flags: z.array(OriginFlag),
    speakers: z.array(z.string()).optional().meta({
      description:
        'Named sources that count as this one voice, sorted: those who speak for one office (“police”, “gary-police-department”). Left out where the voice is named by one name alone.',
    }),
    outlets: z.array(z.string()).meta({ description: 'Outlets that carry it, sorted.' }),
    documents: z.array(z.string()).meta({ description: 'Documents that carry it, sorted.' }),
  })
  .meta({ id: 'Origin', description: 'One independent voice of a group, and who carries it.' });
export type Origin = z.infer<typeof Origin>;

export const SetMember = z.strictObject({
  key: z.string(),
  text: z.string(),
  outlets: z.array(z.string()),
  leftOutBy: z.array(z.string()),
});
export type SetMember = z.infer<typeof SetMember>;

/** A group without its claims: what is asked, of whom, where and when. */
export const Question = Group.pick({
  id: true,
  question: true,
  subject: true,
  predicate: true,
  timeClass: true,
  unit: true,
  scope: true,
}).meta({ id: 'Question', description: 'What the claims of a group answer.' });
export type Question = z.infer<typeof Question>;

export const Consensus = z
  .strictObject({
    group: Question,
    status: ConsensusStatus,
    best: z
      .union([z.number(), z.string(), z.array(z.string())])
      .nullable()
      .meta({ description: 'Number, ISO date, list or text, as the kind of value; null when disputed.' }),
    low: z.number().nullable().meta({
      description:
        'Smallest value that any statement allows. An estimate that no sharper figure bears out allows what may be meant: “about 250” a tenth either way, “400” all that rounds to it.',
    }),
    high: z
      .number()
      .nullable()
      .meta({ description: 'Largest value that any statement allows, likewise; null: or more.' }),
    floor: z
      .number()
      .nullable()
      .meta({ description: 'The second largest floor: at least two origins go this far.' }),
    conservative: z
      .number()
      .nullable()
      .meta({ description: 'The figure to use when in doubt: the least that anybody’s own words allow.' }),
    display: z.string().min(1),
    support: Support,
    grade: Grade,
    positions: z.array(Position),
    earlier: z.array(Position).default([]).meta({
      description:
        'Figures of a count that went on, which at least two origins have since left behind together; they no longer count.',
    }),
    withdrawn: z.array(Position).default([]).meta({
      description: 'Figures that their own origins have taken back or replaced; they no longer count.',
    }),
    weights: z.record(z.string(), z.number()).default({}).meta({
      description: 'Origins of this group that the operator lets count for less than a whole voice.',
    }),
    origins: z
      .array(Origin)
      .meta({ description: 'Sorted by id; those of `support.originsMax` and older ones.' }),
    members: z.array(SetMember).nullable().meta({ description: 'For sets: who names each member.' }),
    asOf: z.string().nullable().meta({ description: 'Day of the newest figure: ISO date.' }),
    findings: z.array(z.string()),
  })
  .meta({ id: 'Consensus', description: 'What a group says.' });
export type Consensus = z.infer<typeof Consensus>;

/** What a group says and said: what stands, what a growing figure left behind, what was taken back. */
export const everyPosition = ({
  positions,
  earlier = [], // a view that an older version of the program kept has none
  withdrawn,
}: Pick<Consensus, 'positions' | 'withdrawn'> & { earlier?: readonly Position[] }): Position[] => [
  ...positions,
  ...earlier,
  ...withdrawn,
];
