import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** Entries of one feed that are remembered: more than a feed shows at once. */
const MOST = 2_000;

const Known = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  seen: z.array(z.string()),
});
const Memory = z.record(z.string(), Known);

/** What is remembered of a feed: its validators, and the entries that were taken. */
export type KnownFeed = z.infer<typeof Known>;

const NOTHING: KnownFeed = { etag: null, lastModified: null, seen: [] };

/**
 * Reads and keeps what is known of feeds, in a file beside the database. It only saves work: without it everything is
 * read once more and found unchanged, so that a file that is lost or broken is no failure.
 */
export function feedMemory(database: string) {
  const path = database === ':memory:' ? null : `${database}.feeds.json`;
  async function read(): Promise<Record<string, KnownFeed>> {
    try {
      return path === null ? {} : Memory.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch {
      return {};
    }
  }
  return {
    of: async (feed: string): Promise<KnownFeed> => (await read())[feed] ?? NOTHING,
    async keep(feed: string, known: KnownFeed): Promise<void> {
      if (path === null) return;
      const all = { ...(await read()), [feed]: { ...known, seen: known.seen.slice(-MOST) } };
      const fresh = `${path}.${process.pid}`;
      await writeFile(fresh, JSON.stringify(all));
      await rename(fresh, path);
    },
  };
}
export type FeedMemory = ReturnType<typeof feedMemory>;
