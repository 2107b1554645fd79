import { startsUpper } from '../../letters.ts';
import { isWord } from '../../sentence/forms.ts';
import { objectsAfter, subjectsBefore } from '../reading/arguments.ts';
import type { Chunk } from '../reading/chunk.ts';
import { headLemma, type Reading } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import { isBareCount } from './gapped.ts';
import type { Pattern } from './pattern.ts';
import { isShared } from './shares.ts';
import { ANYBODY, type TriggerHit } from './triggers.ts';

/** "The strike killed at least ten people", "wounding 20", "claimed 24 lives". */
export const active: Pattern = {
  id: 'active',
  slot: 'active',
  find(reading, hit) {
    const { tokens } = reading;
    if (isAttributive(reading, hit)) return null;
    const group = verbGroup(tokens, hit.first);
    if (group.passive) return null;
    const objects = objectsAfter(reading, hit.last);
    const told = hit.headLemma === null ? null : restated(reading, objects, hit);
    const behind = told ? [told] : objects;
    const all = behind.length > 0 ? behind : gapped(reading, group.first);
    // "reported 116 deaths and 4,823 cases": of a list only what has the wanted noun
    const from = all.findIndex((chunk, i) => isWanted(reading, chunk, hit) && (i === 0 || chunk.quantity));
    const counted = from > 0 ? all.slice(from) : all;
    const first = counted[0];
    // "released the cause | of the death of two children"
    if (hit.headLemma === ANYBODY && !first?.quantity && isGoverned(reading, first)) return null;
    if (!first || from < 0 || (from > 0 && isGoverned(reading, all[0]))) return null;
    if (hit.headLemma !== null && isState(reading, first)) return null;
    // A verb is often tagged as a noun or an adjective: then what stands right behind it makes it one.
    if (tokens[hit.first]?.pos !== 'VERB' && !first.quantity && !isPast(reading, hit, first)) return null;
    if (isCompound(reading, hit, first)) return null;
    const agent = doerBefore(reading, hit, subjectsBefore(reading, group.first).at(-1) ?? null);
    if (hit.doer !== undefined && (!agent || headLemma(reading, agent) !== hit.doer)) return null;
    return { hit, pattern: 'active', group, counted, agent, certainty: 0.95 };
  },
};

