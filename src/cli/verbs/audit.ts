import { countRows, examples } from '../arguments.ts';
import type { AuditOptions } from '../commands/audit.ts';
import { readSettings, type Verb } from './verb.ts';

export const addAudit: Verb = (program, terminal, run) => {
  program
    .command('audit')
    .description('who added, removed or changed what, newest first')
    .option('--action <action>', 'only this: document.add, key.create, …')
    .option('--actor <name>', 'only what this key did')
    .option('--target <id>', 'only what was done to this')
    .option('--limit <rows>', 'at most so many rows', countRows)
    .option('--json', 'a line of JSON each instead of a table')
    .addHelpText('after', examples('crosscheck audit', 'crosscheck audit --target doc_4k2… --json'))
    .action((options: AuditOptions) =>
      run(async () => {
        const { listAudit } = await import('../commands/audit.ts');
        return listAudit(options, await readSettings(terminal), terminal);
      }),
    );
};
