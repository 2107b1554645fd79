import { z } from 'zod';

/** What a number of a predicate counts: inside a window, since a start, at an instant … */
export const PredicateTimeClass = z.enum([
  'flow',
  'cumulative',
  'stock',
  'attribute',
  'event',
  'set',
  'duration',
  'stance',
]);
export type PredicateTimeClass = z.infer<typeof PredicateTimeClass>;

/** The parts of a scope, in the order in which people ask for them. */
export const SCOPE_DIMENSIONS = ['population', 'place', 'cause', 'actor', 'time'] as const;
export type ScopeDimension = (typeof SCOPE_DIMENSIONS)[number];
