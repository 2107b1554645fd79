import type { Database, Queries } from './database.ts';
import type { ById, Row } from './kept-rows.ts';

/** A transaction on the rows of a topic. */
export interface Work {
  readonly database: Database;
  readonly q: Queries;
  readonly topic: string;
  readonly at: number;
  readonly json: JsonOf;
}

/** What is written of an object. The same claims give the same bytes: no need to sort the keys of a text. */
export type JsonOf = (one: object) => string;

/** Writes each object once: its text is wanted for the digest, and again for the row if that differs. */
export function jsonOnce(): JsonOf {
  const made = new Map<object, string>();
  return (one) => {
    const known = made.get(one);
    if (known !== undefined) return known;
    const json = JSON.stringify(one);
    made.set(one, json);
    return json;
  };
}

/** What differs between the rows that are there and those that are wanted. */
export interface Difference<R extends Row> {
  gone: string[];
  changed: R[];
  /** Of the changed ones, those that were there before. */
  replaced: Set<string>;
}

export function differenceOf<R extends Row>(there: ById<Row>, wanted: ById<R>): Difference<R> {
  const [gone, changed, replaced]: [string[], R[], Set<string>] = [[], [], new Set()];
  for (const id of there.keys()) if (!wanted.has(id)) gone.push(id);
  for (const row of wanted.values()) {
    const kept = there.get(row.id);
    if (kept?.digest === row.digest) continue;
    changed.push(row);
    if (kept) replaced.add(row.id);
  }
  return { gone, changed, replaced };
}
