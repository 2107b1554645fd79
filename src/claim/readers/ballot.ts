import { z } from 'zod';
import { gather } from '../../each-as.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Draft } from '../draft.ts';
import { onMatter } from '../matter.ts';
import { tellsOf } from '../patterns/shares.ts';
import { headLemma, type Reading } from '../reading/reading.ts';
import type { Surroundings } from '../scope/context.ts';
import { draftOfSide, type NumberPair, pairAt } from './number-pair.ts';
import { predicatesFor, type Reader } from './reader.ts';
import { sidesTold } from './sides.ts';

const Options = z.strictObject({
  against: z.string().meta({ description: 'The predicate of the other number: votes against.' }),
  votes: z.array(z.string()).meta({ description: 'Words that alone tell of a vote: "voted 219–213".' }),
  carried: z
    .array(z.string())
    .meta({ description: 'Verbs of a motion that got through: the larger number was for it.' }),
  failed: z
    .array(z.string())
    .meta({ description: 'Verbs of one that did not: the larger number was against it.' }),
  percent: z.boolean().default(false).meta({ description: 'Its sides are told in percent, and only so.' }),
  beside: z
    .array(z.string())
    .meta({ description: 'What is voted on and who votes: these verbs need one of them beside.' }),
});
type Options = z.infer<typeof Options>;

/** What a predicate file says of votes, and the nouns for what is voted on. */
export type Ballot = Options & { readonly about: readonly string[] };

/** How far before the numbers the verb may stand. */
const REACH = 14;
const CERTAINTY = 0.85;

/** Both sides of a vote: "voted 219–213 to pass", "failed 42 to 58", "by a vote of 52 to 48", "the 51-50 vote". */
export const ballot: Reader = {
  id: 'ballot',
  words: (vocabulary) =>
    gather(predicatesFor(vocabulary, 'ballot', Options), ({ options }) => [
      ...options.votes,
      ...options.carried,
      ...options.failed,
    ]),
  read: (reading, lent, vocabulary) =>
    gather(predicatesFor(vocabulary, 'ballot', Options), ({ predicate, options }) => {
      const against = vocabulary.predicates.get(options.against);
      if (!against || (options.percent && !tellsOf(reading.document, predicate))) return [];
      const pairs = gather(pairsIn(reading, options.percent, vocabulary), (pair) => {
        const cue = cueOf(reading, pair, options);
        return cue ? sidesOf(reading, pair, cue, [predicate, against], lent, vocabulary) : [];
      });
      if (options.percent || pairs.length > 0) return pairs;
      const about = Object.values(predicate.matters).flat();
      return sidesTold(reading, { ...options, about }, [predicate, against], lent, vocabulary);
    }),
};

function pairsIn(reading: Reading, percent: boolean, vocabulary: Vocabulary): NumberPair[] {
  const found: NumberPair[] = [];
  for (let i = 0; i < reading.tokens.length; i += 1) {
    const pair = pairAt(reading, i);
    if (!pair) continue;
    const counts = !pair.percent && Number.isInteger(pair.first + pair.second);
    const shares = pair.percent && Math.abs(pair.first + pair.second - 100) <= 1;
    if (percent ? shares : counts || (shares && isVotedTo(reading, pair) && !isOfAll(reading, vocabulary)))
      found.push(pair);
    i = pair.to;
  }
  return found;
}

/** Whether the article tells of a vote of all, whose sides are told in percent: a referendum. */
const isOfAll = ({ document }: Reading, vocabulary: Vocabulary): boolean =>
  predicatesFor(vocabulary, 'ballot', Options).some(
    ({ predicate, options }) => options.percent && tellsOf(document, predicate),
  );

/** "voted by 59% to 41% | late on Monday | to accept the offer": members of a union, of a party. */
function isVotedTo({ tokens }: Reading, { from, to }: NumberPair): boolean {
  const verb = tokens[from - 1]?.lower === 'by' ? from - 2 : from - 1;
  if (tokens[verb]?.lemma !== 'vote' || tokens[verb]?.pos !== 'VERB') return false;
  return purposeBehind(tokens, to) !== null;
}

