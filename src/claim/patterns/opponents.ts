import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import { type Item, isItem, isToldOfDoer, itemAt, sharedBy } from './doers.ts';
import type { Match, Own } from './pattern.ts';

/** How far behind a figure the rival may stand that has one too. */
const RIVAL = 22;
/** The longest aside about him. */
const ASIDE = 12;
const AGAINST = /^(?:against|to|versus|vs|with|than)$/;

/**
 * "52% of the vote | against 48% for Doe", "to the 10 million cast for Doe", "to Doe’s 48%", "…, officials said, with Doe,
 * backed by the Greens, on 48%", "ahead of Doe on 41%": who stood against them.
 */
export function opponentAfter(reading: Reading, match: Match, last: Chunk, end: number): [Chunk, Own][] {
  if (!isToldOfDoer(match)) return [];
  const { tokens } = reading;
  for (let i = end + 1; i < tokens.length && i - end <= RIVAL; i += 1) {
    if (/^[;:.!?]$/.test(tokens[i]?.text ?? '')) return [];
    const next = opposed(reading, i);
    const item = next && opponentAt(reading, match, last, next);
    if (item?.agent.name && isItem(reading, match, last, item.agent, item.chunk))
      return [[item.chunk, sharedBy(item, null)]];
  }
  return [];
}

/** The phrase behind a word that sets somebody against somebody. */
function opposed({ tokens, chunkOf }: Reading, i: number): Chunk | null {
  const word = tokens[i]?.lower ?? '';
  if (word === 'ahead' && tokens[i + 1]?.lower === 'of') return chunkOf[i + 2] ?? null;
  return AGAINST.test(word) ? (chunkOf[i + 1] ?? null) : null;
}

const opponentAt = (reading: Reading, match: Match, last: Chunk, next: Chunk): Item | null =>
  next.quantity
    ? givenTo(reading, next)
    : (ownedBy(reading, next) ?? itemAt(reading, match, last, next.first) ?? besideOf(reading, next));

/** "48% | for | Doe", "the 10 million | cast for | Doe". */
function givenTo({ tokens, chunkOf }: Reading, chunk: Chunk): Item | null {
  const cast = tokens[chunk.last + 1]?.lower === 'cast' ? 1 : 0;
  const agent = tokens[chunk.last + 1 + cast]?.lower === 'for' ? chunkOf[chunk.last + 2 + cast] : null;
  return agent ? { agent, chunk } : null;
}

/** "Doe | ’s | 48%". */
function ownedBy({ tokens, chunkOf }: Reading, agent: Chunk): Item | null {
  const owner = /^[’']s?$/.test(tokens[agent.last + 1]?.lower ?? '');
  const chunk = owner ? chunkOf[agent.last + 2] : null;
  return chunk ? { agent, chunk } : null;
}

/** "Doe|, backed by the Greens, | on 48%". */
function besideOf({ tokens, chunkOf }: Reading, agent: Chunk): Item | null {
  if (tokens[agent.last + 1]?.text !== ',') return null;
  for (let i = agent.last + 2; i < tokens.length && i - agent.last <= ASIDE; i += 1) {
    if (tokens[i]?.text !== ',') continue;
    const chunk = /^(?:on|with|at)$/.test(tokens[i + 1]?.lower ?? '') ? chunkOf[i + 2] : null;
    return chunk ? { agent, chunk } : null;
  }
  return null;
}
