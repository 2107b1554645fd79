import { eachAs } from '../each-as.ts';
import type { Columns } from '../group/columns.ts';
import { type Names, numbersOf } from '../group/names.ts';
import type { Statement } from '../group/statements.ts';
import { sortedOnce } from '../identity.ts';

/** So few ids are sorted as texts; of more, the places are. */
const FEW = 24;
/** Marks for so many places that may be there are made for each one that is. */
const WORTH = 8;

/** The ids of the claims of some statements, in their order. */
export function idsOf(said: readonly Statement[], { ids: all }: Columns): string[] {
  if (said.length <= FEW) return sortedOnce(eachAs(said, ({ id }) => id));
  const places = said.length * WORTH < all.length ? sortedPlaces(said) : markedPlaces(said, all.length);
  const ids: string[] = new Array(places.length);
  for (let i = 0; i < places.length; i++) ids[i] = all[places[i] ?? 0] ?? '';
  return ids;
}

/** The places of statements, each once, in order. */
function sortedPlaces(said: readonly Statement[]): Uint32Array {
  const places = new Uint32Array(said.length);
  for (let i = 0; i < said.length; i++) places[i] = said[i]?.at ?? 0;
  places.sort();
  return places.filter((place, i) => i === 0 || place !== places[i - 1]);
}

/** The same of statements of a group of so many claims, of which they are a good part. */
function markedPlaces(said: readonly Statement[], size: number): Uint32Array {
  const marks = new Uint8Array(size);
  for (let i = 0; i < said.length; i++) marks[said[i]?.at ?? 0] = 1;
  const places = new Uint32Array(said.length);
  let filled = 0;
  for (let at = 0; at < size; at++) if (marks[at] === 1) places[filled++] = at;
  return places.subarray(0, filled);
}

/** The outlets of some statements. */
export const outletsOf = (said: readonly Statement[], { outlets: { each, of } }: Columns): string[] =>
  sortedOnce(
    eachAs(
      numbersOf(said, ({ at }) => of[at] ?? 0, each.length),
      (number) => each[number] ?? '',
    ),
  );

/** How many outlets and documents carry what is said. */
export function countCarriers(
  statements: readonly Statement[],
  { ids, outlets, documents }: Columns,
): { outlets: number; documents: number } {
  if (statements.length === ids.length)
    return { outlets: outlets.each.length, documents: documents.each.length };
  return { outlets: countNames(statements, outlets), documents: countNames(statements, documents) };
}

const countNames = (statements: readonly Statement[], { each, of }: Names): number =>
  numbersOf(statements, ({ at }) => of[at] ?? 0, each.length).length;
