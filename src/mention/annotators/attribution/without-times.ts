import { gather } from '../../../each-as.ts';
import type { Sentence, Token } from '../../../sentence/sentence.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { Mention, Span } from '../../mention.ts';
import { isPossessive } from './phrase.ts';

/** What may stand before a time and belongs to it: "on Monday", "late on 4 May", "since around 5 p.m.". */
const BEFORE = new Set([
  'on',
  'in',
  'at',
  'by',
  'since',
  'until',
  'around',
  'about',
  'late',
  'early',
  'earlier',
  'later',
]);

/** The times of a document, by the sentence that is asked for; sentences must be asked for in text order. */
export function timesBySentence(mentions: readonly Mention[]): (sentence: Sentence) => readonly Span[] {
  const names = new Set(gather(mentions, ({ kind, start }) => (kind === 'name' ? [start] : [])));
  const times = mentions
    // "Friday Ekpo said": a name that begins like a day.
    .filter(({ kind, start }) => kind === 'time' && !names.has(start))
    .sort((a, b) => a.start - b.start);
  let at = 0;
  return ({ start, end }) => {
    while (at < times.length && (times[at]?.start ?? 0) < start) at += 1;
    let behind = at;
    while (behind < times.length && (times[behind]?.start ?? 0) < end) behind += 1;
    return times.slice(at, behind);
  };
}

const DAY_LIKE = /^(?:this|last|next|yesterday|today|tonight|earlier|late|early|\d{1,2}(?::\d\d)?)$/u;

/**
 * The tokens of a sentence with its times as adverbs: when something was said is no part of who said it ("police this
 * morning said", "On Sunday a monitor said", "who in 2010 said"). A time inside a name of something stays: "a 2014
 * study", "Friday’s test". Places in the list are those of the tokens.
 */
export function withoutTimes(
  tokens: readonly Token[],
  times: readonly Span[],
  { times: { weekdays } }: Vocabulary,
): readonly Token[] {
  let found: Token[] | null = null;
  let at = 0;
  for (const time of times) {
    at = firstFrom(tokens, at, time.start);
    const behind = firstFrom(tokens, at, time.end);
    let from = at;
    while (BEFORE.has(tokens[from - 1]?.lower ?? '')) from -= 1;
    const lower = tokens[at]?.lower ?? '';
    const isAside = from < at || weekdays.has(lower) || DAY_LIKE.test(lower);
    if (!isAside || isPossessive(tokens[behind])) continue;
    found ??= [...tokens];
    for (let i = from; i < behind; i += 1) {
      const token = tokens[i];
      if (token) found[i] = { ...token, pos: 'ADV' };
    }
  }
  return found ?? tokens;
}

/** The first token from `at` on that starts at an offset or behind it. */
function firstFrom(tokens: readonly Token[], at: number, offset: number): number {
  let i = at;
  while (i < tokens.length && (tokens[i]?.start ?? 0) < offset) i += 1;
  return i;
}
