import { isSomeOfThem, subjectsBefore } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import { coordinatedBefore, isTime } from '../reading/coordination.ts';
import type { Reading } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import type { Pattern } from './pattern.ts';
import type { TriggerHit } from './triggers.ts';

/** How far before the word a verb may stand that left somebody so. */
const REACH = 20;
const COPULAR = new Set(
  'be remain lie list believe think presume fear report leave feel declare confirm stay go become say know consider assume pronounce still now already'.split(
    ' ',
  ),
);

/** "Six dead", "leaving 10 people dead", "20 are believed to be alive", "25 hospitals are out of service". */
export const state: Pattern = {
  id: 'state',
  slot: 'state',
  find(reading, hit) {
    const { tokens, chunkOf } = reading;
    let i = hit.first - 1;
    while (i >= 0 && hit.first - i <= 8 && !chunkOf[i] && isLink(tokens[i])) {
      if (isSomeOfThem(tokens, i)) return null;
      i -= 1;
    }
    const direct = i === hit.first - 1;
    const own = chunkOf[hit.first] ?? null;
    // "the injured list": the word describes a noun of its own phrase.
    if (own && own.head !== null && own.head > hit.last) return null;
    const chunk = chunkOf[i] ?? null;
    const left = direct ? leftBehind(reading, hit.first) : null;
    if (direct && !standsAlone(reading, chunk ?? left, hit)) return null;
    const counted = left ? [left] : countedAt(reading, chunk, i, hit);
    if (counted.length === 0) return null;
    const group = direct ? null : verbGroup(tokens, hit.first);
    return {
      hit,
      pattern: direct ? 'state/direct' : 'state',
      group,
      counted,
      agent: null,
      certainty: direct ? 0.9 : 0.92,
    };
  },
};

/** Whom the word is said of: the figure that ends at token `at`, or the subject of what links it to the word. */
function countedAt(reading: Reading, chunk: Chunk | null, at: number, hit: TriggerHit): Chunk[] {
  // A finite verb in between has a subject of its own: "Hopes of a deal among 20 nations are alive".
  const finite = reading.tokens
    .slice(at + 1, hit.first)
    .some((token) => token.pos === 'AUX' && token.lower !== 'be');
  if (!finite && isShareOf(reading, chunk, hit)) return [];
  const own = chunk?.quantity && chunk.last === at && !finite;
  return own && (at === hit.first - 1 || !isPlaced(reading, chunk))
    ? listBefore(reading, chunk)
    : subjectsBefore(reading, at + 1);
}

/** "with 58 passengers and four crew | on board": a list of numbers that a preposition governs is one all the same. */
function listBefore(reading: Reading, chunk: Chunk): Chunk[] {
  const governed = coordinatedBefore(reading, chunk, true);
  const opened = reading.tokens[(governed[0]?.first ?? 0) - 1]?.lower === 'with';
  return opened && governed.every(({ quantity }) => quantity) ? governed : coordinatedBefore(reading, chunk);
}

/** "left 25 members of the group, including a leader, dead": what the verb left, not what stands next to the word. */
function leftBehind({ tokens, chunkOf }: Reading, state: number): Chunk | null {
  for (let i = state - 1; i >= 0 && state - i <= REACH; i -= 1) {
    if (/^[;:.!?]$/.test(tokens[i]?.text ?? '')) return null;
    if (tokens[i]?.pos !== 'VERB' || tokens[i]?.lower === 'including') continue;
    const object = chunkOf[i + 1] ?? null;
    const parted = tokens.slice(i, state).some((token) => token.lower === 'including');
    return tokens[i]?.lemma === 'leave' && parted && object?.quantity ? object : null;
  }
  return null;
}

/** "3,000 nurses at eight hospitals remain …": the nearer number only says where. */
const isPlaced = ({ tokens }: Reading, chunk: Chunk): boolean =>
  /^(?:in|at|on|across|from|near|around|inside|outside)$/.test(tokens[chunk.first - 1]?.lower ?? '');

const isLink = (token: { pos: string; lemma: string; lower: string; text: string } | undefined): boolean =>
  token !== undefined &&
  (token.pos === 'AUX' ||
    token.pos === 'PART' ||
    token.pos === 'ADV' ||
    COPULAR.has(token.lemma) ||
    /^(?:in|as|of|whom)$/.test(token.lower));

/** "their dead son", "the missing report": the word belongs to the noun behind it. */
function belongsBehind({ chunkOf }: Reading, { last }: TriggerHit): boolean {
  const next = chunkOf[last + 1] ?? null;
  return next !== null && next.first === last + 1 && !next.quantity && next.determiner === null;
}

/** "two suspects wounded | the bystanders": a verb with an object of its own. */
function actsUpon(reading: Reading, { last }: TriggerHit): boolean {
  const object = reading.chunkOf[last + 1] ?? null;
  const isVerb = reading.tokens[last]?.pos === 'VERB' && reading.sentence.kind !== 'headline';
  return isVerb && object?.first === last + 1 && object.determiner !== null && !isTime(reading, object);
}

/** Whether the word right behind a phrase says something of it, and of nothing else. */
const standsAlone = (reading: Reading, chunk: Chunk | null, hit: TriggerHit): boolean =>
  chunk !== null && !belongsBehind(reading, hit) && !actsUpon(reading, hit);

/** "55 of the 75 confirmed dead had been named": what the share is of follows. */
const isShareOf = ({ tokens }: Reading, chunk: Chunk | null, { last }: TriggerHit): boolean =>
  chunk?.quantity?.role === 'fraction' && /^(?:AUX|VERB)$/.test(tokens[last + 1]?.pos ?? '');
