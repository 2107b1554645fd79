import { type Command, InvalidArgumentError } from 'commander';
import { examples } from '../arguments.ts';
import type { Defaults } from '../candidates.ts';
import { readPace } from '../feed-pace.ts';
import { stopAtSignal } from '../stop-signal.ts';
import { loadAll, readSettings, type Verb } from './verb.ts';

interface IngestOptions extends Defaults {
  feed: string[];
  every?: number;
}

const gather = (address: string, before: string[]): string[] => [...before, address];

/** @throws InvalidArgumentError */
function pace(text: string): number {
  const ms = readPace(text);
  if (ms === null) throw new InvalidArgumentError('Give a time such as 30s, 10m or 2h, a day at most.');
  return ms;
}

export const addStored: Verb = (program, terminal, run) => {
  program
    .command('ingest')
    .description(
      'take articles into the database: files, addresses, feeds, or NDJSON from standard input (-)',
    )
    .argument('[file...]', '.txt .html .xml .json .jsonl .ndjson, an http(s) address, or -')
    .option(
      '--feed <address>',
      'a feed, by address or file: what is new in it; may be given again',
      gather,
      [],
    )
    .option(
      '--every <time>',
      'with --feed: go on looking, as often as that (30s, 10m, 2h), until stopped',
      pace,
    )
    .option('--outlet <name>', 'who published them, where the file does not say')
    .option('--topic <topic>', 'the topic they belong to')
    .option('--published-at <time>', 'when they were published: 2025-10-07 or 2025-10-07T12:00:00Z')
    .option('--url <address>', 'where the article stands')
    .option('--title <title>', 'its headline')
    .addHelpText(
      'after',
      examples(
        'crosscheck ingest talks.txt --outlet "Daily News" --topic talks --published-at 2025-10-07',
        'crosscheck ingest https://example.org/feed.xml --topic talks',
        'crosscheck ingest - < articles.ndjson',
        'crosscheck ingest --feed https://example.org/feed.xml --every 10m',
      ),
    )
    .action((files: string[], { feed, every, ...options }: IngestOptions, command: Command) =>
      run(async () => {
        if (feed.length === 0 && every !== undefined) command.error('error: --every needs a --feed');
        if (files.length > 0 === feed.length > 0)
          command.error('error: give files and addresses, or feeds with --feed');
        const loaded = await loadAll(terminal);
        if (feed.length > 0) {
          const { followFeeds } = await import('../commands/follow-feeds.ts');
          const stop = every === undefined ? new AbortController().signal : stopAtSignal();
          return followFeeds(feed, { everyMs: every ?? null, defaults: options, stop }, loaded, terminal);
        }
        const { ingestFiles } = await import('../commands/ingest.ts');
        return ingestFiles(files, options, loaded, terminal);
      }),
    );
  program
    .command('serve')
    .description('start the API, its documentation and the pages')
    .addHelpText('after', examples('crosscheck serve', 'CROSSCHECK_PORT=0 crosscheck serve'))
    .action(() =>
      run(async () => {
        const loaded = await loadAll(terminal);
        const { serveApi } = await import('../commands/serve.ts');
        return serveApi(loaded, terminal);
      }),
    );
  program
    .command('migrate')
    .description('bring the database up to date; every command that opens it does so too')
    .addHelpText('after', examples('crosscheck migrate'))
    .action(() =>
      run(async () => {
        const config = await readSettings(terminal);
        const { migrateDatabase } = await import('../commands/migrate.ts');
        return migrateDatabase(config, terminal);
      }),
    );
};
