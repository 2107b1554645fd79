import { z } from 'zod';
import type { Finding } from '../finding/finding.ts';
import type { Cell } from '../group/cells.ts';
import { groupBy } from '../group/group-by.ts';
import { compareNumbers, type Voice, voicesOf } from '../group/voices.ts';
import { byCodePoint, distinct } from '../identity.ts';
import { afresh } from '../remember.ts';
import { meet } from '../value/compare.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Consensus, Question } from './consensus.ts';
import { type Scale, scaleOf, toShown } from './scale.ts';
import { showVoice } from './wording.ts';

/** How a figure stands to the one before it of the same origin. */
export const Move = z.enum(['first', 'same', 'reworded', 'up', 'down']).meta({
  description:
    'Against the figure before it of the same origin. same: the wordings assert a common value; reworded: both can hold; up, down: they cannot.',
});
export type Move = z.infer<typeof Move>;

const instant = z.iso.datetime();

export const TimelinePoint = z
  .strictObject({
    origin: z.string().min(1),
    outlets: z.array(z.string()),
    claims: z.array(z.string()),
    asOf: z
      .strictObject({
        from: instant,
        to: instant,
        stated: z.boolean().meta({ description: 'False: nothing but the publication tells it.' }),
      })
      .meta({ description: 'When the figure was current: [from, to).' }),
    publishedAt: z.string().meta({ description: 'The first report of it.' }),
    display: z.string().min(1),
    nominal: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable().meta({ description: 'Null: or more.' }),
    move: Move,
    standing: z.enum(['current', 'superseded']).meta({
      description:
        'superseded: its origin gave a newer figure, or at least two others have left it behind; it has no voice in the consensus any more.',
    }),
  })
  .meta({ id: 'TimelinePoint', description: 'One figure of one origin at one moment.' });
export type TimelinePoint = z.infer<typeof TimelinePoint>;

export const Timeline = z
  .strictObject({
    group: Question,
    points: z.array(TimelinePoint).meta({ description: 'Oldest first.' }),
    findings: z.array(z.string()).meta({ description: 'Findings about how the figure moved.' }),
  })
  .meta({ id: 'Timeline', description: 'How the figure of one group moved.' });
export type Timeline = z.infer<typeof Timeline>;

const iso = (instant: number): string => new Date(instant).toISOString();

/** Each voice at each moment. A figure that grows or moves has a moment for every as-of that is given. */
function voicesOverTime(cell: Cell, vocabulary: Vocabulary): Voice[] {
  const { timeClass } = cell.group;
  if (timeClass !== 'cumulative' && timeClass !== 'stock') {
    return [...cell.voices.superseded, ...cell.voices.current];
  }
  const moments = groupBy(cell.statements, ({ asOf }) => `${asOf.to}/${asOf.from}`);
  return [...moments.values()].flatMap((statements) => {
    const { superseded, current } = voicesOf(statements, vocabulary.rules);
    return [...superseded, ...current];
  });
}

const publishedAt = (voice: Voice): string =>
  voice.statements
    .map(({ claim }) => claim.publishedAt)
    .reduce((first, time) => (byCodePoint(time, first) < 0 ? time : first));

const inTime = (a: Voice, b: Voice): number =>
  compareNumbers(a.asOf.to, b.asOf.to) ||
  byCodePoint(publishedAt(a), publishedAt(b)) ||
  byCodePoint(a.origin, b.origin) ||
  compareNumbers(a.halo.low, b.halo.low) ||
  byCodePoint(a.words.claim.id, b.words.claim.id);

function moveOf(voice: Voice, before: Voice | undefined): Move {
  if (!before) return 'first';
  if (meet(voice.core, before.core)) return 'same';
  if (meet(voice.halo, before.halo)) return 'reworded';
  return voice.halo.low > before.halo.high ? 'up' : 'down';
}

function toPoint(voice: Voice, before: Voice | undefined, scale: Scale, current: ReadonlySet<string>) {
  const claims = voice.statements.map((statement) => statement.claim);
  return {
    origin: voice.origin,
    outlets: distinct(claims.map((claim) => claim.outlet)),
    claims: distinct(claims.map((claim) => claim.id)),
    asOf: { from: iso(voice.asOf.from), to: iso(voice.asOf.to), stated: voice.asOf.stated },
    publishedAt: publishedAt(voice),
    display: showVoice(voice, scale),
    nominal: voice.nominal === null ? null : toShown(voice.nominal, scale),
    low: toShown(voice.halo.low, scale),
    high: toShown(voice.halo.high, scale),
    move: moveOf(voice, before),
    standing: claims.some((claim) => current.has(claim.id)) ? ('current' as const) : ('superseded' as const),
  };
}

/** Verdicts that say how a figure moved. */
const MOVING = new Set<Finding['verdict']>(['evolving', 'revised', 'unordered-update']);
const isAboutTime = ({ verdict, subtype, axis }: Finding): boolean =>
  MOVING.has(verdict) || subtype === 'decreasing-toll' || axis === 'time';

/**
 * How each figure moved: of every group with figures from two moments or more, what each origin said and when. In the
 * order of the cells; pure. `recall`: of the run before for this topic.
 */
export function buildTimelines(
  cells: readonly Cell[],
  findings: readonly Finding[],
  consensus: readonly Consensus[],
  vocabulary: Vocabulary,
  recall = afresh,
): Timeline[] {
  const about = new Map<string, string[]>();
  for (const finding of findings.filter(isAboutTime)) {
    for (const group of finding.groups) about.set(group, [...(about.get(group) ?? []), finding.id]);
  }
  const earlier = new Map(consensus.map((row) => [row.group.id, row.earlier]));
  return cells.flatMap((cell) => {
    const named = about.get(cell.group.id) ?? [];
    const gone = (earlier.get(cell.group.id) ?? []).flatMap(({ claims }) => claims);
    return (
      recall(`timeline ${cell.group.id}`, [cell, ...gone, ...named], () =>
        timelineOf(cell, named, new Set(gone), vocabulary),
      ) ?? []
    );
  });
}

/** Null for a figure that was given for one moment only. */
function timelineOf(
  cell: Cell,
  findings: readonly string[],
  overtaken: ReadonlySet<string>,
  vocabulary: Vocabulary,
): Timeline | null {
  const voices = voicesOverTime(cell, vocabulary).sort(inTime);
  if (new Set(voices.map((voice) => voice.asOf.to)).size < 2) return null;
  const scale = scaleOf(cell.statements, vocabulary.rules.durations);
  const current = new Set(
    cell.voices.current.flatMap(({ statements }) =>
      statements.flatMap(({ claim: { id } }) => (overtaken.has(id) ? [] : id)),
    ),
  );
  const last = new Map<string, Voice>();
  const points = voices.map((voice) => {
    const point = toPoint(voice, last.get(voice.origin), scale, current);
    last.set(voice.origin, voice);
    return point;
  });
  const { id, question, subject, predicate, timeClass, unit, scope } = cell.group;
  return {
    group: { id, question, subject, predicate, timeClass, unit, scope },
    points,
    findings: distinct(findings),
  };
}
