import { gather } from '../../each-as.ts';
import { KILLED } from '../../vocabulary/predicate.ts';
import type { Person } from './persons.ts';
import { isDone, orderOf, type TollMention } from './toll-mention.ts';

/** How many, and who of the mentions makes them up. */
export interface Count {
  readonly number: number;
  /** Id of the predicate of the figure. */
  readonly of: string | undefined;
  readonly made: readonly TollMention[];
  readonly attackers: number;
  /** So many the words tell apart themselves: "a man … two other men". */
  readonly sure: number;
  /** Nobody says that they lived: "was shot" alone. */
  readonly open: boolean;
}

/** The largest, or 0. */
export const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);

/** Men and women are different people; of several figures for one kind the largest holds. */
function bySex(groups: readonly TollMention[], persons: readonly Person[]): number {
  const of = (sex: 'male' | 'female'): number =>
    Math.max(
      most(groups.filter((group) => group.sex === sex).map((group) => group.count)),
      persons.filter((person) => person.sex === sex).length,
    );
  return of('male') + of('female');
}

/** How many died: a written figure of all of them, else the most that persons and groups allow. */
export function deadOf(persons: readonly Person[], groups: readonly TollMention[]): Count {
  const dead = persons.filter((person) => person.rank === KILLED);
  const attackers = dead.filter((person) => person.attacker).length;
  const counted = groups.filter((group) => group.rank === KILLED);
  const made = [...counted, ...gather(dead, (person) => person.mentions)];
  const whole = counted.filter(isWhole);
  // "The gunman killed three" leaves him out, should he have died too.
  const besides = most(
    counted.filter((group) => group.more).map((group) => group.count + before(group, dead)),
  );
  const sum = (group: TollMention): number =>
    group.count + (group.draft && isDone(group.draft) ? attackers : 0);
  const number =
    whole.length > 0
      ? most(whole.map(sum))
      : most([dead.length, bySex(counted, dead), ...counted.map(sum), besides]);
  const of = made.find((mention) => mention.rank === KILLED)?.of;
  return { number, of, made, attackers, sure: Math.min(besides, number), open: false };
}

/** A written figure of the people at large, of all of them. */
const isWhole = (group: TollMention): boolean =>
  group.draft !== null &&
  group.draft.subject.key === 'people' &&
  (group.draft.quantity !== null || group.draft.chunk === null) &&
  !group.more &&
  group.sex === null;

/** How many of some persons are told of before a group. */
const before = (group: TollMention, persons: readonly Person[]): number =>
  persons.filter(
    ({ mentions }) =>
      mentions.some((mention) => orderOf(mention) < orderOf(group)) &&
      !mentions.some(({ draft }) => draft !== null && draft.partOf === group.draft),
  ).length;

/** How many were hurt and lived: as written, else the persons and groups, or who of the shot is not among the dead. */
export function hurtOf(persons: readonly Person[], groups: readonly TollMention[], dead: Count): Count {
  const hurt = persons.filter((person) => person.rank < KILLED);
  const hit = persons.some((person) => person.rank > 0) || groups.some((group) => group.rank > 0);
  const sure = groups.filter((group) => group.rank === 2);
  const open = groups.filter((group) => group.rank === 1);
  const cared = groups.filter((group) => group.rank === 0);
  const victims = dead.number - dead.attackers;
  // "82 others were injured; 19 of the injured are in critical condition": those counted by a narrower word are no whole.
  const isNarrower = (group: TollMention): boolean =>
    group.draft?.predicate?.id !== group.of && sure.some((other) => other.count > group.count);
  const whole = sure.filter((group) => isWhole(group) && !isNarrower(group));
  const besides = most(sure.filter((group) => group.more).map((group) => group.count + before(group, hurt)));
  const settled = [
    hit ? hurt.length : hurt.filter((person) => person.rank > 0).length,
    bySex(sure, hurt),
    ...sure.map((group) => group.count),
    besides,
  ];
  const left = [
    ...open.map((group) => (group.more ? group.count : group.count - victims)),
    ...(hit && sure.length + open.length === 0 ? cared.map((group) => group.count) : []),
  ];
  const number = whole.length > 0 ? most(whole.map((group) => group.count)) : most([...settled, ...left]);
  const made = [...sure, ...open, ...cared, ...gather(hurt, (person) => person.mentions)];
  return {
    number,
    of: made[0]?.of,
    made,
    attackers: 0,
    sure: Math.min(besides, number),
    open: sure.length + cared.length === 0 && hurt.every((person) => person.rank === 1),
  };
}
