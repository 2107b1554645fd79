import type { Claim } from '../claim/claim.ts';
import { contentId, inOrderOf } from '../identity.ts';
import { afresh } from '../remember.ts';
import type { ClaimTie } from '../review/apply-reviews.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { agreedOn, commonScope } from './common-scope.ts';
import { familyOf, isStructured } from './comparability-key.ts';
import type { Group } from './group.ts';
import { splitBy } from './names.ts';
import { questionOf } from './question.ts';
import { Shapes } from './shapes.ts';
import { tieKeys } from './tie-keys.ts';

/** Claims by id, once each, in the order of their ids: the one order in which everything is read. */
export function inOrder(claims: readonly Claim[]): readonly Claim[] {
  if (putThere.has(claims) || areInOrder(claims)) return claims;
  const sorted = inOrderOf(claims, ({ id }) => id);
  // The last of several rows with one id stands.
  const once = areInOrder(sorted) ? sorted : sorted.filter(({ id }, i) => id !== sorted[i + 1]?.id);
  putThere.add(once);
  return once;
}

/** Lists that were put in order here, and are handed from step to step: none looks at all claims again to see it. */
const putThere = new WeakSet<readonly Claim[]>();

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
  const groups: Group[] = [];
  for (const [all, members] of classesOf(topic, claims, vocabulary, ties))
    groups.push(recall(`group ${all.key}`, members, () => toGroup(topic, all, members, vocabulary)));
  return inOrderOf(groups, ({ id }) => id);
}

/** What the claims of one key have in common: what one of each shape among them, and their words, have. */
class Class {
  readonly key: string;
  /** Where its claims stand among the lists of all classes. */
  readonly number: number;
  readonly examples: Claim[] = [];
  readonly subjects = new Wordings<string>();
  readonly times = new Wordings<string | null>();
  private known: Set<Claim> | null = null;

  constructor(key: string, number: number) {
    this.key = key;
    this.number = number;
  }

  /** `example`: the first claim of its shape. */
  add(claim: Claim, example: Claim): void {
    const { examples } = this;
    if (example !== examples[examples.length - 1]) this.addExample(example);
    this.subjects.add(claim.subject.text);
    this.times.add(claim.scope.time?.text ?? null);
  }

  private addExample(example: Claim): void {
    const { examples } = this;
    // Nearly every class has one shape.
    if (examples.length > 0) {
      this.known ??= new Set(examples);
      if (this.known.has(example)) return;
      this.known.add(example);
    }
    examples.push(example);
  }
}

/** Texts each once; nearly always all are one. */
class Wordings<T> {
  private readonly found: T[] = [];
  private all: Set<T> | null = null;

  add(text: T): void {
    const { found } = this;
    if (found.length > 0 && text === found[0]) return;
    if (found.length > 0) {
      this.all ??= new Set(found);
      if (this.all.has(text)) return;
      this.all.add(text);
    }
    found.push(text);
  }

  get each(): readonly T[] {
    return this.found;
  }
}

/** Numbers of the lists of claims: of those that are not read, and of the first class. */
const UNREAD = 0;
const FIRST = 1;

/** Classes with their claims, in the order of the first claim of each. */
function classesOf(
  topic: string,
  claims: readonly Claim[],
  vocabulary: Vocabulary,
  ties: readonly ClaimTie[],
): (readonly [Class, readonly Claim[]])[] {
  const ordered = inOrder(claims);
  const shapes = new Shapes(topic, vocabulary);
  const keys = ties.length === 0 ? null : keysAfter(ordered, shapes, ties);
  const classes = new Map<string, Class>();
  const numberOf = (claim: Claim): number => {
    if (isUnread(claim)) return UNREAD;
    const shape = shapes.of(claim);
    const key = keys?.get(claim.id) ?? shape.key;
    let found = classes.get(key);
    if (found === undefined) {
      found = new Class(key, FIRST + classes.size);
      classes.set(key, found);
    }
    found.add(claim, keys ? claim : shape.example);
    return found.number;
  };
  const lists = splitBy(ordered, numberOf);
  return [...classes.values()].map((one) => [one, lists[one.number] ?? []] as const);
}

/** The keys of claims after what people said of pairs of them. */
function keysAfter(
  ordered: readonly Claim[],
  shapes: Shapes,
  ties: readonly ClaimTie[],
): ReadonlyMap<string, string> {
  const rows = ordered.filter((claim) => !isUnread(claim)).map((claim) => ({ claim, ...shapes.of(claim) }));
  return new Map(tieKeys(rows, ties).map(({ claim, key }) => [claim.id, key]));
}

function toGroup(
  topic: string,
  { key, examples, subjects, times }: Class,
  members: readonly Claim[],
  vocabulary: Vocabulary,
): Group {
  const [first] = members;
  if (!first) throw new RangeError('a group has at least one claim');
  const predicate = vocabulary.predicates.get(first.predicate.id ?? '');
  const claims: string[] = new Array(members.length);
  for (let i = 0; i < members.length; i++) claims[i] = members[i]?.id ?? '';
  return {
    id: contentId('grp', topic, key),
    topic,
    family: familyOf(topic, first, predicate),
    key,
    question: questionOf(examples, predicate, vocabulary, subjects.each),
    subject: firstSubject(examples),
    predicate: first.predicate.id,
    timeClass: first.predicate.timeClass,
    unit: agreedOn(examples, (claim) => claim.value.unit),
    scope: commonScope(examples, predicate, times.each),
    claims,
  };
}

const firstSubject = (claims: readonly Claim[]): string => {
  let least = claims[0]?.subject.key ?? '';
  for (const { subject } of claims) if (subject.key < least) least = subject.key;
  return least;
};
