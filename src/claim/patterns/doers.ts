import type { PlaceMention } from '../../mention/mention.ts';
import { subjectsBefore } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import { isTime } from '../reading/coordination.ts';
import { headLemma, type Reading } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import type { Match, Own } from './pattern.ts';

const MOST = 12;
/** How far behind a figure the next one may begin that shares its verb. */
const REACH = 8;
const JOINER = /^(?:,|;|and|while|but|with)$/;
const BREAK = /^[:.!?()—–]$/u;

/**
 * "The Greens won 12 seats | and the Liberals nine", "Kenya recorded 148 deaths | and Uganda 120": bare numbers right
 * behind whoever else did it. Read where it matters who did: votes, seats, places that report their own.
 */
export function doersAfter(reading: Reading, match: Match, last: Chunk, end: number): [Chunk, Own][] {
  const told = isToldOfDoer(match);
  const first = told ? null : reporter(reading, match);
  if (!told && !first) return [];
  const found: [Chunk, Own][] = [];
  for (let i: number | null = end; i !== null && found.length < MOST; ) {
    const item = itemAt(reading, match, last, nextItem(reading, i));
    const place = item && !told ? placeOf(reading, item.agent) : null;
    if (item && (told || place)) found.push([item.chunk, sharedBy(item, place)]);
    i = item && (told || place) ? item.chunk.last : null;
  }
  // Beside another place the first one counts its own too.
  if (first && found.length > 0) found.unshift([last, { at: match.hit.first, place: first }]);
  return found;
}

/** Whether it matters who did it, and the sentence says so. */
export const isToldOfDoer = ({ hit, agent }: Match): boolean =>
  hit.predicate.family === 'doer' && agent !== null;

/** What the number of somebody else has for itself. */
export const sharedBy = ({ agent, chunk }: Item, place: PlaceMention | null): Own => ({
  at: chunk.first,
  agent,
  ...(place ? { place } : {}),
});

/** The place that reports what is counted, or has lost it: "Kenya recorded 148 deaths". */
function reporter(reading: Reading, { counted }: Match): PlaceMention | null {
  const verb = (counted[0]?.first ?? 0) - 1;
  const lemma = reading.tokens[verb]?.lemma ?? '';
  if (!reading.words.scene.registering.has(lemma) && lemma !== 'lose') return null;
  const subject = subjectsBefore(reading, verbGroup(reading.tokens, verb).first).at(-1);
  return subject ? placeOf(reading, subject) : null;
}

/** Where the next member begins behind a comma or "and", if no verb comes first. */
function nextItem({ tokens }: Reading, last: number): number | null {
  for (let i = last + 1; i < tokens.length && i - last <= REACH; i += 1) {
    const token = tokens[i];
    if (!token || token.pos === 'VERB' || token.pos === 'AUX' || BREAK.test(token.text)) return null;
    if (!JOINER.test(token.lower)) continue;
    while (JOINER.test(tokens[i]?.lower ?? '')) i += 1;
    // "leads with 61.6%, followed by | the Greens with 14.9%"
    return tokens[i]?.lower === 'followed' && tokens[i + 1]?.lower === 'by' ? i + 2 : i;
  }
  return null;
}

/** Somebody, and his number. */
export interface Item {
  readonly agent: Chunk;
  readonly chunk: Chunk;
}

/** Somebody at a token, and right behind him a number. */
export function itemAt(reading: Reading, match: Match, last: Chunk, from: number | null): Item | null {
  const agent = from === null ? null : (reading.chunkOf[from] ?? null);
  // "the Greens | with | nine"
  const behind =
    agent &&
    agent.last + (/^(?:with|at|on|[-–—:])$/.test(reading.tokens[agent.last + 1]?.lower ?? '') ? 2 : 1);
  const chunk = behind === null ? null : (reading.chunkOf[behind] ?? null);
  if (!agent || !chunk || agent.first !== from || chunk.first !== behind) return null;
  return isItem(reading, match, last, agent, chunk) ? { agent, chunk } : null;
}

/** Whether the number is of the same kind, and nothing else takes it. */
export function isItem(reading: Reading, { hit }: Match, last: Chunk, agent: Chunk, chunk: Chunk): boolean {
  const { tokens, triggers } = reading;
  const { quantity, head } = chunk;
  // "the nine-party bloc": a number that describes whoever did it.
  if (!quantity || (agent.quantity && tokens[agent.wordsFrom]?.text !== '-') || agent.head === null)
    return false;
  if (quantity.unit !== (last.quantity?.unit ?? null) || !/^(?:count|unknown|fraction)$/.test(quantity.role))
    return false;
  const noun = headLemma(reading, chunk);
  if (head !== null && noun !== headLemma(reading, last) && noun !== hit.headLemma) return false;
  // "54 percent of the vote and turnout 60 percent": a figure of its own.
  if (triggers.some((other) => other.first <= agent.last && other.last >= agent.first)) return false;
  const behind = tokens[chunk.last + 1];
  const ends = behind === undefined || /^(?:PUNCT|CCONJ|ADP)$/.test(behind.pos) || behind.lower === 'cast';
  return !isTime(reading, agent) && ends;
}

function placeOf({ tokens, places }: Reading, { first, last }: Chunk): PlaceMention | null {
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  return places.find((place) => !place.adjective && place.start >= start && place.end <= end) ?? null;
}
