import { slug } from '../identity.ts';
import { singular } from '../sentence/noun-lemma.ts';
import { lexiconOf } from '../vocabulary/lexicon.ts';
import { joinKeys } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { countedTogether, ownKind } from './kind.ts';

/**
 * Whom the words of a ready-made row count: vocabulary nodes or a kind by its own noun; people at large; perhaps people,
 * perhaps somebody else ("Hezbollah" has lost 13, or killed them); or nobody that the words tell.
 */
export type RowPeople =
  | { readonly who: 'kind'; readonly population: string }
  | { readonly who: 'at-large' | 'unclear' | 'nobody'; readonly population: null };

interface Word {
  readonly lower: string;
  readonly lemma: string;
}

export const AT_LARGE: RowPeople = { who: 'at-large', population: null };
const UNCLEAR: RowPeople = { who: 'unclear', population: null };
const NOBODY: RowPeople = { who: 'nobody', population: null };
/** What stands behind these describes whoever is named before: "traders in Aleppo", "children under five". */
const ENDS =
  /^(?:[,;:(]|of|in|at|on|from|near|by|under|over|among|aboard|during|after|who|that|which|whose|with|aged|killed|wounded|injured|hurt|dead|missing)$/;
const JOINS = /^(?:and|or|&|\/|,)$/;
/** Words of a number and articles, which say nothing of the kind. */
const PLAIN =
  /^(?:the|an?|all|some|any|other|more|about|around|at|least|than|over|up|to|nearly|almost|total|number|count|toll|of|group|dead|killed|wounded|injured|missing|reported|confirmed|\p{N}[\p{N}.,]*)$/u;
const MOST_WORDS = 12;

/**
 * Reads whom words count that a stranger wrote into a row: "Traders", "the 13 bus passengers", "Chinese nationals",
 * "women and children", "number of children killed". Number, article and case do not matter.
 */
export function readRowPeople(text: string, vocabulary: Vocabulary): RowPeople {
  const all = wordsOf(text, vocabulary);
  const from = all.findIndex(({ lower }) => !PLAIN.test(lower));
  if (from < 0) return AT_LARGE;
  const words = all.slice(from);
  const parts = joinedIn(words, vocabulary).map((part) => whoOf(part, vocabulary));
  if (parts.some(({ who }) => who === 'at-large')) return AT_LARGE;
  const kinds = parts.flatMap(({ population }) => population ?? []);
  if (kinds.length === 0) return isActor(words, vocabulary) ? UNCLEAR : NOBODY;
  if (kinds.length < parts.length) return UNCLEAR;
  const population = countedTogether(kinds, vocabulary);
  return population === null ? AT_LARGE : { who: 'kind', population };
}

/** A side that is no country, for a country is where it happened. */
function isActor(words: readonly Word[], { actors, places }: Vocabulary): boolean {
  const last = words.length - 1;
  const actor = lexiconOf(actors).find(words, 0, last)[0];
  return actor?.first === 0 && actor.last === last && !places.nodes.has(actor.id);
}

function wordsOf(text: string, { persons, populations }: Vocabulary): Word[] {
  const isNoun = (word: string): boolean => persons.nouns.has(word) || populations.nodes.has(word);
  const found = text.normalize('NFKC').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*|[,;:(/&]/gu) ?? [];
  return found.slice(0, MOST_WORDS).map((word) => {
    const lower = word.toLowerCase();
    return { lower, lemma: singularOf(lower, isNoun) };
  });
}

/** Endings of a plural, each with that of its singular; the ones that leave most come last. */
const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/children$/, 'child'],
  [/people$/, 'person'],
  [/men$/, 'man'],
  [/ies$/, 'y'],
  [/s$/, ''],
  [/es$/, ''],
];

/** A name for people as a key: its last word in the singular. */
export const keyInSingular = (name: string, vocabulary: Vocabulary): string =>
  slug(
    wordsOf(name, vocabulary)
      .map(({ lower, lemma }, i, all) => (i === all.length - 1 ? lemma : lower))
      .join(' '),
  );

/** The singular of a noun; of several that its ending allows the one that names people. */
function singularOf(word: string, isNoun: (word: string) => boolean): string {
  const forms = PLURALS.filter(([ending]) => ending.test(word)).map(([ending, one]) =>
    word.replace(ending, one),
  );
  return forms.find(isNoun) ?? (isNoun(word) ? word : (singular(word) ?? word));
}

/** The phrase that names them, in the parts that are joined in it, without what describes them. */
function joinedIn(words: readonly Word[], { populations }: Vocabulary): Word[][] {
  // "people waiting for aid" is a name of its own.
  const whole = lexiconOf(populations).find(words, 0, words.length - 1)[0];
  if (whole?.first === 0 && whole.last > 0 && whole.last === words.length - 1) return [[...words]];
  const end = words.findIndex(({ lower }, i) => i > 0 && ENDS.test(lower) && !JOINS.test(lower));
  const parts: Word[][] = [[]];
  for (const word of end < 0 ? words : words.slice(0, end)) {
    if (JOINS.test(word.lower)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0);
}

/** Whom one of several joined phrases names. */
function whoOf(words: readonly Word[], vocabulary: Vocabulary): RowPeople {
  const { persons, populations } = vocabulary;
  const nodes = lexiconOf(populations).find(words, 0, words.length - 1);
  const listed = joinKeys(nodes.map(({ id }) => id));
  if (listed !== null) return { who: 'kind', population: listed };
  const { lower = '', lemma = '' } = words.at(-1) ?? {};
  const isPeople =
    [lower, lemma].some((noun) => persons.nouns.has(noun) || persons.atLarge.has(noun)) ||
    persons.endings.some((ending) => lemma.length > ending.length && lemma.endsWith(ending)) ||
    populations.nationIn([lower]) !== null;
  if (!isPeople) return NOBODY;
  const kind = ownKind(
    words.map((word) => ({ lower: word.lower, singular: word.lemma })),
    vocabulary,
  );
  return kind === null ? AT_LARGE : { who: 'kind', population: kind };
}
