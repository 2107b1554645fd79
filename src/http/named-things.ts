import type { FieldError } from '../errors.ts';
import type { JudgementInput } from '../review/judgement.ts';
import type { Store } from '../store/store.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** The claims and documents that a body names and that are not there: one mistake each. */
export async function namedMistakes(
  store: Store,
  named: {
    claims?: readonly string[] | undefined;
    documents?: readonly string[] | undefined;
    claim?: string | undefined;
  },
): Promise<FieldError[]> {
  const { claims = [], documents = [], claim } = named;
  const wanted = [
    ...claims.map((id, i) => ({ path: `claims[${i}]`, id, kind: 'claim' as const })),
    ...documents.map((id, i) => ({ path: `documents[${i}]`, id, kind: 'document' as const })),
    ...(claim === undefined ? [] : [{ path: 'claim', id: claim, kind: 'claim' as const }]),
  ];
  const mistakes: FieldError[] = [];
  for (const { path, id, kind } of wanted) {
    if ((await store[kind](id)) === null) mistakes.push({ path, message: `There is no ${kind} "${id}".` });
  }
  return mistakes;
}

const TAXONOMIES = { population: 'populations', place: 'places', cause: 'causes', actor: 'actors' } as const;

/** What may be given instead: all of a short list; of places there are too many to name. */
const offerOf = (vocabulary: Vocabulary, dimension: keyof typeof TAXONOMIES): string =>
  dimension === 'place'
    ? 'Give the id of a country such as egypt, or of a place as claims have it; GET /v1/claims shows them.'
    : `Give one of ${[...vocabulary[TAXONOMIES[dimension]].nodes.keys()].join(', ')}, several joined by "+", or null.`;

/** What is wrong with the scope that a judgement gives a claim: each part is an id of the vocabulary. */
export function scopeMistakes(
  vocabulary: Vocabulary,
  { dimension, value }: Pick<JudgementInput, 'dimension' | 'value'>,
): FieldError[] {
  if (dimension === undefined || typeof value !== 'string') return [];
  const { nodes } = vocabulary[TAXONOMIES[dimension]];
  const unknown = value.split('+').filter((part) => !nodes.has(part));
  if (unknown.length === 0) return [];
  const message = `The vocabulary has no ${dimension} "${unknown.join('", "')}". ${offerOf(vocabulary, dimension)}`;
  return [{ path: 'value', message }];
}
