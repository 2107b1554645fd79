import type { Claim, Provenance } from '../claim/claim.ts';
import { saidWords } from '../claim/said-words.ts';
import type { AsOf } from '../group/as-of.ts';
import { instantOf } from '../group/calendar.ts';
import { decisiveOf, isStructured, scopedOf } from '../group/comparability-key.ts';
import type { Scoped } from '../group/scope-relation.ts';
import { compareStatements, type Statement } from '../group/statements.ts';
import { compareNumbers, type Voice, WHOLE_VOICE } from '../group/voices.ts';
import { distinct } from '../identity.ts';
import { measureOf, type Range } from '../value/compare.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { namesOf } from './name-origins.ts';
import type { Side } from './pair.ts';

/** Claims that stand on one side of a pair, and what the pair needs to know of them. */
export interface Camp {
  readonly claims: readonly Claim[];
  readonly origins: readonly string[];
  readonly documents: ReadonlySet<string>;
  /** Thousandths of independent voices. */
  readonly weight: number;
  readonly side: Side;
  readonly asOf: AsOf;
  /** When the newest of its reports came out, in milliseconds. */
  readonly reportedAt: number;
  readonly scoped: Scoped;
  /** When what it speaks of was over, in milliseconds; null when nobody says. */
  readonly end: number | null;
  readonly certainty: number;
  readonly explicit: boolean;
}

const EVERYTHING: Range = { low: -Infinity, high: Infinity };

/** Confidence of extraction, lowered where the scope was inferred: of the best-founded claim of the camp. */
function certaintyOf(
  claims: readonly Claim[],
  predicate: Predicate | undefined,
  vocabulary: Vocabulary,
): number {
  const factors = vocabulary.rules.severity.provenance;
  const decisive = decisiveOf(predicate);
  let best = 0;
  for (const claim of claims) {
    let least = 1;
    for (const dimension of decisive) {
      const provenance = claim.scope.provenance[dimension];
      if (dimension === 'population' && claim.scope.population === null && provenance !== 'unknown') continue;
      const assumed = isStructured(claim) ? 1 : factors.unknown;
      least = Math.min(least, provenance === undefined ? assumed : factors[provenance]);
    }
    best = Math.max(best, claim.confidence * least);
  }
  return best;
}

const isStated = (provenance: Provenance | undefined): boolean =>
  provenance === 'explicit' || provenance === 'review';

const isExplicit = (claim: Claim, predicate: Predicate | undefined): boolean =>
  isStructured(claim) ||
  decisiveOf(predicate)
    .filter((dimension) => dimension === 'time' || dimension === 'place')
    .every((dimension) => isStated(claim.scope.provenance[dimension]));

export function rungOf(label: string | null, predicate: Predicate | undefined): number | null {
  const rung = label === null ? -1 : (predicate?.ladder.indexOf(label) ?? -1);
  return rung < 0 ? null : rung;
}

const FIGURES: ReadonlySet<string> = new Set(['quantity', 'fraction', 'duration']);

/** The words of the value; a figure that began a sentence ("At least 24") is written as inside one. */
function wordsOf(claim: Claim): string {
  const { value } = claim;
  const words = saidWords(claim);
  return FIGURES.has(value.kind) && value.hedge !== 'implicit'
    ? words.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase())
    : words;
}

interface CampParts {
  readonly claims: readonly Claim[];
  readonly origins: readonly string[];
  readonly weight: number;
  readonly words: Claim;
  readonly halo?: Range;
  readonly asOf: AsOf;
  readonly predicate: Predicate | undefined;
  readonly vocabulary: Vocabulary;
}

