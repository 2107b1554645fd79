import { KILLED } from '../vocabulary/predicate.ts';
import type { SomeOfAll } from '../vocabulary/some-of-all.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { isPartitive } from './partitives.ts';
import { saysHowBadly } from './severity.ts';

/** How far behind the figure the part of the body may stand, and one more victim. */
const REACH = 6;
const BESIDE = 14;
/** Ranks of harm that leave open whether somebody lived. */
const OPEN = 1;

/**
 * Rows of people who were hurt that count only some of them: the number stands, and there may be more. Those who "were
 * shot in the leg", whom somebody "found", "the next two", "one … the other", "others" besides one who was shot dead.
 * Without it they would stand against a total that includes them.
 */
export function leaveRoomForMore(drafts: readonly Draft[], { someOfAll }: Vocabulary): void {
  for (const draft of drafts) {
    const { value, partOf } = draft;
    if (partOf !== null || !value.halo || value.halo.high === null) continue;
    if (countsSome(draft, someOfAll)) draft.value = { ...value, halo: { ...value.halo, high: null } };
  }
}

function countsSome(draft: Draft, words: SomeOfAll): boolean {
  const { predicate, polarity, value } = draft;
  if (!predicate?.toll || polarity !== 'affirmed' || value.nominal === 0 || isAll(draft)) return false;
  if (isFound(draft, words) || isTurn(draft, words)) return true;
  return (
    predicate.toll.rank < KILLED &&
    (isBesides(draft) ||
      // Of those who died of them it is a total.
      isPartitive(draft) ||
      isWhereHit(draft, words) ||
      isOneOfSeveral(draft) ||
      hasOneMore(draft) ||
      isOfTwoGrades(draft) ||
      isHowBadly(draft))
  );
}

const wordsOf = ({ reading: { tokens } }: Draft, from: number, to: number): string[] =>
  tokens.slice(Math.max(0, from), Math.max(0, to)).map(({ lower }) => lower);

const OTHERS = /^(?:others?|another|more|additional)$/;

/** "a woman was killed and four others were shot": she was shot too. Whoever is counted as hurt is no dead. */
function isBesides(draft: Draft): boolean {
  const { chunk, predicate } = draft;
  if (!chunk || (predicate?.toll?.rank ?? 0) > OPEN) return false;
  return wordsOf(draft, chunk.first, chunk.last + 2).some((word) => OTHERS.test(word));
}

/** "all four people", "both men". */
const isAll = (draft: Draft): boolean =>
  draft.chunk !== null &&
  wordsOf(draft, draft.chunk.first - 1, draft.chunk.first + 1).some((word) => /^(?:all|both)$/.test(word));

/** "shot | in the leg", "shot in | their legs or feet". */
function isWhereHit(draft: Draft, { parts }: SomeOfAll): boolean {
  const behind = wordsOf(draft, draft.evidence[1] + 1, draft.evidence[1] + 1 + REACH);
  const into = behind.findIndex((word) => /^(?:in|to|through)$/.test(word));
  if (into < 0 || into > 1) return false;
  const [, next = '', noun = ''] = behind.slice(into);
  if (/^(?:his|her|their|both|one|each)$/.test(next)) return true;
  const at = next === 'the' ? noun : next;
  const after = behind[into + (next === 'the' ? 3 : 2)];
  return parts.has(at) && after !== 'of';
}

/** "officers | located | four victims": whom they did not find had left. */
function isFound(draft: Draft, { found }: SomeOfAll): boolean {
  const { chunk, reading } = draft;
  const verb = chunk ? reading.tokens[chunk.first - 1] : undefined;
  return verb?.pos === 'VERB' && found.has(verb.lemma);
}

/** "the next two", "the surviving four". */
function isTurn(draft: Draft, { turns }: SomeOfAll): boolean {
  const { chunk } = draft;
  return chunk !== null && wordsOf(draft, chunk.first, chunk.last + 1).some((word) => turns.has(word));
}

/** "one was shot …; the other …", "one victim": told one by one. */
function isOneOfSeveral(draft: Draft): boolean {
  const { chunk, value, reading } = draft;
  if (!chunk || value.nominal !== 1) return false;
  const own = wordsOf(draft, chunk.first, chunk.last + 1);
  if (own.some((word) => word === 'victim' || word === 'of')) return true;
  const [start, end] = [reading.tokens[chunk.first]?.start ?? 0, reading.tokens[chunk.last]?.end ?? 0];
  return reading.tokens.some(
    ({ lower, start: from }, i) =>
      (from < start || from >= end) &&
      (lower === 'one' || (lower === 'other' && reading.tokens[i - 1]?.lower === 'the')),
  );
}

/** "shot three people in their legs | and another person in the abdomen". */
function hasOneMore(draft: Draft): boolean {
  const behind = wordsOf(draft, draft.evidence[1] + 1, draft.evidence[1] + 1 + BESIDE);
  return behind.some((word, i) => word === 'another' && behind[i - 1] === 'and');
}

/** "five in critical condition and 70 in serious condition": together they are those who are badly hurt. */
function isOfTwoGrades(draft: Draft): boolean {
  const { predicate, reading } = draft;
  if (!predicate?.toll || !predicate.within.includes(predicate.toll.of)) return false;
  const hits = reading.triggers.filter((hit) => hit.predicate === predicate);
  return new Set(hits.map(({ first, last }) => wordsOf(draft, first, last + 1).join(' '))).size > 1;
}

/** "two suffered minor injuries": others may have fared worse, or better. Where a grade is counted by itself, it is all. */
const isHowBadly = (draft: Draft): boolean =>
  draft.predicate?.toll?.of === draft.predicate?.id && saysHowBadly(draft);
