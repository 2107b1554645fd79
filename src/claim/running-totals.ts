import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { draftOf } from './figure-draft.ts';
import type { Setting } from './figure-subject.ts';
import { levelAfter } from './patterns/nominal.ts';
import type { TriggerHit } from './patterns/triggers.ts';
import type { Chunk } from './reading/chunk.ts';
import { headLemma, type Reading } from './reading/reading.ts';
import { type VerbGroup, verbGroup } from './reading/verb-group.ts';
import type { Surroundings } from './scope/context.ts';

/** Triggers that are nouns. */
const NAMING = new Set<TriggerHit['slot']>(['nominal', 'counted', 'deed']);
/** Who may stand behind the number of a total, beside those who were counted before. */
const ANYBODY = new Set(['', 'people', 'person', 'victim', 'other']);
/** A total is told by its words and by the figure before it. */
const CERTAINTY = 0.86;

/**
 * Totals that name nothing themselves and count on from a figure before them: "41 people died, taking the tally to 340",
 * "two bodies were found, bringing the total to 54", "19 were killed. The count now stands at 24." What is added on
 * becomes a part of the total; a level that was left is taken out.
 * @param own what the sentence gives otherwise
 * @param before what the sentence before gives
 */
export function withRunningTotals(
  reading: Reading,
  own: readonly Draft[],
  before: readonly Draft[],
  lent: Surroundings,
  vocabulary: Vocabulary,
): Draft[] {
  if (own.length + before.length === 0 || reading.quantities.length === 0) return [...own];
  const found = [...own];
  for (const { at, chunk, rival } of totalsIn(reading)) {
    if (found.some((draft) => draft.chunk === chunk)) continue;
    const base = baseOf(found, before, chunk, reading.tokens[at]?.lower === 'it');
    const total = base && totalDraft(reading, at, chunk, base, lent, vocabulary);
    if (!base || !total) continue;
    reading.recorder?.draw('figure', [total]);
    if (rival) {
      found.push(total);
      continue;
    }
    if (isLeftBy(base, total)) found.splice(found.indexOf(base), 1);
    else if (isAddedTo(base, total)) base.partOf ??= total;
    found.push(total);
  }
  return found.sort((a, b) => a.valueSpan[0] - b.valueSpan[0]);
}

interface Total {
  /** Token of the word that stands for the total. */
  readonly at: number;
  readonly chunk: Chunk;
  /** What another voice says of the same: it takes no figure out, and none is a part of it. */
  readonly rival?: true;
}

function totalsIn(reading: Reading): Total[] {
  const found: Total[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const given = givenAt(reading, at);
    if (given) found.push({ at, chunk: given, rival: true });
    if (given || (!isTotal(reading, at) && !isLifted(reading, at) && !isRevised(reading, at))) continue;
    const chunk = levelAfter(reading, { ...NOWHERE, first: at, last: at });
    if (chunk && !isCompared(reading, chunk)) found.push({ at, chunk });
  }
  return found;
}

