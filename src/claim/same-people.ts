import type { Draft } from './draft.ts';
import type { Reading } from './reading/reading.ts';

/** What leads to more of the same people, and how many tokens may stand between it and their figure. */
const GAP: Readonly<Record<string, number>> = { with: 2, including: 10 };

/**
 * "The number of health workers infected rose to 68, with 21 deaths": a noun that is counted behind "with" or "including"
 * and names nobody tells of the people of the figure right before it.
 */
export function ofTheSamePeople(reading: Reading, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const { chunk, subject, scope } = draft;
    if (
      !chunk ||
      !draft.rule.includes('/counted') ||
      subject.key !== 'people' ||
      scope.population !== null ||
      draft.predicate?.unit !== 'person'
    )
      return draft;
    const lead = chunk.first - 1;
    const gap = GAP[reading.tokens[lead]?.lower ?? ''] ?? 0;
    const before = drafts.findLast(
      ({ chunk: other, predicate }) =>
        other !== null && predicate?.unit === 'person' && other.last < lead && lead - other.last <= gap,
    );
    const population = before?.scope.population ?? null;
    if (!before || population === null) return draft;
    const provenance = { ...scope.provenance, population: 'inherited' as const };
    return {
      ...draft,
      subject: before.subject,
      scope: { ...scope, population, provenance },
    };
  });
}
