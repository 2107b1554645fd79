import { slug } from '../identity.ts';
import { lexiconOf } from '../vocabulary/lexicon.ts';
import { joinKeys, keyWithout } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Match, ownOf } from './patterns/pattern.ts';
import { ANYBODY, type TriggerHit } from './patterns/triggers.ts';
import type { Chunk } from './reading/chunk.ts';
import { coordinatedBefore } from './reading/coordination.ts';
import { headLemma, type Reading } from './reading/reading.ts';
import type { Surroundings } from './scope/context.ts';
import { type Counted, readCounted } from './subject.ts';

/** What surrounds the matches of a sentence. */
export interface Setting {
  readonly reading: Reading;
  readonly lent: Surroundings;
  readonly vocabulary: Vocabulary;
  /** Phrases that some match counts: a bare number borrows its noun from one of them alone. */
  readonly lenders: ReadonlySet<Chunk>;
  readonly hits: readonly TriggerHit[];
}

/** What the row is about: whoever did it, where the predicate is told of its doer; else what is counted, or its owner. */
export function subjectOf(match: Match, chunk: Chunk, setting: Setting): Counted | null {
  const counted = countedOf(match, chunk, setting);
  const { family, everyone } = match.hit.predicate;
  const told = family === 'doer' ? ownOf(match, chunk).agent : null;
  if (counted && told) return doerOf(setting.reading, told, setting.vocabulary);
  return counted && ofEveryone(ofVerb(counted, match, setting), everyone);
}

/** "confirmed 1,193 cases", "70 cases were confirmed": the verb says which kind they are, as "70 confirmed cases" does. */
function ofVerb(counted: Counted, { hit }: Match, { reading, vocabulary }: Setting): Counted {
  const verb = reading.tokens[hit.first];
  if (counted.population !== null || !hit.headLemma || !verb) return counted;
  const kind = `${verb.lower.endsWith('ed') ? verb.lower : `${verb.lemma}ed`}-${hit.headLemma}`;
  return vocabulary.populations.nodes.has(kind) ? { ...counted, population: kind, key: kind } : counted;
}

/** "338,000 protesters marched": a kind to which all belong who are counted is no part of them. */
function ofEveryone(counted: Counted, everyone: readonly string[]): Counted {
  const population = keyWithout(counted.population, everyone);
  return population === counted.population
    ? counted
    : { ...counted, population, key: population ?? 'people' };
}

/** Nouns that are counted themselves ("24 deaths", "a 20-point plan") are not the subject: their owner is. */
function countedOf(match: Match, chunk: Chunk, setting: Setting): Counted | null {
  const { predicate } = match.hit;
  const people = predicate.subjects.length === 0 || predicate.subjects.includes('person');
  const own = nounOf(match, chunk, setting);
  // "inflation rose to 3.2%", "burned 12,000 acres": a bare figure of things is of what the predicate is about.
  if (!people && own.person === 'bare') return { ...own, text: predicate.title, key: slug(predicate.title) };
  const { headLemma: wanted } = match.hit;
  if (people && wanted !== null && wanted !== ANYBODY && own.person === 'no')
    return { ...own, text: 'people', key: 'people', person: 'bare' };
  if (people && match.hit.slot === 'nominal' && own.person === 'bare')
    return namedIn(match.hit, own, setting);
  if (match.hit.slot !== 'counted') return own;
  return ownerOf(match, chunk, own, setting);
}

/** "the number of suspected cases rose to 655": whom the words before a bare figure name. */
function namedIn({ first, last }: TriggerHit, own: Counted, { reading, vocabulary }: Setting): Counted {
  const kinds = lexiconOf(vocabulary.populations).find(reading.tokens, first, last);
  const population = joinKeys(kinds.map(({ id }) => id));
  return population === null ? own : { ...own, population, key: population };
}

