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
  agreed: 'Two origins or more give one answer, and nobody rules it out.',
  consistent: 'The wordings differ, yet all of them can hold.',
  majority: 'More than half of the origins that take a side allow one answer; at least one rules it out.',
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

/** What each verdict says of two statements, and what it does not. */
export const VERDICT_MEANING: Record<Verdict, string> = {
  agree: 'They answer one question, and what both assert has a value in common.',
  compatible: 'They answer one question in different figures, and one true number could satisfy both.',
  refines: 'The one is more exact, and lies within what the other allows.',
  evolving: 'A later count of something that grows or moves.',
  revised: 'The same source takes its own figure back, or replaces it.',
  'part-of': 'One figure counts a part of what the other counts.',
  'different-scope': 'They speak of another day, place, cause or group of people: both can hold.',
  'unclear-scope':
    'They differ, and a part of the scope is not stated that would tell whether they may be compared.',
  'unordered-update': 'Two counts of something that grows, and nothing tells which is the newer.',
  conflict: 'They answer one question, and cannot all be true.',
  'origin-inconsistent': 'One source is quoted with two figures for one moment: a misquote or a slip.',
  'party-dispute': 'Each side of a quarrel has its own version, and the outlets report both.',
  omission: 'One list leaves out a member that another names, without denying it.',
  'divergent-quote': 'One speaker on one day, quoted with different words.',
  'framing-difference': 'The same facts in a different tone.',
  uncorroborated: 'Only one outlet says it: neither a disagreement nor a confirmation.',
  'not-comparable': 'They answer different questions, or are no kind of statement that is known.',
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
