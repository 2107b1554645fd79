import { idInOfJson } from '../identity.ts';

/** Ids, verdicts and figures need no escapes: looking a written one up would take longer than writing it. */
const PLAIN = /^[\w .-]*$/;
const written = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

function listOf(texts: readonly (string | null)[]): string {
  let list = '';
  for (const text of texts) list += `${list === '' ? '' : ','}${text === null ? 'null' : written(text)}`;
  return list;
}

/** As `contentIdIn` the topic of these parts, in their order. `stands`: what is held against each other. */
export function findingId(
  topic: string,
  rules: string,
  groups: readonly string[],
  verdict: string,
  subtype: string | null,
  stands: readonly (string | null)[],
): string {
  const more = stands.length === 0 ? '' : `,${listOf(stands)}`;
  const json = `[${written(rules)},[${listOf(groups)}],${listOf([verdict, subtype])}${more}]`;
  return idInOfJson(topic, 'fnd', json);
}
