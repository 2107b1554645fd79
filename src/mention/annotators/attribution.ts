import { gather } from '../../each-as.ts';
import type { Sentence, Token } from '../../sentence/sentence.ts';
import type { CueFrame } from '../../vocabulary/cues.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { AttributionMention, Mention, Span } from '../mention.ts';
import { boundContents, type Found } from './attribution/bound-content.ts';
import { canSpeak } from './attribution/can-speak.ts';
import { contentBefore, hasClause, hasInfinitive, hasObject, hasQuote } from './attribution/complement.ts';
import { type Cue, findCues, skipAdverbs } from './attribution/find-cues.ts';
import {
  agentAfter,
  isDay,
  mainSubject,
  ownerAfter,
  ownerBefore,
  subjectAfter,
  subjectBefore,
} from './attribution/find-source.ts';
import { type NumberVoice, numberVoices } from './attribution/number-voices.ts';
import { ownQuotes } from './attribution/own-quotes.ts';
import { closesQuote, phraseAfter, phraseBefore, type Run, untilMark } from './attribution/phrase.ts';
import { timesBySentence, withoutTimes } from './attribution/without-times.ts';
import { textOf } from './text-of.ts';

/** Who says what: cue, source and content of every attribution, in text order. Linear in the number of tokens. */
export function annotateAttributions(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): AttributionMention[] {
  const timesOf = timesBySentence(mentions);
  const said = sentences.map((sentence) => readSentence(sentence, timesOf(sentence), vocabulary));
  return ownQuotes(sentences, said).flat();
}

function readSentence(
  { tokens }: Sentence,
  times: readonly Span[],
  vocabulary: Vocabulary,
): AttributionMention[] {
  const said = readCues(tokens, times, vocabulary);
  const voices = numberVoices(tokens, vocabulary);
  return voices.length === 0 ? said : withVoices(tokens, said, voices);
}

/** Adds numbers that have a voice of their own; what is said before ends where another voice begins. */
function withVoices(
  tokens: readonly Token[],
  said: readonly AttributionMention[],
  voices: readonly NumberVoice[],
): AttributionMention[] {
  const added = gather(voices, ({ cue, source, content }) => {
    const label = { ...cue, head: cue.from, lemma: ':', stance: 'says', voice: 'label', rows: [] } as const;
    return toMention(tokens, label, source, content) ?? [];
  });
  const kept = said.map((mention) => {
    const { content } = mention;
    const next = added.find(
      ({ text, source }) =>
        text !== ':' && source && content && content.start < source.start && source.end <= content.end,
    );
    return content && next?.source
      ? { ...mention, content: { ...content, end: next.source.start } }
      : mention;
  });
  return [...kept, ...added].sort((a, b) => a.start - b.start);
}

function readCues(
  tokens: readonly Token[],
  times: readonly Span[],
  vocabulary: Vocabulary,
): AttributionMention[] {
  const found: Found[] = [];
  const cues = findCues(tokens, vocabulary.cues);
  const timeless = cues.length > 0 ? withoutTimes(tokens, times, vocabulary) : tokens;
  for (const cue of cues) {
    const source = sourceOf(timeless, cue, found, vocabulary);
    if (source === undefined) continue;
    const nested = isNested(tokens, cue, source, found);
    if (!isAside(tokens, cue, source, nested)) found.push({ cue, source, nested });
  }
  if (found.length === 0) return [];
  const contents = boundContents(tokens, found);
  return gather(found, ({ cue, source }, i) => {
    const mention = toMention(tokens, cue, source, contents[i] ?? null);
    return mention === null ? [] : [mention];
  });
}

/**
 * What somebody believes or wants inside another's words, or inside a quotation, is part of what is said.
 * What somebody *says* there is kept: it is a link of a chain.
 */
function isAside(tokens: readonly Token[], cue: Cue, source: Run | null, nested: boolean): boolean {
  const quoted = tokens[cue.head]?.inQuote ?? false;
  if (!quoted && !nested) return false;
  const relays = fits(cue, 'speech') || cue.voice === 'preposition' || cue.voice === 'label';
  if (!relays) return true;
  const first = source && tokens[source.from];
  return quoted && (!first || first.pos === 'PRON');
}

