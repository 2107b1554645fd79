import { gather } from '../each-as.ts';
import { startsUpper } from '../letters.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { draftOf, ruleOf } from './figure-draft.ts';
import { matchPatterns } from './patterns/index.ts';
import { isAttempt, meantOtherwise } from './patterns/otherwise.ts';
import type { Match } from './patterns/pattern.ts';
import { tellsOf } from './patterns/shares.ts';
import type { TriggerHit } from './patterns/triggers.ts';
import type { Chunk } from './reading/chunk.ts';
import type { Reading } from './reading/reading.ts';
import { ofTheSamePeople } from './same-people.ts';
import type { Surroundings } from './scope/context.ts';
import { totalOf } from './totals.ts';

/** How far behind a noun the verb of its own clause may stand: "students who had also been kidnapped". */
const CLAUSE = 5;

/** Every figure of a sentence that a predicate of the vocabulary takes; at most one claim a noun phrase. */
export function readFigures(reading: Reading, lent: Surroundings, vocabulary: Vocabulary): Draft[] {
  const hits = reading.triggers;
  if (hits.length === 0) return [];
  const { recorder } = reading;
  const otherwise = meantOtherwise(reading.tokens, vocabulary);
  const real = hits.filter(
    (hit) =>
      !isAttempt(reading, hit) &&
      !isNamePart(reading, hit) &&
      !otherwise.includes(hit.predicate) &&
      isOfStory(reading, hit),
  );
  const matches = matchPatterns(reading, real);
  recordUnmatched(reading, hits, real, matches);
  const best = new Map<Chunk, { draft: Draft; hit: TriggerHit }>();
  const setting = { reading, lent, vocabulary, lenders: lendersOf(matches), hits };
  for (const match of matches) {
    match.counted.forEach((chunk, i) => {
      const { hit } = match;
      const draft = draftOf(match, chunk, setting, i > 0);
      if (typeof draft === 'string') {
        recorder?.refuse('figure', draft, reading, { rule: ruleOf(match, chunk), hit, chunk });
        return;
      }
      const rival = best.get(chunk);
      const wins = !rival || outweighs(draft, hit, rival.draft, rival.hit, chunk);
      if (wins) best.set(chunk, { draft, hit });
      if (rival) recorder?.lose(wins ? rival.draft : draft, wins ? rival.hit : hit);
    });
  }
  const totals = gather(matches, (match) => {
    const parts = gather(match.counted, (chunk) => best.get(chunk)?.draft ?? []);
    const own = parts.every((part) => part.predicate === match.hit.predicate && part.partOf === null);
    // Who is named among others is not all of them.
    const rivals = match.counted.some((chunk) => match.own?.get(chunk)?.rival);
    const all = own && !match.partial && !rivals && parts.length === match.counted.length;
    return all ? (totalOf(parts, vocabulary) ?? []) : [];
  });
  const drafts = [...best.values()].map(({ draft, hit }) => {
    recorder?.draw('figure', [draft], hit);
    return draft;
  });
  recorder?.draw('total', totals);
  return [...ofTheSamePeople(reading, drafts), ...totals].sort((a, b) => a.valueSpan[0] - b.valueSpan[0]);
}

/** "One civilian was among the dead and 10 were wounded": a bare number is not of the kind that only some are of. */
const lendersOf = (matches: readonly Match[]): ReadonlySet<Chunk> =>
  new Set(gather(matches, ({ partial, counted }) => (partial ? [] : counted)));

/** Tells the recorder which triggers came to nothing before any figure was looked at. */
function recordUnmatched(
  reading: Reading,
  hits: readonly TriggerHit[],
  real: readonly TriggerHit[],
  matches: readonly Match[],
): void {
  const { recorder } = reading;
  if (!recorder) return;
  recorder.found(reading, hits);
  const matched = new Set(matches.map(({ hit }) => hit));
  for (const hit of hits.filter((each) => !matched.has(each)))
    recorder.refuse('figure', real.includes(hit) ? 'no-frame' : 'attempt', reading, { hit });
}

