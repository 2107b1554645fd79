import { type Command, InvalidArgumentError, Option } from 'commander';
import { lastMomentOf } from '../../value/calendar.ts';
import { countRows, examples } from '../arguments.ts';
import type { ListName, ListOptions } from '../commands/lists.ts';
import { addTopicChanges } from './topics.ts';
import { loadAll, readSettings, type Verb } from './verb.ts';

/** Those of src/consensus/methods, named here so that help comes without loading them; a test holds them together. */
const METHOD_NAMES = ['interval', 'vote', 'median', 'lowest'];

/** A day means its end. Hands on RFC 3339. */
function readTime(value: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const time = new Date(lastMomentOf(value));
  if (!Number.isNaN(time.getTime()) && (isDay || /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(value)))
    return time.toISOString();
  throw new InvalidArgumentError('Give a day such as 2025-10-07 or a time such as 2025-10-07T12:00:00Z.');
}

export const addLists: Verb = (program, terminal, run) => {
  const list = (name: string, description: string, argument: string | null, ...lines: string[]): Command => {
    const command = program.command(name).description(description);
    if (argument) command.argument(argument, 'the id of a topic');
    return command
      .option('--json', 'JSON instead of a table')
      .addOption(new Option('--csv', 'CSV instead of a table').conflicts('json'))
      .option('--limit <rows>', 'at most so many rows', countRows)
      .addHelpText('after', examples(...lines));
  };
  const act = (name: ListName, topic: string | null, options: ListOptions) =>
    run(async () => {
      const config = await readSettings(terminal);
      const { showList } = await import('../commands/lists.ts');
      return showList(name, topic, options, { config, load: () => loadAll(terminal) }, terminal);
    });
  const asOf = () =>
    new Option(
      '--as-of <time>',
      'as it stood then: 2025-10-07 (its end, UTC) or 2025-10-07T12:00:00Z',
    ).argParser(readTime);
  list(
    'consensus',
    'what a topic comes to, question by question',
    '<topic>',
    'crosscheck consensus talks',
    'crosscheck consensus talks --as-of 2025-10-07',
    'crosscheck consensus talks --method lowest',
    'crosscheck consensus talks --csv > talks.csv',
  )
    .addOption(asOf())
    .addOption(
      new Option(
        '--method <name>',
        'how the voices of independent origins become a figure (interval)',
      ).choices(METHOD_NAMES),
    )
    .action((topic: string, options: ListOptions) => act('consensus', topic, options));
  list(
    'timeline',
    'how the figures of a topic moved',
    '<topic>',
    'crosscheck timeline talks',
    'crosscheck timeline talks --csv > moves.csv',
  )
    .addOption(asOf())
    .action((topic: string, options: ListOptions) => act('timeline', topic, options));
  list(
    'discrepancies',
    'which statements cannot all hold, or need a look',
    '[topic]',
    'crosscheck discrepancies talks',
    'crosscheck discrepancies --tier conflict --json',
  )
    .addOption(
      new Option('--tier <tier...>', 'which tiers to show')
        .choices(['conflict', 'check', 'explained'])
        .default(['conflict', 'check']),
    )
    .addOption(asOf())
    .action((topic: string | undefined, options: ListOptions) =>
      act('discrepancies', topic ?? null, options),
    );
  const topics = list('topics', 'all topics', null, 'crosscheck topics', 'crosscheck topics --json').action(
    (options: ListOptions) => act('topics', null, options),
  );
  addTopicChanges(topics, terminal, run);
  list('outlets', 'all outlets', null, 'crosscheck outlets', 'crosscheck outlets --csv').action(
    (options: ListOptions) => act('outlets', null, options),
  );
};
