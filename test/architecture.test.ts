import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const PREDICATES = join(import.meta.dirname, '../data/vocabulary/predicates');

/** A room imports itself and rooms to its left. */
const ROOMS = [
  ...[
    'errors',
    'config',
    'remember',
    'each-as',
    'identity',
    'letters',
    'step',
    'value',
    'vocabulary',
    'document',
    'sentence',
    'mention',
    'claim',
    'review',
    'topic',
    'key',
  ],
  ...[
    'group',
    'finding',
    'consensus',
    'change',
    'webhook',
    'view',
    'store',
    'outside',
    'pipeline',
    'check',
    'find-topic',
    'sort-topics',
    'ingest',
    'judge-topics',
    'change-topics',
    'look-back',
    'explain',
    'check-text',
    'mcp',
    'jobs',
    'web',
    'http',
    'client',
    'cli',
    'main',
  ],
];
/** From document to view nothing touches the world; the vocabulary alone reads files, at start. */
const PURE = [
  'each-as',
  'identity',
  'letters',
  'remember',
  'step',
  'value',
  'document',
  'sentence',
  'mention',
  'claim',
  'review',
  'topic',
  'group',
  'finding',
  'consensus',
  'change',
  'webhook',
  'view',
  'check',
];
const IMPURE = [
  /from '(node:(?!crypto'|url')|undici|better-sqlite3|drizzle-orm|hono|pino)/,
  /\bfetch\(/,
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\bMath\.random\(/,
  /\bprocess\./,
];

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
const room = (path: string): string => (relative(SRC, path).split('/')[0] ?? '').replace(/\.tsx?$/, '');
const sources = files(SRC).map((path) => ({
  path,
  name: relative(SRC, path),
  room: room(path),
  text: readFileSync(path, 'utf8'),
}));
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');

describe('the house', () => {
  it('has no room that is missing from the list', () => {
    expect([...new Set(sources.map((file) => file.room))].filter((name) => !ROOMS.includes(name))).toEqual(
      [],
    );
  });

  it('imports go one way', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file.text)
        .map((target) => room(join(file.path, '..', target)))
        .filter((target) => ROOMS.indexOf(target) > ROOMS.indexOf(file.room))
        .map((target) => `${file.name} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the flow from document to view is pure', () => {
    const wrong = sources
      .filter((file) => PURE.includes(file.room))
      .flatMap((file) =>
        IMPURE.filter((pattern) => pattern.test(file.text)).map((pattern) => `${file.name}: ${pattern}`),
      );
    expect(wrong).toEqual([]);
  });

  it('shared code never asks which predicate it has before it', () => {
    const ids = readdirSync(PREDICATES).map((name) => name.replace(/\.yaml$/, ''));
    const wrong = sources.flatMap((file) =>
      ids.filter((id) => file.text.includes(`'${id}'`)).map((id) => `${file.name}: ${id}`),
    );
    expect(wrong).toEqual([]);
  });

  it('files stay small', () => {
    const large = sources.filter((file) => file.text.split('\n').length > 300).map((file) => file.name);
    expect(large).toEqual([]);
  });

  it('the checks above can fail', () => {
    expect(
      importsOf("import { a } from '../store/store.ts';").map((target) =>
        room(join(SRC, 'claim/x.ts', '..', target)),
      ),
    ).toEqual(['store']);
    expect(IMPURE.some((pattern) => pattern.test('const t = Date.now();'))).toBe(true);
  });
});
