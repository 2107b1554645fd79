import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What a fresh process says, for what is asked about is settled once in each. */
const say = (lines: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', lines], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  );

it('a page is drawn without anything that makes every later answer dearer', () => {
  const said = say(`
    import { AsyncLocalStorage } from 'node:async_hooks';
    import { jsx } from 'hono/jsx';
    import { renderPlainly } from './src/http/render-plainly.ts';
    const { getBuiltinModule } = process;
    const { run } = AsyncLocalStorage.prototype;
    let runs = 0;
    AsyncLocalStorage.prototype.run = function (...given) { runs += 1; return run.apply(this, given); };
    renderPlainly();
    const Inner = () => jsx('b', {}, 'inside');
    const page = jsx('p', {}, jsx(Inner, {})).toString();
    console.log(JSON.stringify([page, runs, process.getBuiltinModule === getBuiltinModule]));
  `);
  expect(said).toEqual(['<p><b>inside</b></p>', 0, true]);
});

it('an app, which draws pages before it is asked for any, takes care of that', () => {
  const said = say(`
    import { AsyncLocalStorage } from 'node:async_hooks';
    import { readConfig } from './src/config.ts';
    const { run } = AsyncLocalStorage.prototype;
    let runs = 0;
    AsyncLocalStorage.prototype.run = function (...given) { runs += 1; return run.apply(this, given); };
    const { createApp } = await import('./src/http/app.ts');
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const app = createApp({ store: { stamp: () => null }, config: readConfig({}), log });
    const page = await (await app.request('/docs')).text();
    console.log(JSON.stringify([page.startsWith('<!doctype html>'), runs]));
  `);
  expect(said).toEqual([true, 0]);
}, 60_000);
