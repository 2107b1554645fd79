import { afterEach, describe, expect, it, vi } from 'vitest';
import { gatherLines } from '../../src/cli/gather-lines.ts';

const gathered = () => {
  const written: string[] = [];
  return {
    written,
    lines: gatherLines({ write: (text) => written.push(text) }, { characters: 10, wait: 50 }),
  };
};
afterEach(() => vi.useRealTimers());

describe('lines that are gathered', () => {
  it('are written together once there are enough of them, whole and in their order', () => {
    const { written, lines } = gathered();
    for (const line of ['one\n', 'two\n', 'three\n', 'four\n']) lines.write(line);
    expect(written).toEqual(['one\ntwo\nthree\n']);
    lines.flush();
    lines.flush();
    expect(written).toEqual(['one\ntwo\nthree\n', 'four\n']);
  });

  it('wait no longer than they may', () => {
    vi.useFakeTimers();
    const { written, lines } = gathered();
    lines.write('a\n');
    vi.advanceTimersByTime(30);
    lines.write('b\n');
    expect(written).toEqual([]);
    vi.advanceTimersByTime(30);
    expect(written).toEqual(['a\nb\n']);
  });
});
