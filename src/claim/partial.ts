import type { Draft } from './draft.ts';

/** Whom a part counts that nobody describes: "two people were among the dead". */
const SOMEBODY = 'some-people';

/**
 * The row of some of those to whom something happened: "13 traders were among the wounded". They are never the people
 * at large; of those whom nobody describes there may be more.
 */
export function asPart(draft: Draft): Draft {
  const { scope, value } = draft;
  if (scope.population !== null || !asksForKind(draft)) return { ...draft, partial: true };
  return {
    ...draft,
    value: { ...value, halo: value.halo && { ...value.halo, high: null } },
    scope: {
      ...scope,
      population: SOMEBODY,
      provenance: { ...scope.provenance, population: 'explicit' },
    },
    partial: true,
  };
}

const asksForKind = ({ predicate }: Draft): boolean => predicate?.decisive.includes('population') ?? false;

/** Some of what a predicate counts whose kind neither scope nor family tells: they would pass for all of it. */
export const isOfAnyKind = (draft: Draft): boolean =>
  draft.partial === true &&
  draft.partOf === null &&
  draft.predicate?.family === 'class' &&
  !asksForKind(draft);
