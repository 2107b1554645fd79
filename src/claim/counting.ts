import { onceEach } from '../remember.ts';
import { ByForm } from '../sentence/by-form.ts';
import { isWord, underForms } from '../sentence/forms.ts';
import type { Token } from '../sentence/sentence.ts';
import type { CountingPhrase, Cues } from '../vocabulary/cues.ts';
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
    for (const { of } of standing(tokens, cues)) {
      if (of.length === 0) people = true;
      for (const id of of) named.add(id);
    }
  }
  return (predicate) =>
    predicate !== null && (named.has(predicate.id) || (people && predicate.unit === 'person'));
}

const phrasesOf = onceEach(({ counting }: Cues) => new ByForm((word) => underForms(word, counting)));

/** The phrases that stand in a sentence; most have none. */
function standing(tokens: readonly Token[], cues: Cues): CountingPhrase[] {
  const phrases = phrasesOf(cues);
  const found: CountingPhrase[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    for (const phrase of token ? phrases.of(token) : []) if (follows(tokens, i, phrase)) found.push(phrase);
  }
  return found;
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