/** "the tally", "the country's total": not "the number of schools", nor a word that tells itself what it counts. */
function isTotal({ tokens, chunkOf, triggers, words: { count } }: Reading, at: number): boolean {
  if (!count.totals.has(tokens[at]?.lemma ?? '') || tokens[at + 1]?.lower === 'of') return false;
  const chunk = chunkOf[at] ?? null;
  // "the combined total": the tagger may take it for an adjective, and then it is in no phrase.
  const alone = chunk === null && /^(?:DET|VERB|ADJ|PART)$/.test(tokens[at - 1]?.pos ?? '');
  if (!alone && (chunk?.head !== at || chunk.quantity)) return false;
  const described = tokens.slice(chunk?.first ?? at, at).some(({ pos }, i, words) => {
    const owner = /^[’']s?$/.test(words[i + 1]?.lower ?? '');
    return pos === 'NOUN' && !owner;
  });
  return !described && !triggers.some((hit) => NAMING.has(hit.slot) && hit.first <= at && at <= hit.last);
}

/** "police gave | a figure | of 200,000", "the ministry offered | a far lower number|: 350,000", "Doe put | it | at 350,000". */
function givenAt(reading: Reading, at: number): Chunk | null {
  const {
    tokens,
    chunkOf,
    words: { count },
  } = reading;
  const chunk = chunkOf[at] ?? null;
  const noun = count.totals.has(tokens[at]?.lemma ?? '') && chunk?.head === at && !chunk.quantity;
  if (!noun && tokens[at]?.lower !== 'it') return null;
  const verb = tokens[(noun ? chunk.first : at) - 1];
  if (verb?.pos !== 'VERB' || !count.giving.has(verb.lemma)) return null;
  const figure = (noun ? /^(?:of|:)$/ : /^at$/).test(tokens[at + 1]?.lower ?? '') ? chunkOf[at + 2] : null;
  return figure?.quantity && figure.first === at + 2 ? figure : null;
}

/** "raising | it | to 24". */
const isLifted = ({ tokens, words }: Reading, at: number): boolean =>
  tokens[at]?.lower === 'it' &&
  words.count.lifting.has(tokens[at - 1]?.lemma ?? '') &&
  tokens[at + 1]?.lower === 'to';

/** "put at 288, which | the government revised to 275". */
function isRevised({ tokens, words }: Reading, at: number): boolean {
  const verb = tokens[at];
  if (verb?.pos !== 'VERB' || !words.count.revising.has(verb.lemma)) return false;
  const way = /^(?:up|down|upward|upwards|downward|downwards)$/.test(tokens[at + 1]?.lower ?? '') ? 1 : 0;
  if (tokens[at + 1 + way]?.lower !== 'to') return false;
  for (let i = at - 1; i >= 0 && at - i <= CLAUSE; i -= 1) {
    if (tokens[i]?.lower === 'which') return true;
    if (tokens[i]?.pos === 'VERB' || tokens[i]?.pos === 'PUNCT') return false;
  }
  return false;
}

/** How far behind "which" its verb may stand, in words. */
const CLAUSE = 6;

/** "12 more than in May". */
const isCompared = ({ tokens }: Reading, { last }: Chunk): boolean =>
  /^(?:more|fewer|less|higher|lower|times?)$/.test(tokens[last + 1]?.lower ?? '') &&
  /^(?:than|as)$/.test(tokens[last + 2]?.lower ?? '');

/**
 * The figure on which a total goes on: the last of the sentence before it, or all that the sentence before is about.
 * @param level "it" takes up a level that the sentence gives, where there is one
 */
function baseOf(own: readonly Draft[], before: readonly Draft[], chunk: Chunk, level: boolean): Draft | null {
  const mine = own.filter((draft) => isCount(draft) && draft.chunk && draft.chunk.last < chunk.first);
  const named = level ? mine.findLast(isLevel) : undefined;
  const near = named ?? mine.findLast((draft) => draft.partOf === null) ?? mine.at(-1);
  if (near) return near;
  if (own.some((draft) => draft.predicate !== null)) return null;
  const earlier = before.filter(isCount);
  const [first] = earlier;
  return first && earlier.every(({ predicate }) => predicate === first.predicate) ? first : null;
}

const isLevel = ({ rule }: Draft): boolean => /\/(?:nominal|number-of|running)$/.test(rule);

const isCount = ({ predicate, quantity, modality, polarity }: Draft): boolean =>
  predicate?.kind === 'quantity' &&
  quantity?.role === 'count' &&
  quantity.unit === null &&
  modality === 'occurred' &&
  polarity === 'affirmed';

function totalDraft(
  reading: Reading,
  at: number,
  chunk: Chunk,
  base: Draft,
  lent: Surroundings,
  vocabulary: Vocabulary,
): Draft | null {
  const { quantity } = chunk;
  if (!base.predicate || quantity?.unit !== null || quantity.nominal === null) return null;
  // "12 new cases … the total": the cases stand for people, whom nobody names.
  const own = base.reading === reading && base.subject.key !== 'people' ? base.chunk : null;
  const noun = own?.head != null ? own : undefined;
  const same = noun && headLemma(reading, noun) === headLemma(reading, chunk);
  if (!ANYBODY.has(headLemma(reading, chunk)) && !same) return null;
  const hit = { ...NOWHERE, predicate: base.predicate, first: at, last: at };
  const shape = { hit, pattern: 'running', group: verbOf(reading, at, chunk), counted: [chunk], agent: null };
  const match = { ...shape, ...(noun ? { noun } : {}), certainty: CERTAINTY };
  const setting: Setting = { reading, lent, vocabulary, lenders: new Set(), hits: [] };
  const draft = draftOf(match, chunk, setting, false);
  return typeof draft === 'string' ? null : draft;
}

/** The verb between the total and its figure, or right before the total: "bringing | the total | to 54". */
function verbOf({ tokens, chunkOf }: Reading, at: number, { first }: Chunk): VerbGroup | null {
  for (let i = first - 1; i > at; i -= 1) if (tokens[i]?.pos === 'VERB') return verbGroup(tokens, i);
  const verb = (chunkOf[at]?.first ?? at) - 1;
  return tokens[verb]?.pos === 'VERB' ? verbGroup(tokens, verb) : null;
}

/** "stood at 19 before …, raising it to 24", "reported 15, but later revised the figure to 12": the level of before. */
function isLeftBy(base: Draft, total: Draft): boolean {
  if (base.reading !== total.reading) return false;
  const { tokens, words } = total.reading;
  const between = tokens.slice(base.chunk?.last ?? 0, total.chunk?.first ?? 0);
  return isLevel(base) || between.some(({ lemma }) => words.count.revising.has(lemma));
}

const isAddedTo = (base: Draft, total: Draft): boolean =>
  base.predicate?.additive === true && (base.value.nominal ?? 0) < (total.value.nominal ?? 0);

/** A trigger without a predicate: where a figure is looked for before it is known what it counts. */
const NOWHERE = { slot: 'nominal', headLemma: null, loose: false, unless: null } as TriggerHit;
