import { CrosscheckError } from '../../errors.ts';

const ADVICE: [code: RegExp, says: (path: string) => string][] = [
  [/^SQLITE_NOTADB/, (path) => `${path} is not a SQLite database. Name another file.`],
  [/^SQLITE_CORRUPT/, (path) => `The database ${path} is damaged. Restore it from a backup.`],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    (path) => `The database ${path} is locked by another process. Stop it, or try again.`,
  ],
  [/^SQLITE_READONLY/, (path) => `The database ${path} or its folder is not writable.`],
  [
    /^SQLITE_CANTOPEN/,
    (path) => `The database ${path} cannot be opened. Is the folder writable, and is it a file?`,
  ],
  [/^SQLITE_FULL/, (path) => `The disk of the database ${path} is full.`],
  [/^SQLITE_IOERR/, (path) => `The disk of the database ${path} cannot be read or written.`],
];

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : codeOf(error.cause);
};

export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

/** Says in words what a failing engine means; an error that is not the engine's is given back as it is. */
export function explainFailure(error: unknown, path: string): unknown {
  if (error instanceof CrosscheckError) return error;
  const code = codeOf(error);
  const advice = ADVICE.find(([pattern]) => pattern.test(code));
  if (advice) return new CrosscheckError('not-ready', advice[1](path), { cause: error });
  if (/^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)/.test(code)) {
    const text = `Something else has this id already (${(error as Error).message}). Give another id.`;
    return new CrosscheckError('invalid-document', text, { cause: error });
  }
  if (error instanceof TypeError && error.message.includes('connection is not open')) {
    return new CrosscheckError('not-ready', 'The database is closed.', { cause: error });
  }
  return error;
}
