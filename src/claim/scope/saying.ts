import type { AttributionMention, Span } from '../../mention/mention.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

/** How many words may stand between a cue and the time that dates it: "said in Kabul on Sunday". */
const REACH = 6;
const LIGHT =
  /^(?:on|late|early|in|at|the|by|to|reporters|journalists|a|an|statement|briefing|news|press|conference|interview|meeting|,)$/;

/**
 * Whether a time or a place belongs to the saying, not to what is said: "2,445 people have been killed, the ministry
 * said on Sunday", "told reporters in Kabul that …". A possessive ("said Monday’s attack") belongs to the thing.
 */
export function belongsToSaying(reading: Reading, span: Span): boolean {
  const behind = reading.tokens[tokenAt(reading.tokens, span.end)];
  if (/^[’']s?$/.test(behind?.lower ?? '')) return false;
  if (standsBehindText(reading, span)) return true;
  return reading.attributions.some((said) => standsBehind(reading, said, span));
}

/** What is given out on a day: "in a statement on Sunday", "issued the correction Thursday". */
const TEXT =
  /^(?:statement|communiqu[eé]|correction|announcement|bulletin|briefing|update|tweet|interview|conference|release|broadcast|post|letter|testimony)$/;
const ON = /^(?:on|late|early|,)$/;

/** Whether a time stands right behind the name of a text that somebody gives out. */
function standsBehindText({ tokens }: Reading, span: Span): boolean {
  let i = tokenAt(tokens, span.start) - 1;
  while (i > 0 && ON.test(tokens[i]?.lower ?? '')) i -= 1;
  return TEXT.test(tokens[i]?.lower ?? '') && tokens[i]?.pos !== 'VERB';
}

function standsBehind(reading: Reading, said: AttributionMention, span: Span): boolean {
  const { tokens } = reading;
  const cue = tokenAt(tokens, said.cue.end - 1);
  const first = tokenAt(tokens, span.start);
  if (first <= cue || first - cue > REACH + 1) return false;
  for (let i = cue + 1; i < first; i += 1) {
    if (!LIGHT.test(tokens[i]?.lower ?? '') && tokens[i]?.pos !== 'PROPN') return false;
  }
  return true;
}
