import type { Match } from '../patterns/pattern.ts';
import type { Reading } from '../reading/reading.ts';
import type { readScope } from './scope.ts';

type Told = ReturnType<typeof readScope>;

/** How far before the noun that is lifted its verb may stand. */
const NEAR = 6;
const LIFTING = /^(?:bringing|raising|taking|pushing|lifting)$/;

/**
 * "Three were convicted on Thursday, | bringing the number of those found guilty to seven": the level counts all until
 * then, and not those of the day.
 */
export function upToThen(told: Told, { hit, pattern }: Match, { tokens }: Reading): Told {
  const { time } = told.scope;
  if (pattern !== 'number-of' || told.timeClass !== 'flow' || time?.class !== 'window') return told;
  const before = tokens.slice(Math.max(0, hit.first - NEAR), hit.first);
  if (!before.some(({ lower }) => LIFTING.test(lower))) return told;
  const asOf = time.from && time.to ? { from: time.from, to: time.to } : time.asOf;
  return {
    ...told,
    timeClass: 'cumulative',
    scope: { ...told.scope, time: { ...time, class: 'cumulative', from: null, asOf } },
  };
}
