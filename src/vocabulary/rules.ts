import { z } from 'zod';

const share = z.number().min(0).max(1);
const positive = z.number().positive();

/** The stipulated numbers of the reconciler: one versioned file, so that every finding can name what decided it. */
export const Rules = z
  .strictObject({
    version: z.string().min(1),
    independence: z.strictObject({
      document: z.strictObject({ containment: share, shared: z.int().positive() }),
      passage: z.strictObject({ containment: share, shared: z.int().positive() }),
      exactWork: positive,
    }),
    weights: z.record(z.string(), share).default({}).meta({
      description: 'What an origin’s word counts for, 0 to 1; one that is not named counts in full.',
    }),
    topics: z.strictObject({
      threshold: positive,
      windowDays: positive,
      namesAcrossDays: z.int().nonnegative(),
      namesAcrossPlaces: z.int().nonnegative(),
      leastFigure: positive,
      points: z.strictObject({
        name: z.number(),
        mostNames: z.int().nonnegative(),
        speaker: z.number(),
        mostSpeakers: z.int().nonnegative(),
        mainPlace: z.number(),
        place: z.number(),
        day: z.number(),
        otherDay: z.number(),
        act: z.number(),
        figure: z.number(),
        mostFigures: z.int().nonnegative(),
        words: z.number(),
        mostLikeness: share,
      }),
      light: z.array(z.string().min(1)),
    }),
    asOf: z.strictObject({
      defaultHours: positive,
      sameMomentHours: positive,
      freshDays: positive,
      countingDays: positive,
    }),
    quotes: z.strictObject({ shortest: positive, light: z.array(z.string().min(1)) }),
    refines: z.strictObject({ floorGap: z.number().min(1) }),
    severity: z.strictObject({
      high: positive,
      medium: positive,
      provenance: z.strictObject({
        review: share,
        explicit: share,
        inherited: share,
        default: share,
        unknown: share,
      }),
      unordered: share,
      magnitude: z.strictObject({
        polarity: share,
        status: share,
        set: share,
        partExceedsWhole: share,
        quote: share,
        framing: share,
        dateDays: positive,
      }),
    }),
    limits: z.strictObject({
      positions: z.int().min(2),
      statements: z.int().min(2),
      groups: z.int().min(2),
      named: z.int().min(2),
    }),
    durations: z
      .record(z.string(), positive)
      .meta({ description: 'Seconds in a unit of duration, so that hours can be compared with minutes.' }),
  })
  .meta({ id: 'Rules' });
export type Rules = z.infer<typeof Rules>;
