import { ByForm } from '../../sentence/by-form.ts';
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
  'expect believe think presume report say know suppose schedule set due likely fear estimate understand assume about ready forecast predict project anticipate tip poise'.split(
    ' ',
  ),
);
/** "was confirmed killed", "were reported dead": a report between the auxiliary and what it is about. */
const REPORTED = new Set('confirmed reported found feared presumed believed declared pronounced'.split(' '));
const REACH = 10;

const [NEGATES, RAISES, REPORTS, IS_MODAL, IS_BE] = [1, 2, 4, 8, 16];

/** What a word can be in a verb group, a bit each. */
const parts = new ByForm(
  ({ lower, lemma }) =>
    (NEGATIONS.has(lower) ? NEGATES : 0) |
    (RAISING.has(lemma) ? RAISES : 0) |
    (REPORTED.has(lower) ? REPORTS : 0) |
    (MODALS.has(lower) ? IS_MODAL : 0) |
    (BE.has(lemma) || BE.has(lower) ? IS_BE : 0),
);

/** A group while it is read, from its verb to the left. */
type Growing = { -readonly [K in keyof VerbGroup]: VerbGroup[K] };

/** "is to axe 500 jobs": what will be done, and by whom; else "is" makes a passive. */
function takeBe(group: Growing): void {
  if (group.infinitive && !group.raised) group.modal ??= 'will';
  else group.passive ||= !group.raised;
}

/** Takes one word left of the verb into the group and notes what it says; false when it does not belong to it. */
function take(token: Token, at: number, group: Growing): boolean {
  const { lower, lemma, pos } = token;
  const next = group.first === at + 1;
  const part = parts.of(token);
  // "an airstrike in the country’s northwest killed": an owner is no verb.
  if (pos === 'PART' && /^[’']s?$/.test(lower)) return false;
  // "was quickly killed": an adverb is passed over and opens no group; "never" does.
  if (pos === 'ADV' && (part & NEGATES) === 0) return true;
  if (group.infinitive && (part & RAISES) !== 0) group.raised = true;
  else if ((part & REPORTS) !== 0 && pos === 'VERB' && at + 1 === group.verb) group.raised = false;
  else if ((part & NEGATES) !== 0) group.negated = true;
  else if (lower === 'to' && (pos === 'PART' || next)) group.infinitive = true;
  else if ((part & IS_MODAL) !== 0) group.modal = lower;
  else if ((part & IS_BE) !== 0) takeBe(group);
  else if (lemma === 'have' && (pos === 'AUX' || next)) group.perfect = true;
  else if (pos !== 'AUX') return false;
  group.first = at;
  return true;
}

/** Reads the group leftwards from its verb; linear in the length of the group, at most eight words. */
export function verbGroup(tokens: readonly Token[], verb: number): VerbGroup {
  const progressive = tokens[verb]?.lower.endsWith('ing') ?? false;
  const group: Growing = {
    first: verb,
    verb,
    passive: false,
    perfect: false,
    progressive,
    modal: null,
    infinitive: false,
    negated: false,
    raised: false,
  };
  for (let i = verb - 1; i >= 0 && verb - i <= REACH; i -= 1) {
    const token = tokens[i];
    if (!token || !take(token, i, group)) break;
  }
  // "being taken" is passive, "were taking" is not.
  if (progressive) group.passive = false;
  return group;
}
