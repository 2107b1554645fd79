import type { Config } from '../../config.ts';
import { CrosscheckError } from '../../errors.ts';
import { type ApiKey, KeyInput, makeKey } from '../../key/key.ts';
import { now } from '../../outside/clock.ts';
import type { Store } from '../../store/store.ts';
import { describeIssues } from '../read-rows.ts';
import { toTable } from '../table.ts';
import { say, type Terminal, write } from '../terminal.ts';
import { everyRow, withStore } from '../with-store.ts';

export interface CreateKeyOptions {
  name: string;
  scopes: string[];
  /** Days. */
  expires?: number;
  json?: boolean;
}

const noteKey = (store: Store, action: 'key.create' | 'key.revoke', target: string, detail: string | null) =>
  store.addAudit([
    { at: now().toISOString(), actor: 'command line', keyId: null, action, target, detail, requestId: null },
  ]);

const DAY_MS = 86_400_000;

/** Makes a key. The key alone goes to the output, everything else to the complaints. Resolves to the exit status. */
export async function createKey(
  { name, scopes, expires, json }: CreateKeyOptions,
  config: Config,
  terminal: Terminal,
): Promise<number> {
  const at = now();
  const expiresAt = expires === undefined ? null : new Date(at.getTime() + expires * DAY_MS).toISOString();
  const input = KeyInput.safeParse({ name, scopes, expiresAt });
  if (!input.success) {
    say(terminal, describeIssues(input.error));
    return 1;
  }
  return withStore(config, async (store) => {
    const { key, record } = makeKey(input.data, at.toISOString());
    await store.addKey(record);
    await noteKey(store, 'key.create', record.id, `${record.name}: ${record.scopes.join(', ')}`);
    const { hash: _, ...shown } = record;
    await write(terminal.output, json ? `${JSON.stringify({ ...shown, key })}\n` : `${key}\n`);
    const until = shown.expiresAt === null ? '' : ` until ${shown.expiresAt.slice(0, 10)}`;
    say(terminal, `${shown.id}, for ${shown.name}: ${shown.scopes.join(', ')}${until}.`);
    say(terminal, 'This is the only time that the key is shown. Send it as "Authorization: Bearer cck_…".');
    return 0;
  });
}

const WIDTH = 120;

const stateOf = ({ revokedAt, expiresAt }: ApiKey, at: Date): string => {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= at.getTime() ? 'expired' : 'in use';
};

const minute = (time: string | null): string => time?.slice(0, 16).replace('T', ' ') ?? '';

/** Lists all keys, newest first: a table, or a line of JSON each. Resolves to the exit status. */
export function listKeys(options: { json?: boolean }, config: Config, terminal: Terminal): Promise<number> {
  return withStore(config, async (store) => {
    const keys: ApiKey[] = [];
    for await (const key of everyRow((after) => store.keys({ limit: 500, after }))) keys.push(key);
    if (options.json) {
      for (const key of keys) await write(terminal.output, `${JSON.stringify(key)}\n`);
      return 0;
    }
    if (keys.length === 0) {
      say(terminal, 'There is no key yet. "crosscheck keys create --name me --scopes write" makes one.');
      return 0;
    }
    const at = now();
    const rows = keys.map((key) => [
      ...[key.id, key.name, `${key.prefix}…`, key.scopes.join(', ')],
      ...[minute(key.createdAt), minute(key.lastUsedAt), minute(key.expiresAt), stateOf(key, at)],
    ]);
    const columns = ['id', 'name', 'key', 'scopes', 'made', 'last used', 'expires', 'state'];
    await write(terminal.output, toTable({ columns, rows }, WIDTH));
    return 0;
  });
}

/** Ends a key for good. Resolves to the exit status. @throws CrosscheckError when there is none */
export function revokeKey(id: string, config: Config, terminal: Terminal): Promise<number> {
  return withStore(config, async (store) => {
    if (!(await store.revokeKey(id, now().toISOString())))
      throw new CrosscheckError(
        'not-found',
        `There is no key "${id}". "crosscheck keys list" shows the ids.`,
      );
    await noteKey(store, 'key.revoke', id, null);
    say(terminal, `${id} is revoked.`);
    return 0;
  });
}
