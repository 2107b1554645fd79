import { isWord } from '../../sentence/forms.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Reading } from '../reading/reading.ts';
import type { TriggerHit } from './triggers.ts';

/** Whether a word of the sentence tells that a trigger means something else: the turnout of a union's ballot. */
export const isMeantOtherwise = (tokens: readonly Token[], { predicate: { unless } }: TriggerHit): boolean =>
  unless.length > 0 && tokens.some((_, i) => unless.some((words) => standsAt(tokens, i, words)));

/** Whether a word, or several one behind the other, begin at a token. */
const standsAt = (tokens: readonly Token[], at: number, words: string): boolean =>
  words.split(' ').every((word, i) => {
    const token = tokens[at + i];
    return token !== undefined && isWord(token, word);
  });

/** "the attempted murder of five": it did not come to that. */
export const isAttempt = ({ tokens, words }: Reading, hit: TriggerHit): boolean =>
  words.doubt.attempted.has(tokens[hit.first - 1]?.lower ?? '');
