import type { Claim } from '../claim/claim.ts';
import { SCOPE_DIMENSIONS, type ScopeDimension } from '../vocabulary/dimensions.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import { dayAfter, dayOf, instantOf } from './calendar.ts';
import { haveOneScope, isMissing, Scoped } from './scope-relation.ts';

const UNKNOWN = '?';
const EVERYTHING = '*';
const guard = (text: string): string =>
  text.includes('%') || text.includes('|')
    ? text.replace(/[%|]/g, (char) => (char === '%' ? '%25' : '%7C'))
    : text;

const USUAL: readonly ScopeDimension[] = ['population', 'place', 'time'];

/** Dimensions that decide for a predicate; of a predicate that nobody described, those that people ask for first. */
export const decisiveOf = (predicate: Predicate | undefined): readonly ScopeDimension[] =>
  predicate?.decisive ?? USUAL;

export const isStructured = (claim: Claim): boolean => claim.extractor.name === 'structured';

export const scopedOf = (claim: Claim): Scoped =>
  new Scoped(claim.scope, claim.predicate.timeClass, isStructured(claim));

/** Whether nothing that a relation depends on tells the scope of a claim from another one. */
export const isScopedSo = (claim: Claim, scoped: Scoped): boolean =>
  claim.predicate.timeClass === scoped.timeClass &&
  isStructured(claim) === scoped.structured &&
  haveOneScope(claim.scope, scoped.scope);

/** What two claims must share to be looked at together at all: topic, subject class, predicate, dimension of the unit. */
export function familyOf(topic: string, claim: Claim, predicate: Predicate | undefined): string {
  const subject =
    predicate?.family === 'class' ? predicate.subjects.join('+') || EVERYTHING : claim.subject.key;
  const name = claim.predicate.id ?? `“${foldWords(claim.predicate.text)}”`;
  return `${guard(topic)}|${guard(subject)}|${guard(name)}|${guard(dimensionOf(claim))}`;
}

const foldWords = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Hours and minutes share a dimension, so do percentages and "25 of 38"; any other unit is its own. */
const dimensionOf = ({ value }: Claim): string =>
  value.kind === 'quantity' ? (value.unit ?? EVERYTHING) : value.kind;

/** What happened or goes on is one class; what is planned, demanded, expected or denied never votes on it. */
export const modalityClassOf = (claim: Claim): string =>
  claim.modality === 'occurred' || claim.modality === 'ongoing' ? 'happened' : claim.modality;

/** How time enters the key: a level is compared at its as-of, a running total by its start. */
function timeKeyOf(claim: Claim, predicate: Predicate | undefined, scoped: Scoped): string {
  const { timeClass } = claim.predicate;
  const how = predicate?.timeKey ?? 'window';
  if (timeClass === 'stock' || how === 'none') return EVERYTHING;
  if (isMissing(scoped, 'time')) return UNKNOWN;
  const from = instantOf(claim.scope.time?.from ?? null);
  const to = instantOf(claim.scope.time?.to ?? null);
  if (timeClass === 'cumulative') return from === null ? UNKNOWN : `since ${dayOf(from)}`;
  if (from === null && to === null) return EVERYTHING;
  if (how === 'day') return from === null ? UNKNOWN : dayOf(from);
  return `${from === null ? '' : dayOf(from)}/${to === null ? '' : dayAfter(to)}`;
}

/** Whether a claim says when what it adds was added. */
export const isDated = (claim: Claim): boolean => {
  const { time, provenance } = claim.scope;
  return (
    time !== null && (provenance.time === 'explicit' || provenance.time === 'review' || isStructured(claim))
  );
};

/**
 * What comes on top of a count answers another question than the count. Where its day is not told, only the same
 * figure, reported the same day, may be the same addition.
 */
function additionOf(claim: Claim): string {
  if (!claim.increment) return '';
  return isDated(claim) ? '|added' : `|added ${claim.value.nominal} ${claim.publishedAt.slice(0, 10)}`;
}

/** Claims with the same key answer the same question. Equality of a key is an equivalence: order cannot matter. */
export function comparabilityKeyOf(
  topic: string,
  claim: Claim,
  predicate: Predicate | undefined,
  family = familyOf(topic, claim, predicate),
): string {
  const decisive = decisiveOf(predicate);
  const scoped = scopedOf(claim);
  let key = family;
  for (const dimension of SCOPE_DIMENSIONS) {
    if (!decisive.includes(dimension)) continue;
    if (dimension === 'time') key += `|${guard(timeKeyOf(claim, predicate, scoped))}`;
    else key += `|${isMissing(scoped, dimension) ? UNKNOWN : guard(claim.scope[dimension] ?? EVERYTHING)}`;
  }
  return `${key}|${claim.predicate.timeClass}|${modalityClassOf(claim)}${additionOf(claim)}`;
}
