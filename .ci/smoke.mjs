// Starts the built server on a free port with a new database, asks three questions, and stops it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const QUESTIONS = [
  { path: '/healthz', says: /./ },
  { path: '/v1/topics', says: /"data":\[\{.*karsin-market-strike/s },
  { path: '/', says: /<html/i },
];
const PATIENCE_MS = 60_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function ask(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  return { status: response.status, body: await response.text() };
}

const folder = mkdtempSync(join(tmpdir(), 'crosscheck-smoke-'));
const port = await freePort();
const server = spawn(process.execPath, ['dist/main.js', 'serve'], {
  env: {
    ...process.env,
    CROSSCHECK_HOST: '127.0.0.1',
    CROSSCHECK_PORT: String(port),
    CROSSCHECK_DATABASE: join(folder, 'smoke.db'),
  },
  stdio: 'inherit',
});
let ended;
const end = new Promise((resolve) => {
  server.once('exit', (code, signal) => {
    ended = code ?? signal;
    resolve(ended);
  });
});

try {
  const deadline = Date.now() + PATIENCE_MS;
  for (const { path, says } of QUESTIONS) {
    let answer;
    while (answer === undefined) {
      if (ended !== undefined) throw new Error(`the server ended with ${ended}`);
      if (Date.now() > deadline) throw new Error(`no answer from ${path} within ${PATIENCE_MS / 1000} s`);
      answer = await ask(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
      if (answer === undefined) await sleep(200);
    }
    if (answer.status !== 200 || !says.test(answer.body)) {
      throw new Error(`${path} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
    }
    console.log(`${path} ${answer.status}`);
  }
  server.kill('SIGTERM');
  const code = await Promise.race([end, sleep(10_000, 'nothing for 10 s', { ref: false })]);
  if (code !== 0) throw new Error(`asked to stop, the server ended with ${code}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  if (ended === undefined) server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
