import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Config } from '../config.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { addReviews } from './add-reviews.ts';
import { countRows, examples } from './arguments.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { ListName, ListOptions } from './commands/lists.ts';
import type { VocabularyOptions } from './commands/vocabulary.ts';
import { explainFailure } from './failure.ts';
import { OWN_VOCABULARY } from './help.ts';
import type { Loaded } from './open.ts';
import { say, type Terminal } from './terminal.ts';

const DONE = 0;
const WRONG_USAGE = 2;

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;

/** A day means its end. Hands on RFC 3339. */
function readTime(value: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const time = new Date(isDay ? `${value}T23:59:59.999Z` : value);
  if (!Number.isNaN(time.getTime()) && (isDay || /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(value)))
    return time.toISOString();
  throw new InvalidArgumentError('Give a day such as 2025-10-07 or a time such as 2025-10-07T12:00:00Z.');
}

type Run = (work: () => Promise<number>) => Promise<void>;

const vocabularies = new Map<string | undefined, Vocabulary>();

async function readSettings(terminal: Terminal): Promise<Config> {
  const { readConfig } = await import('../config.ts');
  return readConfig(terminal.environment);
}

/** Settings and vocabulary, loaded when a command that reads articles starts. */
async function loadAll(terminal: Terminal): Promise<Loaded> {
  const config = await readSettings(terminal);
  const { loadVocabulary } = await import('../vocabulary/vocabulary.ts');
  const vocabulary = vocabularies.get(config.vocabulary) ?? loadVocabulary(config.vocabulary);
  vocabularies.set(config.vocabulary, vocabulary);
  return { config, vocabulary };
}

function addStreams(program: Command, terminal: Terminal, run: Run): void {
  program
    .command('extract')
    .description('read documents from standard input, write their claims: a line of JSON for a line of JSON')
    .option('--mentions', 'add the quantities, times, places, names and attributions that were found')
    .option('--document', 'add the document as it would be stored')
    .option('--explain', 'a table of what became of each figure and of each word that can take one, and why')
    .option('--quantity <number>', 'explain this figure alone: 24, or the words of it')
    .option('--json', 'with --explain: lines of JSON that carry the trace, not tables')
    .addHelpText(
      'after',
      examples(
        'crosscheck extract < articles.ndjson > claims.ndjson',
        'crosscheck extract --explain --quantity 24 < articles.ndjson',
        'crosscheck extract --explain --json < articles.ndjson | jq .trace.fates',
        'crosscheck extract --mentions < articles.ndjson | jq .mentions',
      ),
    )
    .action((options) =>
      run(async () => {
        const { vocabulary } = await loadAll(terminal);
        const { extractLines } = await import('./commands/extract.ts');
        return extractLines(options, vocabulary, terminal);
      }),
    );
  program
    .command('reconcile')
    .description('read documents (or claim rows) from standard input, write what each topic comes to')
    .option('--claims', 'the lines are claim rows: {topic, outlet, subject, predicate, value, …}')
    .addHelpText(
      'after',
      examples(
        'crosscheck reconcile < articles.ndjson',
        'crosscheck reconcile --claims < rows.ndjson | jq .findings',
      ),
    )
    .action((options) =>
      run(async () => {
        const { vocabulary } = await loadAll(terminal);
        const { reconcileLines } = await import('./commands/reconcile.ts');
        return reconcileLines(options, vocabulary, terminal);
      }),
    );
}

function addStored(program: Command, terminal: Terminal, run: Run): void {
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
        const { ingestFiles } = await import('./commands/ingest.ts');
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
        const { serveApi } = await import('./commands/serve.ts');
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
        const { migrateDatabase } = await import('./commands/migrate.ts');
        return migrateDatabase(config, terminal);
      }),
    );
}

function addVocabulary(program: Command, terminal: Terminal, run: Run): void {
  program
    .command('vocabulary')
    .description('look after the words and rules that articles are read with')
    .command('check')
    .description('load a vocabulary folder and run the examples of every predicate; 1 when one does not hold')
    .argument(
      '[folder]',
      'a folder of your own, laid over the shipped one; without it the one that is in use',
    )
    .option('--json', 'JSON instead of a table')
    .addHelpText(
      'after',
      `${OWN_VOCABULARY}${examples('crosscheck vocabulary check', 'crosscheck vocabulary check ./my-vocabulary --json')}`,
    )
    .action((folder: string | undefined, options: VocabularyOptions) =>
      run(async () => {
        const config = await readSettings(terminal);
        const { checkVocabulary } = await import('./commands/vocabulary.ts');
        return checkVocabulary(folder ?? config.vocabulary, options, terminal);
      }),
    );
}

function addLists(program: Command, terminal: Terminal, run: Run): void {
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
      const { showList } = await import('./commands/lists.ts');
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
    'crosscheck consensus talks --csv > talks.csv',
  )
    .addOption(asOf())
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
  list('topics', 'all topics', null, 'crosscheck topics', 'crosscheck topics --json').action(
    (options: ListOptions) => act('topics', null, options),
  );
  list('outlets', 'all outlets', null, 'crosscheck outlets', 'crosscheck outlets --csv').action(
    (options: ListOptions) => act('outlets', null, options),
  );
}

function addExplain(program: Command, terminal: Terminal, run: Run): void {
  program
    .command('explain')
    .description('why the engine says what it says of a claim, a group or a finding, step by step')
    .argument('<id>', 'clm_…, grp_… or fnd_…')
    .option('--json', 'JSON instead of text')
    .addHelpText('after', examples('crosscheck explain fnd_4k2…', 'crosscheck explain grp_9ab… --json'))
    .action((id: string, options: ExplainOptions) =>
      run(async () => {
        const loaded = await loadAll(terminal);
        const { explainId } = await import('./commands/explain.ts');
        return explainId(id, options, loaded, terminal);
      }),
    );
}

/** Runs the command line. Resolves to the exit status: 0 done, 1 failed, 2 wrong usage. */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<number> {
  let status = DONE;
  const run: Run = async (work) => {
    status = await work();
  };
  const program = new Command('crosscheck')
    .description(
      'What outlets say about one story, which statements cannot all hold, and what they agree on.',
    )
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.complaints.write(text),
    })
    .showHelpAfterError('(add --help for what is possible)')
    .addHelpText(
      'after',
      examples(
        'crosscheck serve',
        'crosscheck ingest talks.txt --outlet "Daily News" --topic talks',
        'crosscheck discrepancies talks',
      ),
    );
  addStreams(program, terminal, run);
  addStored(program, terminal, run);
  addLists(program, terminal, run);
  addExplain(program, terminal, run);
  addVocabulary(program, terminal, run);
  addReviews(program, run, { load: () => loadAll(terminal), terminal });
  terminal.output.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may stop early, as "head" does: that is no failure.
    if (error.code === 'EPIPE') process.exit(DONE);
    throw error;
  });
  try {
    await program.parseAsync([...argv]);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    say(terminal, explainFailure(error, terminal.environment));
    return 1;
  }
}
