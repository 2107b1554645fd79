import { InvalidArgumentError } from 'commander';
import { examples } from '../arguments.ts';
import type { CreateKeyOptions } from '../commands/keys.ts';
import { readSettings, type Verb } from './verb.ts';

const LONGEST = 36_500;

/** "30d" or "30": days. */
function readDays(value: string): number {
  const [, digits] = /^([1-9]\d{0,4})d?$/.exec(value.trim()) ?? [];
  const days = Number(digits);
  if (days >= 1 && days <= LONGEST) return days;
  throw new InvalidArgumentError('Give a number of days such as 30d.');
}

const readScopes = (value: string): string[] =>
  value
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');

/** `keys create`, `list` and `revoke`: who may use the API. */
export const addKeys: Verb = (program, terminal, run) => {
  const keys = program.command('keys').description('who may use the API');
  keys
    .command('create')
    .description('make a key; it is shown this once, and only its hash is kept')
    .requiredOption('--name <name>', 'who or what uses it')
    .requiredOption('--scopes <scopes>', 'read, write, review, admin; separated by commas', readScopes)
    .option('--expires <days>', 'it opens nothing after so many days: 30d', readDays)
    .option('--json', 'JSON instead of the key alone')
    .addHelpText(
      'after',
      examples(
        'KEY=$(crosscheck keys create --name me --scopes write)',
        'crosscheck keys create --name desk --scopes write,review --expires 30d --json',
      ),
    )
    .action((options: CreateKeyOptions) =>
      run(async () => {
        const { createKey } = await import('../commands/keys.ts');
        return createKey(options, await readSettings(terminal), terminal);
      }),
    );
  keys
    .command('list')
    .description('all keys, newest first, without the keys themselves')
    .option('--json', 'a line of JSON each instead of a table')
    .addHelpText('after', examples('crosscheck keys list', 'crosscheck keys list --json'))
    .action((options: { json?: boolean }) =>
      run(async () => {
        const { listKeys } = await import('../commands/keys.ts');
        return listKeys(options, await readSettings(terminal), terminal);
      }),
    );
  keys
    .command('revoke')
    .description('end a key for good; a server that runs refuses it from its next request on')
    .argument('<id>', 'key_…, as "keys list" shows it')
    .addHelpText('after', examples('crosscheck keys revoke key_1a2b…'))
    .action((id: string) =>
      run(async () => {
        const { revokeKey } = await import('../commands/keys.ts');
        return revokeKey(id, await readSettings(terminal), terminal);
      }),
    );
};
