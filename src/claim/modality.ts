import type { AttributionMention } from '../mention/mention.ts';
import type { Words } from '../vocabulary/words.ts';
import type { Modality } from './claim.ts';
import type { Match } from './patterns/pattern.ts';
import type { Reading } from './reading/reading.ts';
import { type VerbGroup, verbGroup } from './reading/verb-group.ts';

/** What ends a stretch of words on the way back to a word that governs it. */
const STOPS = new Set('.;:,');
const MARKS = new Set('.;:!?,');

const UNREAL = new Set(['if', 'unless', 'whether']);
const RELATIVE = new Set(['that', 'which', 'who']);
/** Verbs of beginning, going on and ending, which take a gerund. */
const GOING_ON = new Set(['begin', 'start', 'stop', 'cease', 'quit', 'keep', 'continue', 'resume']);

/** Whether the thing happened, is expected, is only imagined, is denied; and whether it is said not to be so. */
export function readModality(
  reading: Reading,
  match: Match,
  attribution: AttributionMention | null,
): { modality: Modality; polarity: 'affirmed' | 'negated' } {
  // "no candidate received 50 percent of the votes": it is said of nobody.
  const nobody = match.agent && (match.agent.determiner === 'no' || isNoneOf(reading, match.agent.first));
  const polarity = match.group?.negated || nobody ? 'negated' : 'affirmed';
  if (isDenied(reading, match, attribution)) return { modality: 'denied', polarity };
  if (isConditional(reading, match)) return { modality: 'conditional', polarity };
  const ahead = match.group && fromModal(match.group, attribution);
  if (ahead) return { modality: ahead, polarity };
  if (match.group?.infinitive && isForced(reading, match)) return { modality: 'occurred', polarity };
  if (match.group?.infinitive && !isReported(reading, match))
    return { modality: fromStance(attribution) ?? 'planned', polarity };
  if (isFeared(reading, match) || isUnsure(reading, match)) return { modality: 'expected', polarity };
  return { modality: isAim(reading, match) ? 'planned' : 'occurred', polarity };
}

/** "None of the nine candidates", "neither of the two". */
const isNoneOf = ({ tokens }: Reading, first: number): boolean =>
  tokens
    .slice(Math.max(0, first - 3), first + 1)
    .some(({ lower }, i, near) => /^(?:none|neither)$/.test(lower) && (near[i + 1]?.lower ?? 'of') === 'of');

