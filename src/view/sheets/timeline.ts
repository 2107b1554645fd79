import type { Timeline, TimelinePoint } from '../../consensus/timeline.ts';
import { joined, sheetOf } from '../sheet.ts';

interface Line {
  timeline: Timeline;
  point: TimelinePoint;
}

/** A figure of one origin at one moment a line. `time` is the end of the moment in which it was current. */
export const timelineSheet = sheetOf<Timeline, Line>(
  {
    time: ({ point }) => point.asOf.to,
    group: ({ timeline }) => timeline.group.id,
    question: ({ timeline }) => timeline.group.question,
    predicate: ({ timeline }) => timeline.group.predicate,
    unit: ({ timeline }) => timeline.group.unit,
    origin: ({ point }) => point.origin,
    outlets: ({ point }) => joined(point.outlets),
    display: ({ point }) => point.display,
    nominal: ({ point }) => point.nominal,
    low: ({ point }) => point.low,
    high: ({ point }) => point.high,
    move: ({ point }) => point.move,
    standing: ({ point }) => point.standing,
    stated: ({ point }) => point.asOf.stated,
    publishedAt: ({ point }) => point.publishedAt,
    claims: ({ point }) => joined(point.claims),
  },
  (timeline) => timeline.points.map((point) => ({ timeline, point })),
);
