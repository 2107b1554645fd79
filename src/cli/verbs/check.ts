import { Option } from 'commander';
import { examples } from '../arguments.ts';
import type { CheckOptions } from '../commands/check.ts';
import { loadAll, type Verb } from './verb.ts';

export const addCheck: Verb = (program, terminal, run) => {
  program
    .command('check')
    .description('how each figure of a draft stands to what the outlets say; nothing is stored')
    .argument('<file>', 'a text file, or - for standard input')
    .option('--topic <topic>', 'the topic to hold it against; found when it is not given')
    .option('--outlet <name>', 'who writes it')
    .option('--published-at <time>', 'when it is to appear: 2025-10-07 or 2025-10-07T12:00:00Z')
    .option('--json', 'JSON instead of a table')
    .addOption(new Option('--csv', 'CSV instead of a table').conflicts('json'))
    .addHelpText(
      'after',
      examples('crosscheck check draft.txt --topic talks', 'crosscheck check - --json < draft.txt'),
    )
    .action((file: string, options: CheckOptions) =>
      run(async () => {
        const loaded = await loadAll(terminal);
        const { checkFile } = await import('../commands/check.ts');
        return checkFile(file, options, loaded, terminal);
      }),
    );
};
