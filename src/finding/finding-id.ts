import { idInOfJson } from '../identity.ts';
import { remember } from '../remember.ts';

/** A text as JSON; `isPlain`: it is known that nothing in it is escaped, which takes longer to find out than to write it. */
export const written = (text: string, isPlain = false): string =>
  isPlain ? `"${text}"` : JSON.stringify(text);

const version = remember((rules: string): string => JSON.stringify(rules));

/**
 * As `contentIdIn` the topic of these parts, in their order.
 *
 *   groups  their ids, one at least
 *   stands  what is held against each other: the items of a list, as they are written
 */
export function findingId(
  topic: string,
  rules: string,
  groups: readonly string[],
  verdict: string,
  subtype: string | null,
  stands: string,
): string {
  // Ids, and words of closed lists.
  let all = `"${groups[0] ?? ''}"`;
  for (let i = 1; i < groups.length; i++) all += `,"${groups[i] ?? ''}"`;
  const named = subtype === null ? `"${verdict}",null` : `"${verdict}","${subtype}"`;
  const more = stands === '' ? '' : `,${stands}`;
  return idInOfJson(topic, 'fnd', `[${version(rules)},[${all}],${named}${more}]`);
}
