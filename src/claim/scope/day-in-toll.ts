import type { TimeMention } from '../../mention/mention.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { isInNameOfDeed } from './aftermath.ts';

/** How far behind the noun of a total the day of its deed may stand: "toll | from last Monday’s | quake". */
const NEAR = 4;

/**
 * "Aftershocks shook the town on Thursday as the toll from | Monday’s | quake climbed to 278": the day that the total
 * itself names is its own, whatever stands nearer before it.
 * @param at token with which the trigger begins
 */
export function dayInToll(reading: Reading, times: readonly TimeMention[], at: number): TimeMention | null {
  const { tokens, words } = reading;
  let noun = at;
  while (noun - at < 2 && !words.count.totals.has(tokens[noun]?.lemma ?? '')) noun += 1;
  if (!words.count.totals.has(tokens[noun]?.lemma ?? '')) return null;
  const behind = tokens[noun + 1]?.lower ?? '';
  if (!/^(?:from|of|in)$/.test(behind)) return null;
  const found = times.find(
    (time) =>
      time.class === 'window' &&
      time.start > (tokens[noun]?.start ?? 0) &&
      tokenAt(tokens, time.start) - noun <= NEAR &&
      isInNameOfDeed(reading, time),
  );
  return found ?? null;
}
