import type { Document } from '../../document/document.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import { subjectsBefore } from '../reading/arguments.ts';
import type { Reading } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import type { TriggerHit } from './triggers.ts';

const told = new WeakMap<Document, Map<Predicate, boolean>>();

/**
 * "Lasso leads with 61.6%", "Petro won 50.4%": a share of what the article tells of. One word that means much else ("won",
 * "had") needs somebody with a name before it.
 */
export function isShared(reading: Reading, { first, last, predicate }: TriggerHit): boolean {
  if (!tellsOf(reading.document, predicate)) return false;
  if (isAsked(reading)) return false;
  if (last > first) return true;
  const { first: verb } = verbGroup(reading.tokens, first);
  const subject = subjectsBefore(reading, verb).at(-1);
  if (!subject) return false;
  // "his rival, John Doe, got 48%"
  const [from, to] = [reading.tokens[subject.first]?.start ?? 0, reading.tokens[verb]?.start ?? 0];
  return reading.names.some(({ start, end }) => start >= from && end <= to);
}

/** "according to the poll": what people said that they would do. */
export const isAsked = ({ tokens, words }: Reading): boolean =>
  tokens.some(({ lower }) => words.voice.asking.has(lower));

/** Whether an article has one of the words that a share can be of; looked up once. */
export function tellsOf(document: Document, predicate: Predicate): boolean {
  const known = told.get(document) ?? new Map<Predicate, boolean>();
  told.set(document, known);
  const tells = known.get(predicate) ?? hasWord(withoutMonths(document.text), predicate.shares);
  known.set(predicate, tells);
  return tells;
}

/** How far back in the text the kind of a bare noun is looked for, in characters. */
const BACK = 600;
/** Words before a noun that name no kind of it. */
const NO_KIND = new Set(
  'the of in as and that which overall general core consumer retail high higher lower rising falling soaring annual monthly on by where when while though with for but said their its all these current average stable'.split(
    ' ',
  ),
);

/** Whether the kind of a bare noun that an article names last before a place is another one: "house prices … prices rose". */
export function isOfAnotherKind(document: Document, noun: string, at: number): boolean {
  const before = document.text.slice(Math.max(0, at - BACK), at).toLowerCase();
  let kind = 'the';
  for (const [, word = ''] of before.matchAll(new RegExp(`([a-z]+)\\s+${noun}`, 'g'))) kind = word;
  return !NO_KIND.has(kind);
}

/** "on 8 March" tells of no march. */
const withoutMonths = (text: string): string => text.replace(/\b(?:March|MARCH)\b/g, ' ').toLowerCase();

const hasWord = (text: string, words: readonly string[]): boolean =>
  words.some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (!/[a-z]/.test(text[at - 1] ?? ' ')) return true;
    return false;
  });
