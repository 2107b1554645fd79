import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSED } from '../vocabulary/own-predicate.ts';
import { run } from './run.ts';

const predicate = (id: string, change: (text: string) => string = (text) => text) =>
  change(CLOSED.replace('id: bridges.closed', `id: ${id}`));

describe('crosscheck vocabulary check', () => {
  let folder = '';
  const put = (name: string, text: string) => writeFileSync(join(folder, 'predicates', name), text);
  const check = (...more: string[]) => run(['vocabulary', 'check', folder, ...more]);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
    mkdirSync(join(folder, 'predicates'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is content with a folder whose examples all hold', async () => {
    put('bridges.closed.yaml', predicate('bridges.closed'));
    const { status, output, complaints } = await check();
    expect(complaints).toMatch(
      /^\d{3} predicates, offices, sites and classes of words: \d+ examples hold, 0 do not\.\n$/,
    );
    expect(output).toMatch(/bridges\.closed\s+│\s+2\s+│\s+0/);
    expect(status).toBe(0);
  });

  it('names the file and the field that are wrong, of all files at once', async () => {
    put(
      'bridges.closed.yaml',
      predicate('bridges.closed', (text) => text.replace('kind: quantity', 'kind: heap')),
    );
    put('bridges.open.yaml', 'id: [');
    const { status, output, complaints } = await check();
    expect(complaints).toContain('bridges.closed.yaml');
    expect(complaints).toContain('kind');
    expect(complaints).toContain('bridges.open.yaml');
    expect(complaints).toContain('cannot be used');
    expect({ status, output }).toEqual({ status: 1, output: '' });
  });

  it('refuses a predicate without a sentence that it must leave alone', async () => {
    put(
      'bridges.closed.yaml',
      predicate('bridges.closed', (text) => text.replace(/leaves:[\s\S]*/, 'leaves: []\n')),
    );
    const { status, complaints } = await check();
    expect(complaints).toContain('Give at least one sentence that it must not find.');
    expect(status).toBe(1);
  });

  it('says what was found instead when an example does not hold', async () => {
    put(
      'bridges.closed.yaml',
      predicate('bridges.closed', (text) =>
        text
          .replace('"four", subject: "bridges"', '"five"')
          .replace('closed four schools', 'closed four bridges')
          .replace(
            '  leaves:',
            '    - { text: "The city opened four bridges." }\n    - { text: "The city closed two bridges.", subject: "tunnels" }\n  leaves:',
          ),
      ),
    );
    const { status, complaints } = await check();
    expect(complaints.split('\n').slice(0, 4)).toEqual([
      'bridges.closed: “The city closed four bridges.”: the value should be “five”, but is “four”.',
      'bridges.closed: “The city opened four bridges.”: no claim of this predicate was found.',
      'bridges.closed: “The city closed two bridges.”: the subject should be “tunnels”, but is “bridges”.',
      expect.stringMatching(
        /^bridges\.closed: “The city closed four bridges\.”: it must find nothing there, but found “four \(bridges\.closed\/active\)”\.$/,
      ),
    ]);
    expect(status).toBe(1);
  });

  it('names an extractor that does not exist, and those that do', async () => {
    put(
      'bridges.closed.yaml',
      predicate('bridges.closed', (text) => `${text}extractor: guesser\n`),
    );
    const { status, complaints } = await check();
    expect(complaints).toMatch(
      /extractor: guesser”: there is no such extractor; there are .*leader, measured,/,
    );
    expect(status).toBe(1);
  });

  it('refuses two files of one id, and a larger predicate that does not exist', async () => {
    put('a.yaml', predicate('bridges.closed'));
    put('b.yaml', predicate('bridges.closed'));
    expect((await check()).complaints).toContain('the id "bridges.closed" is taken by another file');
    put(
      'b.yaml',
      predicate('bridges.shut', (text) => `${text}within: [bridges.lost]\n`),
    );
    const { status, complaints } = await check();
    expect(complaints).toContain('bridges.shut: within names "bridges.lost", which does not exist.');
    expect(status).toBe(1);
  });

  it('refuses a kind of people that does not exist', async () => {
    put(
      'b.yaml',
      predicate('bridges.shut', (text) => `${text}everyone: [bridge-keeper]\n`),
    );
    const { status, complaints } = await check();
    expect(complaints).toContain('bridges.shut: everyone names "bridge-keeper", which does not exist.');
    expect(status).toBe(1);
  });

  it('refuses a taxonomy that points nowhere, and a folder that is none', async () => {
    const causes = join(folder, 'causes.yaml');
    writeFileSync(causes, '- { id: avalanche, within: [snow] }\n');
    expect((await check()).complaints).toContain('causes.yaml: taxonomy node "avalanche" names "snow"');
    const { status, complaints } = await run(['vocabulary', 'check', join(folder, 'nowhere')]);
    expect(complaints).toContain('nowhere');
    expect(status).toBe(1);
  });

  it('writes the same as JSON', async () => {
    put(
      'bridges.closed.yaml',
      predicate('bridges.closed', (text) => text.replace('"four", s', '"five", s')),
    );
    const { status, output, complaints } = await check('--json');
    const { ok, problems, predicates } = JSON.parse(output);
    expect({ status, complaints, ok, problems }).toEqual({
      status: 1,
      complaints: '',
      ok: false,
      problems: [],
    });
    expect(predicates).toContainEqual({
      id: 'bridges.closed',
      passed: 1,
      failures: [
        {
          kind: 'takes',
          text: 'The city closed four bridges.',
          because: 'the value should be “five”, but is “four”',
        },
      ],
    });
    put('bridges.closed.yaml', 'title: 7');
    const broken = await check('--json');
    expect(JSON.parse(broken.output)).toMatchObject({ ok: false, predicates: [] });
    expect(broken.status).toBe(1);
  });

  it('checks the folder that is in use when none is given', async () => {
    const { status, complaints } = await run(['vocabulary', 'check'], '', { CROSSCHECK_VOCABULARY: folder });
    expect({ status, complaints }).toMatchObject({
      status: 0,
      complaints: expect.stringMatching(
        /^\d{3} predicates, offices, sites and classes of words: \d+ examples hold, 0 do not/,
      ),
    });
  });
});
