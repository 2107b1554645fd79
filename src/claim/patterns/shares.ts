import type { Document } from '../../document/document.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import { subjectsBefore } from '../reading/arguments.ts';
import type { Reading } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import type { TriggerHit } from './triggers.ts';

/** What people said that they would do. */
const ASKED = /^(?:poll|survey|surveys|surveyed|respondents|pollster|pollsters)$/;
const told = new WeakMap<Document, Map<Predicate, boolean>>();

/**
 * "Lasso leads with 61.6%", "Petro won 50.4%": a share of what the article tells of. One word that means much else ("won",
 * "had") needs somebody with a name before it.
 */
export function isShared(reading: Reading, { first, last, predicate }: TriggerHit): boolean {
  if (!tellsOf(reading.document, predicate)) return false;
  if (reading.tokens.some(({ lower }) => ASKED.test(lower))) return false;
  if (last > first) return true;
  return subjectsBefore(reading, verbGroup(reading.tokens, first).first).at(-1)?.name != null;
}

/** Whether an article has one of the words that a share can be of; looked up once. */
function tellsOf(document: Document, predicate: Predicate): boolean {
  const known = told.get(document) ?? new Map<Predicate, boolean>();
  told.set(document, known);
  const tells = known.get(predicate) ?? hasWord(document.text.toLowerCase(), predicate.shares);
  known.set(predicate, tells);
  return tells;
}

const hasWord = (text: string, words: readonly string[]): boolean =>
  words.some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (!/[a-z]/.test(text[at - 1] ?? ' ')) return true;
    return false;
  });
