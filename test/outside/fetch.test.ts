import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkUrl, isPublicAddress, publicLookup, RefusedAddress } from '../../src/outside/addresses.ts';
import { decodeBytes } from '../../src/outside/decode.ts';
import { fetchOutside, kindOf } from '../../src/outside/fetch.ts';

const guarded = { allowPrivateAddresses: false };
const open = { allowPrivateAddresses: true };

const ROUTES: Record<string, RequestListener> = {
  '/article': (_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Zürich 24</p>'),
  '/latin': (_, answer) =>
    answer
      .writeHead(200, { 'content-type': 'text/html' })
      .end(Buffer.from('<meta charset="iso-8859-1"><p>Zürich</p>', 'latin1')),
  '/feed': (_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/xml' }).end('<?xml version="1.0"?><rss version="2.0"/>'),
  '/text': (_, answer) => answer.writeHead(200, { 'content-type': 'text/plain' }).end('24 died.'),
  '/image': (_, answer) => answer.writeHead(200, { 'content-type': 'image/png' }).end('PNG'),
  '/missing': (_, answer) => answer.writeHead(404).end('no'),
  '/large': (_, answer) => answer.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(50_000)),
  '/slow': (_, answer) => void answer.writeHead(200, { 'content-type': 'text/plain' }).write('x'),
  '/hop': (_, answer) => answer.writeHead(302, { location: '/article' }).end(),
  '/loop': (_, answer) => answer.writeHead(302, { location: '/loop' }).end(),
  '/inside': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/user': (_, answer) => answer.writeHead(302, { location: 'http://me:secret@example.org/' }).end(),
};

let server: Server;
let base = '';
beforeAll(async () => {
  server = createServer((request, answer) =>
    (ROUTES[request.url ?? ''] ?? ROUTES['/missing'])?.(request, answer),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('an address', () => {
  const refused = [
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://198.18.0.1/',
    'http://192.0.2.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://240.0.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
    'http://[5f00::1]/',
    'http://localhost/',
    'http://localhost./',
    'http://a.localhost/',
    'http://metadata.google.internal/',
    'http://printer.local/',
    'http://user:pass@example.org/',
    'http://user@example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'data:text/plain,x',
    'http://１２７.0.0.1/',
    'http://127.0.0.1./',
  ];
  for (const address of refused) {
    it(`${address} is not fetched`, async () => {
      expect(() => checkUrl(new URL(address), false)).toThrow(RefusedAddress);
      await expect(fetchOutside(address, guarded)).rejects.toMatchObject({ code: 'outside-refused' });
    });
  }

  it('on the public internet may be fetched', () => {
    for (const address of [
      'http://example.org/',
      'https://93.184.215.14/',
      'http://[2606:4700::1111]/',
      'https://localhost.example.org/',
      'https://internal-affairs.example.org/',
    ])
      expect(() => checkUrl(new URL(address), false)).not.toThrow();
    expect(isPublicAddress('not an address')).toBe(false);
  });

  it('that is none is refused with a reason', async () => {
    await expect(fetchOutside('not an address', guarded)).rejects.toThrow('it is no full http(s) address');
  });

  it('whose name leads inside is refused when it is resolved', async () => {
    const error = await new Promise((resolve) =>
      publicLookup('localhost', {}, (problem) => resolve(problem)),
    );
    expect(error).toBeInstanceOf(RefusedAddress);
  });
});

describe('a fetch', () => {
  it('gives the text and where it was found', async () => {
    expect(await fetchOutside(`${base}/hop`, open)).toEqual({
      url: `${base}/article`,
      kind: 'html',
      content: '<p>Zürich 24</p>',
    });
  });

  it('reads what the page says about its letters', async () => {
    expect((await fetchOutside(`${base}/latin`, open)).content).toContain('Zürich');
  });

  it('tells feeds and texts from pages', async () => {
    expect((await fetchOutside(`${base}/feed`, open)).kind).toBe('feed');
    expect((await fetchOutside(`${base}/text`, open)).kind).toBe('text');
    expect(kindOf('application/json', '{"version": "https://jsonfeed.org/version/1.1"}')).toBe('feed');
    expect(kindOf('application/json', '{"a": 1}')).toBe('json');
    expect(kindOf('text/plain', '<!DOCTYPE html><p>')).toBe('html');
    expect(kindOf('application/pdf', '%PDF')).toBeNull();
  });

  const failures: [string, string, string][] = [
    ['/image', 'outside-refused', 'its type is image/png'],
    ['/missing', 'outside-failed', 'the server answers 404'],
    ['/large', 'outside-refused', 'larger than 10000 bytes'],
    ['/slow', 'outside-failed', 'no answer within'],
    ['/loop', 'outside-failed', 'redirects more than 5 times'],
    ['/inside', 'outside-refused', 'Only http and https'],
    ['/user', 'outside-refused', 'user name or password'],
  ];
  for (const [path, code, reason] of failures) {
    it(`of ${path} fails with a reason`, async () => {
      const fetching = fetchOutside(`${base}${path}`, { ...open, largest: 10_000, patience: 1_000 });
      await expect(fetching).rejects.toMatchObject({ code, message: expect.stringContaining(reason) });
    });
  }

  it('of a closed port fails with a reason', async () => {
    await expect(fetchOutside('http://127.0.0.1:1/', open)).rejects.toThrow('takes no connection');
  });
});

describe('bytes', () => {
  it('are read by their mark, the header, the markup, or as they look', () => {
    expect(decodeBytes(Buffer.from([0xef, 0xbb, 0xbf, 0x41]), null)).toBe('A');
    expect(decodeBytes(Buffer.from([0xff, 0xfe, 0x41, 0]), 'text/html; charset=utf-8')).toBe('A');
    expect(decodeBytes(Buffer.from([0xe9]), 'text/html; charset="ISO-8859-1"')).toBe('é');
    expect(
      decodeBytes(Buffer.from('<?xml version="1.0" encoding="windows-1251"?>\xcf', 'latin1'), 'text/xml'),
    ).toContain('П');
    expect(decodeBytes(Buffer.from('é', 'utf8'), 'text/html; charset=no-such-thing')).toBe('é');
    expect(decodeBytes(Buffer.from([0x93, 0x41]), null)).toBe('“A');
    expect(decodeBytes(Buffer.from([]), null)).toBe('');
  });
});
