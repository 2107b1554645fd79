import type { Queries } from './database.ts';
import type { Tables } from './tables.ts';

/**
 * Prepares a set of statements once for each connection. Building a query costs ten times as much as running it; a
 * prepared one belongs to the connection (or, on a pool, to the transaction) that it was made on.
 */
export function perConnection<S>(
  prepare: (q: Queries, tables: Tables) => S,
): (q: Queries, tables: Tables) => S {
  const made = new WeakMap<Queries, S>();
  return (q, tables) => {
    const kept = made.get(q);
    if (kept !== undefined) return kept;
    const statements = prepare(q, tables);
    made.set(q, statements);
    return statements;
  };
}
