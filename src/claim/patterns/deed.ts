import type { Chunk } from '../reading/chunk.ts';
import { coordinatesAfter } from '../reading/coordination.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import type { Pattern } from './pattern.ts';

/** How far to the left of a deed a word may stand that makes it unreal. */
const REACH = 8;
/** Modals and denials that make it unreal. */
const UNREAL = new Set('would could may might can will should must to no any if'.split(' '));

/** "The murder of two priests", "the arrest of a rebel leader", "Jane Roe's death". */
export const deed: Pattern = {
  id: 'deed',
  slot: 'deed',
  find(reading, hit) {
    if (isUnreal(reading, hit.first)) return null;
    const { tokens, chunkOf } = reading;
    const at = behindDay(reading, hit.last) + 1;
    const of = tokens[at]?.lower === 'of';
    const behind = of ? (chunkOf[at + 1] ?? null) : null;
    const counted = behind
      ? [behind, ...coordinatesAfter(reading, behind)]
      : of
        ? []
        : ownerOf(reading, hit.first);
    return counted.length > 0
      ? { hit, pattern: 'deed', group: null, counted, agent: null, certainty: 0.9 }
      : null;
  },
};

/** "the detention | in July | of 11 civilians": when it was. */
function behindDay({ tokens, times }: Reading, deed: number): number {
  if (!/^(?:in|on)$/.test(tokens[deed + 1]?.lower ?? '')) return deed;
  const from = tokens[deed + 2]?.start;
  const time = times.find((one) => one.start === tokens[deed + 1]?.start || one.start === from);
  return time ? tokenAt(tokens, time.end) - 1 : deed;
}

/** Only planned, feared, looked for or imagined: "a plot for the murder of", "could lead to the arrest of". */
function isUnreal({ tokens, words: { doubt } }: Reading, deed: number): boolean {
  for (let i = deed - 1; i >= 0 && deed - i <= REACH; i -= 1) {
    const token = tokens[i];
    if (!token || /^[,;:.!?()“”"]$/u.test(token.text)) return false;
    // "led to the death of": before a noun the word is no infinitive.
    const infinitive = token.lower !== 'to' || tokens[i + 1]?.pos === 'VERB';
    if (token.lower === 'for' && /^(?:search|look|hunt|call)$/.test(tokens[i - 1]?.lemma ?? '')) return true;
    if (infinitive && [token.lower, token.lemma].some((word) => UNREAL.has(word) || doubt.unreal.has(word)))
      return true;
  }
  return false;
}

/** Whose deed it is said to be in front of it: "the former senator's murder". */
function ownerOf({ tokens, chunkOf, names }: Reading, deed: number): Chunk[] {
  const chunk = chunkOf[deed] ?? null;
  const mark = deed - 1;
  if (!chunk || chunk.quantity || chunk.last !== deed || chunk.first >= mark) return [];
  if (!/^[’']s?$/u.test(tokens[mark]?.lower ?? '')) return [];
  const head = mark - 1;
  const at = tokens[head]?.start ?? 0;
  const name = names.find((one) => one.start <= at && at < one.end) ?? null;
  return [{ ...chunk, last: head, head, name }];
}
