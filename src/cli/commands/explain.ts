import { CrosscheckError } from '../../errors.ts';
import { explain } from '../../explain.ts';
import { toRecords } from '../../view/formats/csv.ts';
import { stepSheet } from '../../view/sheets/steps.ts';
import { type Loaded, openAll } from '../open.ts';
import { type Terminal, write } from '../terminal.ts';

export interface ExplainOptions {
  json?: boolean;
  csv?: boolean;
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
    if (options.json) await write(terminal.output, `${JSON.stringify(found, null, 2)}\n`);
    else if (options.csv)
      await write(
        terminal.output,
        [...toRecords(stepSheet.columns, found.steps.flatMap(stepSheet.lines))].join(''),
      );
    else await write(terminal.output, `${found.text}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
