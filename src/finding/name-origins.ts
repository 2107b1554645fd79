import type { Claim } from '../claim/claim.ts';
import { withArticle } from '../group/question.ts';
import { officeFinder } from '../group/spoken-for.ts';
import { byCodePoint } from '../identity.ts';
import { remember } from '../remember.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

const NAMES = 3;
/** So few names are looked through one by one. */
const FEW = 16;
const LONGEST = 70;
const ANONYMOUS = '/anonymous';

const spaced = remember((key: string): string => key.replace(/-+/g, ' '));
const capitalised = remember((key: string): string =>
  spaced(key).replace(/(^| )\p{Ll}/gu, (c) => c.toUpperCase()),
);
const COMMON = /^(?:the|an?|police|hospital)$/;

/** "The police there", "Officials in Herat": as they stand inside a sentence. */
function inSentence(name: string, { persons }: Vocabulary): string {
  const first = name.split(/[ ’']/, 1)[0] ?? '';
  const word = first.toLowerCase();
  const isCommon = COMMON.test(word) || persons.nouns.has(word) || persons.nouns.has(word.replace(/s$/, ''));
  return isCommon ? word + name.slice(first.length) : name;
}

/** The fullest of several ways to name one source, as long as it can be read in passing. */
function fullest(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const short = names.filter((name) => name.length <= LONGEST);
  return [...new Set(short)].sort((a, b) => b.length - a.length || byCodePoint(a, b))[0];
}

/** Of an origin: what the vocabulary calls it, else what the articles do, else its key made readable. */
function nameOfOrigin(origin: string, claims: readonly Claim[], vocabulary: Vocabulary): string {
  if (origin.endsWith(ANONYMOUS))
    return `an unnamed source of ${nameOfOrigin(origin.slice(0, -ANONYMOUS.length), claims, vocabulary)}`;
  const source = vocabulary.sources.get(origin)?.name;
  if (source !== undefined) return withArticle(source);
  const outlet = vocabulary.outlets.get(origin)?.name;
  if (outlet !== undefined) return outlet;
  const names: string[] = [];
  const officeOf = officeFinder(vocabulary);
  for (const { attribution } of claims) {
    for (const node of attribution.chain)
      if (node.key === origin || officeOf(node)?.unit === origin) names.push(node.name);
  }
  const cited = fullest(names);
  if (cited !== undefined) return inSentence(cited, vocabulary);
  return claims.some((claim) => claim.outlet === origin) ? capitalised(origin) : spaced(origin);
}

/** "A", "A and B", "A, B and C"; from four on the first three and how many more. `claims` are what the origins say. */
export function namesOf(
  origins: readonly string[],
  claims: readonly Claim[],
  vocabulary: Vocabulary,
): string {
  const [only] = origins;
  if (origins.length === 1 && only !== undefined) return nameOfOrigin(only, claims, vocabulary);
  const names: string[] = [];
  const known = origins.length > FEW ? new Set<string>() : null;
  for (const origin of origins) {
    const name = nameOfOrigin(origin, claims, vocabulary);
    if (known ? known.has(name) : names.includes(name)) continue;
    known?.add(name);
    names.push(name);
  }
  const shown = names.length > NAMES ? names.slice(0, NAMES) : names.slice(0, -1);
  const last = names.length > NAMES ? `${names.length - NAMES} more` : (names.at(-1) ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** Several names, or one whose head is a plural: "officials of the ministry", not "the office for officials". */
const SEVERAL =
  /,| and |^(?:(?!of |in |at |for |from )\S+ )*?(?:[Pp]olice|people|\p{Ll}+(?:[^sui\P{Ll}]s))(?: |$)/u;

const isPlural = remember((who: string): boolean => SEVERAL.test(who));
/** A list of names was just put together: to look for it in a memory costs more than to see that it is one. */
const areSeveral = (who: string): boolean => who.includes(' and ') || isPlural(who);

/** The verb that goes with whom `namesOf` names: "the police say", "AFP says". */
export const verb = (who: string, singular: string): string =>
  areSeveral(who) ? singular.replace(/s$/, '') : singular;
