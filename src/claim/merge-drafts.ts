import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Attribution } from './claim.ts';
import type { Draft } from './draft.ts';

/** How many earlier statements of one kind a new one is held against; keeps a hostile text linear. */
const MEMORY = 60;
const DEFINITE = /^(?:the|this|that|these|those|both|his|her|their|its)$/;

/** A headline says less than its body, a count less than a number: they lose against a repetition that says more. */
const rank = (draft: Draft): number =>
  (draft.reading.sentence.kind === 'headline' ? 0 : 2) +
  (draft.quantity === null ? 0 : draft.value.hedge === 'vague' ? 1 : 2) +
  (isHedged(draft) ? 1 : 0) +
  Math.round(draft.confidence * 4) / 8;

const isLoose = (draft: Draft): boolean => draft.value.hedge === 'vague' || draft.value.hedge === 'implicit';
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
  const back = pointersBack(drafts);
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
  const best = all.flatMap((cluster) => unify(cluster, kept));
  for (const draft of best) {
    const whole = draft.partOf && (back.get(draft.partOf) ?? draft.partOf);
    if (whole) draft.partOf = kept.get(whole) ?? null;
  }
  for (const [draft, target] of back)
    draft.reading.recorder?.settle(draft, kept.get(target) ?? target, 'points-back');
  return best;
}

/**
 * What is left of the mentions of one thing: the one that says most, and every other sentence that gives the figure
 * again in its own words. All of them take the subject and the scope of the mention that is plainest about them.
 */
function unify(cluster: readonly Draft[], kept: Map<Draft, Draft>): Draft[] {
  const winner = cluster.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  const peers = cluster.filter((draft) => draft.value.nominal === winner.value.nominal);
  const plainest = peers.reduce((a, b) => (plainness(b) > plainness(a) ? b : a), winner);
  const again = cluster.filter((draft) => draft !== winner && isRestated(draft, winner));
  const result = [winner, ...again].map((draft) => ({
    ...draft,
    subject: { text: draft.subject.text, key: plainest.subject.key },
    scope: plainest.scope,
    timeClass: plainest.timeClass,
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

const plainness = ({ scope, subject }: Draft): number =>
  (['time', 'place', 'population'] as const).filter((part) => scope.provenance[part] === 'explicit').length +
  (subject.key === 'people' ? 0 : 0.5);

/**
 * Uncounted people with a definite article whom an earlier sentence has counted, in the same act though perhaps in
 * another word for it: "captured a Taliban leader … The leader was detained". Each with the draft it points to.
 */
function pointersBack(drafts: readonly Draft[]): Map<Draft, Draft> {
  const found = new Map<Draft, Draft>();
  const byAct = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const act = draft.predicate?.implicit ? (draft.predicate.act ?? draft.predicate.id) : null;
    if (act === null) continue;
    const earlier = byAct.get(act) ?? [];
    const definite = draft.quantity === null && DEFINITE.test(draft.chunk?.determiner ?? '');
    const target = definite ? earlier.slice(-MEMORY).find((other) => isNamedAgain(other, draft)) : undefined;
    if (target) found.set(draft, target);
    else byAct.set(act, [...earlier.slice(-MEMORY), draft]);
  }
  return found;
}

/** The later words end the earlier ones ("leader", "Taliban leader"), or one kind of people holds the other. */
function isNamedAgain(earlier: Draft, later: Draft): boolean {
  if (
    earlier.reading === later.reading ||
    earlier.modality !== later.modality ||
    earlier.polarity !== later.polarity
  )
    return false;
  const [whole, part] = [earlier.subject.key, later.subject.key];
  const words = ` ${earlier.subject.text.toLowerCase()}`.endsWith(` ${later.subject.text.toLowerCase()}`);
  return words || whole === part || whole.split('+').includes(part);
}

/** What two drafts must share to be held against each other at all. */
const kindOf = (draft: Draft): string =>
  JSON.stringify([
    draft.predicate?.id ?? [draft.predicateText.toLowerCase(), draft.subject.key],
    draft.predicate?.family === 'subject' ? draft.subject.key : null,
    draft.value.kind,
    draft.value.unit,
    draft.value.label,
    draft.value.kind === 'text' || draft.value.kind === 'set' ? draft.value.text : null,
    draft.modality,
    draft.polarity,
  ]);

function saysTheSame(
  a: Draft,
  b: Draft,
  attribute: (draft: Draft) => Attribution,
  vocabulary: Vocabulary,
): boolean {
  if (a.partOf === b || b.partOf === a) return false;
  if (!samePeople(a, b, vocabulary) || !canCoincide(a, b)) return false;
  if (!oneVoice(attribute(a), attribute(b))) return false;
  if (a.value.nominal === b.value.nominal && a.value.denominator === b.value.denominator) return true;
  // Two figures of one sentence are two figures; "several" further down may be the number of the lead.
  if (a.reading === b.reading) return false;
  return pointsBack(b, a) || restates(a, b) || restates(b, a);
}

/** "the insurgents", "the man": whoever was counted before. */
const pointsBack = (later: Draft, earlier: Draft): boolean =>
  later.quantity === null &&
  DEFINITE.test(later.chunk?.determiner ?? '') &&
  (later.value.nominal === 1
    ? earlier.value.nominal === 1
    : (later.value.nominal ?? 0) <= (earlier.value.nominal ?? 0));

/** "several" for a number that it allows. */
const restates = (loose: Draft, sharp: Draft): boolean => {
  const { halo } = loose.value;
  const nominal = sharp.value.nominal;
  if (!isLoose(loose) || !halo || nominal === null || loose.value.nominal === 1) return false;
  return (halo.low ?? nominal) <= nominal && nominal <= (halo.high ?? nominal);
};

/** One wording of the people may say more than the other; two that exclude each other, or do not relate, are two. */
function samePeople(a: Draft, b: Draft, { populations }: Vocabulary): boolean {
  if (a.subject.key === b.subject.key) return true;
  if (a.predicate?.family === 'subject' || a.predicate === null) return false;
  if (a.scope.population === null || b.scope.population === null) {
    return (
      a.scope.provenance.population !== 'explicit' ||
      b.scope.provenance.population !== 'explicit' ||
      bothAtLarge(a, b)
    );
  }
  return ['equal', 'inside', 'contains'].includes(populations.relate(a.scope.population, b.scope.population));
}

/** Neither of two different nouns is known ("villagers", "guests"): only the vague ones are taken for the same. */
const AT_LARGE = new Set(['people', 'others']);
const bothAtLarge = (a: Draft, b: Draft): boolean =>
  AT_LARGE.has(a.subject.key) || AT_LARGE.has(b.subject.key);

/** What two named sources say is said twice. */
const oneVoice = (a: Attribution, b: Attribution): boolean =>
  a.origin === null || b.origin === null || a.origin === b.origin;

function canCoincide(a: Draft, b: Draft): boolean {
  const same = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  const inherited = (draft: Draft, part: 'time' | 'place'): boolean =>
    draft.scope.provenance[part] !== 'explicit';
  const times =
    inherited(a, 'time') ||
    inherited(b, 'time') ||
    (a.scope.time?.class === b.scope.time?.class &&
      same(a.scope.time?.from ?? null, b.scope.time?.from ?? null));
  return times && (inherited(a, 'place') || inherited(b, 'place') || same(a.scope.place, b.scope.place));
}
