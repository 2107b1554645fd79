import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { Config, readConfig } from '../../src/config.ts';
import { TIER, Verdict } from '../../src/finding/finding.ts';
import { createApp } from '../../src/http/app.ts';
import type { Services } from '../../src/http/services.ts';
import { workedExample } from './example.ts';
import { section, table, withSection } from './tables.ts';

const ROOT = join(import.meta.dirname, '../..');
const README = join(ROOT, 'README.md');
const readme = (): string => readFileSync(README, 'utf8');

/** Compares a section of the README with what the code says; UPDATE_DOCS=1 writes it instead. */
function expectSection(name: string, content: string): void {
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(README, withSection(readme(), name, content));
  expect(section(readme(), name), 'run UPDATE_DOCS=1 npx vitest run test/docs').toBe(content);
}

function settingsTable(): string {
  const defaults: Record<string, unknown> = Config.parse({});
  const rows = Object.entries(Config.shape).map(([name, setting]) => {
    const value = defaults[name];
    return [
      `\`${name}\``,
      value === undefined ? 'none' : `\`${String(value)}\``,
      setting.meta()?.description ?? '',
    ];
  });
  return table(['variable', 'default', 'what it does'], rows);
}

interface Operation {
  summary?: string;
  tags?: string[];
}

/** One row for each call, in the order of the OpenAPI document. */
function apiTable(paths: Record<string, Record<string, Operation>>): string {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
      .map(([method, { summary }]) => [`\`${method.toUpperCase()} ${path}\``, summary ?? '']),
  );
  return table(['call', 'answers'], rows);
}

describe('the README', () => {
  it('lists each call of the API, as the OpenAPI document has them', () => {
    const about = { openapi: '3.1.0', info: { title: 'Crosscheck', version: '0' } };
    const app = createApp({ config: readConfig({}) } as unknown as Services);
    const paths = app.getOpenAPI31Document(about).paths as Record<string, Record<string, Operation>>;
    const content = apiTable(paths);
    expect(content).toContain('`GET /v1/topics`');
    expect(content).not.toMatch(/\| {2}\|/);
    expectSection('api', content);
  });

  it('lists each setting with its default, as the code has them', () => {
    expect(Object.values(Config.shape).filter((setting) => !setting.meta()?.description)).toEqual([]);
    expectSection('settings', settingsTable());
  });

  it('shows what three articles come to, as it is today', () => {
    const example = workedExample(join(ROOT, 'docs/example.ndjson'));
    expect(example).toContain('`conflict`');
    expectSection('example', example);
  });

  it('names each command of the command line', async () => {
    let help = '';
    const complaints = new PassThrough();
    const output = new PassThrough().on('data', (chunk) => {
      help += String(chunk);
    });
    await runProgram(['node', 'crosscheck', '--help'], {
      input: Readable.from([]),
      output,
      complaints,
      environment: {},
    });
    const commands = [...help.matchAll(/^ {2}([a-z]+) .*? {2}/gm)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(5);
    const rows = readme().match(/^\| `crosscheck [a-z]+.*$/gm) ?? [];
    const told = rows.flatMap((row) =>
      [...row.matchAll(/`crosscheck ([a-z]+)/g)].map(([, name = '']) => name),
    );
    expect(commands.filter((name) => name !== 'help').sort()).toEqual(told.sort());
  });

  it('puts each verdict under the tier that the code gives it', () => {
    const rows = readme().match(/^\| (conflict|check|explained|–) \| `.*$/gm) ?? [];
    const told = Object.fromEntries(
      rows.flatMap((row) => {
        const [, tier = '', verdicts = ''] = row.split('|').map((cell) => cell.trim());
        return [...verdicts.matchAll(/`([a-z-]+)`/g)].map(([, verdict = '']) => [
          verdict,
          tier === '–' ? null : tier,
        ]);
      }),
    );
    expect(told).toEqual(TIER);
    expect(Object.keys(told).sort()).toEqual([...Verdict.options].sort());
  });

  it('links to files that exist', () => {
    for (const file of ['README.md', 'docs/house.md', 'bench/README.md', 'CHANGELOG.md']) {
      const links = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)];
      const broken = links
        .map(([, link = '']) => link)
        .filter((link) => !existsSync(join(ROOT, file, '..', link)));
      expect(broken, file).toEqual([]);
    }
  });

  it('names the two commands that a newcomer needs, each alone on its line', () => {
    expect(readme().split('\n')).toEqual(
      expect.arrayContaining(['npm ci && npm start', 'npm ci && npm test']),
    );
  });
});

describe('the sections that code writes', () => {
  it('are found between their marks, replaced there, and missed when a mark is gone', () => {
    const text = 'a\n<!-- x:start -->\nold\n<!-- x:end -->\nb\n';
    expect(section(text, 'x')).toBe('old');
    expect(withSection(text, 'x', 'new')).toBe('a\n<!-- x:start -->\nnew\n<!-- x:end -->\nb\n');
    expect(() => withSection(text, 'y', 'new')).toThrow('are not there');
  });

  it('keep a bar inside a cell from ending it', () => {
    expect(table(['a'], [['x|y']])).toBe('| a |\n|---|\n| x\\|y |');
  });
});