/** Does the cue with its own subject stand inside the clause that an earlier cue of the sentence governs? */
function isNested(
  tokens: readonly Token[],
  cue: Cue,
  source: Run | null,
  earlier: readonly Found[],
): boolean {
  const outer = earlier.findLast((one) => one.cue.voice === 'active' || one.cue.voice === 'participle');
  if (outer === undefined || source === null || cue.voice === 'preposition') return false;
  const from = Math.min(source.from, cue.from);
  if (contentBefore(tokens, from, cue.to)) return false;
  if (source.from <= outer.cue.to || (outer.source !== null && outer.source.from > outer.cue.to))
    return false;
  for (let i = outer.cue.to + 1; i < from; i += 1) {
    if (tokens[i]?.text === ';' || closesQuote(tokens[i], tokens[i - 1])) return false;
  }
  const comma = tokens[from - 1]?.text === ',';
  if (comma && (outer.cue.voice === 'participle' || isAgainst(tokens, outer))) return false;
  const [joint, mark] = [tokens[from - 1]?.lower ?? '', tokens[from - 2]?.text ?? ''];
  // "…, with the ministry reporting ten dead": an added clause with a speaker of its own; who "says" is a link.
  if (joint === 'with' && mark === ',' && !fits(cue, 'speech')) return false;
  return !(
    /^(while|but|although|though|as|whereas)$/u.test(joint) ||
    (joint === 'and' && /^[,—–]$/u.test(mark))
  );
}

/** "While witnesses said …, police said …": the first speaker stands in a clause of his own. */
const isAgainst = (tokens: readonly Token[], { cue, source }: Found): boolean =>
  /^(while|although|though|whereas)$/u.test(
    tokens[Math.min(source?.from ?? cue.from, cue.from) - 1]?.lower ?? '',
  );

/** The source of a cue; null when nobody is named; undefined when the words attribute nothing. */
function sourceOf(
  tokens: readonly Token[],
  cue: Cue,
  earlier: readonly Found[],
  vocabulary: Vocabulary,
): Run | null | undefined {
  switch (cue.voice) {
    case 'adverb':
      return null;
    case 'label':
      return cue.lemma === ':'
        ? (phraseBefore(tokens, cue.from - 1) ?? undefined)
        : (phraseAfter(tokens, cue.to + 1) ?? undefined);
    case 'preposition':
      return phraseAfter(tokens, cue.to + 1) ?? untilMark(tokens, cue.to + 1) ?? undefined;
    case 'noun':
      return ownerAfter(tokens, cue.head) ?? ownerBefore(tokens, cue.head, vocabulary) ?? undefined;
    case 'passive':
      return passiveSource(tokens, cue);
    case 'participle':
      return participleSource(tokens, cue, earlier, vocabulary);
    default:
      return activeSource(tokens, cue, earlier, vocabulary);
  }
}

/** "Anyone is asked to call": a request, not a report. */
const DIRECTED = /^(ask|urge|tell|warn|advise|remind|inform|order|encourage)$/u;

function passiveSource(tokens: readonly Token[], cue: Cue): Run | null | undefined {
  const agent = agentAfter(tokens, cue.to);
  if (agent !== null) return agent;
  const next = tokens[cue.to + 1]?.lower;
  if (next === 'as' && /(ing)$/u.test(tokens[cue.to + 2]?.lower ?? ''))
    return subjectBefore(tokens, cue.from);
  if (hasInfinitive(tokens, cue.to + 1)) return DIRECTED.test(cue.lemma) ? undefined : null;
  return next === 'as' || next === 'that' ? null : undefined;
}

const fits = (cue: Cue, frame: CueFrame): boolean => cue.rows.some((row) => row.frame === frame);

function complemented(tokens: readonly Token[], cue: Cue): boolean {
  const after = cue.to + 1;
  return (
    (fits(cue, 'clause') && hasClause(tokens, after)) ||
    (fits(cue, 'quote') && hasQuote(tokens, after)) ||
    (fits(cue, 'object') && hasObject(tokens, after)) ||
    (fits(cue, 'infinitive') && hasInfinitive(tokens, after))
  );
}

