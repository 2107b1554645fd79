import type { Command } from 'commander';
import { examples } from '../arguments.ts';
import type { TopicOptions } from '../commands/topics.ts';
import { loadAll, type Verb } from './verb.ts';

const commands = () => import('../commands/topics.ts');

/** `topics merge`, `unmerge`, `split` and `merges`: what people do to whole topics. */
export const addTopicChanges: Verb = (topics, terminal, run) => {
  const change = (name: string, description: string, ...lines: string[]): Command =>
    topics
      .command(name)
      .description(description)
      .requiredOption('--actor <name>', 'who does it')
      .requiredOption('--reason <words>', 'why')
      .addHelpText('after', examples(...lines));
  change(
    'merge',
    'put a topic into another one: its id leads on, for articles that are still to come too',
    'crosscheck topics merge ferry boat --actor ana --reason "one and the same ferry"',
  )
    .argument('<topic>', 'the topic that goes')
    .argument('<into>', 'the topic that stays')
    .action((topic: string, into: string, options: TopicOptions) =>
      run(async () => (await commands()).mergeTopic(topic, into, options, await loadAll(terminal), terminal)),
    );
  change(
    'unmerge',
    'take a merge back: the topic is one of its own again, with what came under its name',
    'crosscheck topics unmerge ferry --actor ana --reason "two ferries after all"',
  )
    .argument('<topic>', 'the topic that was merged')
    .action((topic: string, options: TopicOptions) =>
      run(async () => (await commands()).unmergeTopic(topic, options, await loadAll(terminal), terminal)),
    );
  change(
    'split',
    'put articles under another topic, for good',
    'crosscheck topics split talks doc_4k2… doc_9ab… --into ceasefire --actor ana --reason "another story"',
  )
    .argument('<topic>', 'the topic that they are in')
    .argument('<document...>', 'their ids')
    .option('--into <topic>', 'the topic that they go to, new or there already; a new one without it')
    .action((topic: string, documents: string[], options: TopicOptions) =>
      run(async () =>
        (await commands()).splitTopic(topic, documents, options, await loadAll(terminal), terminal),
      ),
    );
  topics
    .command('merges')
    .description('what was merged into a topic, and why, a line of JSON each')
    .argument('<topic>', 'the id of a topic')
    .addHelpText('after', examples('crosscheck topics merges boat'))
    .action((topic: string) =>
      run(async () => (await commands()).listMerges(topic, await loadAll(terminal), terminal)),
    );
};
