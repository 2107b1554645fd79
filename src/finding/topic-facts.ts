import type { Claim } from '../claim/claim.ts';
import type { Cell } from '../group/cells.ts';
import { inOrder } from '../group/group-claims.ts';
import type { Voice } from '../group/voices.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Camp } from './camp.ts';

export type { Cell };

/** Everything that verdicts on a topic look up, made once. */
export interface TopicFacts {
  readonly topic: string;
  readonly vocabulary: Vocabulary;
  readonly cells: readonly Cell[];
  /** Predicates and documents under which a number of at least two digits occurs, where it has several predicates. */
  readonly numbers: ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<string>>>;
  /** Numbers that an article states as a part of another. */
  readonly parts: ReadonlyMap<number, Claim>;
  /** Camps of these very lists of voices, or of one voice: a position meets every other one, and stands for its group. */
  readonly camps: Map<readonly Voice[] | Voice, Camp>;
}

/** What a verdict on two camps looks up. */
export type Rulebook = Pick<TopicFacts, 'topic' | 'vocabulary'>;

export function gatherFacts(
  topic: string,
  cells: readonly Cell[],
  claims: readonly Claim[],
  vocabulary: Vocabulary,
): TopicFacts {
  const ordered = inOrder(claims);
  const parts = new Map<number, Claim>();
  let [isOfOne, text]: [boolean, string | undefined] = [true, undefined];
  for (const claim of ordered) {
    const { nominal } = claim.value;
    if (nominal === null) continue;
    if (claim.partOf !== null && !parts.has(nominal)) parts.set(nominal, claim);
    text ??= claim.predicate.text;
    isOfOne &&= text === claim.predicate.text;
  }
  const numbers = isOfOne ? NO_NUMBERS : sharedNumbers(ordered);
  return { topic, vocabulary, cells, numbers, parts, camps: new Map() };
}

const NO_NUMBERS: TopicFacts['numbers'] = new Map();

/** The numbers that several predicates share, which are few. */
function sharedNumbers(claims: readonly Claim[]): TopicFacts['numbers'] {
  const first = new Map<number, string>();
  const numbers = new Map<number, Map<string, Set<string>>>();
  for (const { value, predicate } of claims) {
    if (value.nominal === null || Math.abs(value.nominal) < 10) continue;
    const known = first.get(value.nominal);
    if (known === undefined) first.set(value.nominal, predicate.text);
    else if (known !== predicate.text) numbers.set(value.nominal, new Map());
  }
  if (numbers.size > 0) fillNumbers(numbers, claims);
  return numbers;
}

/** Where such numbers stand. */
function fillNumbers(numbers: Map<number, Map<string, Set<string>>>, claims: readonly Claim[]): void {
  for (const { value, predicate, documentId } of claims) {
    const predicates = value.nominal === null ? undefined : numbers.get(value.nominal);
    if (!predicates) continue;
    const found = predicates.get(predicate.text);
    if (found) found.add(documentId);
    else predicates.set(predicate.text, new Set([documentId]));
  }
}
