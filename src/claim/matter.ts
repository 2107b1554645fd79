import { slug } from '../identity.ts';
import { nounLemma } from '../sentence/noun-lemma.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import { type Reading, wordsOf } from './reading/reading.ts';
import type { Counted } from './subject.ts';

/** How far from what tells of it the noun may stand, in tokens, and how far back in the text, in characters. */
const REACH = 14;
const BACK = 600;

const known = new WeakMap<Predicate, ReadonlyMap<string, string>>();

function kindsOf(predicate: Predicate): ReadonlyMap<string, string> {
  const ready = known.get(predicate);
  if (ready) return ready;
  const rows = Object.entries(predicate.matters);
  const kinds = new Map(rows.flatMap(([kind, nouns]) => nouns.map((noun) => [noun, kind] as const)));
  known.set(predicate, kinds);
  return kinds;
}

/**
 * What is voted on: "voted 219–213 to pass | the bill", "the Labour amendment | failed 42 to 58". Several votes of one
 * day are told apart by it.
 * @param at token that tells of it, and `to` the last token of its figure
 */
export function onMatter(
  reading: Reading,
  predicate: Predicate,
  at: number,
  to: number,
  counted: Counted,
): Counted {
  const kinds = kindsOf(predicate);
  if (kinds.size === 0) return counted;
  const { tokens } = reading;
  const order = Object.keys(predicate.matters);
  const kindAt = (i: number): string | undefined => {
    const token = tokens[i];
    if (token?.pos === 'VERB') return kinds.get(`to ${token.lemma}`);
    return token && (/^(?:NOUN|PROPN)$/.test(token.pos) || token.lower.endsWith('ing'))
      ? kinds.get(nounLemma(token).toLowerCase())
      : undefined;
  };
  for (const i of nearest(Math.min(at, to), Math.max(at, to), tokens.length)) {
    if (kindAt(i) === undefined) continue;
    const { first = i, last = i } = reading.chunkOf[i] ?? {};
    // "the no-confidence motion": of the words of one phrase that of the kind listed first.
    const inside = Array.from({ length: last - first + 1 }, (_, k) => kindAt(first + k));
    const kind = order.find((one) => inside.includes(one)) ?? order[0] ?? '';
    return { ...counted, ...named(reading, i, kind) };
  }
  const kind = kindBefore(reading, kinds);
  return kind ? { ...counted, text: kind, key: kind } : counted;
}

/** Between the two words, then behind them, then before them. */
function* nearest(first: number, last: number, end: number): Generator<number> {
  for (let i = first; i <= last; i += 1) yield i;
  for (let i = last + 1; i < end && i - last <= REACH; i += 1) yield i;
  for (let i = first - 1; i >= 0 && first - i <= REACH; i -= 1) yield i;
}

/** "the Labour amendment", "Amendment 110": one of several has a name. */
function named(reading: Reading, at: number, kind: string): { text: string; key: string } {
  if (reading.tokens[at]?.pos === 'VERB') return { text: kind, key: kind };
  const chunk = reading.chunkOf[at] ?? null;
  const from = chunk && chunk.wordsFrom <= at ? chunk.wordsFrom : at;
  const number = /^\d+$/.test(reading.tokens[at + 1]?.text ?? '') ? at + 1 : at;
  const text = wordsOf(reading, from, number);
  return { text, key: kind === 'amendment' && text.includes(' ') ? slug(text) : kind };
}

/** The kind that the text before the sentence named last. */
function kindBefore({ document, sentence }: Reading, kinds: ReadonlyMap<string, string>): string | null {
  const before = document.text.slice(Math.max(0, sentence.start - BACK), sentence.start);
  // In small letters: the "Contract with America" is a name.
  const words = before.match(/(?<![A-Za-z])[a-z-]+/g) ?? [];
  const last = words.findLast((word) => kinds.has(word) || kinds.has(word.replace(/s$/, '')));
  return last ? (kinds.get(last) ?? kinds.get(last.replace(/s$/, '')) ?? null) : null;
}
