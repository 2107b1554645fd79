import { startsUpper } from '../../letters.ts';
import { nameKey } from '../../mention/annotators/name-key.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Chunk } from '../reading/chunk.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { isBareCount, PLACING } from './gapped.ts';

const MOST = 12;
const OPENING = new Set('—–:');
const JOINER = /^(?:,|;|and)$/;
const LONGEST_NAME = 4;

/** One of the places into which a figure is split. */
export interface ListedPart {
  readonly chunk: Chunk;
  readonly place: string;
}

/** "Twelve people died — one in Acadia Parish, two in Bossier": bare numbers behind a dash or a colon, each with its place. */
export function listedParts(reading: Reading): ListedPart[] {
  const { tokens, chunkOf } = reading;
  const found: ListedPart[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (!OPENING.has(tokens[i]?.text ?? '')) continue;
    for (let next = i + 1; found.length < MOST; ) {
      const chunk = chunkOf[next] ?? null;
      const place =
        chunk && chunk.first === next && isBareCount(chunk) ? placeBehind(reading, chunk.last) : null;
      if (!chunk || !place) break;
      found.push({ chunk, place: place.key });
      next = place.last + 1;
      while (JOINER.test(tokens[next]?.lower ?? '')) next += 1;
    }
  }
  return found;
}

/** The place behind "in", known or only written like one, if its clause ends there or the list goes on. */
function placeBehind({ tokens, places }: Reading, last: number): { key: string; last: number } | null {
  if (!PLACING.test(tokens[last + 1]?.lower ?? '')) return null;
  let end = last + 1;
  while (end - last <= LONGEST_NAME && isCapital(tokens[end + 1])) end += 1;
  const from = tokens[last + 2];
  const to = tokens[end];
  if (end === last + 1 || !from || !to || !/^(?:[,;.)—–]|and)?$/u.test(tokens[end + 1]?.lower ?? ''))
    return null;
  const known = places.find(
    ({ start, end: stop, adjective }) => !adjective && start === from.start && stop <= to.end,
  );
  const whole = known && tokenAt(tokens, known.end) > end;
  return {
    key: whole
      ? known.key
      : nameKey(
          tokens
            .slice(last + 2, end + 1)
            .map(({ lower }) => lower)
            .join(' '),
        ),
    last: end,
  };
}

const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && token.pos === 'PROPN' && startsUpper(token.text);
