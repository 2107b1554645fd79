import { subjectsBefore } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import type { Pattern } from './pattern.ts';

/** How many tokens may stand between a share and the verb that it belongs to. */
const REACH = 14;

/** "24 deaths", "130 airstrikes", "20 key points", "a 20-point plan". */
export const counted: Pattern = {
  id: 'counted',
  slot: 'counted',
  find(reading, hit) {
    const chunk: Chunk | null = reading.chunkOf[hit.first] ?? null;
    const ofWhole = reading.tokens[hit.first]?.lower === 'of';
    if (!chunk?.quantity || (hit.first < chunk.wordsFrom && !ofWhole)) return null;
    if (isNoneOf(reading, chunk)) return null;
    const heads = chunk.head !== null && chunk.head >= hit.first && chunk.head <= hit.last;
    const attributive = reading.tokens[hit.first - 1]?.text === '-' && hit.first === chunk.wordsFrom + 1;
    if (!heads && !attributive) return null;
    // What is averted does not happen: "prevented ten deaths".
    if (reading.words.doubt.averting.has(reading.tokens[chunk.first - 1]?.lemma ?? '')) return null;
    const told = hit.predicate.family === 'doer';
    const agent = told ? doerBefore(reading, chunk) : null;
    if (told && !agent) return null;
    return {
      hit,
      pattern: attributive ? 'attributive' : 'counted',
      group: null,
      counted: [chunk],
      agent,
      certainty: 0.9,
    };
  },
};

/** "The incumbent was re-elected | with 74 percent of the vote": the subject of the verb that the share belongs to. */
function doerBefore(reading: Reading, chunk: Chunk): Chunk | null {
  const { tokens } = reading;
  if (!/^(?:with|by|on|at|for)$/.test(tokens[chunk.first - 1]?.lower ?? '')) return null;
  // "with 40 percent of ballots | unread": how far it has gone.
  if (/^(?:ADJ|VERB)$/.test(tokens[chunk.last + 1]?.pos ?? '')) return null;
  for (let i = chunk.first - 2; i >= 0 && chunk.first - i <= REACH; i -= 1) {
    if (/^[;:.!?,]$/.test(tokens[i]?.text ?? '')) return null;
    // "results put | them | at 64 percent": the share is of those, not of who says so.
    if (tokens[i]?.pos === 'PRON') return null;
    if (tokens[i]?.pos === 'VERB') return subjectsBefore(reading, verbGroup(tokens, i).first).at(-1) ?? null;
  }
  return null;
}

/** "None of the injuries is grave": there are some. */
const isNoneOf = ({ tokens }: Reading, { quantity, first, wordsFrom }: Chunk): boolean =>
  quantity?.nominal === 0 && tokens.slice(first, wordsFrom).some((token) => token.lower === 'of');
