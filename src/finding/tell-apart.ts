import { byCodePoint, contentId } from '../identity.ts';
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
  const byId = new Map<string, Told[]>();
  for (const told of eachOnce(found)) {
    const alike = byId.get(told.finding.id);
    if (alike) alike.push(told);
    else byId.set(told.finding.id, [told]);
  }
  const apart: Told[] = [];
  for (const alike of byId.values()) {
    if (alike.length > 1) alike.sort((a, b) => byCodePoint(namesOf(a), namesOf(b)));
    alike.forEach((told, n) => {
      apart.push(n === 0 ? told : { ...told, finding: renamed(told.finding, n, recall) });
    });
  }
  return apart.sort((a, b) => byCodePoint(a.finding.id, b.finding.id));
}

const namesOf = ({ finding }: Told): string => finding.claims.join(' ');

const renamed = (finding: Finding, n: number, recall: Recall): Finding =>
  recall(`renamed ${finding.id} ${n}`, [finding], () => ({
    ...finding,
    id: contentId('fnd', finding.id, n),
  }));

/** Few findings begin and end with the same claims: all of them are compared only then. */
function eachOnce(found: readonly Told[]): Told[] {
  const alike = new Map<string, Told[]>();
  for (const told of found) {
    const { claims, verdict } = told.finding;
    const key = `${claims[0]} ${claims.at(-1)} ${claims.length} ${verdict}`;
    const others = alike.get(key);
    if (!others) alike.set(key, [told]);
    else {
      const same = others.findIndex((other) => saysTheSame(other.finding, told.finding));
      others.splice(same < 0 ? others.length : same, 1, told);
    }
  }
  return [...alike.values()].flat();
}

const saysTheSame = (a: Finding, b: Finding): boolean =>
  a.subtype === b.subtype && areEqual(a.groups, b.groups) && areEqual(a.claims, b.claims);

const areEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);
