/**
 * View: results in the words and shapes that people and programs read.
 *
 *   takes  topics, claims, findings and consensus
 *   gives  plain words, slim rows and the ready consensus document, the same bytes every time
 *   never  decides anything, and never asks which predicate it has before it
 */
import type { ConsensusStatus, Grade } from '../consensus/consensus.ts';
import type { ConflictSubtype, Finding, Tier, Verdict } from '../finding/finding.ts';

export const STATUS_WORDS: Record<ConsensusStatus, string> = {
  agreed: 'Agreed',
  consistent: 'Consistent',
  majority: 'Most agree',
  plurality: 'More than any other',
  disputed: 'Disputed',
  'single-origin': 'One origin',
};

export const STATUS_MEANING: Record<ConsensusStatus, string> = {
  agreed: 'All origins give the same figure.',
  consistent: 'The wordings differ, yet one figure satisfies them all.',
  majority: 'Most origins agree; at least one does not.',
  plurality: 'More origins give it than any other figure, yet not more than half.',
  disputed: 'The statements cannot all hold.',
  'single-origin': 'Everything goes back to one origin.',
};

export const GRADE_WORDS: Record<Grade, string> = {
  corroborated: 'corroborated',
  'single-origin': 'one origin only',
  'party-claim': 'claimed by a party to the events',
  contested: 'contested',
  withdrawn: 'withdrawn',
};

export const VERDICT_WORDS: Record<Verdict, string> = {
  agree: 'They agree',
  compatible: 'Both can be true',
  refines: 'One is more exact',
  evolving: 'The figure grew',
  revised: 'The figure was revised',
  'part-of': 'One is part of the other',
  'different-scope': 'About different things',
  'unclear-scope': 'Scope left open',
  'unordered-update': 'Order of updates unclear',
  conflict: 'Cannot both be true',
  'origin-inconsistent': 'One origin, two stories',
  'party-dispute': 'Two parties disagree',
  omission: 'Left out',
  'divergent-quote': 'One speaker, two quotes',
  'framing-difference': 'Framed differently',
  uncorroborated: 'Said once',
  'not-comparable': 'Not comparable',
};

export const SUBTYPE_WORDS: Record<ConflictSubtype, string> = {
  value: 'the figures differ',
  self: 'inside one article',
  'decreasing-toll': 'a toll that shrank',
  'part-exceeds-whole': 'a part larger than the whole',
  status: 'the state of events',
  polarity: 'one affirms, one denies',
  set: 'who belongs to it',
};

export const TIER_WORDS: Record<Tier, { title: string; meaning: string }> = {
  conflict: { title: 'Conflicts', meaning: 'Statements about the same thing that cannot all be true.' },
  check: { title: 'To check', meaning: 'They may conflict, but the articles leave something open.' },
  explained: {
    title: 'Only looks different',
    meaning: 'The figures differ on their face; the reason why they need not conflict is known.',
  },
};

export const LEVEL_WORDS: Record<Finding['severity']['level'], string> = {
  none: 'no weight',
  low: 'low severity',
  medium: 'medium severity',
  high: 'high severity',
};
