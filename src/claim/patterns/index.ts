import { withoutAppositions } from '../reading/apposition.ts';
import type { Reading } from '../reading/reading.ts';
import { active } from './active.ts';
import { among, amongThe } from './among.ts';
import { counted } from './counted.ts';
import { deed } from './deed.ts';
import { intransitive } from './intransitive.ts';
import { nominal } from './nominal.ts';
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
  intransitive,
  state,
  nominal,
  deed,
  counted,
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
      if (!match) continue;
      const counted = withoutAppositions(reading, match.counted);
      matches.push(counted === match.counted ? match : { ...match, counted });
    }
  }
  return matches;
}
