import { examples } from '../arguments.ts';
import type { VocabularyOptions } from '../commands/vocabulary.ts';
import { OWN_VOCABULARY } from '../help.ts';
import { readSettings, type Verb } from './verb.ts';

export const addVocabulary: Verb = (program, terminal, run) => {
  program
    .command('vocabulary')
    .description('look after the words and rules that articles are read with')
    .command('check')
    .description(
      'load a vocabulary folder and run the examples of its predicates, offices, sites and classes of words; 1 when one does not hold',
    )
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
        const { checkVocabulary } = await import('../commands/vocabulary.ts');
        return checkVocabulary(folder ?? config.vocabulary, options, terminal);
      }),
    );
};
