import type { Claim } from '../claim/claim.ts';
import { saidWords } from '../claim/said-words.ts';
import { distinct } from '../identity.ts';
import { startsUpper } from '../letters.ts';
import type { Measure, Range } from '../value/compare.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { namesOf } from './name-origins.ts';
import { type Side, sentenceOf } from './pair.ts';

const EVERYTHING: Range = { low: -Infinity, high: Infinity };
const FIGURES: ReadonlySet<string> = new Set(['quantity', 'fraction', 'duration']);
const CAPITAL = /^\p{Lu}(?=\p{Ll}|\s)/u;

/** The place of a label on the ladder of its predicate; null when it is on none. */
export function rungOf(label: string | null, predicate: Predicate | undefined): number | null {
  const rung = label === null ? -1 : (predicate?.ladder.indexOf(label) ?? -1);
  return rung < 0 ? null : rung;
}

const NOBODY: readonly string[] = [];

/** The members of a list by their keys; none for what is no list. */
export const membersOf = ({ value: { items } }: Claim): readonly string[] =>
  items === null ? NOBODY : distinct(items.map((item) => item.key));

/** The words of the value; a figure that began a sentence ("At least 24") is written as inside one. */
function wordsOf(claim: Claim): string {
  const { value } = claim;
  const words = saidWords(claim);
  return startsUpper(words) && FIGURES.has(value.kind) && value.hedge !== 'implicit'
    ? words.replace(CAPITAL, (letter) => letter.toLowerCase())
    : words;
}

interface SideParts {
  readonly claims: readonly Claim[];
  /** The claim whose words stand for the side. */
  readonly words: Claim;
  /** What all of the side allow together; what the words allow otherwise. */
  readonly halo?: Range;
  readonly predicate: Predicate | undefined;
  readonly vocabulary: Vocabulary;
}

/** The side of a camp. Its words and names are put together when they are asked for: most verdicts need half of them. */
export class CampSide implements Side {
  readonly nominal: number | null;
  readonly core: Range;
  readonly halo: Range;
  readonly label: string | null;
  readonly rung: number | null;
  readonly members: readonly string[];
  readonly exhaustive: boolean;
  readonly negated: boolean;
  private readonly parts: SideParts;
  private readonly origins: readonly string[];
  private named: string | null = null;
  private worded: string | null = null;
  private told: string | null = null;

  /** `measure`: of its words. */
  constructor(parts: SideParts, origins: readonly string[], measure: Measure | null) {
    const { words, predicate } = parts;
    this.parts = parts;
    this.origins = origins;
    this.nominal = measure?.nominal ?? null;
    this.core = measure?.core ?? EVERYTHING;
    this.halo = parts.halo ?? measure?.halo ?? EVERYTHING;
    this.label = words.value.label;
    this.rung = rungOf(words.value.label, predicate);
    this.members = membersOf(words);
    this.exhaustive = words.value.exhaustive;
    this.negated = words.polarity === 'negated';
  }

  get who(): string {
    const { claims, vocabulary } = this.parts;
    this.named ??= namesOf(this.origins, claims, vocabulary);
    return this.named;
  }

  get sentence(): string {
    this.told ??= sentenceOf(this);
    return this.told;
  }

  get words(): string {
    this.worded ??= wordsOf(this.parts.words);
    return this.worded;
  }
}

/** A side with some of it said otherwise. */
export const saying = (side: Side, otherwise: Partial<Side>): Side => ({
  who: otherwise.who ?? side.who,
  words: otherwise.words ?? side.words,
  nominal: side.nominal,
  core: side.core,
  halo: side.halo,
  label: otherwise.label ?? side.label,
  rung: side.rung,
  members: otherwise.members ?? side.members,
  exhaustive: otherwise.exhaustive ?? side.exhaustive,
  negated: otherwise.negated ?? side.negated,
});
