import type { FieldError } from '../errors.ts';
import type { Store } from '../store/store.ts';

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
