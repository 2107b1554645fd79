import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { write } from '../../src/cli/terminal.ts';

it('waits for a slow reader, line by line, and leaves nobody listening', async () => {
  const lines: string[] = [];
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      setImmediate(done);
    },
  });
  const before = slow.listenerCount('close');
  for (let i = 0; i < 20; i += 1) await write(slow, `line ${i}\n`);
  expect(lines).toHaveLength(20);
  expect(slow.listenerCount('close')).toBe(before);
  expect(slow.listenerCount('drain')).toBe(0);
});
