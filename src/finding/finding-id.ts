import { idOfJson } from '../identity.ts';
import { remember } from '../remember.ts';

/** Groups and figures stand in many findings: each of them is written once. */
const written = remember((text: string): string => JSON.stringify(text));

function listOf(texts: readonly (string | null)[]): string {
  let list = '';
  for (const text of texts) list += `${list === '' ? '' : ','}${text === null ? 'null' : written(text)}`;
  return list;
}

/** As `contentId` of these parts, in their order. `stands`: what is held against each other. */
export function findingId(
  rules: string,
  groups: readonly string[],
  verdict: string,
  subtype: string | null,
  stands: readonly (string | null)[],
): string {
  const more = stands.length === 0 ? '' : `,${listOf(stands)}`;
  return idOfJson('fnd', `[${written(rules)},[${listOf(groups)}],${listOf([verdict, subtype])}${more}]`);
}
