import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** How long after a write the log of a database is brought home, in milliseconds: many writes, one way. */
const AFTER = 1_000;
/** A log that is smaller is left as it is: a command that writes a little starts no thread. */
const WORTH = 4 * 1024 * 1024;

/** In words that every runtime understands: a thread cannot load TypeScript. */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads');
  const connection = new (require(workerData.driver))(workerData.path, { timeout: 0 });
  parentPort.on('message', (said) => {
    if (said === 'close') {
      connection.close();
      parentPort.close();
    } else connection.pragma('wal_checkpoint(passive)');
  });
`;

/** Brings what was written home into the database file, beside all other work. */
export interface Checkpoints {
  /** Something was written. */
  wrote(): void;
  /** Ends when the thread has let go of the file. */
  close(): Promise<void>;
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function startThread(path: string): Worker {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  const thread = new Worker(THREAD, { eval: true, workerData: { driver, path }, execArgv: [] });
  thread.unref();
  return thread;
}

/**
 * Checkpoints of a database by a thread of its own, a second after a write: bringing home thousands of pages takes as
 * long as dozens of writes, and who waits for a commit or an answer must not wait for it. A thread that fails is not
 * started again: SQLite then does it itself at some commit, as it does when the log grows faster than it is brought home.
 */
export function checkpointsBeside(path: string): Checkpoints {
  let thread: Worker | null = null;
  let failed = false;
  let timer: NodeJS.Timeout | undefined;

  const begin = (): void => {
    timer = undefined;
    if (failed || sizeOf(`${path}-wal`) < WORTH) return;
    if (!thread) {
      thread = startThread(path);
      const fail = (): void => {
        failed = true;
      };
      thread.on('error', fail).on('exit', fail);
    }
    thread.postMessage('checkpoint');
  };

  return {
    wrote() {
      timer ??= setTimeout(begin, AFTER).unref();
    },
    async close() {
      clearTimeout(timer);
      // What is written while it closes starts no other thread.
      timer = setTimeout(() => {}, 0).unref();
      const ending = thread;
      if (!ending || failed) return;
      const gone = new Promise((resolve) => ending.once('exit', resolve));
      // Nothing else may be left to wait for, and then the process would end before its thread.
      ending.ref();
      ending.postMessage('close');
      await gone;
    },
  };
}
