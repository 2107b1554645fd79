import { byCodePoint, contentIdIn, putInOrder } from '../identity.ts';
import type { Recall } from '../remember.ts';
import type { Finding } from './finding.ts';
import type { Ruling } from './make-finding.ts';

/** A finding, and what it was decided from where two camps were held against each other. */
export interface Told {
  readonly finding: Finding;
  readonly ruling: Ruling | null;
}

/**
 * Findings each once: of those that say the same of the same claims the last one stays, and of those whose sides look
 * alike (two moments, two sources) all but the first get ids of their own. Sorted by id; the order of claims decides
 * which is first, never that of their arrival.
 */
export function tellApart(found: readonly Told[], recall: Recall): Told[] {
  const sorted = putInOrder(eachOnce(found), byId);
  if (!sorted.some(({ finding }, i) => finding.id === sorted[i - 1]?.finding.id)) return sorted;
  const apart: Told[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (sorted[to]?.finding.id === sorted[from]?.finding.id) to++;
    const alike = sorted.slice(from, to);
    if (alike.length > 1) alike.sort((a, b) => byCodePoint(namesOf(a), namesOf(b)));
    alike.forEach((told, n) => {
      apart.push(n === 0 ? told : { ...told, finding: renamed(told.finding, n, recall) });
    });
    from = to;
  }
  return putInOrder(apart, byId);
}

const byId = (a: Told, b: Told): number => byCodePoint(a.finding.id, b.finding.id);

const namesOf = ({ finding }: Told): string => finding.claims.join(' ');

const renamed = (finding: Finding, n: number, recall: Recall): Finding =>
  recall(`renamed ${finding.id} ${n}`, [finding], () => ({
    ...finding,
    id: contentIdIn(finding.topic, 'fnd', finding.id, n),
  }));

/** Few findings begin and end with the same claims: all of them are compared only then. */
function eachOnce(found: readonly Told[]): Told[] {
  const once: Told[] = [];
  const alike = new Map<string, number[]>();
  for (const told of found) {
    const { claims, verdict } = told.finding;
    const key = `${claims[0]} ${claims[claims.length - 1]} ${claims.length} ${verdict}`;
    const others = alike.get(key);
    const same = others?.find((at) => saysTheSame(once[at]?.finding, told.finding));
    if (same !== undefined) {
      once[same] = told;
      continue;
    }
    if (others) others.push(once.length);
    else alike.set(key, [once.length]);
    once.push(told);
  }
  return once;
}

const saysTheSame = (a: Finding | undefined, b: Finding): boolean =>
  a?.subtype === b.subtype && a !== undefined && areEqual(a.groups, b.groups) && areEqual(a.claims, b.claims);

const areEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);
