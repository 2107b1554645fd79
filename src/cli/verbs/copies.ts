import { examples } from '../arguments.ts';
import { loadAll, readSettings, type Verb } from './verb.ts';

/** `backup`, `export` and `import`: what is stored, to be kept elsewhere. */
export const addCopies: Verb = (program, terminal, run) => {
  program
    .command('backup')
    .description('copy the whole database into a new file, while a server runs')
    .argument('<file>', 'a name that is free')
    .addHelpText('after', examples('crosscheck backup crosscheck-2025-10-07.db'))
    .action((file: string) =>
      run(async () => {
        const { backUp } = await import('../commands/copies.ts');
        return backUp(file, await readSettings(terminal), terminal);
      }),
    );
  program
    .command('export')
    .description(
      'write every article as a line of JSON, with the topic that it came with; merges, reviews and keys are in a backup only',
    )
    .option('--topic <topic>', 'those of this topic alone')
    .option('--samples', 'those of the samples too')
    .addHelpText(
      'after',
      examples('crosscheck export > articles.ndjson', 'crosscheck export --topic talks | gzip > talks.gz'),
    )
    .action((options: { topic?: string; samples?: boolean }) =>
      run(async () => {
        const { exportDocuments } = await import('../commands/copies.ts');
        return exportDocuments(options, await loadAll(terminal), terminal);
      }),
    );
  program
    .command('import')
    .description('take the lines of an export into the database')
    .argument('[file]', 'a file of NDJSON, or - for standard input', '-')
    .addHelpText(
      'after',
      examples('crosscheck import articles.ndjson', 'gunzip < talks.gz | crosscheck import'),
    )
    .action((file: string) =>
      run(async () => {
        const { importDocuments } = await import('../commands/copies.ts');
        return importDocuments(file, await loadAll(terminal), terminal);
      }),
    );
};
