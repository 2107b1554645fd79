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
  const groups = [...classesOf(topic, claims, vocabulary, ties)].map(([key, { members, examples }]) =>
    recall(`group ${key}`, members, () => toGroup(topic, key, members, [...examples], vocabulary)),
  );
  return groups.sort((a, b) => byCodePoint(a.id, b.id));
}

/** The claims of one key, and one of each shape among them: what they have in common is what these have. */
interface Class {
  readonly members: Claim[];
  readonly examples: Set<Claim>;
}

function classesOf(
  topic: string,
  claims: readonly Claim[],
  vocabulary: Vocabulary,
  ties: readonly ClaimTie[],
): ReadonlyMap<string, Class> {
  const shapes = new Shapes(topic, vocabulary);
  const read = inOrder(claims).filter((claim) => !isUnread(claim));
  const classes = new Map<string, Class>();
  const add = (key: string, claim: Claim, example: Claim): void => {
    const found = classes.get(key);
    if (!found) classes.set(key, { members: [claim], examples: new Set([example]) });
    else {
      found.members.push(claim);
      found.examples.add(example);
    }
  };
  if (ties.length === 0) {
    for (const claim of read) {
      const { key, example } = shapes.of(claim);
      add(key, claim, example);
    }
  } else {
    const rows = read.map((claim) => ({ claim, ...shapes.of(claim) }));
    for (const { claim, key } of tieKeys(rows, ties)) add(key, claim, claim);
  }
  return classes;
}

function toGroup(
  topic: string,
  key: string,
  members: readonly Claim[],
  examples: readonly Claim[],
  vocabulary: Vocabulary,
): Group {
  const [first] = members;
  if (!first) throw new RangeError('a group has at least one claim');
  const predicate = vocabulary.predicates.get(first.predicate.id ?? '');
  return {
    id: contentId('grp', topic, key),
    topic,
    family: familyOf(topic, first, predicate),
    key,
    question: questionOf(members, predicate, vocabulary),
    subject: firstSubject(examples),
    predicate: first.predicate.id,
    timeClass: first.predicate.timeClass,
    unit: agreedOn(examples, (claim) => claim.value.unit),
    scope: commonScope(members, examples, predicate),
    claims: members.map((claim) => claim.id),
  };
}

const firstSubject = (claims: readonly Claim[]): string => {
  const keys = new Set(claims.map((claim) => claim.subject.key));
  return [...keys].sort(byCodePoint)[0] ?? '';
};