/** "slashing 15% of its workforce — | about 15,000 jobs", "cut 10% of its staff, equivalent to | 1,200 posts". */
function restated(reading: Reading, objects: readonly Chunk[], hit: TriggerHit): Chunk | null {
  const share = objects.at(-1);
  if (share?.quantity?.unit !== 'percent' || objects.some((chunk) => isWanted(reading, chunk, hit)))
    return null;
  const { tokens, chunkOf } = reading;
  let i = share.last + 1;
  if (!/^[,(–—-]$/u.test(tokens[i]?.text ?? '') && tokens[i]?.lower !== 'or') return null;
  while (i - share.last <= 4 && RESTATING.test(tokens[i]?.lower ?? '')) i += 1;
  const chunk = chunkOf[i] ?? null;
  return chunk?.quantity && chunk.first === i && isWanted(reading, chunk, hit) ? chunk : null;
}

const RESTATING =
  /^(?:[,(–—-]|or|equivalent|equal|equating|amounting|representing|affecting|meaning|to|i\.e\.)$/u;

/** "His rival, | John Doe, | got 48%", "Doe | won the runoff, securing 52%": where it matters who did it, by name. */
function doerBefore(reading: Reading, { predicate, first }: TriggerHit, subject: Chunk | null): Chunk | null {
  const { tokens, chunkOf } = reading;
  if (!subject || subject.name || predicate.family !== 'doer') return subject;
  const verb = subject.first - 1;
  const joined = tokens[first - 1]?.text === ',' && tokens[first]?.lower.endsWith('ing') === true;
  if (joined && tokens[verb]?.pos === 'VERB')
    return subjectsBefore(reading, verbGroup(tokens, verb).first).at(-1) ?? subject;
  const beside = tokens[subject.last + 1]?.text === ',' ? (chunkOf[subject.last + 2] ?? null) : null;
  return beside?.name?.type === 'person' && tokens[beside.last + 1]?.text === ',' ? beside : subject;
}

/** Whether a phrase has the noun that the trigger wants, if it wants one, and nothing behind it that it does not. */
const isWanted = (reading: Reading, chunk: Chunk, hit: TriggerHit): boolean =>
  (hit.headLemma === null || isHeadedBy(reading, chunk, hit, hit.headLemma)) &&
  !isOtherwise(reading, chunk, hit);

/** "released the cause of | the death of a man and two children": what is joined there is joined to the nearer noun. */
const isGoverned = ({ tokens }: Reading, first: Chunk | undefined): boolean =>
  tokens[(first?.last ?? 0) + 1]?.lower === 'of';

/** "won 59 percent of the vote; the other won | 36 percent": a bare share is of the noun before. */
function isHeadedBy(reading: Reading, object: Chunk, hit: TriggerHit, lemma: string): boolean {
  if (headLemma(reading, object) === lemma || lemma === ANYBODY) return true;
  // "have counted 480,000": nobody else is counted there.
  if (lemma === 'people' && hit.loose && isBareCount(object)) return true;
  if (object.head === null && object.quantity && isOfThose(reading, object, lemma)) return true;
  if (object.head !== null || object.quantity?.unit !== 'percent') return false;
  // "a 36% | pay rise", where the tagger takes the noun for a verb
  const behind = reading.tokens.slice(object.last + 1, object.last + 3);
  if (behind.some((token) => isWord(token, lemma))) return true;
  const named = reading.chunks.some(
    (other) => other.first < object.first && headLemma(reading, other) === lemma,
  );
  return named || (hit.loose && isShared(reading, hit));
}

/** "restored 1.1 million | of its 1.4 million customers" */
const isOfThose = (reading: Reading, { last }: Chunk, lemma: string): boolean =>
  reading.tokens[last + 1]?.lower === 'of' &&
  [2, 3].some((step) => {
    const whole = reading.chunkOf[last + step];
    return whole?.quantity != null && headLemma(reading, whole) === lemma;
  });

/** "12 cases | of fraud" where only bare cases are meant: the vocabulary says what must not stand behind. */
export const isOtherwise = ({ tokens }: Reading, { last }: Chunk, { unless }: TriggerHit): boolean =>
  unless !== null && tokens[last + 1]?.lower === unless;

/** "taken | hostage": what somebody was made, not who. */
const isState = ({ tokens }: Reading, { first, last, quantity, name }: Chunk): boolean =>
  first === last && !quantity && !name && tokens[first]?.lemma === tokens[first]?.lower;

/** "troops, backed by allies, | apprehended a leader": behind a past tense its object opens with an article. */
const isPast = ({ tokens, chunkOf }: Reading, hit: TriggerHit, object: Chunk): boolean =>
  object.first === hit.last + 1 &&
  object.determiner !== null &&
  chunkOf[hit.first] === null &&
  /ed$/.test(tokens[hit.first]?.lower ?? '');

/** "the 48 captives it still holds": the object stands before its clause, which has no other. */
function gapped(reading: Reading, verb: number): Chunk[] {
  let i = verb - 1;
  while (reading.tokens[i]?.pos === 'ADV') i -= 1;
  const subject = reading.chunkOf[i]?.first ?? (reading.tokens[i]?.pos === 'PRON' ? i : null);
  if (subject === null) return [];
  const relative = /^(?:that|which|whom)$/.test(reading.tokens[subject - 1]?.lower ?? '') ? 1 : 0;
  const object = reading.chunkOf[subject - 1 - relative] ?? null;
  return object?.quantity && object.head !== null ? [object] : [];
}

/** "shooting victims", "Over Police Shooting Comments": the gerund tells what kind of noun stands behind it. */
function isCompound(reading: Reading, hit: TriggerHit, object: Chunk): boolean {
  const word = reading.tokens[hit.last];
  const bare = object.quantity === null && object.determiner === null && object.first === hit.last + 1;
  if (!bare || !word?.lower.endsWith('ing')) return false;
  const capital = hit.first > 0 && startsUpper(word.text);
  return capital || reading.words.count.described.has(headLemma(reading, object));
}

/** "two wounded soldiers", "her slain sister": the participle describes the noun of its own phrase. */
export function isAttributive(reading: Reading, hit: TriggerHit): boolean {
  const own = reading.chunkOf[hit.first] ?? null;
  const { tokens } = reading;
  // "involved in helping detained rebels escape": behind such a gerund no past tense can stand.
  const gerund = tokens[hit.first - 2]?.pos === 'ADP' && tokens[hit.first - 1]?.lower.endsWith('ing');
  if (gerund && tokens[hit.first]?.lower.endsWith('ed') && !reading.chunkOf[hit.last + 1]?.quantity)
    return true;
  return own?.head != null && own.head > hit.last && own.first <= hit.first;
}
