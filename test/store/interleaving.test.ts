import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { all, entry } from './builders.ts';
import { temporaryFolder } from './folder.ts';

const inFolder = temporaryFolder();
let count = 0;
const open = () => {
  count += 1;
  return openStore({ path: inFolder(`${count}.db`), now: () => 0 });
};

type Step = { id: string; topic: string; outlet: string; claims: number; title: string } | { id: string };

const id = fc.constantFrom('d1', 'd2', 'd3', 'd4');
const add = fc.record({
  id,
  topic: fc.constantFrom('ferry', 'strike'),
  outlet: fc.constantFrom('harbour-post', 'valley-news'),
  claims: fc.nat(3),
  title: fc.constantFrom('a', 'b'),
});
const steps = fc.array(fc.oneof({ weight: 3, arbitrary: add }, { weight: 1, arbitrary: fc.record({ id }) }), {
  maxLength: 14,
});

const take = async (store: Store, step: Step): Promise<void> => {
  if (!('topic' in step)) return void (await store.removeDocument(step.id));
  const { claims, id: document, ...more } = step;
  await store.addDocument(entry(document, claims, more));
};

const byId = <T extends { id: string }>(rows: T[]): T[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Everything that can be asked for, without what tells how it came about: versions and empty topics. */
async function everything(store: Store) {
  const words = ['killed', 'nobody'];
  const topics = (await all((page) => store.topics(page))).filter((topic) => topic.documents > 0);
  return {
    topics,
    inputs: await Promise.all(
      topics.map(async (topic) => {
        const input = await store.topicInput(topic.id);
        return { documents: input?.documents, claims: input?.claims };
      }),
    ),
    documents: await all((page) => store.documents({}, page)),
    claims: byId(await all((page) => store.claims({}, page))),
    outlets: await all((page) => store.outlets(page)),
    found: await Promise.all(words.map(async (q) => byId(await all((page) => store.claims({ q }, page))))),
  };
}

describe('any order of adding, replacing and removing', () => {
  it('leaves the same rows as the survivors alone would', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const [lived, fresh] = await Promise.all([open(), open()]);
        for (const step of script) await take(lived, step);
        const survivors = new Map<string, Step>();
        for (const step of script) {
          survivors.delete(step.id);
          if ('topic' in step) survivors.set(step.id, step);
        }
        for (const step of byId([...survivors.values()])) await take(fresh, step);
        const [left, right] = [await everything(lived), await everything(fresh)];
        await Promise.all([lived.close(), fresh.close()]);
        expect(left).toEqual(right);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('leaves the same rows when all of it happens at once', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const [once, queued] = await Promise.all([open(), open()]);
        for (const step of script) await take(once, step);
        // Writes are taken in the order in which they were asked for.
        await Promise.all(script.map((step) => take(queued, step)));
        const [left, right] = [await everything(once), await everything(queued)];
        await Promise.all([once.close(), queued.close()]);
        expect(right).toEqual(left);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
