import type { Config } from '../../config.ts';
import type { AuditAction, AuditEntry } from '../../key/audit-entry.ts';
import { toTable } from '../table.ts';
import { say, type Terminal, write } from '../terminal.ts';
import { everyRow, withStore } from '../with-store.ts';

export interface AuditOptions {
  action?: AuditAction;
  actor?: string;
  target?: string;
  limit?: number;
  json?: boolean;
}

const WIDTH = 120;
const ROWS = 100;
const PAGE = 500;
const COLUMNS = ['at', 'who', 'key', 'did', 'what', 'detail'];

const second = (time: string): string => time.slice(0, 19).replace('T', ' ');

const lineOf = ({ at, actor, keyId, action, target, detail }: AuditEntry) => [
  ...[second(at), actor, keyId, action, target, detail],
];

/** Who did what, newest first: a table of the last hundred, or a line of JSON each. Resolves to the exit status. */
export function listAudit(
  { limit, json, ...filter }: AuditOptions,
  config: Config,
  terminal: Terminal,
): Promise<number> {
  const most = limit ?? (json ? Number.POSITIVE_INFINITY : ROWS);
  return withStore(config, async (store) => {
    const rows: AuditEntry[] = [];
    let count = 0;
    for await (const entry of everyRow((after) => store.audit(filter, { limit: PAGE, after }))) {
      if (count === most) {
        if (limit === undefined) say(terminal, `Only the last ${most} are shown; --limit shows more.`);
        break;
      }
      count += 1;
      if (json) await write(terminal.output, `${JSON.stringify(entry)}\n`);
      else rows.push(entry);
    }
    if (count === 0) say(terminal, 'Nothing of the kind was done yet.');
    else if (!json)
      await write(terminal.output, toTable({ columns: COLUMNS, rows: rows.map(lineOf) }, WIDTH));
    return 0;
  });
}
