import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/cli/log.ts';
import type { Answered } from '../../src/http/services.ts';

const gather = () => {
  const lines: string[] = [];
  return { lines, sink: { write: (line: string) => void lines.push(line) } };
};
const answered = (own: Partial<Answered> = {}): Answered => ({
  ...{ requestId: 'mine:1.2-3', method: 'GET', path: '/v1/topics', status: 304, ms: 0.1 },
  ...own,
});
const withoutTime = (line: string | undefined) => line?.replace(/"time":\d+/, '"time":0');

describe('the line of an answer', () => {
  it('is the one that pino writes, whatever was asked for', () => {
    const { lines, sink } = gather();
    const { lines: wanted, sink: other } = gather();
    const [log, plain] = [createLog('info', sink), pino({ level: 'info' }, other)];
    const hostile = ['/a"b\\c', '/\u0000\n\t', '/naïve/été', '/‮/😀', `/${'x'.repeat(300)}`, ''];
    for (const path of ['/v1/topics', '/v1/topics', ...hostile])
      for (const own of [{ path }, { path, method: 'POST', status: 201, ms: 12 }, { path, ms: 1_234.5 }]) {
        log.answered?.(answered(own));
        plain.info(answered(own), 'request');
      }
    expect(lines.length).toBe(wanted.length);
    for (const [at, line] of lines.entries()) expect(withoutTime(line)).toBe(withoutTime(wanted[at]));
    expect(lines.every((line) => JSON.parse(line).msg === 'request')).toBe(true);
    expect(Math.abs(JSON.parse(lines[0] ?? '').time - Date.now())).toBeLessThan(60_000);
  });

  it('is left out where only worse is wanted', () => {
    const { lines, sink } = gather();
    for (const level of ['warn', 'error', 'silent']) createLog(level, sink).answered?.(answered());
    expect(lines).toEqual([]);
    createLog('debug', sink).answered?.(answered());
    expect(lines.length).toBe(1);
  });
});
