import { describe, expect, it } from 'vitest';
import { warmUp } from '../../src/http/warm-up.ts';
import type { Store } from '../../src/store/store.ts';
import { withApp } from './harness.ts';
import { tellStory } from './story.ts';

const here = withApp(tellStory);

describe('a server that has just started', () => {
  it('goes through its pages before anybody asks, also where looking needs a key', async () => {
    const asked: string[] = [];
    const store = new Proxy(here.store, {
      get: (target, name: keyof Store) => {
        asked.push(name);
        const value = target[name];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await warmUp({ ...here.services, store, config: { ...here.services.config, reading: 'keys' } });
    expect(asked).toEqual(expect.arrayContaining(['view', 'claims', 'documents', 'findings', 'claimsById']));
  });

  it('counts none of that as a request, and writes none of it down', async () => {
    here.logged.length = 0;
    await warmUp(here.services);
    expect(here.logged).toEqual([]);
    const numbers = await (await here.get('/metrics', here.keyed)).text();
    expect(numbers).not.toContain('route="/topics/:topic"');
  });

  it('starts all the same when a page cannot be shown', async () => {
    const broken = new Proxy(here.store, {
      get: () => () => Promise.reject(new Error('The disk is gone.')),
    });
    await expect(warmUp({ ...here.services, store: broken })).resolves.toBeUndefined();
  });
});
