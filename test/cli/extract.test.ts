import { describe, expect, it } from 'vitest';
import { article, ndjson, parseLines, run, runProcess } from './run.ts';

type Row = { id: string; claims: { documentId: string; value: { nominal: number } }[] };
const rows = (output: string): Row[] => parseLines(output) as unknown as Row[];

describe('crosscheck extract', () => {
  it('gives a line for a line, in order, under the ids that came in', async () => {
    const { status, output, complaints } = await run(
      ['extract'],
      ndjson(article('b'), article('a'), article('c')),
    );
    expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
    expect(rows(output).map((row) => row.id)).toEqual(['b', 'a', 'c']);
    expect(rows(output)[1]?.claims[0]).toMatchObject({ documentId: 'a', value: { nominal: 4 } });
  });

  it('derives an id from the content when none is given', async () => {
    const { output } = await run(['extract'], ndjson(article('x', { id: undefined })));
    expect(rows(output)[0]?.id).toMatch(/^doc_/);
  });

  it('adds mentions and the document when asked', async () => {
    const { output } = await run(
      ['extract', '--mentions', '--document'],
      ndjson(article('a', { title: 'Bridge falls' })),
    );
    const [row] = parseLines(output);
    expect(row?.['mentions']).toContainEqual(
      expect.objectContaining({ kind: 'quantity', nominal: 4, hedge: 'at-least' }),
    );
    expect(row?.['document']).toEqual({
      text: article('a').text,
      title: 'Bridge falls',
      outlet: 'example-times',
      publishedAt: '2025-03-04T09:00:00Z',
      language: 'en',
    });
  });

  it('explains in a table, or as data', async () => {
    const input = ndjson(
      article('a', { text: 'A fire killed four people in a village. It also killed ten cows.' }),
    );
    const table = await run(['extract', '--explain'], input);
    expect(table.status).toBe(0);
    expect(table.output).toMatch(
      /^a \(example-times\), figures: 2 made, 0 merged into another claim, 0 refused\.\n/,
    );
    expect(table.output).toContain('people.killed/active');
    expect(table.output).toContain('0.30 unsure');
    expect(table.output).toContain('The predicate does not count what is named');
    const data = await run(['extract', '--explain', '--json'], input);
    const [row] = parseLines(data.output);
    expect(row?.['trace']).toMatchObject({ fates: expect.any(Array), steps: expect.any(Array) });
    expect(row?.['claims']).toHaveLength(2);
  });

  it('explains one figure', async () => {
    const input = ndjson(article('a', { text: 'A fire killed four people and hurt 31 others.' }));
    const { output } = await run(['extract', '--quantity', '31', '--json'], input);
    const [row] = parseLines(output) as unknown as { trace: { fates: { text: string }[] } }[];
    expect(row?.trace.fates.map(({ text }) => text)).toEqual(['31']);
  });

  it('says nothing about nothing', async () => {
    expect(await run(['extract'], '')).toEqual({ status: 0, output: '', complaints: '' });
    expect(await run(['extract'], '\n\r\n  \n')).toEqual({ status: 0, output: '', complaints: '' });
  });

  it('names bad lines by number and goes on', async () => {
    const input = [
      ndjson(article('a')).trim(),
      '{"id": "b"',
      '[]',
      JSON.stringify(article('d', { publishedAt: 'yesterday' })),
      JSON.stringify(article('e', { text: '' })),
      JSON.stringify(article('f', { html: '<p>x</p>' })),
      JSON.stringify({ outlet: 'x', publishedAt: '2025-03-04T09:00:00Z', url: 'https://example.org/' }),
      JSON.stringify(article('h', { zone: 'Mars/Phobos' })),
      JSON.stringify(article('i')),
    ].join('\n');
    const { status, output, complaints } = await run(['extract'], input);
    expect(status).toBe(1);
    expect(rows(output).map((row) => row.id)).toEqual(['a', 'i']);
    for (const said of [
      'line 2: This is not JSON',
      'line 3: Give one JSON object a line.',
      'line 4: publishedAt: Give an RFC 3339 time',
      'line 5: text: The text is empty.',
      'line 6: html: Give text or html, not both.',
      'line 7: text: Give text or html; only "crosscheck ingest" fetches addresses.',
      'line 8: zone: Give an IANA zone',
      '7 lines could not be read',
    ])
      expect(complaints).toContain(said);
  });

  it('refuses binary garbage without falling over', async () => {
    const garbage = Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256));
    const { status, output, complaints } = await run(['extract'], garbage);
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(complaints).toMatch(/could not be read/);
  });

  it('refuses a line of 20 MB with its number and reads the next one', async () => {
    const { status, output, complaints } = await run(
      ['extract'],
      [
        ...[
          `{"id":"a","outlet":"x","publishedAt":"2025-03-04T09:00:00Z","text":"`,
          'x'.repeat(20_000_000),
          '"}\n',
        ],
        ndjson(article('b')),
      ],
    );
    expect(status).toBe(1);
    expect(complaints).toContain('line 1: text: Too big');
    expect(rows(output).map((row) => row.id)).toEqual(['b']);
  });

  it('reads lines that are cut anywhere, with CRLF and characters of many bytes', async () => {
    const bytes = Buffer.from(ndjson(article('ä🕊'), article('b')).replaceAll('\n', '\r\n'));
    const chunks = Array.from({ length: bytes.length }, (_, i) => bytes.subarray(i, i + 1));
    const { output } = await run(['extract'], chunks);
    expect(rows(output).map((row) => row.id)).toEqual(['ä🕊', 'b']);
  });

  it('reads half a surrogate pair as a replaced character', async () => {
    const { status, output } = await run(
      ['extract', '--document'],
      `{"id":"a","outlet":"x","publishedAt":"2025-03-04T09:00:00Z","text":"Two \\ud800 died there."}\n`,
    );
    expect(status).toBe(0);
    expect(parseLines(output)[0]?.['document']).toMatchObject({ text: 'Two \uFFFD died there.' });
  });

  it('names fields that it does not know, once', async () => {
    const { complaints, status } = await run(
      ['extract'],
      ndjson(article('a', { mood: 1 }), article('b', { mood: 2 })),
    );
    expect(complaints.match(/ignoring "mood"/g)).toHaveLength(1);
    expect(status).toBe(0);
  });

  it('gives the same bytes in a process of its own', async () => {
    const input = ndjson(article('a'), article('b'));
    const here = await run(['extract', '--mentions'], input);
    const there = await runProcess(['extract', '--mentions'], input, {
      TZ: 'Asia/Tokyo',
      LANG: 'tr_TR.UTF-8',
    });
    expect(there).toEqual(here);
  });
});
