import { ByForm } from '../../sentence/by-form.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { answer } from './answer.ts';
import { ballot } from './ballot.ts';
import { charge } from './charge.ts';
import { contest } from './contest.ts';
import { leader } from './leader.ts';
import { members } from './members.ts';
import { occurrence } from './occurrence.ts';
import type { Reader } from './reader.ts';
import { results } from './results.ts';
import { statement } from './statement.ts';
import { status } from './status.ts';
import { tone } from './tone.ts';
import { voices } from './voices.ts';

/** Every reader of what is no figure; the order is the order of claims that stand at the same place. */
export const READERS: readonly Reader[] = [
  members,
  leader,
  occurrence,
  status,
  tone,
  statement,
  charge,
  answer,
  ballot,
  contest,
  voices,
  results,
];

interface Calls {
  /** For each word the readers that ask for one of its forms, a bit each. */
  readonly byWord: ByForm<number>;
  /** The readers that are asked every time. */
  readonly always: number;
}

const known = new WeakMap<Vocabulary, Calls>();

function callsOf(vocabulary: Vocabulary): Calls {
  const ready = known.get(vocabulary);
  if (ready) return ready;
  const bits = new Map<string, number>();
  let always = 0;
  for (const [i, reader] of READERS.entries()) {
    if (!reader.words) always |= 1 << i;
    for (const word of reader.words?.(vocabulary) ?? []) bits.set(word, (bits.get(word) ?? 0) | (1 << i));
  }
  const bitsOf = (word: string): number => bits.get(word) ?? 0;
  const byWord = new ByForm((word) => bitsOf(word.lower) | bitsOf(word.lemma) | bitsOf(nounLemma(word)));
  const calls = { byWord, always };
  known.set(vocabulary, calls);
  return calls;
}

/** The readers that may find something in a sentence, in their order. Most sentences have no word that one asks for. */
export function readersFor(tokens: readonly Token[], vocabulary: Vocabulary): Reader[] {
  const { byWord, always } = callsOf(vocabulary);
  let called = always;
  for (const token of tokens) called |= byWord.of(token);
  return READERS.filter((_, i) => (called & (1 << i)) !== 0);
}
