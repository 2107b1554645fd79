import fc from 'fast-check';
import { Histogram, Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createDurations } from '../../src/http/durations.ts';

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const observation = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  route: fc.constantFrom(
    '/v1/topics',
    '/v1/topics/:topic/consensus',
    'none',
    'a "quoted" \\ one',
    'two\nlines',
  ),
  status: fc.constantFrom(200, 304, 404),
  seconds: fc.oneof(fc.constantFrom(0, ...BUCKETS), fc.double({ min: 0, max: 20, noNaN: true })),
});

describe('how long answers took', () => {
  it('is told in the very words of the library that other numbers come from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(observation, { maxLength: 60 }), async (observations) => {
        const registers = [new Registry()];
        const labelNames = ['method', 'route', 'status'];
        const theirs = new Histogram({
          name: 'took',
          help: 'How long.',
          labelNames,
          buckets: BUCKETS,
          registers,
        });
        const ours = createDurations('took', 'How long.');
        for (const { method, route, status, seconds } of observations) {
          theirs.observe({ method, route, status }, seconds);
          ours.observe(method, route, status, seconds);
        }
        expect(`${ours.text()}\n`).toBe(await registers[0]?.metrics());
      }),
    );
  });
});
