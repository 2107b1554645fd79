import { examples } from '../arguments.ts';
import { loadAll, type Verb } from './verb.ts';

export const addStreams: Verb = (program, terminal, run) => {
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
        const { extractLines } = await import('../commands/extract.ts');
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
        const { reconcileLines } = await import('../commands/reconcile.ts');
        return reconcileLines(options, vocabulary, terminal);
      }),
    );
};
