import { answer } from './answer.ts';
import { charge } from './charge.ts';
import { leader } from './leader.ts';
import { members } from './members.ts';
import { occurrence } from './occurrence.ts';
import type { Reader } from './reader.ts';
import { statement } from './statement.ts';
import { status } from './status.ts';
import { tone } from './tone.ts';

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
];
