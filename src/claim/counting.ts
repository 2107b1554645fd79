import { isWord, underForms } from '../sentence/forms.ts';
import type { Token } from '../sentence/sentence.ts';
import type { CountingPhrase } from '../vocabulary/cues.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Reading } from './reading/reading.ts';

/**
 * Which counts an article says are still going on: "the toll is expected to rise", "bodies are being pulled from under
 * the rubble". Gives a test for a predicate.
 */
export function countingOn(
  readings: readonly Reading[],
  { cues }: Vocabulary,
): (predicate: Predicate | null) => boolean {
  const named = new Set<string>();
  let people = false;
  for (const { tokens } of readings) {
    tokens.forEach((token, i) => {
      for (const phrase of underForms(token, cues.counting)) {
        if (!follows(tokens, i, phrase)) continue;
        if (phrase.of.length === 0) people = true;
        for (const id of phrase.of) named.add(id);
      }
    });
  }
  return (predicate) =>
    predicate !== null && (named.has(predicate.id) || (people && predicate.unit === 'person'));
}

function follows(tokens: readonly Token[], first: number, { rest }: CountingPhrase): boolean {
  let at = first;
  for (const { word, gap } of rest) {
    const window = tokens.slice(at + 1, at + 2 + gap);
    const found = window.findIndex((token) => isWord(token, word));
    if (found < 0) return false;
    at += found + 1;
  }
  return true;
}
