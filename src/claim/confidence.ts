import type { ConfidenceRules } from '../vocabulary/confidence.ts';
import type { Draft } from './draft.ts';

/** A sentence of more tokens than this is long. */
const LONG = 40;
/** So many tokens between a figure and the far end of its evidence: they may not belong together. */
const FAR = 8;
/** The plain shapes of a sentence; no doubt follows from one of them. */
const PLAIN = new Set(['active', 'passive', 'intransitive', 'state']);
const LOWEST = 0.05;
const HIGHEST = 0.99;

/**
 * What speaks against a row that a predicate makes of a figure, by name: the shapes of its rule ("nominal", "total",
 * "implicit"), how its number is worded, where it stands, and what is not known of its scope. A name without a weight in
 * `data/vocabulary/confidence.yaml` takes nothing off.
 */
export function doubtsOf(draft: Draft): string[] {
  const { rule, value, reading, scope, chunk, evidence } = draft;
  const { tokens, kind } = reading.sentence;
  const width = chunk ? chunk.last - chunk.first : evidence[1] - evidence[0];
  const alone = chunk !== null && chunk.head === null;
  const doubts: readonly (readonly [name: string, is: boolean])[] = [
    ['vague', value.hedge === 'vague'],
    ['bare', alone],
    // "Ms Orla, 34, was hurt".
    ['apposed', alone && tokens[chunk.last + 1]?.text === ','],
    ['headline', kind === 'headline'],
    ['caption', kind === 'caption'],
    ['quoted', tokens[evidence[0]]?.inQuote === true],
    ['long', tokens.length > LONG],
    ['far', evidence[1] - evidence[0] - width > FAR],
    ['time-unknown', scope.provenance.time === 'unknown'],
    ['unreal', draft.modality !== 'occurred' && draft.modality !== 'ongoing'],
    ['negated', draft.polarity === 'negated'],
  ];
  const shapes = rule
    .split('/')
    .slice(1)
    .filter((shape) => !PLAIN.has(shape));
  return [...shapes, ...doubts.flatMap(([name, is]) => (is ? [name] : []))];
}

/**
 * How likely a row is right, 0.05–0.99: for a figure that a predicate takes, the logistic function of what its doubts
 * leave. Rows of other kinds (sets, dates, stances, measures, generic rows) keep the number that their reader stipulates:
 * no label has judged them.
 */
export function confidenceOf(draft: Draft, { start, fitted, stipulated }: ConfidenceRules): number {
  if (!isJudged(draft)) return draft.confidence;
  const left = doubtsOf(draft).reduce(
    (sum, doubt) => sum + (fitted.get(doubt) ?? 0) + (stipulated.get(doubt) ?? 0),
    start,
  );
  return Math.min(HIGHEST, Math.max(LOWEST, 1 / (1 + Math.exp(-left))));
}

const isJudged = ({ predicate, value }: Draft): boolean =>
  predicate !== null &&
  predicate.extractor === null &&
  (value.kind === 'quantity' || value.kind === 'fraction');
