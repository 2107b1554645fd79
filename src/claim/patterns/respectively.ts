import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import type { TriggerHit } from './triggers.ts';

const WORD = /respectively/iu;

/**
 * "The number of cases and deaths rose to 17,824 and 595 respectively": the figure of each of the two words that are
 * joined, by where the word ends. Null where a sentence tells of no such pair.
 */
export function respectively(
  { tokens, chunkOf, document, sentence }: Reading,
  hits: readonly TriggerHit[],
): ReadonlyMap<number, Chunk> | null {
  // Asked of every sentence: its text is searched sooner than its tokens.
  if (hits.length < 2 || !WORD.test(document.text.slice(sentence.start, sentence.end))) return null;
  const mark = tokens.findIndex(({ lower }) => lower === 'respectively');
  if (mark < 0) return null;
  const end = tokens[mark - 1]?.text === ',' ? mark - 2 : mark - 1;
  const second = chunkOf[end] ?? null;
  const first = second && tokens[second.first - 1]?.lower === 'and' ? chunkOf[second.first - 2] : null;
  if (!second?.quantity || !first?.quantity) return null;
  for (let and = first.first - 1; and > 0; and -= 1) {
    if (tokens[and]?.lower !== 'and') continue;
    const [one, other] = [
      hits.find((hit) => hit.last === and - 1),
      hits.find((hit) => hit.first === and + 1 && hit.last < first.first),
    ];
    if (one && other)
      return new Map([
        [one.last, first],
        [other.last, second],
      ]);
  }
  return null;
}
