import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { sameName } from './event/persons.ts';
import { nameOf } from './event/toll-mention.ts';
import { headLemma } from './reading/reading.ts';
import { isDefinite } from './same-statement.ts';

/** How many earlier statements of one act a new one is held against; keeps a hostile text linear. */
const MEMORY = 60;

/**
 * Uncounted people with a definite article whom an earlier sentence has counted, in the same act though perhaps in
 * another word for it: "captured a Taliban leader … The leader was detained". Each with the draft it points to.
 */
export function pointersBack(drafts: readonly Draft[], vocabulary: Vocabulary): Map<Draft, Draft> {
  const found = new Map<Draft, Draft>();
  const byAct = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const act = draft.predicate?.implicit ? (draft.predicate.act ?? draft.predicate.id) : null;
    if (act === null) continue;
    const earlier = (byAct.get(act) ?? []).slice(-MEMORY);
    const target = draft.quantity === null ? targetOf(draft, earlier, vocabulary) : undefined;
    if (target) found.set(draft, target);
    else byAct.set(act, [...earlier, draft]);
  }
  return found;
}

/** Who is named again in the same words goes before who is only taken up in another word. */
function targetOf(draft: Draft, earlier: readonly Draft[], vocabulary: Vocabulary): Draft | undefined {
  const others = earlier.filter(
    (other) =>
      other.reading !== draft.reading &&
      other.modality === draft.modality &&
      other.polarity === draft.polarity,
  );
  const named = others.find((other) => isSameName(other, draft));
  if (named || !isDefinite(draft)) return named;
  return (
    others.find((other) => isNamedAgain(other, draft)) ??
    others.find((other) => isTakenUp(other, draft, vocabulary))
  );
}

/** "killed a rebel leader, John Doe, … resulting in Doe's death": a noun takes up what a verb has told, by name. */
function isSameName(earlier: Draft, later: Draft): boolean {
  if (!later.rule.includes('/deed') || earlier.rule.includes('/deed')) return false;
  if (earlier.value.nominal !== 1 || later.value.nominal !== 1) return false;
  const [first, second] = [earlier, later].map(({ reading, chunk }) => chunk && nameOf(reading, chunk));
  return first != null && second != null && sameName(first, second);
}

/** The later words end the earlier ones ("leader", "Taliban leader"), or the one kind of people is the other and more. */
function isNamedAgain(earlier: Draft, later: Draft): boolean {
  const [whole, part] = [earlier.subject.key, later.subject.key];
  const words = ` ${earlier.subject.text.toLowerCase()}`.endsWith(` ${later.subject.text.toLowerCase()}`);
  const closer = earlier.value.nominal === 1 && later.value.nominal === 1 && part.split('+').includes(whole);
  return words || closer || whole === part || whole.split('+').includes(part);
}

/** "the individual", "the suspect", and a leader whom another word for a leader takes up: one person before, one now. */
function isTakenUp(earlier: Draft, later: Draft, { persons, populations }: Vocabulary): boolean {
  if (!earlier.chunk || !later.chunk) return false;
  if (populations.relate(earlier.scope.population, later.scope.population) === 'disjoint') return false;
  const [first, second] = [headLemma(earlier.reading, earlier.chunk), headLemma(later.reading, later.chunk)];
  // Whoever is in custody is a suspect; among the dead "the suspect" is a person of his own.
  const nobodyElse = later.scope.population === null || earlier.predicate?.act !== null;
  const [one, other] = [earlier.value.nominal === 1, later.value.nominal === 1];
  if (one !== other) return false;
  return (
    (persons.anybody.has(second) && nobodyElse) ||
    (one && persons.leaders.has(first) && persons.leaders.has(second))
  );
}
