import { isWord } from '../../sentence/forms.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Draft } from '../draft.ts';
import { draftOf } from '../figure-draft.ts';
import { isAsked, tellsOf } from '../patterns/shares.ts';
import type { TriggerHit } from '../patterns/triggers.ts';
import type { Chunk } from '../reading/chunk.ts';
import { headLemma, type Reading } from '../reading/reading.ts';
import type { Surroundings } from '../scope/context.ts';
import type { Ballot } from './ballot.ts';

/** How many words may stand between a number and its side: "204 | of the 300 lawmakers voting | in favour". */
const REACH = 8;
const CERTAINTY = 0.86;

interface Told {
  readonly chunk: Chunk;
  readonly inFavour: boolean;
  /** Token of the word that tells the side. */
  readonly at: number;
}

/**
 * The sides of a vote that are told one by one: "204 votes for, 85 against", "94.6% voted to reject the deal", "with 204
 * of the 300 lawmakers voting in favour". What people would do according to a poll is no vote.
 */
export function sidesTold(
  reading: Reading,
  ballot: Ballot,
  [predicate, against]: readonly [Predicate, Predicate],
  lent: Surroundings,
  vocabulary: Vocabulary,
): Draft[] {
  if (isAsked(reading)) return [];
  const voted = reading.tokens.some((token) => isOneOf(token, ballot.votes));
  if (!voted && !tellsOf(reading.document, predicate)) return [];
  const setting = { reading, lent, vocabulary, lenders: new Set<Chunk>(), hits: [] };
  const told: Told[] = [];
  for (const chunk of reading.chunks) {
    if (!isOfVoters(reading, chunk, ballot)) continue;
    const side =
      (voted && sideOf(reading, chunk, ballot, told.length > 0)) || sideByVerb(reading, chunk, ballot);
    if (side) told.push(side);
  }
  return told.flatMap(({ chunk, inFavour, at }) => {
    const hit: TriggerHit = {
      predicate: inFavour ? predicate : against,
      slot: 'nominal',
      first: at,
      last: at,
      headLemma: null,
      loose: false,
      unless: null,
    };
    const shape = { hit, pattern: 'side', group: null, counted: [chunk], agent: null, certainty: CERTAINTY };
    const draft = draftOf(shape, chunk, setting, false);
    return typeof draft === 'string' ? [] : [draft];
  });
}

/** Votes, a bare number, a share of those who vote, or people whom the vocabulary knows to vote. */
function isOfVoters(reading: Reading, chunk: Chunk, { votes, beside }: Ballot): boolean {
  const { quantity } = chunk;
  if (!quantity || quantity.nominal === null) return false;
  if (quantity.unit === 'percent') return true;
  // "204 of the 300 lawmakers"
  const part = quantity.role === 'fraction' && Number.isInteger(quantity.nominal);
  if ((quantity.role !== 'count' && !part) || quantity.unit !== null) return false;
  const lemma = headLemma(reading, chunk).toLowerCase();
  return chunk.head === null || [votes, beside, VOTERS].some((words) => words.includes(lemma));
}

/** Who else votes. */
const VOTERS = 'member country state nation delegate people minister judge worker'.split(' ');

function sideOf(reading: Reading, chunk: Chunk, ballot: Ballot, listed: boolean): Told | null {
  const { tokens } = reading;
  const isVote = (i: number): boolean => isOneOf(tokens[i], ballot.votes);
  const beside = listed || votedBefore(reading, chunk, isVote) ? 'listed' : null;
  let told: Voting = isVote(chunk.head ?? -1) ? 'voting' : beside;
  for (let i = chunk.last + 1; i < tokens.length && i - chunk.last <= REACH; i += 1) {
    const side = told === 'voting' || i === chunk.last + 1 ? sideAt(reading, i, chunk, ballot, told) : null;
    if (side !== null) return { chunk, inFavour: side, at: i };
    // "94.6% | voted", "204 | of the 300 lawmakers | voting", "95% | of members"
    if (isVote(i) && tokens[i]?.pos !== 'ADJ') told = 'voting';
    else if (!PASSED.test(tokens[i]?.lower ?? '') && !behindOf(reading, chunk, i)) return null;
  }
  return null;
}

