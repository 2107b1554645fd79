import { Option } from 'commander';
import { examples } from '../arguments.ts';
import type { ExplainOptions } from '../commands/explain.ts';
import { loadAll, type Verb } from './verb.ts';

export const addExplain: Verb = (program, terminal, run) => {
  program
    .command('explain')
    .description('why the engine says what it says of a claim, a group or a finding, step by step')
    .argument('<id>', 'clm_…, grp_… or fnd_…')
    .option('--json', 'JSON instead of text')
    .addOption(new Option('--csv', 'CSV instead of text: a line a step').conflicts('json'))
    .addHelpText('after', examples('crosscheck explain fnd_4k2…', 'crosscheck explain grp_9ab… --json'))
    .action((id: string, options: ExplainOptions) =>
      run(async () => {
        const loaded = await loadAll(terminal);
        const { explainId } = await import('../commands/explain.ts');
        return explainId(id, options, loaded, terminal);
      }),
    );
};
