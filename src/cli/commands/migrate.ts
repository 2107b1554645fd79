import type { Config } from '../../config.ts';
import { openStore } from '../../store/open.ts';
import { say, type Terminal } from '../terminal.ts';

/** Opens the database, which brings it up to date, and closes it again. Resolves to the exit status. */
export async function migrateDatabase(config: Config, terminal: Terminal): Promise<number> {
  const store = await openStore({ path: config.database });
  await store.close();
  say(terminal, `${config.database} is up to date.`);
  return 0;
}