/** Of two words the surer, or the longer; of two fates of one person the graver: "a boy died after shooting himself". */
function outweighs(draft: Draft, hit: TriggerHit, rival: Draft, other: TriggerHit, chunk: Chunk): boolean {
  const { first, last } = chunk;
  // "the bodies of 44 victims and 140 injured people": what the phrase itself says of them goes first.
  const inside = [hit, other].some((one) => first <= one.first && one.last <= last);
  if (isDoneTo(hit, other, chunk)) return false;
  if (isDoneTo(other, hit, chunk)) return true;
  if (isOnlyAhead(rival, draft)) return false;
  if (isOnlyAhead(draft, rival)) return true;
  const apart = !inside && (hit.first > other.last || other.first > hit.last);
  const [grave, graver] = [rival.predicate?.toll?.rank, draft.predicate?.toll?.rank];
  const [, second] = hit.first > other.last ? [other, hit] : [hit, other];
  if (apart && second.slot !== 'active' && grave !== undefined && graver !== undefined && grave !== graver)
    return graver > grave;
  const [was, is] = hit.first > other.first ? [rival, draft] : [draft, rival];
  const earlier = hit.first > other.first ? other : hit;
  if (apart && isHurt(was, earlier, chunk) && is.predicate?.toll === null) return was === draft;
  if (isOver(was, is) || isOfClause(was, is, chunk, earlier) || isNamedBy(was, is, chunk, earlier))
    return is === draft;
  return rival.confidence < draft.confidence;
}

/** "80 demonstrators | arrested": what was done to them goes before what their name says that they did. */
const isDoneTo = (named: TriggerHit, done: TriggerHit, { first, last }: Chunk): boolean =>
  named.slot === 'counted' && done.slot === 'passive' && first <= named.first && done.first === last + 1;

/** "will return the 48 captives | whom it holds": that they are held is so, and what is to come of it is not yet. */
const isOnlyAhead = (so: Draft, ahead: Draft): boolean =>
  so.timeClass === 'stock' &&
  so.modality === 'occurred' &&
  ahead.timeClass === 'flow' &&
  /^(?:planned|expected|demanded|conditional)$/.test(ahead.modality);

/** "130 children held captive | were freed": what was so until then, of those to whom something new happened. */
const isOver = (was: Draft, is: Draft): boolean =>
  was.timeClass === 'stock' &&
  is.timeClass === 'flow' &&
  /\/(?:participle|passive)$/.test(was.rule) &&
  is.rule.endsWith('/passive');

/** "One man was shot in the hand, | but was treated and released": that he was hurt goes first; not of "100 injured | have been …". */
const isHurt = ({ predicate }: Draft, { first }: TriggerHit, { head, last }: Chunk): boolean =>
  (predicate?.toll?.rank ?? 0) > 0 && (head !== null || first > last + 1);

/** "The 14 students | who were kidnapped | were freed": what the sentence tells is newer than what names them. */
const isOfClause = (was: Draft, is: Draft, { last }: Chunk, { first }: TriggerHit): boolean =>
  /\/(?:passive|participle|intransitive)$/.test(is.rule) &&
  /\/(?:passive|intransitive)$/.test(was.rule) &&
  first - last <= CLAUSE &&
  /^(?:who|that|which)$/.test(was.reading.tokens[last + 1]?.lower ?? '');

/** "10,000 turned out": a phrase that means much else is read where the article tells of such. */
const isOfStory = ({ document }: Reading, { loose, slot, headLemma, predicate }: TriggerHit): boolean =>
  !loose ||
  slot === 'nominal' ||
  (headLemma !== null && headLemma !== 'people' && slot !== 'passive') ||
  tellsOf(document, predicate);

/** "the 21 youths abducted from a farm | had been released", "… remain missing": what the sentence tells of them. */
const isNamedBy = (was: Draft, is: Draft, { last }: Chunk, { first }: TriggerHit): boolean =>
  /\/(?:passive|state)$/.test(is.rule) && was.rule.endsWith('/participle') && first === last + 1;

/** "Judge John Hurt": a name that is a verb too; not "Army Kills 70", for headlines set every word in capitals. */
const isNamePart = (reading: Reading, hit: TriggerHit): boolean => {
  const { tokens, names, sentence } = reading;
  const token = tokens[hit.first];
  if (!token || sentence.kind === 'headline' || !startsUpper(token.text)) return false;
  if (reading.chunkOf[hit.last + 1]?.quantity) return false;
  return names.some(({ type, start, end }) => type === 'person' && start < token.start && token.end <= end);
};
