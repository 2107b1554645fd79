import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Database } from './database.ts';

/** An answer that can be sent again. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Whose idempotency key it is, and the key. */
export interface AnswerKey {
  owner: string;
  key: string;
}

export type Begun =
  | { state: 'new' | 'under-way' | 'other-request' }
  | { state: 'answered'; answer: KeptAnswer };

/** Answers to requests with an idempotency key, as a store keeps them: for a day. */
export interface AnswerStore {
  /**
   * Takes a key for a request (the SHA-256 of it), or says who has it: the same request that is under way or was
   * answered, or another one. `at`: milliseconds.
   */
  beginAnswer(key: AnswerKey, request: string, at: number): Promise<Begun>;
  keepAnswer(key: AnswerKey, answer: KeptAnswer): Promise<void>;
  /** Gives a key back: what was asked with it may be asked again. */
  dropAnswer(key: AnswerKey): Promise<void>;
  /**
   * Gives back the keys of requests that began before (milliseconds) and have no answer: the program that was at them
   * was stopped. Younger ones may be under way in another program.
   */
  dropUnfinished(before: number): Promise<void>;
}

const DAY_MS = 86_400_000;

export function answerStore(database: Database): AnswerStore {
  const { keptAnswers: t } = database.tables;
  const isIt = ({ owner, key }: AnswerKey) => and(eq(t.owner, owner), eq(t.key, key));
  return {
    beginAnswer: ({ owner, key }, request, at) =>
      database.write(async (q): Promise<Begun> => {
        await q.delete(t).where(lt(t.startedAt, at - DAY_MS));
        const [kept] = await q.select().from(t).where(isIt({ owner, key })).limit(1);
        if (!kept) {
          const row = { owner, key, request, startedAt: at, status: null, headers: null, body: null };
          await database.insert(q, 'keptAnswers', [row]);
          return { state: 'new' };
        }
        if (kept.request !== request) return { state: 'other-request' };
        if (kept.status === null) return { state: 'under-way' };
        const headers = JSON.parse(kept.headers ?? '{}');
        return { state: 'answered', answer: { status: kept.status, headers, body: kept.body ?? '' } };
      }),
    keepAnswer: (key, { status, headers, body }) =>
      database.write(async (q) => {
        await q
          .update(t)
          .set({ status, headers: JSON.stringify(headers), body })
          .where(isIt(key));
      }),
    dropAnswer: (key) =>
      database.write(async (q) => {
        await q.delete(t).where(isIt(key));
      }),
    dropUnfinished: (before) =>
      database.write(async (q) => {
        await q.delete(t).where(and(isNull(t.status), lt(t.startedAt, before)));
      }),
  };
}
