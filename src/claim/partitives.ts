import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { tokenAt } from './reading/reading.ts';
import { saysHowBadly } from './severity.ts';

/** How many earlier figures of one act a part is held against; keeps a hostile text linear. */
const MEMORY = 20;

/**
 * "Troops killed ten insurgents. … One of the insurgents died as he set off a vest": some of people whom an earlier
 * sentence counts in the same act are a part of them. Sets `partOf`.
 * @param drafts all figures of the article, in text order
 */
export function linkPartitives(drafts: readonly Draft[], vocabulary: Vocabulary): void {
  const byAct = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (!draft.predicate?.additive || draft.modality !== 'occurred' || draft.polarity !== 'affirmed')
      continue;
    const act = draft.predicate.act ?? draft.predicate.id;
    const earlier = byAct.get(act) ?? [];
    if (draft.partOf === null && isPartitive(draft))
      draft.partOf = earlier.findLast((whole) => holds(whole, draft, vocabulary)) ?? null;
    // "57 were injured. … Four critically injured passengers": some of all who were hurt.
    if (draft.partOf === null && draft.quantity && saysHowBadly(draft))
      draft.partOf =
        earlier.findLast((whole) => !saysHowBadly(whole) && holds(whole, draft, vocabulary)) ?? null;
    byAct.set(act, [...earlier, draft].slice(-MEMORY));
  }
}

/** "one of the insurgents", "three of those", "four of them": of people known already. */
export function isPartitive({ quantity, chunk, rule, reading: { tokens } }: Draft): boolean {
  if (!quantity || !chunk) return false;
  // "40 of the dead were in Bohol and | 12 | in Cebu"
  if (rule.endsWith('/placed')) return true;
  const of = tokenAt(tokens, quantity.end);
  const known = tokens[of + 1]?.lower ?? '';
  // "Of those, | 178 | died in Bohol"
  if (tokens[0]?.lower === 'of' && /^(?:these|those|them)$/.test(tokens[1]?.lower ?? '') && chunk.first <= 3)
    return true;
  if (tokens[of]?.lower !== 'of' || of > chunk.last + 1) return false;
  return of <= chunk.last
    ? /^(?:the|these|those|them)$/.test(known)
    : /^(?:these|those|them|whom)$/.test(known);
}

function holds(whole: Draft, part: Draft, { populations }: Vocabulary): boolean {
  if (whole.reading === part.reading || (whole.value.nominal ?? 0) <= (part.value.nominal ?? 0)) return false;
  if (whole.subject.key === part.subject.key) return true;
  const relation = populations.relate(whole.scope.population, part.scope.population);
  return relation === 'equal' || relation === 'contains';
}
