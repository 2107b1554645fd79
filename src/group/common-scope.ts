import type { Claim, Provenance, Scope } from '../claim/claim.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import { dayAfter, dayOf, instantOf } from './calendar.ts';
import { decisiveOf } from './comparability-key.ts';

/** Provenances, the best-founded first. */
const STRENGTH: readonly Provenance[] = ['review', 'explicit', 'inherited', 'default', 'unknown'];

/** What all claims say alike; null when they do not. */
export function agreedOn<T>(claims: readonly Claim[], read: (claim: Claim) => T): T | null {
  const [first] = claims;
  if (!first) return null;
  const value = read(first);
  for (const claim of claims) if (read(claim) !== value) return null;
  return value;
}

/** The instant that all claims give in some words; null when they do not. */
const agreedInstant = (claims: readonly Claim[], read: (claim: Claim) => string | null): number | null => {
  const text = agreedOn(claims, read);
  return text === null ? agreedOn(claims, (claim) => instantOf(read(claim))) : instantOf(text);
};

/**
 * What the claims of a group have in common; a part that they do not share is null.
 *
 *   examples  of the claims: one of each shape, in which all but their words is the same
 *   times     the words of their times, each once
 */
export function commonScope(
  examples: readonly Claim[],
  predicate: Predicate | undefined,
  times: readonly (string | null)[],
): Scope {
  const first = examples[0]?.scope;
  const stock = examples[0]?.predicate.timeClass === 'stock';
  const from = agreedInstant(examples, (claim) => claim.scope.time?.from ?? null);
  const to = agreedInstant(examples, (claim) => claim.scope.time?.to ?? null);
  const hasTime = first?.time && !stock && decisiveOf(predicate).includes('time');
  return {
    population: agreedOn(examples, ({ scope }) => scope.population),
    place: agreedOn(examples, ({ scope }) => scope.place),
    cause: agreedOn(examples, ({ scope }) => scope.cause),
    actor: agreedOn(examples, ({ scope }) => scope.actor),
    time: hasTime
      ? {
          class: agreedOn(examples, (claim) => claim.scope.time?.class ?? null) ?? 'unknown',
          from: from === null ? null : dayOf(from),
          to: to === null ? null : dayAfter(to),
          text: times.length === 1 ? (times[0] ?? null) : null,
          asOf: null,
        }
      : null,
    provenance: strongest(examples),
  };
}

/** The better-founded of two provenances. */
const stronger = (a: Provenance | undefined, b: Provenance | undefined): Provenance | undefined =>
  a === b || b === undefined || (a !== undefined && STRENGTH.indexOf(a) < STRENGTH.indexOf(b)) ? a : b;

/** Of each dimension how well the best-founded claim founds it. */
function strongest(claims: readonly Claim[]): Scope['provenance'] {
  let { population, place, cause, actor, time } = {} as Scope['provenance'];
  for (const { scope } of claims) {
    const { provenance } = scope;
    population = stronger(population, provenance.population);
    place = stronger(place, provenance.place);
    cause = stronger(cause, provenance.cause);
    actor = stronger(actor, provenance.actor);
    time = stronger(time, provenance.time);
  }
  const found: Scope['provenance'] = {};
  if (population) found.population = population;
  if (place) found.place = place;
  if (cause) found.cause = cause;
  if (actor) found.actor = actor;
  if (time) found.time = time;
  return found;
}