/** The verb of "to accept", "to reject" behind the numbers, over a time. */
function purposeBehind(tokens: readonly Token[], to: number): Token | null {
  for (let i = to + 1; i - to <= 6; i += 1) {
    if (tokens[i]?.lower === 'to' && tokens[i + 1]?.pos === 'VERB') return tokens[i + 1] ?? null;
    if (!tokens[i] || /^(?:VERB|PUNCT|AUX)$/.test(tokens[i]?.pos ?? '')) return null;
  }
  return null;
}

/** The word that makes a pair a vote, and which of its numbers was in favour. */
interface Cue {
  readonly at: number;
  readonly inFavour: 'first' | 'second' | 'larger' | 'smaller';
}

function cueOf(reading: Reading, pair: NumberPair, options: Options): Cue | null {
  const { tokens } = reading;
  const isVote = (token: Token | undefined): boolean => isOneOf(token, options.votes);
  let vote = isVote(tokens[pair.to + 1]) ? pair.to + 1 : null;
  for (let i = pair.from - 1; i >= 0 && pair.from - i <= REACH; i -= 1) {
    const token = tokens[i];
    if (!token || /^[;:.!?]$/.test(token.text) || GLUED_SCORE.test(token.text)) break;
    if (vote === null && pair.from - i <= 3 && isVote(token)) vote = i;
    else if (pair.first > pair.second && isOneOf(token, options.carried) && isBeside(reading, options))
      return { at: i, inFavour: 'larger' };
    else if ((isOneOf(token, options.failed) || isVotedDown(tokens, i)) && isBeside(reading, options))
      return { at: i, inFavour: 'smaller' };
  }
  return vote === null
    ? null
    : { at: vote, inFavour: isTurnedDown(tokens, pair, options) ? 'second' : 'first' };
}

/** "MPs | voted down | the amendment". */
const isVotedDown = (tokens: readonly Token[], verb: number): boolean =>
  tokens[verb]?.lemma === 'vote' && tokens[verb + 1]?.lower === 'down';

const GLUED_SCORE = /^\d+[-–—]\d+$/u;

const isOneOf = (token: Token | undefined, words: readonly string[]): boolean =>
  token !== undefined && (words.includes(token.lemma) || words.includes(token.lower));

/** "The bill passed", not "the team passed": a motion or a body that votes is named. */
const isBeside = (reading: Reading, { beside }: Options): boolean =>
  reading.chunks.some(
    (chunk) =>
      beside.includes(headLemma(reading, chunk).toLowerCase()) ||
      beside.includes(reading.tokens[chunk.head ?? -1]?.text ?? ''),
  );

/** "voted 50–49 | against adjourning", "voted 336 to 217 | to reject the deal". */
const isTurnedDown = (tokens: readonly Token[], { to }: NumberPair, { failed }: Options): boolean =>
  tokens[to + 1]?.lower === 'against' || isOneOf(purposeBehind(tokens, to) ?? undefined, failed);

function sidesOf(
  reading: Reading,
  pair: NumberPair,
  { at, inFavour }: Cue,
  predicates: readonly [Predicate, Predicate],
  lent: Surroundings,
  vocabulary: Vocabulary,
): Draft[] {
  const firstIsFor =
    inFavour === 'first' ||
    (inFavour === 'larger' && pair.first >= pair.second) ||
    (inFavour === 'smaller' && pair.first <= pair.second);
  const counted = { text: 'votes', key: 'vote', population: null, person: 'no', plural: true } as const;
  const evidence = [Math.min(at, pair.from), Math.max(at, pair.to)] as const;
  return ([0, 1] as const).map((side) => {
    const predicate = predicates[(side === 0) === firstIsFor ? 0 : 1];
    const about = onMatter(reading, predicate, at, pair.to, counted);
    const told = { side, predicate, counted: about, at, rule: ballot.id, certainty: CERTAINTY, evidence };
    return draftOfSide(reading, pair, told, lent, vocabulary);
  });
}
