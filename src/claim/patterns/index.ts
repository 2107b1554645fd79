import { withoutAppositions } from '../reading/apposition.ts';
import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import { active } from './active.ts';
import { added } from './added.ts';
import { among, amongThe } from './among.ts';
import { counted } from './counted.ts';
import { deed } from './deed.ts';
import { doersAfter } from './doers.ts';
import { existential } from './existential.ts';
import { gappedAfter, laterAfter, placedAmong } from './gapped.ts';
import { intransitive } from './intransitive.ts';
import { invertedPassive, invertedState } from './inverted.ts';
import { nominal } from './nominal.ts';
import { numberOfIntransitive, numberOfPassive, numberOfState } from './number-of.ts';
import { ofThe } from './of-the.ts';
import { opponentAfter } from './opponents.ts';
import { passive } from './passive.ts';
import type { Match, Own, Pattern } from './pattern.ts';
import { respectively } from './respectively.ts';
import { rivalsAfter } from './rivals.ts';
import { someOfPassive, someOfState } from './some-of.ts';
import { state } from './state.ts';
import { tabulatedCounted, tabulatedPassive, tabulatedState } from './tabulated.ts';
import type { TriggerHit } from './triggers.ts';
import { isOneOfThose, ofWhole } from './whole-named.ts';

/** Every shape in which a trigger can stand to what it counts. */
const PATTERNS: readonly Pattern[] = [
  among,
  amongThe,
  someOfPassive,
  someOfState,
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
  added,
  deed,
  counted,
  ofThe,
  tabulatedPassive,
  tabulatedState,
  tabulatedCounted,
];

const bySlot = new Map(
  PATTERNS.map(({ slot }) => [slot, PATTERNS.filter((pattern) => pattern.slot === slot)] as const),
);

/** All matches of the triggers of one sentence. */
export function matchPatterns(reading: Reading, hits: readonly TriggerHit[]): Match[] {
  const matches: Match[] = [];
  const apart = respectively(reading, hits);
  for (const hit of hits) {
    const own = apart?.get(hit.last);
    if (own) {
      if (hit.headLemma === null) matches.push(paired(hit, own));
      continue;
    }
    for (const pattern of bySlot.get(hit.slot) ?? []) {
      const match = pattern.find(reading, hit);
      const told = match && withWholes(reading, withGapped(reading, match));
      if (told) matches.push(told);
    }
  }
  return matches;
}

/** The match with all of those whom it only names, where the phrase tells how many of them are meant; null of none. */
function withWholes(reading: Reading, match: Match): Match | null {
  const [first, ...others] = match.counted;
  if (first && others.length === 0 && isOneOfThose(reading, match, first))
    // "None of those who were shot …": they were.
    return first.quantity?.nominal === 0 ? null : { ...match, partial: true };
  const counted = match.counted.map((chunk) => ofWhole(reading, match, chunk));
  return counted.some((chunk, i) => chunk !== match.counted[i]) ? { ...match, counted } : match;
}

const paired = (hit: TriggerHit, figure: Chunk): Match => ({
  hit,
  pattern: 'respectively',
  group: null,
  counted: [figure],
  agent: null,
  certainty: 0.88,
});

/** The match without what only says again who they were, and with the bare numbers that share its verb. */
function withGapped(reading: Reading, match: Match): Match {
  const named = withoutAppositions(reading, match.counted);
  const plain = named === match.counted ? match : { ...match, counted: named };
  const last = named.findLast((chunk) => chunk.quantity);
  if (!last) return plain;
  const end = Math.max(last.last, match.hit.last);
  const others = doersAfter(reading, match, last, end);
  const doers = others.length > 0 ? others : opponentAfter(reading, match, last, end);
  const own = new Map<Chunk, Own>(doers);
  // "won 12 seats and | the Liberals | nine": who is no figure of the first.
  const agents = new Set(doers.map(([, { agent }]) => agent));
  const counted = new Set(named.filter((chunk) => !agents.has(chunk)));
  if (last === [...counted].at(-1)) {
    const further = gappedAfter(reading, end);
    for (const chunk of [...placedAmong(reading, named), ...further]) own.set(chunk, { at: chunk.last + 1 });
    for (const [chunk, rest] of rivalsAfter(reading, last, end)) own.set(chunk, rest);
    for (const chunk of [...further, ...laterAfter(reading, end)]) counted.add(chunk);
  }
  for (const chunk of own.keys()) counted.add(chunk);
  return counted.size === named.length && own.size === 0 ? plain : { ...plain, counted: [...counted], own };
}
