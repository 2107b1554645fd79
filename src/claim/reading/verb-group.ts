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
const REACH = 8;

/** Reads the group leftwards from its verb; linear in the length of the group, at most eight words. */
export function verbGroup(tokens: readonly Token[], verb: number): VerbGroup {
  let first = verb;
  let passive = false;
  let perfect = false;
  let infinitive = false;
  let negated = false;
  let modal: string | null = null;
  for (let i = verb - 1; i >= 0 && verb - i <= REACH; i -= 1) {
    const token = tokens[i];
    if (!token) break;
    const { lower, lemma, pos } = token;
    if (NEGATIONS.has(lower)) negated = true;
    else if (lower === 'to' && (pos === 'PART' || first === i + 1)) infinitive = true;
    else if (MODALS.has(lower)) modal = lower;
    else if (BE.has(lemma) || BE.has(lower)) passive ||= !(tokens[verb]?.lower.endsWith('ing') ?? false);
    else if (lemma === 'have' && pos === 'AUX') perfect = true;
    else if (pos === 'ADV') continue;
    else break;
    first = i;
  }
  const own = tokens[verb]?.lower ?? '';
  return { first, verb, passive, perfect, progressive: own.endsWith('ing'), modal, infinitive, negated };
}
