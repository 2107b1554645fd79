import type { Claim, Provenance, Scope } from '../claim/claim.ts';
import { byCodePoint, contentId } from '../identity.ts';
import { afresh } from '../remember.ts';
import type { ClaimTie } from '../review/apply-reviews.ts';
import { SCOPE_DIMENSIONS, type ScopeDimension } from '../vocabulary/dimensions.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { dayAfter, dayOf, instantOf } from './calendar.ts';
import { comparabilityKeyOf, decisiveOf, familyOf, isStructured } from './comparability-key.ts';
import type { Group } from './group.ts';
import { questionOf } from './question.ts';
import { type Keyed, tieKeys } from './tie-keys.ts';

/** Claims by id, once each, in the order of their ids: the one order in which everything is read. */
export function inOrder(claims: readonly Claim[]): readonly Claim[] {
  const isOrdered = claims.every((claim, i) => i === 0 || (claims[i - 1]?.id ?? '') < claim.id);
  if (isOrdered) return claims;
  const unique = new Map(claims.map((claim) => [claim.id, claim]));
  return [...unique.values()].sort((a, b) => byCodePoint(a.id, b.id));
}

/** The best-founded of several provenances. */
const STRENGTH: readonly Provenance[] = ['review', 'explicit', 'inherited', 'default', 'unknown'];

function strongest(claims: readonly Claim[], dimension: ScopeDimension): Provenance | undefined {
  let best = STRENGTH.length;
  for (const claim of claims) {
    const provenance = claim.scope.provenance[dimension];
    if (provenance) best = Math.min(best, STRENGTH.indexOf(provenance));
    if (best === 0) break;
  }
  return STRENGTH[best];
}

/** What all claims say alike; null when they do not. */
function agreedOn<T>(claims: readonly Claim[], read: (claim: Claim) => T): T | null {
  const [first] = claims;
  if (!first) return null;
  const value = read(first);
  return claims.every((claim) => read(claim) === value) ? value : null;
}

/** The instant that all claims give in some words; null when they do not. */
const agreedInstant = (claims: readonly Claim[], read: (claim: Claim) => string | null): number | null => {
  const text = agreedOn(claims, read);
  return text === null ? agreedOn(claims, (claim) => instantOf(read(claim))) : instantOf(text);
};

const PARTS = ['population', 'place', 'cause', 'actor'] as const;

/** What the claims of a group have in common; a part that they do not share is null. */
function commonScope(claims: readonly Claim[], predicate: Predicate | undefined): Scope {
  const first = claims[0]?.scope;
  const parts: Record<(typeof PARTS)[number], string | null> = {
    population: first?.population ?? null,
    place: first?.place ?? null,
    cause: first?.cause ?? null,
    actor: first?.actor ?? null,
  };
  for (const { scope } of claims) {
    for (const part of PARTS) if (scope[part] !== parts[part]) parts[part] = null;
  }
  const stock = claims[0]?.predicate.timeClass === 'stock';
  const from = agreedInstant(claims, (claim) => claim.scope.time?.from ?? null);
  const to = agreedInstant(claims, (claim) => claim.scope.time?.to ?? null);
  const hasTime = first?.time && !stock && decisiveOf(predicate).includes('time');
  const provenance: Scope['provenance'] = {};
  for (const dimension of SCOPE_DIMENSIONS) {
    const found = strongest(claims, dimension);
    if (found) provenance[dimension] = found;
  }
  return {
    ...parts,
    time: hasTime
      ? {
          class: agreedOn(claims, (claim) => claim.scope.time?.class ?? null) ?? 'unknown',
          from: from === null ? null : dayOf(from),
          to: to === null ? null : dayAfter(to),
          text: agreedOn(claims, (claim) => claim.scope.time?.text ?? null),
          asOf: null,
        }
      : null,
    provenance,
  };
}

/** A row of an article that no predicate describes is kept and never compared; one that a user hands in is meant. */
const isUnread = (claim: Claim): boolean => claim.predicate.id === null && !isStructured(claim);

/**
 * Classes of equal comparability key, sorted by id, after what people said of pairs of claims. Pure: any order of the
 * claims gives the same bytes. `recall`: of the run before for this topic.
 */
export function groupClaims(
  topic: string,
  claims: readonly Claim[],
  vocabulary: Vocabulary,
  ties: readonly ClaimTie[] = [],
  recall = afresh,
): Group[] {
  const rows = inOrder(claims).flatMap((claim): Keyed[] => {
    if (isUnread(claim)) return [];
    return [recall(claim, [], () => toKeyed(topic, claim, vocabulary))];
  });
  const byKey = new Map<string, Claim[]>();
  for (const { claim, key } of tieKeys(rows, ties)) {
    const found = byKey.get(key);
    if (found) found.push(claim);
    else byKey.set(key, [claim]);
  }
  const groups = [...byKey].map(([key, members]) =>
    recall(`group ${key}`, members, () => toGroup(topic, key, members, vocabulary)),
  );
  return groups.sort((a, b) => byCodePoint(a.id, b.id));
}

function toKeyed(topic: string, claim: Claim, vocabulary: Vocabulary): Keyed {
  const predicate = vocabulary.predicates.get(claim.predicate.id ?? '');
  const family = familyOf(topic, claim, predicate);
  return { claim, family, key: comparabilityKeyOf(topic, claim, predicate, family) };
}

function toGroup(topic: string, key: string, members: readonly Claim[], vocabulary: Vocabulary): Group {
  const [first] = members;
  if (!first) throw new RangeError('a group has at least one claim');
  const predicate = vocabulary.predicates.get(first.predicate.id ?? '');
  return {
    id: contentId('grp', topic, key),
    topic,
    family: familyOf(topic, first, predicate),
    key,
    question: questionOf(members, predicate, vocabulary),
    subject: members
      .map((claim) => claim.subject.key)
      .reduce((least, other) => (byCodePoint(other, least) < 0 ? other : least)),
    predicate: first.predicate.id,
    timeClass: first.predicate.timeClass,
    unit: agreedOn(members, (claim) => claim.value.unit),
    scope: commonScope(members, predicate),
    claims: members.map((claim) => claim.id),
  };
}
