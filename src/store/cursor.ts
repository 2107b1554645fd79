import { CrosscheckError } from '../errors.ts';
import { canonicalJson, sha256 } from '../identity.ts';

/** Where a page ended: the sort keys of its last row. */
export type Position = readonly (string | number)[];

const LONGEST = 4_000;

const seal = (list: string, filter: object, position: Position): string =>
  sha256(canonicalJson([list, filter, position])).slice(0, 16);

const refuse = (): never => {
  throw new CrosscheckError(
    'invalid-cursor',
    'The page token does not belong to this list and filter. Start again without it.',
  );
};

/** An opaque page token, good for this list and filter only. */
export const writeCursor = (list: string, filter: object, position: Position): string =>
  Buffer.from(JSON.stringify([...position, seal(list, filter, position)])).toString('base64url');

/**
 * Reads a page token back.
 * @throws CrosscheckError 'invalid-cursor' when it was not given out for this list and filter
 */
export function readCursor(token: string, list: string, filter: object): Position {
  const text = Buffer.from(token.slice(0, LONGEST), 'base64url');
  if (text.toString('base64url') !== token) return refuse();
  let parts: unknown;
  try {
    parts = JSON.parse(text.toString('utf8'));
  } catch {
    return refuse();
  }
  if (!Array.isArray(parts) || parts.some((part) => !['string', 'number'].includes(typeof part)))
    return refuse();
  const position = parts.slice(0, -1) as Position;
  return parts.at(-1) === seal(list, filter, position) ? position : refuse();
}
