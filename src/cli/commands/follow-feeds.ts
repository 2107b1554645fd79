import { setTimeout as pause } from 'node:timers/promises';
import type { CrosscheckError } from '../../errors.ts';
import { canonicalJson, sha256 } from '../../identity.ts';
import { fetchIfChanged, type Validators } from '../../outside/fetch.ts';
import { type Candidate, type Defaults, readCandidates, readSource, type Source } from '../candidates.ts';
import { type FeedMemory, feedMemory } from '../feed-memory.ts';
import { readRetryAfter, waitForFeed } from '../feed-pace.ts';
import { type Loaded, openAll } from '../open.ts';
import { Mistakes, say, type Terminal } from '../terminal.ts';
import { type Line, reasonOf, showSorted, takeOne, type World } from './ingest.ts';

/** So often an article that cannot be fetched is tried; then the feed goes on without it. */
const TRIES = 3;

/** A feed between two looks at it. */
interface Followed {
  readonly address: string;
  failures: number;
  dueAt: number;
  /** How often an entry could not be fetched. */
  readonly tries: Map<string, number>;
}

interface Following {
  world: World;
  memory: FeedMemory;
  defaults: Defaults;
  terminal: Terminal;
  stop: AbortSignal;
  allowPrivateAddresses: boolean;
}

/** The feed as it is now; null when nothing has changed since `known`. */
async function readSourceOf(
  address: string,
  known: Validators,
  { allowPrivateAddresses }: Following,
): Promise<(Validators & { source: Source }) | null> {
  if (!/^https?:\/\//i.test(address))
    return { source: { ...(await readSource(address)), kind: 'feed' }, etag: null, lastModified: null };
  const found = await fetchIfChanged(address, { allowPrivateAddresses }, known);
  if (found === null) return null;
  const { url, content, etag, lastModified } = found;
  return { source: { name: address, kind: 'feed', content, url }, etag, lastModified };
}

const keyOf = ({ input }: Candidate): string => sha256(canonicalJson(input)).slice(0, 24);

/** Takes the entries that were not taken before; answers with those that are to be tried again. */
async function takeEntries(
  entries: ReadonlyMap<string, Candidate>,
  feed: Followed,
  { world, terminal, stop }: Following,
  mistakes: Mistakes,
): Promise<{ taken: Set<string>; again: number }> {
  const taken = new Set<string>();
  const waiting: Line[] = [];
  for (const [key, candidate] of entries) {
    if (stop.aborted) break;
    const { line, failed } = await takeOne(candidate, world, terminal, mistakes);
    if (line) waiting.push(line);
    const tries = (feed.tries.get(key) ?? 0) + 1;
    if (failed === 'outside-failed' && tries < TRIES) feed.tries.set(key, tries);
    else taken.add(key);
  }
  await world.settle();
  await showSorted(waiting, world, terminal);
  return { taken, again: entries.size - taken.size };
}

/** Looks at a feed once. @throws CrosscheckError when it cannot be read */
async function lookAt(feed: Followed, following: Following, mistakes: Mistakes): Promise<void> {
  const { memory, defaults, terminal, world } = following;
  const known = await memory.of(feed.address);
  const found = await readSourceOf(feed.address, known, following);
  if (found === null) return say(terminal, `${feed.address}: nothing new`);
  const seen = new Set(known.seen);
  const all = new Map(
    readCandidates(found.source, defaults, world.vocabulary).map((entry) => [keyOf(entry), entry]),
  );
  const fresh = new Map([...all].filter(([key]) => !seen.has(key)));
  const { taken, again } = await takeEntries(fresh, feed, following, mistakes);
  // While an entry is to be tried again the feed is read again, too: a 304 would hide it.
  const { etag, lastModified } = again === 0 ? found : { etag: null, lastModified: null };
  const still = known.seen.filter((key) => !all.has(key));
  const here = [...all.keys()].filter((key) => seen.has(key) || taken.has(key));
  await memory.keep(feed.address, { etag, lastModified, seen: [...still, ...here] });
  const rest = again === 0 ? '' : `, ${again} to be tried again`;
  say(terminal, `${feed.address}: ${fresh.size} new of ${all.size}${rest}`);
}

/** Looks at a feed, and says when it is due again. Resolves to how many mistakes there were. */
async function turn(feed: Followed, everyMs: number, following: Following): Promise<number> {
  const { terminal, world } = following;
  const mistakes = new Mistakes(terminal);
  let asked: number | null = null;
  try {
    await lookAt(feed, following, mistakes);
    feed.failures = 0;
  } catch (error) {
    feed.failures += 1;
    mistakes.add(feed.address, reasonOf(error));
    const { cause } = error as CrosscheckError;
    asked = readRetryAfter((cause as { retryAfter?: unknown } | undefined)?.retryAfter, world.now());
  }
  feed.dueAt = world.now().getTime() + waitForFeed(everyMs, feed.failures, asked);
  return mistakes.count;
}

/**
 * Takes what is new in feeds into the database: once, or every so often until `stop`. What is under way is finished
 * first. Resolves to the exit status; who goes on until told to stop has done what was asked.
 */
export async function followFeeds(
  addresses: readonly string[],
  { everyMs, defaults, stop }: { everyMs: number | null; defaults: Defaults; stop: AbortSignal },
  loaded: Loaded,
  terminal: Terminal,
): Promise<number> {
  const world = await openAll(loaded);
  const { database, allowPrivateAddresses } = loaded.config;
  const memory = feedMemory(database);
  const following = { world, memory, defaults, terminal, stop, allowPrivateAddresses };
  const feeds: Followed[] = [...new Set(addresses)].map((address) => ({
    ...{ address, failures: 0, dueAt: 0, tries: new Map() },
  }));
  let mistakes = 0;
  try {
    for (;;) {
      for (const feed of feeds) {
        if (stop.aborted || feed.dueAt > world.now().getTime()) continue;
        mistakes += await turn(feed, everyMs ?? 0, following);
      }
      if (everyMs === null) return mistakes === 0 ? 0 : 1;
      if (stop.aborted) return 0;
      const next = Math.min(...feeds.map(({ dueAt }) => dueAt));
      say(terminal, `next look at ${new Date(next).toISOString()}`);
      await pause(Math.max(0, next - world.now().getTime()), undefined, { signal: stop }).catch(() => {});
    }
  } finally {
    await world.store.close();
  }
}
