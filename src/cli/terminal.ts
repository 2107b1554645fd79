/**
 * Cli: the same verbs as the API, from a terminal.
 *
 *   takes  arguments, files, standard input
 *   gives  data on standard output, progress and complaints on standard error; 0 done, 1 failed, 2 wrong usage
 *   never  mixes the two streams, or holds a whole input in memory
 */
import type { Readable, Writable } from 'node:stream';

/** What a command needs of the world; a test hands in its own. */
export interface Terminal {
  input: Readable;
  output: Writable;
  complaints: Writable;
  environment: Record<string, string | undefined>;
}

/** Writes and waits while the reader is slow, so that memory stays flat. */
export async function write(output: Writable, text: string): Promise<void> {
  if (output.write(text)) return;
  await new Promise<void>((resolve) => {
    // Neither waits on: a long output would gather a listener for each line.
    const go = (): void => {
      output.off('drain', go).off('close', go);
      resolve();
    };
    output.on('drain', go).on('close', go);
  });
}

export const say = (terminal: Terminal, text: string): void => {
  terminal.complaints.write(`${text}\n`);
};

/** Columns of the terminal; 100 where nobody knows. */
export const terminalWidth = (terminal: Terminal): number =>
  (terminal.output as { columns?: number }).columns ?? (Number(terminal.environment['COLUMNS']) || 100);

/** Beyond this many, mistakes are only counted. */
const MOST_SHOWN = 200;

/** Reports mistakes one by one and counts them all. */
export class Mistakes {
  count = 0;
  private readonly terminal: Terminal;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  add(where: string, what: string): void {
    this.count += 1;
    if (this.count <= MOST_SHOWN) say(this.terminal, `${where}: ${what}`);
    else if (this.count === MOST_SHOWN + 1)
      say(this.terminal, 'More mistakes follow; they are only counted.');
  }

  /** The exit status, after a closing line when something was wrong. */
  close(unit: string): 0 | 1 {
    if (this.count === 0) return 0;
    say(this.terminal, `${this.count} ${unit}${this.count === 1 ? '' : 's'} could not be read; see above.`);
    return 1;
  }
}
