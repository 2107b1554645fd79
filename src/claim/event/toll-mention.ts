import { gather } from '../../each-as.ts';
import type { NameMention } from '../../mention/mention.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import { KILLED } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Draft } from '../draft.ts';
import { withSharedAuxiliary } from '../patterns/passive.ts';
import type { TriggerHit } from '../patterns/triggers.ts';
import type { Chunk } from '../reading/chunk.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import type { Surroundings } from '../scope/context.ts';
import { pronounDraft } from './pronoun-draft.ts';

const STOPS = new Set(';:.!?');

/** What tells one person from another. */
export interface Features {
  readonly name: NameMention | null;
  readonly age: number | null;
  readonly sex: 'male' | 'female' | null;
  readonly attacker: boolean;
}

/** Somebody of whom a sentence says what became of him, or several who are counted. */
export interface TollMention extends Features {
  readonly reading: Reading;
  readonly at: number;
  /** Id of the predicate to whose toll it counts. */
  readonly of: string;
  readonly rank: number;
  /** The figure that it was read from; for a pronoun what it says of somebody, or null where that is unreal. */
  readonly draft: Draft | null;
  readonly count: number;
  /** several people; somebody new; somebody told of before, or perhaps; a pronoun. */
  readonly kind: 'group' | 'indefinite' | 'definite' | 'pronoun';
  /** "another man", "three others": besides those told of before. */
  readonly more: boolean;
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those']);
/** Nobody in particular. */
const GENERIC = new Set(['each', 'every', 'any', 'no', 'neither', 'either', 'whoever']);
const MORE = new Set([
  'other',
  'others',
  'another',
  'more',
  'additional',
  'second',
  'third',
  'fourth',
  'fifth',
]);
/** Shapes in which a word tells what became of somebody. */
const FATES = new Set<TriggerHit['slot']>(['intransitive', 'passive', 'state']);
const PRONOUNS = new Set(['he', 'she', 'him', 'her', 'himself', 'herself', 'who']);
const NONE: readonly TollMention[] = [];
/** How far behind a phrase its age or its name may stand: ", 22,", ", John Doe,". */
const APPOSED = 3;
/** How far behind its verb "himself" may stand, in words. */
const FAR = 20;

const NOBODY: Features = { name: null, age: null, sex: null, attacker: false };
const GROUP = { kind: 'group', more: false } as const;

/** The mention that a figure makes, or null when it is of nobody in particular. */
export function mentionOf(draft: Draft, vocabulary: Vocabulary): TollMention | null {
  const { chunk, reading, predicate } = draft;
  const toll = predicate?.toll;
  const count = draft.value.nominal;
  if (!toll || count === null || count < 1 || draft.value.kind !== 'quantity') return null;
  // A sum has no phrase of its own.
  if (!chunk) return mention(NOBODY, reading, draft.evidence[0], toll, { ...GROUP, draft, count });
  if (GENERIC.has(chunk.determiner ?? '')) return null;
  const kind = count > 1 ? 'group' : DEFINITE.has(chunk.determiner ?? '') ? 'definite' : 'indefinite';
  const more = saysMore(reading.tokens, Math.max(0, chunk.first - 1), chunk.last);
  const features = featuresOf(reading, chunk, vocabulary, isReflexive(draft));
  return mention(features, reading, chunk.first, toll, { kind, more, draft, count });
}

/** Written out in one order: objects made with spreads are of another shape each time. */
const mention = (
  { name, age, sex, attacker }: Features,
  reading: Reading,
  at: number,
  { of, rank }: Pick<TollMention, 'of' | 'rank'>,
  { kind, more, draft, count }: Pick<TollMention, 'kind' | 'more' | 'draft' | 'count'>,
): TollMention => ({ name, age, sex, attacker, reading, at, of, rank, draft, count, kind, more });

function saysMore(tokens: Reading['tokens'], from: number, to: number): boolean {
  for (let i = from; i <= to; i += 1) if (MORE.has(tokens[i]?.lower ?? '')) return true;
  return false;
}

/** "killed himself", "took her own life": who is counted is who did it. */
const isReflexive = ({ predicateText }: Draft): boolean => /self$|selves$| own life$/i.test(predicateText);

/** The name of the person whom a phrase names, or who is named right behind it: "a rebel leader, John Doe". */
export function nameOf({ tokens, names }: Reading, chunk: Chunk): NameMention | null {
  if (chunk.name?.type === 'person') return chunk.name;
  const end = tokens[chunk.last]?.end ?? 0;
  const behind = tokens[chunk.last + 1]?.text === ',' ? tokens[chunk.last + 2] : tokens[chunk.last + 1];
  return (
    names.find(({ type, start }) => type === 'person' && start >= end && start === behind?.start) ?? null
  );
}

function featuresOf(reading: Reading, chunk: Chunk, { persons }: Vocabulary, reflexive: boolean): Features {
  const { tokens } = reading;
  const start = tokens[chunk.first]?.start ?? 0;
  const limit = tokens[Math.min(tokens.length - 1, chunk.last + APPOSED)]?.end ?? 0;
  const head = chunk.head === null ? undefined : tokens[chunk.head];
  const name = nameOf(reading, chunk);
  const age = reading.quantities.find(
    (quantity) => quantity.role === 'age' && quantity.start >= start && quantity.start < limit,
  );
  const inside = tokens.slice(chunk.wordsFrom, chunk.last + 1).map((token) => token.lower);
  const sex =
    (head && persons.sexes.get(nounLemma(head))) ??
    (inside.includes('female') ? 'female' : inside.includes('male') ? 'male' : null);
  return {
    name,
    age: age?.nominal ?? null,
    sex: sex ?? null,
    attacker: reflexive || inside.some((word) => persons.attackers.has(word)),
  };
}

/**
 * "He died at the scene", "killing her", "then shot himself": what a sentence says of somebody by a pronoun.
 * @param read the figures of the sentence, whose words are spoken for
 */
export function pronounMentions(
  reading: Reading,
  read: readonly Draft[],
  lent: Surroundings,
  vocabulary: Vocabulary,
): TollMention[] {
  return gather(reading.triggers, (hit): readonly TollMention[] => {
    // "took her to hospital" is not "took her life".
    const toll = hit.headLemma === null ? hit.predicate.toll : null;
    if (!toll) return NONE;
    const spoken = read.some(({ evidence: [first, last] }) => first <= hit.first && hit.last <= last);
    const at = hit.slot === 'active' ? alsoItself(reading, hit) : spoken ? null : pronounOf(reading, hit);
    if (at === null) return NONE;
    const word = reading.tokens[at]?.lower ?? '';
    const reflexive = word.endsWith('self');
    const sex = vocabulary.persons.sexes.get(word) ?? null;
    const draft = reflexive ? null : pronounDraft(reading, hit, at, lent, vocabulary);
    const features = { name: null, age: null, sex, attacker: reflexive };
    return [mention(features, reading, at, toll, { kind: 'pronoun', more: false, draft, count: 1 })];
  });
}

/** "killed three people and then himself": the one who does it is among them. */
function alsoItself(reading: Reading, hit: TriggerHit): number | null {
  for (let i = hit.last + 1; i < reading.tokens.length && i - hit.last <= FAR; i += 1) {
    const token = reading.tokens[i];
    if (!token || token.pos === 'VERB' || STOPS.has(token.text)) break;
    const joined = /^(?:and|then|before|finally|,)$/.test(reading.tokens[i - 1]?.lower ?? '');
    if (joined && /^(?:him|her)self$/.test(token.lower)) return i;
  }
  return pronounOf(reading, hit);
}

/** Whether a sentence speaks of a death that no figure of it counts: "where he later died", "the fatal shot". */
export const speaksOfDeath = (reading: Reading, read: readonly Draft[]): boolean =>
  reading.triggers.some(
    (hit) =>
      hit.predicate.toll?.rank === KILLED &&
      FATES.has(hit.slot) &&
      !verbGroup(reading.tokens, hit.first).negated &&
      verbGroup(reading.tokens, hit.first).modal === null &&
      !read.some(({ evidence: [first, last] }) => first <= hit.first && hit.last <= last),
  );

/** The pronoun that a trigger counts, or null. */
function pronounOf(reading: Reading, hit: TriggerHit): number | null {
  const { tokens } = reading;
  const last = tokens[hit.last];
  if (last?.lower.endsWith('self')) return hit.last;
  if (hit.slot === 'active') {
    const behind = tokens[hit.last + 1];
    const free = reading.chunkOf[hit.last + 1] === null;
    return behind && PRONOUNS.has(behind.lower) && free ? hit.last + 1 : null;
  }
  if (hit.slot !== 'passive' && hit.slot !== 'intransitive' && hit.slot !== 'state') return null;
  const group =
    hit.slot === 'passive' ? withSharedAuxiliary(reading, hit.first) : verbGroup(tokens, hit.first);
  if (hit.slot === 'passive' && !group.passive) return null;
  if (group.negated || group.modal !== null) return null;
  let i = group.first - 1;
  if (hit.slot === 'state')
    while (i >= 0 && hit.first - i <= 4 && /^(?:AUX|ADV)$/.test(tokens[i]?.pos ?? '')) i -= 1;
  while (tokens[i]?.pos === 'ADV') i -= 1;
  return /^(?:he|she)$/.test(tokens[i]?.lower ?? '') ? i : null;
}

/** Whether the verb of a figure has somebody who does it: "the gunman killed three". */
export const isDone = (draft: Draft): boolean => draft.rule.includes('/active');

/** Token at which a mention’s sentence starts speaking, for text order. */
export const orderOf = (mention: TollMention): number =>
  mention.reading.tokens[mention.at]?.start ?? tokenAt(mention.reading.tokens, 0);
