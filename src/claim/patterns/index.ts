import { withoutAppositions } from '../reading/apposition.ts';
import type { Reading } from '../reading/reading.ts';
import { active } from './active.ts';
import { among, amongThe } from './among.ts';
import { counted } from './counted.ts';
import { deed } from './deed.ts';
import { existential } from './existential.ts';
import { gappedAfter, laterAfter, placedAmong } from './gapped.ts';
import { intransitive } from './intransitive.ts';
import { invertedPassive, invertedState } from './inverted.ts';
import { nominal } from './nominal.ts';
import { numberOfIntransitive, numberOfPassive, numberOfState } from './number-of.ts';
import { ofThe } from './of-the.ts';
import { passive } from './passive.ts';
import type { Match, Pattern } from './pattern.ts';
import { state } from './state.ts';
import type { TriggerHit } from './triggers.ts';

/** Every shape in which a trigger can stand to what it counts. */
const PATTERNS: readonly Pattern[] = [
  among,
  amongThe,
  active,
  passive,
  numberOfPassive,
  invertedPassive,
  intransitive,
  numberOfIntransitive,
  state,
  existential,
  numberOfState,
  invertedState,
  nominal,
  deed,
  counted,
  ofThe,
];

const bySlot = new Map(
  PATTERNS.map(({ slot }) => [slot, PATTERNS.filter((pattern) => pattern.slot === slot)] as const),
);

/** All matches of the triggers of one sentence. */
export function matchPatterns(reading: Reading, hits: readonly TriggerHit[]): Match[] {
  const matches: Match[] = [];
  for (const hit of hits) {
    for (const pattern of bySlot.get(hit.slot) ?? []) {
      const match = pattern.find(reading, hit);
      if (match) matches.push(withGapped(reading, match));
    }
  }
  return matches;
}

/** The match without what only says again who they were, and with the numbers of further places behind it. */
function withGapped(reading: Reading, match: Match): Match {
  const named = withoutAppositions(reading, match.counted);
  const own = named === match.counted ? match : { ...match, counted: named };
  const last = named.at(-1);
  if (!last?.quantity) return own;
  const end = Math.max(last.last, match.hit.last);
  const further = gappedAfter(reading, end);
  const placed = [...placedAmong(reading, named), ...further];
  const counted = [...named, ...further, ...laterAfter(reading, end)];
  if (counted.length === named.length) return placed.length === 0 ? own : { ...own, placed };
  return { ...own, counted, placed };
}
