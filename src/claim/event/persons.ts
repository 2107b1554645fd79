import { KILLED } from '../../vocabulary/predicate.ts';
import type { TollMention } from './toll-mention.ts';

/** One person of an event, and what became of him or her. */
export interface Person {
  name: TollMention['name'];
  age: number | null;
  sex: TollMention['sex'];
  attacker: boolean;
  rank: number;
  readonly mentions: TollMention[];
}

/** How many persons of one event are told apart; keeps a hostile text linear. */
const MOST = 40;
const HURT = 2;

/**
 * The fewest persons that the mentions of one event allow: two are told apart only by what cannot be true of one
 * (name, age, sex), or by words that say so ("another man"). In text order; groups are left out.
 */
export function distinctPersons(mentions: readonly TollMention[]): Person[] {
  const persons: Person[] = [];
  for (const mention of mentions) {
    if (mention.kind === 'group') continue;
    const known = personOf(mention, persons);
    if (known) learn(known, mention);
    else if (persons.length < MOST && opens(mention)) persons.push(fresh(mention));
  }
  return persons;
}

/** A pronoun that can stand for nobody told of speaks of somebody else, should it have happened. */
const opens = (mention: TollMention): boolean =>
  mention.kind !== 'pronoun' || mention.draft !== null || (mention.attacker && mention.rank === KILLED);

const fresh = (mention: TollMention): Person => ({
  name: mention.name,
  age: mention.age,
  sex: mention.sex,
  attacker: mention.attacker,
  rank: mention.rank,
  mentions: [mention],
});

function learn(person: Person, mention: TollMention): void {
  person.name ??= mention.name;
  person.age ??= mention.age;
  person.sex ??= mention.sex;
  person.attacker ||= mention.attacker;
  person.rank = Math.max(person.rank, mention.rank);
  // What a pronoun says of somebody is no figure of its own.
  person.mentions.push(mention.kind === 'pronoun' ? { ...mention, draft: null } : mention);
}

function personOf(mention: TollMention, persons: readonly Person[]): Person | undefined {
  const possible = persons.filter((person) => canBe(person, mention));
  const certain = possible.find((person) => isSurely(person, mention));
  if (certain) return certain;
  if (mention.attacker) {
    const known = possible.findLast((person) => person.attacker);
    if (known || mention.kind !== 'indefinite') return known;
  }
  if (mention.kind === 'pronoun') return possible.at(-1);
  if (mention.more) return undefined;
  if (mention.kind === 'definite')
    return possible.findLast((person) => suits(person, mention) || person.rank < KILLED);
  const apart = possible.filter((person) => suits(person, mention) && !isBeside(person, mention));
  return apart.find((person) => person.rank === mention.rank) ?? apart[0];
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s.’']+/u)
    .filter((word) => word.length > 1);

/** "John Doe" and "Doe" are one; "John Doe" and "Jane Doe" are two. */
export function sameName(a: NonNullable<TollMention['name']>, b: NonNullable<TollMention['name']>): boolean {
  if (a.key === b.key) return true;
  const [one, other] = [wordsOf(a.text), wordsOf(b.text)];
  const ends = one.length > 1 && one[0] === other[0] && one.at(-1) === other.at(-1);
  if (ends) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((word) => long.includes(word));
}

function canBe(person: Person, mention: TollMention): boolean {
  if (person.name && mention.name) return sameName(person.name, mention.name);
  if (person.age !== null && mention.age !== null && person.age !== mention.age) return false;
  if (person.sex !== null && mention.sex !== null && person.sex !== mention.sex) return false;
  return true;
}

const isSurely = (person: Person, mention: TollMention): boolean =>
  (person.name !== null && mention.name !== null) || (person.age !== null && person.age === mention.age);

/** Whoever is dead is not hurt too, nor the other way round, unless the words point back to him. */
const suits = (person: Person, mention: TollMention): boolean =>
  !(mention.rank === HURT && person.rank === KILLED) && !(mention.rank === KILLED && person.rank === HURT);

/** Two phrases of one sentence that count people are two people. */
const isBeside = (person: Person, mention: TollMention): boolean =>
  person.mentions.some((other) => other.reading === mention.reading && other.at !== mention.at);