function activeSource(
  tokens: readonly Token[],
  cue: Cue,
  earlier: readonly Found[],
  vocabulary: Vocabulary,
): Run | undefined {
  // “…,” Jane Roe told | reporters: whom one tells does not say it.
  const inverts = cue.lemma !== 'tell' && (fits(cue, 'speech') || fits(cue, 'clause') || fits(cue, 'quote'));
  const inverted = inverts ? subjectAfter(tokens, cue) : null;
  const said = inverted !== null && !isDay(tokens[inverted.from], vocabulary);
  if (said && canSpeak(tokens, inverted, vocabulary.speakers) === 2) return inverted;
  const subject = subjectBefore(tokens, cue.from) ?? shared(tokens, cue, earlier);
  if (subject === null) return undefined;
  if (fits(cue, 'speech')) return subject;
  const able = canSpeak(tokens, subject, vocabulary.speakers);
  const postposed = closesQuote(tokens[subject.from - 1], tokens[subject.from - 2]);
  if (fits(cue, 'quote') && able > 0 && postposed) return subject;
  if (fits(cue, 'clause') && able > 0 && contentBefore(tokens, subject.from, cue.to)) return subject;
  if (able > 0 && complemented(tokens, cue)) return subject;
  return fits(cue, 'clause') && tokens[cue.to + 1]?.lower === 'that' ? subject : undefined;
}

/** "He visited Gaza and said …": the subject of the verb before "and". */
function shared(tokens: readonly Token[], cue: Cue, earlier: readonly Found[]): Run | null {
  const before = tokens[skipAdverbs(tokens, cue.from - 1)];
  if (before === undefined || !/^(and|but|or|then|,)$/u.test(before.lower)) return null;
  return earlier.at(-1)?.source ?? mainSubject(tokens, cue.from);
}

function participleSource(
  tokens: readonly Token[],
  cue: Cue,
  earlier: readonly Found[],
  vocabulary: Vocabulary,
): Run | null | undefined {
  const before = tokens[cue.from - 1];
  if (before === undefined) return undefined;
  const after = cue.to + 1;
  const quoting = earlier.at(-1);
  if (before.lower === 'as' && quoting && /^(quote|cite)$/u.test(quoting.cue.lemma)) {
    return phraseAfter(tokens, quoting.cue.to + 1) ?? undefined;
  }
  if (
    !complemented(tokens, cue) &&
    !(fits(cue, 'speech') && (hasClause(tokens, after) || hasObject(tokens, after)))
  )
    return undefined;
  if (
    before.text === ',' ||
    closesQuote(before, tokens[cue.from - 2]) ||
    // "spoke to reporters on Thursday | saying"
    before.pos === 'ADV' ||
    /^(by|while|and|for|as|in|without|before|after|from|of|also|even|then)$/u.test(before.lower)
  ) {
    return (
      earlier.findLast((one) => one.cue.voice !== 'noun')?.source ??
      mainSubject(tokens, cue.from) ??
      undefined
    );
  }
  const subject = behindWith(tokens, cue.from - 1) ?? subjectBefore(tokens, cue.from);
  return subject !== null && canSpeak(tokens, subject, vocabulary.speakers) > 0 ? subject : undefined;
}

/** "… blamed the disaster, with Tehran | saying": the speaker of an added clause. */
function behindWith(tokens: readonly Token[], end: number): Run | null {
  const run = phraseBefore(tokens, end);
  if (run === null) return null;
  for (let i = end; i > run.from; i -= 1) if (tokens[i - 1]?.lower === 'with') return { from: i, to: end };
  return null;
}

function span(tokens: readonly Token[], run: Run | null): Span | null {
  const first = run && tokens[run.from];
  const last = run && tokens[run.to];
  return first && last ? { start: first.start, end: last.end } : null;
}

function toMention(
  tokens: readonly Token[],
  cue: Cue,
  source: Run | null,
  content: Run | null,
): AttributionMention | null {
  const at = span(tokens, cue);
  const first = tokens[cue.from];
  if (at === null || first === undefined) return null;
  return {
    kind: 'attribution',
    ...at,
    text: textOf(tokens, cue.from, cue.to),
    cue: at,
    source: span(tokens, source),
    content: span(tokens, content),
    verb: cue.lemma,
    stance: cue.stance,
  };
}
