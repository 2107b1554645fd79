import { CrosscheckError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import { type Loaded, openAll } from '../open.ts';
import { type Terminal, write } from '../terminal.ts';

export interface ExplainOptions {
  json?: boolean;
}

/** Prints why the engine says what it says of a claim, a group or a finding. Resolves to the exit status. */
export async function explainId(
  id: string,
  options: ExplainOptions,
  loaded: Loaded,
  terminal: Terminal,
): Promise<number> {
  const { store, vocabulary } = await openAll(loaded);
  try {
    const found = await explain(id, store, vocabulary);
    if (found === null) {
      const where = '"crosscheck discrepancies --json" and "crosscheck consensus --json" show ids.';
      throw new CrosscheckError('not-found', `There is no claim, group or finding "${id}". ${where}`);
    }
    await write(terminal.output, options.json ? `${JSON.stringify(found, null, 2)}\n` : `${found.text}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
