import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROGRAM = join(import.meta.dirname, '../../dist/main.js');

interface Coverage {
  result: { url: string }[];
}

/** The packages of which a process that extracts one article loads a file: V8 itself lists every script that it ran. */
function packagesOf(article: Record<string, string>): { packages: ReadonlySet<string>; claims: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'crosscheck-loads-'));
  try {
    const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, 'extract'], {
      input: `${JSON.stringify({ outlet: 'x', publishedAt: '2025-10-07T12:00:00Z', ...article })}\n`,
      env: { ...process.env, NODE_V8_COVERAGE: folder },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    const scripts = readdirSync(folder).flatMap(
      (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage).result,
    );
    const packages = scripts.flatMap(
      ({ url }) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? [],
    );
    const { claims } = JSON.parse(stdout) as { claims: { predicate: { id: string } }[] };
    return { packages: new Set(packages), claims: claims.map(({ predicate }) => predicate.id) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ENGLISH =
  'The strike on Monday killed at least ten people and wounded 20 others, the ministry said. They were taken to two hospitals that had been closed, and their families waited with the doctors who treated them.';

describe('a process that extracts one article', () => {
  it('loads neither the model of languages nor the parsers of pages and YAML for plain English text', () => {
    const { packages, claims } = packagesOf({ text: ENGLISH });
    expect(claims).toContain('people.killed');
    expect(packages).toContain('wink-nlp');
    for (const name of ['eld', 'linkedom', '@mozilla/readability', 'yaml', 'cli-table3'])
      expect(packages).not.toContain(name);
  }, 120_000);

  it('loads the parser of pages for a page, and reads it', () => {
    const { packages, claims } = packagesOf({
      html: `<html><body><article><h1>Strike</h1><p>${ENGLISH}</p></article></body></html>`,
    });
    expect(claims).toContain('people.killed');
    expect(packages).toContain('linkedom');
    expect(packages).toContain('@mozilla/readability');
    expect(packages).not.toContain('eld');
  }, 120_000);

  it('loads the model of languages for a text that may be another language', () => {
    const { packages, claims } = packagesOf({
      text: 'Une frappe a tué au moins dix personnes lundi dans la ville, selon le ministère de la santé, qui parle aussi de vingt blessés graves.',
    });
    expect(claims).toEqual([]);
    expect(packages).toContain('eld');
  }, 120_000);
});
