import type { Claim } from '../claim/claim.ts';
import { byCodePoint, contentId } from '../identity.ts';
import { afresh } from '../remember.ts';
import type { ClaimTie } from '../review/apply-reviews.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { agreedOn, commonScope } from './common-scope.ts';
import { familyOf, isStructured } from './comparability-key.ts';
import type { Group } from './group.ts';
import { questionOf } from './question.ts';
import { Shapes } from './shapes.ts';
import { tieKeys } from './tie-keys.ts';

/** Claims by id, once each, in the order of their ids: the one order in which everything is read. */
export function inOrder(claims: readonly Claim[]): readonly Claim[] {
  if (areInOrder(claims)) return claims;
  const sorted = [...claims].sort((a, b) => byCodePoint(a.id, b.id));
  // The last of several rows with one id stands.
  return sorted.filter(({ id }, i) => id !== sorted[i + 1]?.id);
}

function areInOrder(claims: readonly Claim[]): boolean {
  for (let i = 1; i < claims.length; i++) {
    if ((claims[i - 1]?.id ?? '') >= (claims[i]?.id ?? '')) return false;
  }
  return true;
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
  const shapes = new Shapes(topic, vocabulary);
  const read = inOrder(claims).filter((claim) => !isUnread(claim));
  const byKey = new Map<string, Claim[]>();
  if (ties.length === 0) for (const claim of read) add(byKey, shapes.of(claim).key, claim);
  else {
    const rows = read.map((claim) => ({ claim, ...shapes.of(claim) }));
    for (const { claim, key } of tieKeys(rows, ties)) add(byKey, key, claim);
  }
  const groups = [...byKey].map(([key, members]) =>
    recall(`group ${key}`, members, () => toGroup(topic, key, members, vocabulary)),
  );
  return groups.sort((a, b) => byCodePoint(a.id, b.id));
}

function add(byKey: Map<string, Claim[]>, key: string, claim: Claim): void {
  const found = byKey.get(key);
  if (found) found.push(claim);
  else byKey.set(key, [claim]);
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
    subject: firstSubject(members),
    predicate: first.predicate.id,
    timeClass: first.predicate.timeClass,
    unit: agreedOn(members, (claim) => claim.value.unit),
    scope: commonScope(members, predicate),
    claims: members.map((claim) => claim.id),
  };
}

const firstSubject = (claims: readonly Claim[]): string => {
  const keys = new Set(claims.map((claim) => claim.subject.key));
  return [...keys].sort(byCodePoint)[0] ?? '';
};
