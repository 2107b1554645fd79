import type { AttributionMention, TimeMention } from '../../mention/mention.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

/** How many words may stand between a cue and the time that dates it: "said in Kabul on Sunday". */
const REACH = 4;
const LIGHT = /^(?:on|late|early|in|at|the|by|to|reporters|journalists|a|statement|,)$/;

/**
 * Whether a time dates the saying, not what is said: "2,445 people have been killed, the ministry said on Sunday".
 * A possessive ("said Monday’s attack") dates the thing.
 */
export function isSayingTime(reading: Reading, time: TimeMention): boolean {
  const behind = reading.tokens[tokenAt(reading.tokens, time.end)];
  if (/^[’']s?$/.test(behind?.lower ?? '')) return false;
  return reading.attributions.some((said) => dates(reading, said, time));
}

function dates(reading: Reading, said: AttributionMention, time: TimeMention): boolean {
  const { tokens } = reading;
  const cue = tokenAt(tokens, said.cue.end - 1);
  const first = tokenAt(tokens, time.start);
  if (first <= cue || first - cue > REACH + 1) return false;
  for (let i = cue + 1; i < first; i += 1) {
    if (!LIGHT.test(tokens[i]?.lower ?? '') && tokens[i]?.pos !== 'PROPN') return false;
  }
  return true;
}
