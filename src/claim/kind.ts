import { slug } from '../identity.ts';
import { jointKind } from '../vocabulary/kinds.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** A word of a phrase that names people, with its singular. */
interface Word {
  readonly lower: string;
  readonly singular: string;
}

/**
 * The kind of people that a noun phrase names though no node of the vocabulary does: "traders" → "trader", "13 Egyptians",
 * "Egyptian nationals" → "egyptian". Null where it means people at large: "victims", "others".
 * @param words without article and number; the last one is the head
 */
export function ownKind(words: readonly Word[], { persons, populations }: Vocabulary): string | null {
  const head = words.at(-1);
  if (head === undefined) return null;
  const anybody = persons.atLarge.has(head.singular) || persons.atLarge.has(head.lower);
  const nation = populations.nationIn(words.map(({ lower }) => lower));
  const isNation = nation !== null && populations.nationIn([head.lower]) === nation;
  if (nation !== null && (anybody || isNation || persons.nationals.has(head.singular))) return nation;
  if (anybody) return null;
  const before = words.slice(0, -1).filter(({ lower }) => !OF_AGE.test(lower));
  return slug([...before.map(({ lower }) => lower), head.singular].join(' ')) || null;
}

/** The key of kinds that one figure counts together; null where they are none, or everybody: "soldiers and civilians". */
export const countedTogether = (kinds: readonly string[], vocabulary: Vocabulary): string | null =>
  areEverybody(kinds, vocabulary) ? null : jointKind(kinds);

/** Whether nobody is left out by kinds of people. */
export const areEverybody = (kinds: readonly string[], { persons }: Vocabulary): boolean =>
  persons.everybody.some((all) => all.every((kind) => kinds.includes(kind)));

/** "31-year-old": no kind of people. */
const OF_AGE = /\d|^(?:years?|months?|old|-|–)$/;
