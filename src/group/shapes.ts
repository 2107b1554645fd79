import type { Claim, Scope } from '../claim/claim.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { comparabilityKeyOf, familyOf, isStructured } from './comparability-key.ts';
import { haveOnePlace } from './scope-relation.ts';

/** What all claims that differ in figure, source and words alone have in common. */
export interface Shape {
  readonly family: string;
  readonly key: string;
  /** The first claim of this shape. */
  readonly example: Claim;
}

/** So many shapes of one predicate and day are looked through; they are few unless somebody means to be slow. */
const MOST = 64;

/**
 * The family and the key of claims. A topic asks the same few questions again and again, and two claims are compared
 * many times as fast as a key is written.
 */
export class Shapes {
  private readonly topic: string;
  private readonly vocabulary: Vocabulary;
  private readonly known = new Map<string | null, Map<string, Shape[]>>();
  private last: { readonly day: string | null; readonly text: string; readonly alike: Shape[] } | null = null;

  constructor(topic: string, vocabulary: Vocabulary) {
    this.topic = topic;
    this.vocabulary = vocabulary;
  }

  of(claim: Claim): Shape {
    const alike = this.alike(claim);
    for (const shape of alike) if (areAlike(shape.example, claim)) return shape;
    const predicate = this.vocabulary.predicates.get(claim.predicate.id ?? '');
    const family = familyOf(this.topic, claim, predicate);
    const key = comparabilityKeyOf(this.topic, claim, predicate, family);
    const shape = { family, key, example: claim };
    if (alike.length < MOST) alike.push(shape);
    return shape;
  }

  private alike({ scope, predicate }: Claim): Shape[] {
    const day = scope.time?.from ?? null;
    const { last } = this;
    if (last !== null && last.day === day && last.text === predicate.text) return last.alike;
    const ofDay = this.known.get(day) ?? new Map<string, Shape[]>();
    if (ofDay.size === 0) this.known.set(day, ofDay);
    const alike = ofDay.get(predicate.text) ?? [];
    if (alike.length === 0) ofDay.set(predicate.text, alike);
    this.last = { day, text: predicate.text, alike };
    return alike;
  }
}

/** Whether two claims agree in all that a comparability key is made from. */
const areAlike = (a: Claim, b: Claim): boolean =>
  a.predicate.id === b.predicate.id &&
  a.predicate.text === b.predicate.text &&
  a.predicate.timeClass === b.predicate.timeClass &&
  a.subject.key === b.subject.key &&
  a.value.kind === b.value.kind &&
  a.value.unit === b.value.unit &&
  a.modality === b.modality &&
  isStructured(a) === isStructured(b) &&
  areAddedAlike(a, b) &&
  haveOneScope(a.scope, b.scope);

/** What is added to a count has a key of its own, by its figure and its report where nothing tells its day. */
const areAddedAlike = (a: Claim, b: Claim): boolean =>
  (a.increment ?? false) === (b.increment ?? false) &&
  (!a.increment ||
    (a.value.nominal === b.value.nominal &&
      a.publishedAt === b.publishedAt &&
      a.scope.provenance.time === b.scope.provenance.time));

const haveOneScope = (a: Scope, b: Scope): boolean =>
  haveOnePlace(a, b) &&
  (a.time?.from ?? null) === (b.time?.from ?? null) &&
  (a.time?.to ?? null) === (b.time?.to ?? null) &&
  a.time?.class === b.time?.class;
