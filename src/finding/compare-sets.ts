import type { Claim } from '../claim/claim.ts';
import { groupBy } from '../group/group-by.ts';
import { distinct } from '../identity.ts';
import type { Camp } from './camp.ts';
import { membersOf } from './camp-side.ts';
import { type Desk, hold } from './desk.ts';
import type { Ruling } from './make-finding.ts';
import { campOf } from './statement-camp.ts';

/** Lists of one document are one list. Every list is held against all that the others name. */
export function compareSets(desk: Desk): Ruling[] {
  const lists = unionPerDocument(desk.cell.claims);
  const distinct = [...groupBy(lists, (list) => `${list.exhaustive}${list.members.join('+')}`).values()];
  if (desk.cell.predicate?.exclusive || lists.some((list) => list.exhaustive)) {
    const most = desk.facts.vocabulary.rules.limits.positions;
    const leading = distinct.slice(0, most);
    leading.forEach((a, i) => {
      for (const b of leading.slice(i + 1)) holdLists(desk, a, b);
    });
    return desk.found;
  }
  const all = new Set(lists.flatMap((list) => list.members)).size;
  const full = lists.filter((list) => list.members.length === all);
  const [widest] = [...lists].sort((a, b) => b.members.length - a.members.length);
  const whole = full.length > 0 ? full : lists.filter((list) => list === widest);
  for (const same of distinct) {
    if ((same[0]?.members.length ?? all) < all && !same.some((list) => whole.includes(list)))
      holdLists(desk, same, whole);
  }
  return desk.found;
}

interface List {
  readonly claims: readonly Claim[];
  readonly members: readonly string[];
  readonly exhaustive: boolean;
}

function unionPerDocument(claims: readonly Claim[]): List[] {
  return [...groupBy(claims, (claim) => claim.documentId).values()].map((own) => ({
    claims: own,
    members: distinct(own.flatMap(membersOf)),
    exhaustive: own.some((claim) => claim.value.exhaustive),
  }));
}

function holdLists(desk: Desk, a: readonly List[], b: readonly List[]): void {
  if (a.length === 0 || b.length === 0) return;
  const camp = (lists: readonly List[]): Camp => {
    const base = campOf(
      desk,
      lists.flatMap((list) => list.claims),
    );
    const members = distinct(lists.flatMap((list) => list.members));
    const words = members.map((key) => textOf(key, base.claims)).join(', ');
    return base.with({ side: { members, words, exhaustive: lists.some((list) => list.exhaustive) } });
  };
  hold(desk, camp(a), camp(b));
}

const textOf = (key: string, claims: readonly Claim[]): string =>
  claims.flatMap((claim) => claim.value.items ?? []).find((item) => item.key === key)?.text ?? key;
