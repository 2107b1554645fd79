import type { Token } from '../../sentence/sentence.ts';

/** A verb with its auxiliaries: "have not been killed". */
export interface VerbGroup {
  /** Index of the first auxiliary, or of the verb itself. */
  readonly first: number;
  readonly verb: number;
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly modal: string | null;
  readonly infinitive: boolean;
  readonly negated: boolean;
  /** Behind "is expected to", "are believed to". */
  readonly raised: boolean;
}

const BE = new Set(['be', 'get', "'s", '’s', 'is', 'are', 'was', 'were', 'been', 'being', "'re", '’re']);
const MODALS = new Set([
  'will',
  'would',
  'could',
  'may',
  'might',
  'can',
  'should',
  'must',
  'shall',
  "'ll",
  '’ll',
  "'d",
]);
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor']);
/** "is expected to arrive", "are believed to have been killed": the verb in between belongs to the group. */
const RAISING = new Set(
  'expect believe think presume report say know suppose schedule set due likely fear estimate understand assume about ready'.split(
    ' ',
  ),
);
/** "was confirmed killed", "were reported dead": a report between the auxiliary and what it is about. */
const REPORTED = new Set('confirmed reported found feared presumed believed declared pronounced'.split(' '));
const REACH = 10;

/** What one word left of the verb says about it; null: it does not belong to the group. */
function roleOf(token: Token, next: number, group: VerbGroup): Partial<VerbGroup> | null {
  const { lower, lemma, pos } = token;
  if (group.infinitive && RAISING.has(lemma)) return { raised: true };
  if (REPORTED.has(lower) && pos === 'VERB' && next === group.verb) return { raised: false };
  if (NEGATIONS.has(lower)) return { negated: true };
  if (lower === 'to' && (pos === 'PART' || group.first === next)) return { infinitive: true };
  if (MODALS.has(lower)) return { modal: lower };
  if (BE.has(lemma) || BE.has(lower)) return group.raised ? {} : { passive: true };
  if (lemma === 'have' && (pos === 'AUX' || group.first === next)) return { perfect: true };
  return pos === 'ADV' || pos === 'AUX' ? {} : null;
}

/** Reads the group leftwards from its verb; linear in the length of the group, at most eight words. */
export function verbGroup(tokens: readonly Token[], verb: number): VerbGroup {
  const progressive = tokens[verb]?.lower.endsWith('ing') ?? false;
  const none = {
    passive: false,
    perfect: false,
    modal: null,
    infinitive: false,
    negated: false,
    raised: false,
  };
  let group: VerbGroup = { ...none, first: verb, verb, progressive };
  for (let i = verb - 1; i >= 0 && verb - i <= REACH; i -= 1) {
    const token = tokens[i];
    const role = token && roleOf(token, i + 1, group);
    if (!role) break;
    if (token.pos === 'ADV' && !role.negated) continue;
    group = { ...group, ...role, first: i };
  }
  // "being taken" is passive, "were taking" is not.
  return progressive ? { ...group, passive: false } : group;
}
