import { canonicalJson } from '../identity.ts';
import type { Draft } from './draft.ts';

/** A headline says less than its body: it loses against any repetition. */
const rank = (draft: Draft): number =>
  (draft.reading.sentence.kind === 'headline' ? 0 : 2) + (isHedged(draft) ? 1 : 0) + draft.confidence / 2;

const isHedged = (draft: Draft): boolean => draft.value.hedge !== 'bare' && draft.value.hedge !== 'implicit';

/**
 * One claim for what a document says several times: the same predicate, population and figure, at places and times
 * that can be the same. The body's wording is kept over the headline's, and the hedge over its absence. Figures that
 * differ stay: a document may contradict itself.
 */
export function mergeDrafts(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  const byKey = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = canonicalJson([
      draft.predicate?.id ?? draft.predicateText.toLowerCase(),
      draft.subject.key,
      draft.value.kind,
      draft.value.unit,
      draft.value.nominal,
      draft.value.denominator,
      draft.value.label,
      draft.value.items?.map((item) => item.key) ?? null,
      draft.value.kind === 'text' || draft.value.kind === 'stance' ? draft.value.text : null,
      draft.modality,
      draft.polarity,
    ]);
    const twins = byKey.get(key) ?? [];
    const twin = twins.find((other) => canCoincide(other, draft));
    if (!twin) {
      byKey.set(key, [...twins, draft]);
      kept.push(draft);
    } else if (rank(draft) > rank(twin)) {
      kept[kept.indexOf(twin)] = draft;
      twins[twins.indexOf(twin)] = draft;
      for (const other of drafts) if (other.partOf === twin) other.partOf = draft;
    } else {
      for (const other of drafts) if (other.partOf === draft) other.partOf = twin;
    }
  }
  return kept;
}

function canCoincide(a: Draft, b: Draft): boolean {
  const same = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  const inherited = (draft: Draft, part: 'time' | 'place'): boolean => draft.scope.provenance[part] !== 'explicit';
  const times =
    inherited(a, 'time') ||
    inherited(b, 'time') ||
    (a.scope.time?.class === b.scope.time?.class && same(a.scope.time?.from ?? null, b.scope.time?.from ?? null));
  const places = inherited(a, 'place') || inherited(b, 'place') || same(a.scope.place, b.scope.place);
  return times && places && same(a.scope.population, b.scope.population);
}
