import type { Scope } from '../claim/claim.ts';
import { showTime } from './show-time.ts';

/** One part of a scope in words: { label: 'Where', text: 'Gaza Strip' }. */
export interface ScopePart {
  label: string;
  text: string;
}

const LABELS = ['Who', 'Where', 'How', 'By whom', 'When'] as const;

/** The words of each part in the order of LABELS; null where the article leaves it open. */
function partsOf(scope: Scope, name: (id: string) => string): (string | null)[] {
  const named = (key: string | null): string | null => key?.split('+').map(name).join(' + ') ?? null;
  return [
    named(scope.population),
    named(scope.place),
    named(scope.cause),
    named(scope.actor),
    showTime(scope.time),
  ];
}

/** What a claim is about, part by part, in the order in which people ask. `name` turns an id into words. */
export const showScope = (scope: Scope, name: (id: string) => string): ScopePart[] =>
  partsOf(scope, name).flatMap((text, index) =>
    text === null ? [] : [{ label: LABELS[index] ?? '', text }],
  );

/** What several claims are about: the parts that they share, and for each claim the parts in which it differs. */
export function compareScopes(
  scopes: readonly Scope[],
  name: (id: string) => string,
): { shared: ScopePart[]; own: ScopePart[][] } {
  const rows = scopes.map((scope) => partsOf(scope, name));
  const same = LABELS.map((_, index) => new Set(rows.map((row) => row[index])).size <= 1);
  const pick = (row: readonly (string | null)[] | undefined, wanted: boolean): ScopePart[] =>
    LABELS.flatMap((label, index) => {
      const text = row?.[index] ?? (wanted ? null : 'not said');
      return same[index] === wanted && text !== null ? [{ label, text }] : [];
    });
  return { shared: pick(rows[0], true), own: rows.map((row) => pick(row, false)) };
}