/** A camp around the claim whose words stand for it. */
export function makeCamp(parts: CampParts): Camp {
  const { claims, words, predicate, vocabulary } = parts;
  const measure = measureOf(words.value, vocabulary.rules.durations);
  const origins = distinct(parts.origins);
  return {
    claims,
    origins,
    documents: new Set(claims.map((claim) => claim.documentId)),
    weight: parts.weight,
    asOf: parts.asOf,
    reportedAt: claims.reduce((last, claim) => Math.max(last, instantOf(claim.publishedAt) ?? 0), 0),
    scoped: scopedOf(words),
    end: instantOf(words.scope.time?.to ?? null),
    certainty: certaintyOf(claims, predicate, vocabulary),
    explicit: claims.every((claim) => isExplicit(claim, predicate)),
    side: {
      who: namesOf(origins, claims, vocabulary),
      words: wordsOf(words),
      nominal: measure?.nominal ?? null,
      core: measure?.core ?? EVERYTHING,
      halo: parts.halo ?? measure?.halo ?? EVERYTHING,
      label: words.value.label,
      rung: rungOf(words.value.label, predicate),
      members: membersOf(words),
      exhaustive: words.value.exhaustive,
      negated: words.polarity === 'negated',
    },
  };
}

export const membersOf = (claim: Claim): string[] =>
  distinct((claim.value.items ?? []).map((item) => item.key));

/** The voice that stands for several: said by most origins, then the lower, then by id. */
export function leading(voices: readonly Voice[]): Voice {
  const [first, ...rest] = voices;
  if (!first) throw new RangeError('a camp has at least one voice');
  const support = new Map<string, number>();
  for (const voice of voices) support.set(figure(voice), (support.get(figure(voice)) ?? 0) + voice.weight);
  return rest.reduce((best, voice) => {
    const more = (support.get(figure(voice)) ?? 0) - (support.get(figure(best)) ?? 0);
    const order = more || byFigure(best, voice);
    return order > 0 ? voice : best;
  }, first);
}

/** The lower figure first, then the tighter, by value alone; ids only when all else is the same. */
const byFigure = (a: Voice, b: Voice): number =>
  compareNumbers(a.halo.low, b.halo.low) ||
  compareNumbers(a.halo.high, b.halo.high) ||
  compareNumbers(a.nominal ?? Infinity, b.nominal ?? Infinity) ||
  compareStatements(a.words, b.words);

const figure = (voice: Voice): string => `${voice.nominal} ${voice.halo.low} ${voice.halo.high}`;

/** Several voices on one side; together they allow whatever one of them allows. */
export function campOfVoices(
  voices: readonly Voice[],
  predicate: Predicate | undefined,
  vocabulary: Vocabulary,
): Camp {
  const lead = leading(voices);
  const most = vocabulary.rules.limits.named;
  const claims: Claim[] = [];
  for (const voice of voices) {
    for (const { claim } of voice.statements.slice(0, most - claims.length)) claims.push(claim);
    if (claims.length >= most) break;
  }
  return makeCamp({
    claims,
    origins: voices.slice(0, most).map((voice) => voice.origin),
    weight: voices.reduce((sum, voice) => sum + voice.weight, 0),
    words: lead.words.claim,
    halo: {
      low: voices.reduce((least, voice) => Math.min(least, voice.halo.low), Infinity),
      high: voices.reduce((most, voice) => Math.max(most, voice.halo.high), -Infinity),
    },
    asOf: lead.asOf,
    predicate,
    vocabulary,
  });
}

/** Statements that say the same. */
export function campOfStatements(
  statements: readonly Statement[],
  predicate: Predicate | undefined,
  vocabulary: Vocabulary,
): Camp {
  const [first] = statements;
  if (!first) throw new RangeError('a camp has at least one statement');
  const origins = new Set<string>();
  for (const { origin } of statements) origins.add(origin);
  return makeCamp({
    claims: statements.slice(0, vocabulary.rules.limits.named).map((statement) => statement.claim),
    origins: [...origins],
    weight: origins.size * WHOLE_VOICE,
    words: first.claim,
    asOf: first.asOf,
    predicate,
    vocabulary,
  });
}
