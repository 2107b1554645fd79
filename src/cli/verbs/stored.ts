import { examples } from '../arguments.ts';
import { loadAll, readSettings, type Verb } from './verb.ts';

export const addStored: Verb = (program, terminal, run) => {
  program
    .command('ingest')
    .description(
      'take articles into the database: files, addresses, feeds, or NDJSON from standard input (-)',
    )
    .argument('<file...>', '.txt .html .xml .json .jsonl .ndjson, an http(s) address, or -')
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
      ),
    )
    .action((files: string[], options) =>
      run(async () => {
        const loaded = await loadAll(terminal);
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
