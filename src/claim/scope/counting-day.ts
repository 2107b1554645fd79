import type { TimeMention } from '../../mention/mention.ts';
import type { TriggerHit } from '../patterns/triggers.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

/** Between a time and what it goes with: "on late Sunday", "by Monday", "as of Tuesday". */
const JOINING = /^(?:on|by|at|in|during|late|early|as|of)$/;
/** How far from the noun of a toll the verb may stand that sets it: "raised the country's official death toll". */
const NEAR = 6;

/**
 * Whether a time tells only when a toll was counted: "raised the death toll on Wednesday to 39", "the toll rose to 24
 * on Sunday", "on Monday the toll stood at 19". People died of what had happened before; "the toll of Sunday's attack"
 * and "the toll from the attack on Sunday rose to 24" tell when that was.
 */
export function datesCount(reading: Reading, time: TimeMention): boolean {
  const { tokens, triggers } = reading;
  const isToll = ({ slot, predicate }: TriggerHit): boolean => slot === 'nominal' && predicate.toll !== null;
  if (!triggers.some(isToll)) return false;
  const behind = tokens[tokenAt(tokens, time.end)];
  if (/^[’']s?$/.test(behind?.lower ?? '')) return false;
  const first = tokenAt(tokens, time.start);
  return triggers.some((hit) => isToll(hit) && isDatedBy(reading, hit, first));
}

function isDatedBy(reading: Reading, toll: TriggerHit, first: number): boolean {
  const verb = levelVerb(reading, toll);
  if (verb === null) return false;
  if (isDayOfFind(reading, toll, first)) return true;
  const { tokens, chunkOf } = reading;
  let before = first - 1;
  while (before >= 0 && (JOINING.test(tokens[before]?.lower ?? '') || tokens[before]?.pos === 'ADV'))
    before -= 1;
  // "On Monday, the toll …"
  if (before < 0) return first < toll.first;
  if (before === verb || before === toll.last) return true;
  const figure = chunkOf[before] ?? null;
  return figure?.quantity != null && before > Math.min(verb, toll.last) && figure.last === before;
}

/** "the toll rose to 36 after eight victims were found | on Tuesday": when more of the dead were found. */
function isDayOfFind({ tokens, words }: Reading, toll: TriggerHit, first: number): boolean {
  const verb = tokens.findLastIndex(({ pos }, i) => i < first && pos === 'VERB');
  if (!words.day.finding.has(tokens[verb]?.lemma ?? '') || verb < toll.last) return false;
  return tokens.slice(toll.last, verb).some(({ lower }) => /^(?:after|when|as|following)$/.test(lower));
}

/** The verb that sets the level of a toll: before it ("raised the toll") or behind it ("the toll … rose"). */
const levelVerb = (reading: Reading, toll: TriggerHit): number | null =>
  verbBefore(reading, toll) ?? verbBehind(reading, toll);

function verbBefore({ tokens, chunkOf, words }: Reading, { first }: TriggerHit): number | null {
  for (let i = (chunkOf[first]?.first ?? first) - 1; i >= 0 && first - i <= NEAR; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT') return null;
    if (token.pos === 'VERB') return words.count.levels.has(token.lemma) ? i : null;
  }
  return null;
}

function verbBehind({ tokens, words }: Reading, { last }: TriggerHit): number | null {
  for (let i = last + 1; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || /^[.;:!?]$/.test(token.text)) return null;
    const alone = token.pos === 'AUX' && !/^(?:VERB|AUX|ADV)$/.test(tokens[i + 1]?.pos ?? '');
    if ((token.pos === 'VERB' || alone) && words.count.levels.has(token.lemma)) return i;
  }
  return null;
}
