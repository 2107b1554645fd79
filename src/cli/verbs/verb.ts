import type { Command } from 'commander';
import type { Config } from '../../config.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Loaded } from '../open.ts';
import type { Terminal } from '../terminal.ts';

/** Runs the work of a command; its exit status becomes that of the process. */
export type Run = (work: () => Promise<number>) => Promise<void>;

/** Adds commands to the program. What a command works with is loaded when it runs, so that help comes at once. */
export type Verb = (program: Command, terminal: Terminal, run: Run) => void;

const vocabularies = new Map<string | undefined, Vocabulary>();

export async function readSettings(terminal: Terminal): Promise<Config> {
  const { readConfig } = await import('../../config.ts');
  return readConfig(terminal.environment);
}

/** Settings and vocabulary, loaded when a command that reads articles starts. */
export async function loadAll(terminal: Terminal): Promise<Loaded> {
  const config = await readSettings(terminal);
  const { loadVocabulary } = await import('../../vocabulary/vocabulary.ts');
  const vocabulary = vocabularies.get(config.vocabulary) ?? loadVocabulary(config.vocabulary);
  vocabularies.set(config.vocabulary, vocabulary);
  return { config, vocabulary };
}
