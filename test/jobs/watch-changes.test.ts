import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { watchChanges } from '../../src/jobs/watch-changes.ts';

describe('who waits for changes', () => {
  it('leaves nothing behind with the signal that could have ended it, however often it waits', async () => {
    const watch = watchChanges({ lastChange: async () => 0 }, 1_000);
    const { signal } = new AbortController();
    for (let i = 0; i < 3; i += 1) expect(await watch.wait(0, 1, signal)).toBe('quiet');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    watch.close();
  });

  it('is woken by that signal', async () => {
    const watch = watchChanges({ lastChange: async () => 0 }, 1_000);
    const ending = new AbortController();
    const waiting = watch.wait(0, 60_000, ending.signal);
    expect(getEventListeners(ending.signal, 'abort')).toHaveLength(1);
    ending.abort();
    expect(await waiting).toBe('over');
    watch.close();
  });
});
