import { gather } from '../each-as.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Attribution } from './claim.ts';
import type { Draft } from './draft.ts';
import { pointersBack } from './pointers-back.ts';
import { isTitle } from './reading/title.ts';
import { isLoose, isTally, saysTheSame } from './same-statement.ts';

/** How many earlier statements of one kind a new one is held against; keeps a hostile text linear. */
const MEMORY = 60;

/** A headline says less than its body, a count less than a number: they lose against a repetition that says more. */
const rank = (draft: Draft): number =>
  (draft.reading.sentence.kind === 'headline' ? 0 : 2) +
  (draft.quantity === null ? 0 : draft.value.hedge === 'vague' ? 1 : 2) +
  (isHedged(draft) ? 1 : 0) +
  Math.round(draft.confidence * 4) / 8;

const isHedged = (draft: Draft): boolean => draft.value.hedge !== 'bare' && !isLoose(draft);

/**
 * One claim for what a document says several times: the same predicate, people and figure, at places and times that
 * can be the same, from one voice. The body's wording is kept over the headline's, the number over "several", and
 * the hedge over its absence. Figures that differ stay: a document may contradict itself.
 */
export function mergeDrafts(
  drafts: readonly Draft[],
  attribute: (draft: Draft) => Attribution,
  vocabulary: Vocabulary,
): Draft[] {
  const clusters = new Map<string, Draft[][]>();
  const all: Draft[][] = [];
  const back = pointersBack(drafts, vocabulary);
  // "captured a leader … detained the leader and two others": whom a part points back to is that part.
  for (const [part, earlier] of back) if (part.partOf !== earlier) earlier.partOf ??= part.partOf;
  for (const draft of drafts) {
    if (back.has(draft)) continue;
    const key = kindOf(draft);
    const known = clusters.get(key) ?? [];
    const cluster = known
      .slice(-MEMORY)
      .find((others) =>
        others.slice(-MEMORY).every((other) => saysTheSame(other, draft, attribute, vocabulary)),
      );
    if (cluster) cluster.push(draft);
    else {
      const fresh = [draft];
      clusters.set(key, [...known, fresh].slice(-MEMORY));
      all.push(fresh);
    }
  }
  const kept = new Map<Draft, Draft>();
  const best = gather(all, (cluster) => unify(cluster, kept));
  linkWholes(best, back, kept);
  for (const [draft, target] of back)
    draft.reading.recorder?.settle(draft, kept.get(target) ?? target, 'points-back');
  return best;
}

/** Parts of what was merged away become parts of what was kept. */
function linkWholes(
  best: readonly Draft[],
  back: ReadonlyMap<Draft, Draft>,
  kept: ReadonlyMap<Draft, Draft>,
): void {
  for (const draft of best) {
    const whole = draft.partOf && (back.get(draft.partOf) ?? draft.partOf);
    if (whole) draft.partOf = kept.get(whole) ?? null;
  }
  for (const draft of best) if (isRound(draft)) draft.partOf = null;
}

/** Whether the wholes above a part lead back to it; a chain of them is never long. */
function isRound(draft: Draft): boolean {
  const above = new Set<Draft>();
  for (let whole = draft.partOf; whole !== null && !above.has(whole); whole = whole.partOf) {
    if (whole === draft) return true;
    above.add(whole);
  }
  return false;
}

/**
 * What is left of the mentions of one thing: the one that says most, and every other sentence that gives the figure
 * again in its own words. All of them take the subject and the scope of the mention that is plainest about them.
 */
function unify(cluster: readonly Draft[], kept: Map<Draft, Draft>): readonly Draft[] {
  const [only] = cluster;
  if (cluster.length === 1 && only) {
    kept.set(only, only);
    only.reading.recorder?.settle(only, only, null);
    return cluster;
  }
  const winner = fullest(
    cluster.reduce((a, b) => (rank(b) > rank(a) ? b : a)),
    cluster,
  );
  const peers = cluster.filter((draft) => draft.value.nominal === winner.value.nominal);
  const plainest = peers.reduce((a, b) => (plainness(b) > plainness(a) ? b : a), winner);
  const again = cluster.filter((draft) => draft !== winner && isRestated(draft, winner));
  const whole = peers.find((draft) => draft.partOf !== null)?.partOf ?? null;
  const result = [winner, ...again].map((draft) => ({
    ...draft,
    subject: { text: draft.subject.text, key: plainest.subject.key },
    scope: plainest.scope,
    timeClass: plainest.timeClass,
    partOf: draft.partOf ?? whole,
  }));
  const [first] = result;
  if (!first) return [];
  for (const draft of cluster) kept.set(draft, first);
  for (const [i, draft] of again.entries()) kept.set(draft, result[i + 1] ?? first);
  const { recorder } = winner.reading;
  if (recorder) {
    const own = new Set([winner, ...again]);
    for (const draft of cluster)
      recorder.settle(draft, kept.get(draft) ?? first, own.has(draft) ? null : 'said-again');
  }
  return result;
}

/** "Several … numerous others": both hold, so that the larger floor does; a headline says too much. */
function fullest(winner: Draft, cluster: readonly Draft[]): Draft {
  if (!isLoose(winner) || isTitle(winner.reading)) return winner;
  const floor = ({ value }: Draft): number => value.nominal ?? 0;
  return cluster
    .filter((draft) => isLoose(draft) && !isTally(draft) && !isTitle(draft.reading))
    .reduce((a, b) => (floor(b) > floor(a) ? b : a), winner);
}

/** Only counts that a story turns on are worth a second row; that a plan has 20 points need not be said twice. */
const isRestated = (draft: Draft, winner: Draft): boolean =>
  draft.predicate?.kind === 'quantity' &&
  draft.predicate.decisive.length > 0 &&
  draft.quantity !== null &&
  !isLoose(draft) &&
  draft.value.nominal === winner.value.nominal &&
  draft.reading.sentence.kind !== 'headline' &&
  sentenceOf(draft) !== sentenceOf(winner);

const sentenceOf = ({ reading: { document, sentence } }: Draft): string =>
  document.text.slice(sentence.start, sentence.end);

/** A title is vaguer than what stands below it: "in northern Syria". */
const plainness = ({ scope, subject, reading }: Draft): number =>
  (['time', 'place', 'population'] as const).filter((part) => scope.provenance[part] === 'explicit').length +
  (subject.key === 'people' ? 0 : 0.5) -
  (isTitle(reading) ? 1 : 0);

/** What two drafts must share to be held against each other at all. */
function kindOf({ predicate, predicateText, subject, value, modality, polarity }: Draft): string {
  const { kind, unit, label, text } = value;
  const about = predicate?.act ?? predicate?.id ?? `${predicateText.toLowerCase()}\n${subject.key}`;
  const own = predicate?.family === 'subject' ? subject.key : '';
  const worded = kind === 'text' || kind === 'set' ? text : '';
  return `${kind}\n${modality}\n${polarity}\n${unit ?? ''}\n${label ?? ''}\n${own}\n${about}\n${worded}`;
}
