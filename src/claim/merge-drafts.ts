import { canonicalJson } from '../identity.ts';
import type { Attribution } from './claim.ts';
import type { Draft } from './draft.ts';

/** A headline says less than its body: it loses against any repetition. */
const rank = (draft: Draft): number =>
  (draft.reading.sentence.kind === 'headline' ? 0 : 2) +
  (isHedged(draft) ? 1 : 0) +
  Math.round(draft.confidence * 4) / 8;

const isHedged = (draft: Draft): boolean => draft.value.hedge !== 'bare' && draft.value.hedge !== 'implicit';

/**
 * One claim for what a document says several times: the same predicate, population and figure, at places and times
 * that can be the same. The body's wording is kept over the headline's, and the hedge over its absence. Figures that
 * differ stay: a document may contradict itself.
 */
export function mergeDrafts(drafts: readonly Draft[], attribute: (draft: Draft) => Attribution): Draft[] {
  const clusters = new Map<string, Draft[][]>();
  const all: Draft[][] = [];
  for (const draft of drafts) {
    const key = saying(draft);
    const known = clusters.get(key) ?? [];
    const cluster = known.find((others) =>
      others.every((other) => canCoincide(other, draft) && oneVoice(attribute(other), attribute(draft))),
    );
    if (cluster) cluster.push(draft);
    else {
      const fresh = [draft];
      clusters.set(key, [...known, fresh]);
      all.push(fresh);
    }
  }
  const kept = new Map<Draft, Draft>();
  const best = all.map((cluster) => {
    const winner = cluster.reduce((a, b) => (rank(b) > rank(a) ? b : a));
    for (const draft of cluster) kept.set(draft, winner);
    return winner;
  });
  for (const draft of best) if (draft.partOf) draft.partOf = kept.get(draft.partOf) ?? null;
  return best;
}

/** What a draft says, without its hedge, its time and its place. */
const saying = (draft: Draft): string =>
  canonicalJson([
    draft.predicate?.id ?? draft.predicateText.toLowerCase(),
    draft.subject.key,
    draft.value.kind,
    draft.value.unit,
    draft.value.nominal,
    draft.value.denominator,
    draft.value.label,
    draft.value.kind === 'text' || draft.value.kind === 'set' ? draft.value.text : null,
    draft.modality,
    draft.polarity,
  ]);

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
  const places = inherited(a, 'place') || inherited(b, 'place') || same(a.scope.place, b.scope.place);
  return times && places && same(a.scope.population, b.scope.population);
}
