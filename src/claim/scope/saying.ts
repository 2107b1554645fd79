import type { AttributionMention, Span } from '../../mention/mention.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

/** How many words may stand between a cue and the time that dates it: "said in Kabul on Sunday". */
const REACH = 6;
/** Words that may stand there beside those of the occasion. */
const LIGHT = new Set('on late early in at the by to a an ,'.split(' '));

/**
 * Whether a time or a place belongs to the saying, not to what is said: "2,445 people have been killed, the ministry
 * said on Sunday", "told reporters in Kabul that …". A possessive ("said Monday’s attack") belongs to the thing.
 */
export function belongsToSaying(reading: Reading, span: Span): boolean {
  const behind = reading.tokens[tokenAt(reading.tokens, span.end)];
  if (/^[’']s?$/.test(behind?.lower ?? '')) return false;
  if (standsBehindText(reading, span) || standsBehindGiven(reading, span)) return true;
  return reading.attributions.some((said) => standsBehind(reading, said, span));
}

/** How many words of where, and before whom, may stand between what is said and a place. */
const LONG = 14;

const ON = new Set(['on', 'late', 'early', ',']);

/** Whether a time stands right behind the name of a text that somebody gives out. */
function standsBehindText({ tokens, words }: Reading, span: Span): boolean {
  let i = tokenAt(tokens, span.start) - 1;
  while (i > 0 && ON.has(tokens[i]?.lower ?? '')) i -= 1;
  return words.day.texts.has(tokens[i]?.lower ?? '') && tokens[i]?.pos !== 'VERB';
}

/** Marks over which nothing is said that stands before them. */
const MARKS = new Set(';:”"');

/** "In the press conference convened by the agency today, 7 August": the day of a text, behind whoever gave it out. */
function standsBehindGiven({ tokens, words: { day } }: Reading, span: Span): boolean {
  const first = tokenAt(tokens, span.start);
  for (let i = first - 1; i > 0 && first - i <= LONG; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'AUX' || MARKS.has(token.text)) return false;
    if (day.given.has(token.lower)) return day.texts.has(tokens[i - 1]?.lower ?? '');
    if (token.pos === 'VERB') return false;
  }
  return false;
}

function standsBehind(reading: Reading, said: AttributionMention, span: Span): boolean {
  const { tokens, words } = reading;
  const cue = tokenAt(tokens, said.cue.end - 1);
  const first = tokenAt(tokens, span.start);
  if (first <= cue || first - cue > REACH + 1) return false;
  for (let i = cue + 1; i < first; i += 1) {
    const word = tokens[i]?.lower ?? '';
    if (!LIGHT.has(word) && !words.day.occasions.has(word) && tokens[i]?.pos !== 'PROPN') return false;
  }
  return true;
}

/** Whether a place is where somebody spoke: right behind the cue, or behind "in an interview with … at …". */
export function isWhereSaid(reading: Reading, place: Span): boolean {
  if (belongsToSaying(reading, place)) return true;
  const {
    tokens,
    words: { day },
  } = reading;
  const first = tokenAt(tokens, place.start);
  if (/^(?:in|at|from)$/.test(tokens[first - 1]?.lower ?? '') && tokens[first - 2]?.lower === 'spoke')
    return true;
  if (reading.attributions.length === 0) return false;
  for (let i = first - 1; i >= 0 && first - i <= LONG; i -= 1) {
    const token = tokens[i];
    if (!token || token.lower === 'that' || MARKS.has(token.text)) return false;
    if (day.speaking.has(token.lower)) return true;
    if (token.pos === 'VERB' || token.pos === 'AUX') return false;
    if (day.spoken.has(token.lower)) return true;
  }
  return false;
}
