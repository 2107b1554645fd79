import type { Token } from '../../sentence/sentence.ts';
import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import type { Pattern } from './pattern.ts';

const LEVEL = new Set(
  'rise stand climb reach hit be exceed jump soar grow pass top increase go remain revise put surge update bring raise lower estimate total fall drop decline widen narrow ease slow dip climb cut stay hold slip decrease accelerate average edge steady cool'.split(
    ' ',
  ),
);
const INTO = new Set(['to', 'at', 'of', 'over', 'past', 'above', 'near', 'as', 'from']);
const TOTALS = new Set(
  'total toll average record high low peak figure number tally estimate count rate'.split(' '),
);
const REACH = 16;

/** "The death toll rose to 24", "put the toll at 24", "a death toll of 24". A difference ("rose by five") is no level. */
export const nominal: Pattern = {
  id: 'nominal',
  slot: 'nominal',
  find(reading, hit) {
    const chunk = levelAfter(reading, hit.last);
    return chunk
      ? { hit, pattern: 'nominal', group: null, counted: [chunk], agent: null, certainty: 0.9 }
      : null;
  },
};

function levelAfter(reading: Reading, from: number): Chunk | null {
  const { tokens, chunkOf } = reading;
  let verbs = 0;
  for (let i = from + 1; i < tokens.length && i - from <= REACH; i += 1) {
    const chunk = chunkOf[i] ?? null;
    if (chunk?.quantity && chunk.first === i) return followsLevel(reading, chunk, from, verbs) ? chunk : null;
    if (chunk) i = chunk.last;
    // "the toll since the war began has passed 24"
    else if (tokens[i]?.lower === 'since') i = endOfSince(reading, i);
    else if (isForeign(tokens[i])) return null;
    else if (/^(?:VERB|AUX)$/.test(tokens[i]?.pos ?? '')) verbs += 1;
  }
  return null;
}

/** Behind the verb of a clause that only says since when; `since` itself when there is none. */
function endOfSince({ tokens }: Reading, since: number): number {
  for (let i = since + 1; i - since <= 4; i += 1) if (tokens[i]?.pos === 'VERB') return i;
  return since;
}

/** A stop, or a verb that sets no level: what follows belongs to something else. */
const isForeign = (token: Token | undefined): boolean =>
  token === undefined || /^[;:.!?()]$/.test(token.text) || (token.pos === 'VERB' && !LEVEL.has(token.lemma));

/** "a toll of 24", "the killing in the port of two men", "a total of 24"; not "the death of a father of two". */
function isOfTrigger(reading: Reading, owner: number, trigger: number): boolean {
  const token = reading.tokens[owner];
  return owner <= trigger || token?.pos !== 'NOUN' || TOTALS.has(token.lemma);
}

function followsLevel(reading: Reading, chunk: Chunk, from: number, verbs: number): boolean {
  let at = chunk.first - 1;
  // "the number of deaths is now 41"
  if (verbs > 0 && reading.tokens[at]?.pos === 'ADV') at -= 1;
  const before = reading.tokens[at];
  if (!before || before.lower === 'by' || chunk.quantity?.role === 'age') return false;
  if (before.lower === 'of') return isOfTrigger(reading, chunk.first - 2, from);
  if (INTO.has(before.lower)) return verbs > 0 || before.lower !== 'from';
  return chunk.first - 1 === from || LEVEL.has(before.lemma);
}
