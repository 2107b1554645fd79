import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/http/read-message.ts';

/** A message as Node hands it out. */
function message(url: string, headers: Record<string, string>, method = 'GET'): IncomingMessage {
  const rawHeaders = Object.entries(headers).flat();
  return { url, method, rawHeaders, headers } as unknown as IncomingMessage;
}

const value = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const headers = fc.record({
  host: fc.constantFrom('news.example', 'other.example:80', 'NEWS.example', 'news.example/..'),
  accept: value('text/csv', '*/*'),
  'accept-encoding': value('gzip', 'identity'),
  origin: value('https://a.example', 'https://b.example'),
  'if-none-match': value('"a"', '*', '"a", "b"'),
  'x-request-id': value('mine', 'other'),
  'x-forwarded-for': value('203.0.113.7', '203.0.113.8'),
  authorization: value('Bearer x'),
  'content-length': value('0'),
});
const asked = fc.record({
  url: fc.constantFrom('/v1/topics', '/v1/topics?limit=1', '/'),
  method: fc.constantFrom('GET', 'GET', 'HEAD', 'POST'),
  headers: headers.map((given) =>
    Object.fromEntries(
      Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
  ),
});

describe('a message', () => {
  it('is understood as if it were the first, whatever came to its address before', () => {
    fc.assert(
      fc.property(fc.array(asked, { minLength: 2, maxLength: 30 }), (all) => {
        const read = createReader();
        for (const { url, method, headers: given } of all)
          for (const _ of [1, 2])
            expect(read(message(url, given, method))).toEqual(createReader()(message(url, given, method)));
      }),
    );
  });

  it('is read once for all that are the same, and forgotten among many others', () => {
    const read = createReader();
    const host = { host: 'news.example' };
    const first = read(message('/v1/topics', host));
    expect(first).toMatchObject({ key: expect.stringContaining('http://news.example/v1/topics') });
    expect(read(message('/v1/topics', host))).toBe(first);
    for (let index = 0; index < 10_000; index += 1) read(message(`/v1/topics?after=${index}`, host));
    expect(read(message('/v1/topics', host))).not.toBe(first);
    expect(read(message('/v1/topics', host))).toEqual(first);
  });
});
