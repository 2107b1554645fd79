import { VOCABULARY_FOLDER, VocabularyError } from '../../vocabulary/folder.ts';
import { loadVocabulary } from '../../vocabulary/vocabulary.ts';
import {
  type CheckedPredicate,
  checkOffices,
  checkPredicates,
  checkShortForms,
  checkSites,
  checkSomeOfAll,
} from '../check-vocabulary.ts';
import { checkWords } from '../check-words.ts';
import { toTable } from '../table.ts';
import { say, type Terminal, write } from '../terminal.ts';

export interface VocabularyOptions {
  json?: boolean;
}

interface Checked {
  readonly predicates: readonly CheckedPredicate[];
  /** What keeps the folder from being used at all, a line each. */
  readonly problems: readonly string[];
}

function check(folder: string): Checked {
  try {
    const vocabulary = loadVocabulary(folder);
    const predicates = [
      ...checkPredicates(vocabulary),
      ...checkOffices(vocabulary),
      checkShortForms(vocabulary),
      checkSites(vocabulary),
      checkSomeOfAll(vocabulary),
      ...checkWords(vocabulary),
    ];
    return { predicates, problems: [] };
  } catch (error) {
    if (!(error instanceof VocabularyError)) throw error;
    return { predicates: [], problems: error.message.split(/\n(?=\S)/) };
  }
}

/**
 * Loads a vocabulary folder and runs the examples of every predicate, of offices, sites and classes of words. The table, or JSON, goes to
 * the output, what is wrong to the complaints. Resolves to the exit status: 1 when anything is wrong.
 */
export async function checkVocabulary(
  folder: string | undefined,
  options: VocabularyOptions,
  terminal: Terminal,
): Promise<number> {
  const place = folder ?? VOCABULARY_FOLDER;
  const { predicates, problems } = check(place);
  const failed = predicates.reduce((sum, { failures }) => sum + failures.length, 0);
  const passed = predicates.reduce((sum, each) => sum + each.passed, 0);
  const status = problems.length + failed > 0 ? 1 : 0;
  if (options.json) {
    await write(
      terminal.output,
      `${JSON.stringify({ folder: place, ok: status === 0, problems, predicates })}\n`,
    );
    return status;
  }
  for (const problem of problems) say(terminal, problem);
  if (problems.length > 0) {
    say(terminal, `${place} cannot be used; see above.`);
    return status;
  }
  const rows = predicates.map((each) => [each.id, each.passed, each.failures.length] as const);
  await write(terminal.output, toTable({ columns: ['predicate', 'passed', 'failed'], rows }, WIDTH));
  for (const { id, failures } of predicates)
    for (const { text, because } of failures) say(terminal, `${id}: “${text}”: ${because}.`);
  say(
    terminal,
    `${predicates.length} predicates, offices, sites and classes of words: ${passed} examples hold, ${failed} do not.`,
  );
  return status;
}

const WIDTH = 100;