/** What the figure counts by the words: its own noun, the one whose number it is, or that of the figure before. */
function nounOf({ noun }: Match, chunk: Chunk, setting: Setting): Counted {
  // "the number of | girls": they are counted, though their number stands elsewhere.
  const counted = noun && { ...noun, quantity: noun.quantity ?? chunk.quantity };
  const named = counted ?? (chunk.head === null ? null : chunk);
  return named ? readCounted(setting.reading, named, setting.vocabulary) : borrowed(chunk, setting);
}

function ownerOf(match: Match, chunk: Chunk, own: Counted, { reading, vocabulary }: Setting): Counted | null {
  const { subjects } = match.hit.predicate;
  if (subjects.includes('person')) {
    const victims = own.population === null ? namedAmong(reading, chunk, vocabulary) : null;
    if (victims) return victims;
    return {
      text: 'people',
      key: own.population ?? 'people',
      population: own.population,
      person: 'yes',
      plural: true,
    };
  }
  // "11,000 new claims", "a $1.6 million fine": the noun itself is what the predicate is about.
  if (subjects.length === 0) return own;
  if (match.pattern === 'counted' && subjects.includes(headLemma(reading, chunk)))
    return { ...own, key: subjects[0] ?? own.key };
  const attributive = match.pattern === 'attributive';
  const owner = attributive
    ? { ...chunk, wordsFrom: match.hit.last + 1 }
    : nearestOwner(reading, match, chunk, subjects);
  // "the 20 points" point back to an owner named before; a number without article or owner counts something else.
  if (!owner && chunk.determiner !== 'the') return null;
  const name = owner ? readCounted(reading, owner, vocabulary) : null;
  const head = owner ? headLemma(reading, owner) : '';
  if (attributive && !subjects.includes(head)) return null;
  return {
    text: name?.text ?? subjects[0] ?? own.text,
    key: subjects[0] ?? own.key,
    population: null,
    person: 'yes',
    plural: false,
  };
}

/** "21 deaths among health workers", "no cases among children": whom the noun that is counted befell. */
function namedAmong(reading: Reading, { last, head }: Chunk, vocabulary: Vocabulary): Counted | null {
  const next = Math.max(last, head ?? last) + 1;
  const chunk = reading.tokens[next]?.lower.startsWith('among') ? reading.chunkOf[next + 1] : null;
  if (!chunk || chunk.quantity !== null) return null;
  const victims = readCounted(reading, chunk, vocabulary);
  return victims.person === 'yes' && victims.population !== null ? victims : null;
}

/** "The Greens won 12 seats": the row is about the Greens. */
export function doerOf(reading: Reading, agent: Chunk, vocabulary: Vocabulary): Counted {
  const named = readCounted(reading, agent, vocabulary);
  return {
    ...named,
    key: agent.name?.type === 'person' ? agent.name.key : slug(named.text),
    population: null,
  };
}

/** "Ten soldiers were killed and 20 wounded", "20 of whom": a bare number counts what the number before it counts. */
function borrowed(chunk: Chunk, { reading, vocabulary, lenders }: Setting): Counted {
  const own = readCounted(reading, chunk, vocabulary);
  const before = reading.chunks.findLast(
    (other) =>
      other.first < chunk.first &&
      other.quantity?.role === 'count' &&
      other.head !== null &&
      lenders.has(other),
  );
  // "36 men and 15 women, and three more": three of either.
  if (before && coordinatedBefore(reading, before).length > 1) return own;
  const lender = before && readCounted(reading, before, vocabulary);
  return lender?.person === 'yes' ? { ...lender, person: 'bare' } : own;
}

function nearestOwner(
  reading: Reading,
  match: Match,
  chunk: Chunk,
  subjects: readonly string[],
): Chunk | null {
  const owners = reading.chunks.filter(
    (other) => other !== chunk && subjects.includes(headLemma(reading, other)),
  );
  const far = (other: Chunk): number => Math.abs(other.last - match.hit.first);
  return owners.sort((a, b) => far(a) - far(b))[0] ?? null;
}
