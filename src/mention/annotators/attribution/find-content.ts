import type { Token } from '../../../sentence/sentence.ts';
import { contentBefore, hasObject, hasQuote, isTerminal } from './complement.ts';
import type { Cue } from './find-cues.ts';
import { subjectBefore } from './find-source.ts';
import { closesQuote, isQuoteMark, type Run } from './phrase.ts';

/** The words that a cue attributes, by token index: behind the cue, or before the speaker when it closes the sentence. */
export function findContent(tokens: readonly Token[], cue: Cue, source: Run | null): Run | null {
  const first = Math.min(cue.from, source?.from ?? cue.from);
  const last = source !== null && source.from > cue.to ? source.to : cue.to;
  if (cue.voice === 'adverb') return clauseAround(tokens, cue);
  if (cue.lemma === 'sign') return trim(tokens, { from: 0, to: cue.from - 1 });
  if (cue.voice === 'preposition') return aroundPhrase(tokens, first, last);
  if (cue.voice === 'passive') return passiveContent(tokens, cue, source);
  if (isPostposed(tokens, cue, first, last)) {
    const goesOn =
      tokens[last + 1]?.text === ',' && (hasQuote(tokens, last + 1) || !hasFinite(tokens, 0, first));
    return trim(tokens, { from: 0, to: goesOn ? tokens.length - 1 : first - 1 });
  }
  return trim(tokens, { from: last + 1, to: clauseEnd(tokens, last + 1) });
}

/** "was quoted as saying" takes what follows; "are believed to be alive" the whole clause with its subject. */
function passiveContent(tokens: readonly Token[], cue: Cue, source: Run | null): Run | null {
  const to = clauseEnd(tokens, cue.to + 1);
  if (source !== null && source.to < cue.from)
    return trim(tokens, { from: behindSaying(tokens, cue.to + 1), to });
  return trim(tokens, {
    from: subjectBefore(tokens, cue.from)?.from ?? lastClauseStart(tokens, cue.from),
    to,
  });
}

const behindSaying = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.lower === 'as' && tokens[at + 1]?.lower.endsWith('ing') ? at + 2 : at;

const hasFinite = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((token) => token.pos === 'VERB' || token.pos === 'AUX');

function isPostposed(tokens: readonly Token[], cue: Cue, first: number, last: number): boolean {
  if (cue.voice !== 'active' || first === 0) return false;
  // "…, others put the toll at seven": what it says is its object.
  if (cue.rows.every(({ frame }) => frame === 'object') && hasObject(tokens, cue.to + 1)) return false;
  const before = tokens[first - 1];
  if (closesQuote(before, tokens[first - 2])) return true;
  if (before?.text !== ',') return isTerminal(tokens, last) && hasFinite(tokens, 0, first - 1);
  return contentBefore(tokens, first, last);
}

/** "According to X, …" takes what follows; "…, according to X" what precedes. */
function aroundPhrase(tokens: readonly Token[], first: number, last: number): Run | null {
  const opening = tokens
    .slice(0, first)
    .every((token) => token.pos === 'PUNCT' || /^(but|and|however|also)$/u.test(token.lower));
  if (opening) return trim(tokens, { from: behindModifier(tokens, last + 1), to: tokens.length - 1 });
  const next = tokens[last + 1];
  // "…, and according to the mayor, 13 were killed": it opens the second clause.
  if (opensClause(tokens, first) && next?.text === ',' && hasFinite(tokens, last + 2, tokens.length))
    return trim(tokens, { from: last + 1, to: tokens.length - 1 });
  const before = trim(tokens, { from: lastSemicolon(tokens, first) + 1, to: first - 1 });
  const more =
    next !== undefined && next.text === ',' ? trim(tokens, { from: last + 1, to: tokens.length - 1 }) : null;
  return before !== null && more !== null && tokens[first - 1]?.text === ',' && isShortOpening(tokens, first)
    ? { from: before.from, to: more.to }
    : before;
}

const opensClause = (tokens: readonly Token[], first: number): boolean =>
  /^(?:and|but|while|although|though)$/u.test(tokens[first - 1]?.lower ?? '') &&
  tokens[first - 2]?.text === ',';

/** Skips "cited by Al Jazeera," or "who spoke to AFP," after the source of an opening "According to". */
function behindModifier(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (
    first === undefined ||
    first.text === ',' ||
    !(first.pos === 'VERB' || /^(who|which)$/u.test(first.lower))
  )
    return from;
  for (let i = from; i < tokens.length && i - from < 15; i += 1) if (tokens[i]?.text === ',') return i;
  return from;
}

const isShortOpening = (tokens: readonly Token[], first: number): boolean =>
  !tokens.slice(0, first).some((token) => token.pos === 'VERB' || token.pos === 'AUX');

function lastSemicolon(tokens: readonly Token[], before: number): number {
  for (let i = before - 1; i >= 0; i -= 1) if (tokens[i]?.text === ';') return i;
  return -1;
}

function clauseAround(tokens: readonly Token[], cue: Cue): Run {
  return { from: lastClauseStart(tokens, cue.from), to: clauseEnd(tokens, cue.to + 1) };
}

function lastClauseStart(tokens: readonly Token[], before: number): number {
  for (let i = before - 1; i >= 0; i -= 1) {
    if (/^[;:,—–]$/u.test(tokens[i]?.text ?? '')) return i + 1;
  }
  return 0;
}

/** Up to the end of the sentence, or to a comma behind which another source speaks. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.text === ';') return i - 1;
    if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') return i - 1;
  }
  return tokens.length - 1;
}

/** Without commas, colons and "that" at the front, without full stops and commas at the end. */
function trim(tokens: readonly Token[], run: Run): Run | null {
  let { from, to } = run;
  while (from <= to && (/^[,:;—–-]$/u.test(tokens[from]?.text ?? '') || tokens[from]?.lower === 'that'))
    from += 1;
  while (to >= from && (tokens[to]?.pos === 'PUNCT' || tokens[to]?.text === ',') && !isQuoteMark(tokens[to]))
    to -= 1;
  return from <= to ? { from, to } : null;
}
