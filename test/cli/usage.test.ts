import { describe, expect, it } from 'vitest';
import { article, ndjson, run, start } from './run.ts';

const COMMANDS = [
  'serve',
  'extract',
  'reconcile',
  'ingest',
  'consensus',
  'discrepancies',
  'topics',
  'outlets',
  'migrate',
  'audit',
  'backup',
  'export',
  'import',
];

describe('the command line', () => {
  for (const command of COMMANDS) {
    it(`explains ${command} with an example`, async () => {
      const { status, output } = await run([command, '--help']);
      expect(status).toBe(0);
      expect(output).toContain(`$ `);
      expect(output).toContain(`crosscheck ${command}`);
    });
  }

  it('lists its commands, and tells its version', async () => {
    const { output } = await run(['--help']);
    for (const command of COMMANDS) expect(output).toContain(command);
    expect(await run(['--version'])).toMatchObject({
      status: 0,
      output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it('answers wrong usage with 2 and says what is possible', async () => {
    for (const args of [
      ['frobnicate'],
      ['extract', '--mention'],
      ['consensus'],
      ['ingest'],
      ['topics', '--limit', 'x'],
      ['topics', '--json', '--csv'],
      ['discrepancies', '--tier', 'worst'],
      [],
    ]) {
      const { status, output, complaints } = await run(args);
      expect({ args, status, output }).toEqual({ args, status: 2, output: '' });
      expect(complaints).not.toBe('');
    }
  });

  it('names a setting that cannot be used', async () => {
    const { status, complaints } = await run(['topics'], '', { CROSSCHECK_PORT: 'many' });
    expect(status).toBe(1);
    expect(complaints).toContain('CROSSCHECK_PORT');
  });

  it('names a vocabulary that cannot be read', async () => {
    const { status, complaints } = await run(['extract'], '', { CROSSCHECK_VOCABULARY: '/no/such/folder' });
    expect(status).toBe(1);
    expect(complaints).toContain('/no/such/folder');
  });

  it('ends quietly when the reader of a pipe stops', async () => {
    const child = start(['extract']);
    let complaints = '';
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    child.stdin.on('error', () => {});
    const done = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdout.once('data', () => child.stdout.destroy());
    for (let i = 0; i < 3_000; i += 1) child.stdin.write(ndjson(article(`a${i}`)));
    child.stdin.end();
    expect(await done).toBe(0);
    expect(complaints).toBe('');
  });
});
