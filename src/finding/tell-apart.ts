import { byCodePoint, contentIdIn, inOrderOf } from '../identity.ts';
import type { Recall } from '../remember.ts';
import { type Finding, retold } from './finding.ts';
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
  const sorted = inOrderOf(eachOnce(found), idOf);
  if (!sorted.some(({ finding }, i) => finding.id === sorted[i - 1]?.finding.id)) return sorted;
  const apart: Told[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (sorted[to]?.finding.id === sorted[from]?.finding.id) to++;
    const alike = sorted.slice(from, to);
    if (alike.length > 1) alike.sort((a, b) => byCodePoint(namesOf(a), namesOf(b)));
    alike.forEach((told, n) => {
      apart.push(n === 0 ? told : { finding: renamed(told.finding, n, recall), ruling: told.ruling });
    });
    from = to;
  }
  return inOrderOf(apart, idOf);
}

const idOf = ({ finding }: Told): string => finding.id;

const namesOf = ({ finding }: Told): string => finding.claims.join(' ');

const renamed = (finding: Finding, n: number, recall: Recall): Finding =>
  recall(`renamed ${finding.id} ${n}`, [finding], () =>
    retold(finding, { id: contentIdIn(finding.topic, 'fnd', finding.id, n) }),
  );

function eachOnce(found: readonly Told[]): Told[] {
  const said = new Said();
  for (const told of found) said.add(told);
  return said.once;
}

/** So many findings that begin with the same claim are looked through; there are few unless somebody means to be slow. */
const MOST = 64;

/** Findings each once, in the order of the first that says the same. */
class Said {
  readonly once: Told[] = [];
  /** The last finding that begins with a claim, and before each the one that begins with the same. */
  private readonly last = new Map<string, number>();
  private readonly before: number[] = [];
  /** All by what they say, from when so many begin with one claim. */
  private crowd: Map<string, number> | null = null;

  add(told: Told): void {
    const first = told.finding.claims[0] ?? '';
    const last = this.last.get(first) ?? -1;
    const same = this.find(told.finding, last);
    if (same >= 0) {
      this.once[same] = told;
      return;
    }
    this.crowd?.set(keyOf(told.finding), this.once.length);
    this.last.set(first, this.once.length);
    this.before.push(last);
    this.once.push(told);
  }

  /** Where one that says the same stands; -1 when none does. */
  private find(finding: Finding, last: number): number {
    let looked = 0;
    for (let at = last; at >= 0; at = this.before[at] ?? -1) {
      if (looked++ === MOST) return this.crowded().get(keyOf(finding)) ?? -1;
      if (saysTheSame(this.once[at]?.finding, finding)) return at;
    }
    return -1;
  }

  private crowded(): ReadonlyMap<string, number> {
    this.crowd ??= new Map(this.once.map(({ finding }, at) => [keyOf(finding), at]));
    return this.crowd;
  }
}

const keyOf = ({ verdict, subtype, groups, claims }: Finding): string =>
  JSON.stringify([verdict, subtype, groups, claims]);

const saysTheSame = (a: Finding | undefined, b: Finding): boolean =>
  a !== undefined &&
  a.claims.length === b.claims.length &&
  a.verdict === b.verdict &&
  a.subtype === b.subtype &&
  areEqual(a.groups, b.groups) &&
  areEqual(a.claims, b.claims);

const areEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);
