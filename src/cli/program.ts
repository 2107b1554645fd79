import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { examples } from './arguments.ts';
import { explainFailure } from './failure.ts';
import { say, type Terminal } from './terminal.ts';
import { addAudit } from './verbs/audit.ts';
import { addCheck } from './verbs/check.ts';
import { addCopies } from './verbs/copies.ts';
import { addExplain } from './verbs/explain.ts';
import { addKeys } from './verbs/keys.ts';
import { addLists } from './verbs/lists.ts';
import { addReviews } from './verbs/reviews.ts';
import { addStored } from './verbs/stored.ts';
import { addStreams } from './verbs/streams.ts';
import type { Run, Verb } from './verbs/verb.ts';
import { addVocabulary } from './verbs/vocabulary.ts';

const DONE = 0;
const WRONG_USAGE = 2;
const VERBS: readonly Verb[] = [
  addStreams,
  addStored,
  addLists,
  addCheck,
  addExplain,
  addVocabulary,
  addReviews,
  addKeys,
  addAudit,
  addCopies,
];

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;

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
  for (const add of VERBS) add(program, terminal, run);
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
