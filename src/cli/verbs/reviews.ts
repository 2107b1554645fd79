import { Argument } from 'commander';
import { examples } from '../arguments.ts';
import type { ReviewOptions } from '../commands/review.ts';
import { loadAll, type Verb } from './verb.ts';

/** `review list` and `review add`: what people said of findings, claims and documents. */
export const addReviews: Verb = (program, terminal, run) => {
  const review = program.command('review').description('what people said of findings, claims and documents');
  review
    .command('list')
    .description('all reviews in the order in which they were made, a line of JSON each')
    .argument('[topic]', 'only those of the claims of this topic')
    .addHelpText('after', examples('crosscheck review list', 'crosscheck review list talks'))
    .action((topic: string | undefined) =>
      run(async () => {
        const { listReviews } = await import('../commands/review.ts');
        return listReviews(topic, await loadAll(terminal), terminal);
      }),
    );
  review
    .command('add')
    .description('add a review; none is ever changed or removed, the last word on a thing counts')
    .addArgument(
      new Argument('<kind>', 'what is said').choices(['confirm', 'dismiss', 'same', 'not-same', 're-scope']),
    )
    .argument('<id...>', 'a finding; two claims or two documents; a claim, a dimension and its value')
    .requiredOption('--actor <name>', 'who says it')
    .requiredOption('--reason <words>', 'why')
    .addHelpText(
      'after',
      examples(
        'crosscheck review add dismiss fnd_4f… --actor ana --reason "two different ferries"',
        'crosscheck review add not-same doc_1… doc_2… --actor ana --reason "another story"',
        'crosscheck review add re-scope clm_9… place gaza-city --actor ana --reason "the map shows it"',
      ),
    )
    .action((kind: string, ids: string[], options: ReviewOptions) =>
      run(async () => {
        const { addReview } = await import('../commands/review.ts');
        return addReview(kind, ids, options, await loadAll(terminal), terminal);
      }),
    );
};