/** Whether a number votes by its own words, or is one of a list of sides. */
type Voting = 'voting' | 'listed' | null;
const PASSED = /^(?:of|the|those|its|their|who|had|have)$/;

/** "of | the 300 lawmakers": the whole of which a number is a part. */
const behindOf = ({ chunkOf, tokens }: Reading, { last }: Chunk, i: number): boolean =>
  tokens[last + 1]?.lower === 'of' && (chunkOf[i]?.first ?? i) <= last + 3;

/** "voted | 52 in favour", "voted by | 83% to strike". */
const votedBefore = ({ tokens }: Reading, { first }: Chunk, isVote: (i: number) => boolean): boolean =>
  isVote(first - 1) || (isVote(first - 2) && /^(?:by|with)$/.test(tokens[first - 1]?.lower ?? ''));

/** Whether what begins at a token is the side in favour, or that against; null where it is neither. */
function sideAt(
  { tokens, chunkOf }: Reading,
  i: number,
  { quantity }: Chunk,
  { failed, about }: Ballot,
  told: Voting,
): boolean | null {
  const [word, next] = [tokens[i]?.lower ?? '', tokens[i + 1]];
  if (told === null) return null;
  // "52% of the vote against 48% for Doe": a rival's share.
  if (word === 'against') return chunkOf[i + 1]?.quantity || next?.pos === 'PROPN' ? null : false;
  if (word === 'in' && /^favou?r$/.test(next?.lower ?? '')) return true;
  // "94% voted to reject the deal"; of "33,000 workers voted to reject it" nobody says that all did.
  if (word === 'to' && next?.pos === 'VERB')
    return quantity?.unit === 'percent' ? !failed.includes(next.lemma) : null;
  if (word !== 'for' || told !== 'voting') return null;
  // "204 votes for, 85 against", "voted for impeachment"; not "for the senator"
  const object = chunkOf[i + 1] ?? null;
  const ends = next === undefined || /^(?:PUNCT|CCONJ)$/.test(next.pos);
  return ends || isVotedOn(tokens, object, about) ? true : null;
}

/** "96% | backed the strike", "64% of members | had rejected the offer", "210 | opposed it". */
function sideByVerb(reading: Reading, chunk: Chunk, { carried, failed, about }: Ballot): Told | null {
  const { tokens, chunkOf } = reading;
  let i = chunk.last + 1;
  const whole = tokens[i]?.lower === 'of' ? chunkOf[i + 1] : null;
  if (whole) i = whole.last + 1;
  while (/^(?:AUX|ADV)$/.test(tokens[i]?.pos ?? '') && i - chunk.last <= REACH) i += 1;
  const verb = tokens[i];
  // "33,000 workers rejected it": as a body.
  const body = chunk.head !== null && chunk.quantity?.unit !== 'percent';
  if (body && VOTERS.includes(headLemma(reading, chunk).toLowerCase())) return null;
  if (verb?.pos !== 'VERB' || !/ed$/.test(verb.lower)) return null;
  const inFavour = carried.includes(verb.lemma);
  if (!inFavour && !failed.includes(verb.lemma)) return null;
  return isVotedOn(tokens, chunkOf[i + 1] ?? null, about) ? { chunk, inFavour, at: i } : null;
}

/** Whether a phrase has one of the nouns for what is voted on: "the strike", "strike action". */
const isVotedOn = (tokens: readonly Token[], object: Chunk | null, about: readonly string[]): boolean =>
  object !== null &&
  tokens.slice(object.first, object.last + 1).some((token) => about.includes(nounLemma(token).toLowerCase()));

const isOneOf = (token: Token | undefined, words: readonly string[]): boolean =>
  token !== undefined && words.some((word) => isWord(token, word));
