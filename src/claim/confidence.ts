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
  const doubts = shapesOf(rule);
  const note = (name: string, is: boolean): void => {
    if (is) doubts.push(name);
  };
  note('vague', value.hedge === 'vague');
  note('bare', alone);
  // "Ms Orla, 34, was hurt".
  note('apposed', alone && tokens[chunk.last + 1]?.text === ',');
  note('headline', kind === 'headline');
  note('caption', kind === 'caption');
  note('quoted', tokens[evidence[0]]?.inQuote === true);
  note('long', tokens.length > LONG);
  note('far', evidence[1] - evidence[0] - width > FAR);
  note('time-unknown', scope.provenance.time === 'unknown');
  note('unreal', draft.modality !== 'occurred' && draft.modality !== 'ongoing');
  note('negated', draft.polarity === 'negated');
  return doubts;
}

/** The shapes that a rule names behind its predicate, plain ones left out. */
function shapesOf(rule: string): string[] {
  const shapes: string[] = [];
  for (let from = rule.indexOf('/') + 1; from > 0; ) {
    const to = rule.indexOf('/', from);
    const shape = rule.slice(from, to < 0 ? rule.length : to);
    if (!PLAIN.has(shape)) shapes.push(shape);
    from = to + 1;
  }
  return shapes;
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
