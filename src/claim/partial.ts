import { slug } from '../identity.ts';
import { nounLemma } from '../sentence/noun-lemma.ts';
import type { Draft } from './draft.ts';
import type { Chunk } from './reading/chunk.ts';
import type { Reading } from './reading/reading.ts';
import type { Counted } from './subject.ts';

/** Whom a part counts that nobody describes: "two people were among the dead". */
const SOMEBODY = 'some-people';

/**
 * The row of some of those to whom something happened: "13 traders were among the wounded". They are never the people
 * at large. Whom the vocabulary knows by no name goes by his own; of those who have none there may be more.
 */
export function asPart(draft: Draft, chunk: Chunk, counted: Counted): Draft {
  const { scope, value, reading } = draft;
  if (scope.population !== null || !asksForKind(draft)) return { ...draft, partial: true };
  const kind = kindOf(reading, chunk, counted);
  return {
    ...draft,
    value: kind === null ? { ...value, halo: value.halo && { ...value.halo, high: null } } : value,
    scope: {
      ...scope,
      population: kind ?? SOMEBODY,
      provenance: { ...scope.provenance, population: 'explicit' },
    },
    partial: true,
  };
}

/** "traders" → "trader"; null where the words name a person, or nobody in particular. */
function kindOf({ tokens }: Reading, chunk: Chunk, { text, key }: Counted): string | null {
  const single = chunk.quantity === null && /^(?:his|her|their|the|my|our)$/.test(chunk.determiner ?? '');
  if (key === 'people' || chunk.name?.type === 'person' || single) return null;
  const head = tokens[chunk.head ?? -1];
  const isLast = head !== undefined && text.endsWith(head.text);
  return slug(isLast ? text.slice(0, -head.text.length) + nounLemma(head) : text) || null;
}

const asksForKind = ({ predicate }: Draft): boolean => predicate?.decisive.includes('population') ?? false;

/** Some of what a predicate counts whose kind neither scope nor family tells: they would pass for all of it. */
export const isOfAnyKind = (draft: Draft): boolean =>
  draft.partial === true &&
  draft.partOf === null &&
  draft.predicate?.family === 'class' &&
  !asksForKind(draft);