/** What a modal verb makes of it; null where there is none. */
function fromModal({ modal, perfect }: VerbGroup, attribution: AttributionMention | null): Modality | null {
  if (!modal) return null;
  if (/^(?:will|['’]ll|shall)$/.test(modal)) return 'expected';
  if (modal === 'should' || modal === 'must') return 'demanded';
  // "said it would cut 2,800 jobs": what "will" becomes in the telling.
  if (modal === 'would' && attribution?.stance === 'says' && !perfect) return 'expected';
  // "may have died" has happened; "would have died" has not.
  return perfect && modal !== 'would' ? 'occurred' : 'conditional';
}

/** How far behind the verb the word stands that calls a report false: "is 359 | are not correct". */
const JUDGED = 14;

const isDenied = (reading: Reading, match: Match, attribution: AttributionMention | null): boolean =>
  attribution?.stance === 'denies' || isCalledFalse(reading, match);

/** "reports that 40 were killed are false", "media reports saying the toll is 359 are not correct". */
function isCalledFalse({ tokens, words: { doubt } }: Reading, { hit: { last } }: Match): boolean {
  const behind = tokens.slice(last + 1, last + 1 + JUDGED);
  const end = behind.findIndex(({ text }) => MARKS.has(text));
  const judging = end < 0 ? behind : behind.slice(0, end);
  if (
    !judging.some(({ lower }, i) => /^(?:is|are|was|were)$/.test(lower) && callsFalse(judging, i + 1, doubt))
  )
    return false;
  // Few sentences come so far: only now is the report looked for.
  const subject = tokens.findIndex(({ lower }, i) => i < last && doubt.accounts.has(lower));
  return subject >= 0 && !tokens.slice(subject, last).some(({ text }) => /^[.;!?]$/.test(text));
}

/** "not correct", "completely baseless". */
function callsFalse(tokens: Reading['tokens'], at: number, doubt: Words['doubt']): boolean {
  const not = tokens[at]?.lower === 'not';
  const word = not || tokens[at]?.pos === 'ADV' ? tokens[at + 1] : tokens[at];
  return (not ? doubt.right : doubt.wrong).has(word?.lower ?? '');
}

/** "17 others were feared dead", "ten are presumed drowned": nobody has counted them. */
function isFeared({ tokens, words }: Reading, { hit }: Match): boolean {
  if (hit.slot !== 'state' && hit.slot !== 'passive') return false;
  let before = hit.first - 1;
  if (tokens[before]?.pos === 'ADV') before -= 1;
  return words.doubt.feared.has(tokens[before]?.lower ?? '');
}

/** Between the noun and the verb of what is feared: "fears that | many of the hundreds of people missing | had died". */
const FAR = 16;

/**
 * "fears that 300 had died", "the likelihood that ten were killed"; not "the fears that | killed him", nor "the hope that
 * five missing students are alive": they are missing.
 */
function isUnsure({ tokens, words }: Reading, match: Match): boolean {
  if (match.hit.slot === 'counted') return false;
  const first = match.group?.first ?? match.hit.first;
  for (let i = first - 1; i > 0 && first - i <= FAR; i -= 1) {
    const token = tokens[i];
    if (!token || MARKS.has(token.text)) return false;
    if (token.lower !== 'that') continue;
    return i < first - 1 && words.doubt.uncertain.has(tokens[i - 1]?.lemma ?? '');
  }
  return false;
}

/** "aimed at capturing", "efforts focused on killing", "prevented from detaining": the gerund is an aim. */
function isAim({ tokens, words }: Reading, match: Match): boolean {
  let first = match.group?.first ?? match.hit.first;
  // "capturing and killing": what holds of the first holds of both.
  if (/^(?:and|or)$/.test(tokens[first - 1]?.lower ?? '') && tokens[first - 2]?.lower.endsWith('ing'))
    first -= 2;
  const before = tokens[first - 1]?.lower ?? '';
  if (match.hit.slot !== 'active' || !tokens[match.hit.first]?.lower.endsWith('ing')) return false;
  if (GOING_ON.has(tokens[first - 1]?.lemma ?? '')) {
    // "will not stop capturing", "vowed to keep killing": as unreal as the verb that it hangs on.
    const { modal, infinitive } = verbGroup(tokens, first - 1);
    return modal !== null || infinitive;
  }
  return (
    before === 'without' ||
    (/^(?:at|on|from|of)$/.test(before) && words.doubt.aims.has(tokens[first - 2]?.lemma ?? ''))
  );
}

/** What somebody who hopes, plans or asks makes of what he speaks of; null where he only tells it. */
export function fromStance(attribution: AttributionMention | null): Modality | null {
  switch (attribution?.stance) {
    case 'expects':
      return 'expected';
    case 'plans':
      return 'planned';
    case 'demands':
      return 'demanded';
    default:
      return null;
  }
}

/** An "if" earlier in the same stretch between commas. */
function isConditional(reading: Reading, match: Match): boolean {
  for (let i = (match.group?.first ?? match.hit.first) - 1; i >= 0; i -= 1) {
    const token = reading.tokens[i];
    if (!token || STOPS.has(token.text)) return false;
    if (UNREAL.has(token.lower)) return true;
    // "whether a blast that killed two was planned": the two are dead all the same.
    if (RELATIVE.has(token.lower) && (reading.chunkOf[i - 1] ?? null) !== null) return false;
  }
  return false;
}

/** "have had to evacuate", "forced 3,000 people to flee": what had to be done was done. */
function isForced({ tokens, chunkOf, words }: Reading, match: Match): boolean {
  let to = match.hit.first - 1;
  while (match.hit.first - to < 4 && tokens[to]?.lower !== 'to') to -= 1;
  if (tokens[to]?.lower !== 'to') return false;
  const chunk = chunkOf[to - 1] ?? null;
  return (
    tokens[to - 1]?.lower === 'had' ||
    (chunk !== null && words.doubt.forcing.has(tokens[chunk.first - 1]?.lemma ?? ''))
  );
}

/** "are believed to have been killed", "were reported to be alive": the infinitive is no plan. */
function isReported(reading: Reading, match: Match): boolean {
  const first = match.group?.first ?? match.hit.first;
  for (let i = match.hit.first; i >= Math.max(0, first - 3); i -= 1) {
    const token = reading.tokens[i];
    if (reading.words.doubt.reporting.has(token?.lemma ?? '')) return true;
    // "officials say they wanted to kill him": what they say is said of another verb.
    if (i < first && !/^(?:ADV|AUX|PART)$/.test(token?.pos ?? '')) break;
  }
  return match.hit.slot === 'state';
}
