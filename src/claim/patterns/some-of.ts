import { objectsAfter } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import { placeAfter, placedLater } from './gapped.ts';
import type { Match, Pattern } from './pattern.ts';
import type { TriggerHit } from './triggers.ts';

/** How far behind the word the verb may stand: "among those killed in the blast on Monday were". */
const REACH = 12;
/** The longest name of a whole, in tokens: "the 58 people who were wounded". */
const LONGEST = 6;
/** Third persons of "to be". */
const IS = /^(?:is|are|was|were)$/;
const WHOLE = /^(?:the|those|all|people|victims|who|were|was|had|have|been)$/;

/** "Among the dead were 112 women", "those killed included two medics", "of the 31 dead, 12 were children". */
const someOf = (slot: 'passive' | 'state'): Pattern => ({ id: 'some-of', slot, find: findSome });
export const someOfPassive = someOf('passive');
export const someOfState = someOf('state');

function findSome(reading: Reading, hit: TriggerHit): Match | null {
  const from = wholeFrom(reading, hit);
  if (from === null) return null;
  const before = reading.tokens[from - 1];
  if (before?.lower === 'among' && opensClause(reading, from - 1))
    return apartFrom(reading, hit) ?? listed(reading, hit, IS);
  if (before?.lower === 'of')
    return opensClause(reading, from - 1) ? apartFrom(reading, hit) : countedOf(reading, hit, from - 2);
  return opensClause(reading, from) ? listed(reading, hit, /^includ(?:e|es|ed)$/) : null;
}

/** Where the words begin that name all to whom it happened ("the 58 wounded"); null where they name something else. */
function wholeFrom({ tokens, chunkOf }: Reading, { first, last, slot }: TriggerHit): number | null {
  const own = chunkOf[last];
  // "the dead trees", "the injured list": the word belongs to the noun behind it.
  const next = tokens[last + 1]?.pos ?? '';
  if (own?.head != null && own.head > last && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next)) return null;
  // "the 20 hostages freed"
  const named = slot === 'passive' ? (chunkOf[first - 1] ?? null) : null;
  let from = named?.head === first - 1 ? named.first : first;
  while (
    first - from < LONGEST &&
    (WHOLE.test(tokens[from - 1]?.lower ?? '') || tokens[from - 1]?.pos === 'NUM')
  )
    from -= 1;
  const opening = tokens[from];
  const isNamed = /^(?:the|those|all)$/.test(opening?.lower ?? '') || opening?.pos === 'NUM';
  return from < first && isNamed ? from : null;
}

/** At the head of a sentence, behind a comma or "that", or behind "officials said". */
function opensClause({ tokens, attributions }: Reading, at: number): boolean {
  const before = tokens[at - 1];
  if (!before || /^(?:PUNCT|CCONJ|SCONJ)$/.test(before.pos) || before.lower === 'that') return true;
  return attributions.some(({ cue }) => cue.start <= before.start && before.end <= cue.end);
}

/** "… were 112 women and seven children", "… included a police officer": whoever the verb behind the whole lists. */
function listed(reading: Reading, hit: TriggerHit, verb: RegExp): Match | null {
  const at = verbAfter(reading, hit, verb);
  return at === null ? null : matchOf(hit, objectsAfter(reading, at));
}

function verbAfter({ tokens, chunkOf }: Reading, { last }: TriggerHit, verb: RegExp): number | null {
  for (let i = last + 1; i < tokens.length && i - last <= REACH; i += 1) {
    const token = tokens[i];
    if (!token) return null;
    if (verb.test(token.lower)) return i;
    if (/^[,;:.!?]$/.test(token.text) || token.pos === 'VERB' || token.pos === 'AUX') return null;
    if (chunkOf[i]?.quantity) return null;
  }
  return null;
}

/** "Of the dead, 12 were children": the number first, who they are behind "were". */
function apartFrom(reading: Reading, hit: TriggerHit): Match | null {
  const { tokens, chunkOf } = reading;
  if (tokens[hit.last + 1]?.text !== ',') return null;
  const part = chunkOf[hit.last + 2] ?? null;
  return part && bareCount(part) ? matchOf(hit, [part], kindBehind(reading, part.last + 1)) : null;
}

/** "Twelve of those killed were children". */
function countedOf(reading: Reading, hit: TriggerHit, at: number): Match | null {
  const part = reading.chunkOf[at] ?? null;
  const be = verbAfter(reading, hit, IS);
  if (!part || be === null) return null;
  // "twelve of those wounded": the tagger may take the whole for one phrase, and the last word for its noun.
  const isOne =
    (part.quantity?.denominator != null && part.quantity.nominal !== 1) ||
    (part.head === hit.last && part.quantity?.role === 'count');
  if (!isOne && !(bareCount(part) && part.last === at)) return null;
  if (bareCount(part) && placeAfter(reading, be) !== null) return placed(reading, hit, part, be);
  return matchOf(hit, [part], kindBehind(reading, be));
}

/** "40 of the dead were in Onna | and 162 in Rome": all who died there. */
function placed(reading: Reading, hit: TriggerHit, part: Chunk, be: number): Match {
  const own = new Map([[part, { at: be + 1 }]]);
  for (const chunk of placedLater(reading, be)) own.set(chunk, { at: chunk.last + 1 });
  return { hit, pattern: 'placed', group: null, agent: null, certainty: 0.9, counted: [...own.keys()], own };
}

const bareCount = ({ quantity, head }: Chunk): boolean => quantity?.role === 'count' && head === null;

/** "were | children", "were all | women": of what kind they are; null where they are said to be something else. */
function kindBehind(reading: Reading, be: number): Chunk | null {
  if (!IS.test(reading.tokens[be]?.lower ?? '')) return null;
  const [kind, ...others] = objectsAfter(reading, be);
  // "four were police officers | and two soldiers": the others have a number of their own.
  const apart = others.every(({ quantity }) => quantity !== null);
  return kind?.quantity === null && kind.head !== null && apart ? kind : null;
}

/** @param noun whom a bare number counts; null where nobody says */
function matchOf(hit: TriggerHit, counted: readonly Chunk[], noun?: Chunk | null): Match | null {
  if (counted.length === 0 || noun === null) return null;
  const shape = {
    hit,
    pattern: 'some-of',
    group: null,
    agent: null,
    partial: true,
    certainty: 0.93,
  } as const;
  return noun === undefined ? { ...shape, counted } : { ...shape, counted, noun };
}
