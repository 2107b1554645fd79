import { z } from 'zod';
import { CrosscheckError } from '../errors.ts';

/** A failure in words for a person; a stack only for what nobody foresaw, and only when asked for. */
export function explainFailure(error: unknown, environment: Record<string, string | undefined>): string {
  if (error instanceof CrosscheckError)
    return [error.message, ...error.errors.map(({ path, message }) => `  ${path}: ${message}`)].join('\n');
  if (error instanceof z.ZodError)
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
  const { name, message, stack } = error as Error;
  if (name === 'VocabularyError') return message;
  const hint = 'This was not foreseen. Set CROSSCHECK_LOG=debug to see where it happened.';
  return environment['CROSSCHECK_LOG'] === 'debug' ? String(stack) : `${message}\n${hint}`;
}
