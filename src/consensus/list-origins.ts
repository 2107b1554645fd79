import { eachAs } from '../each-as.ts';
import type { Cell } from '../group/cells.ts';
import type { Names } from '../group/names.ts';
import { ANONYMOUS } from '../group/origins.ts';
import { byCodePoint, putInOrder, sortedOnce } from '../identity.ts';
import type { Origin } from './consensus.ts';

/** Who carries an origin, by numbers. */
interface Carriers {
  readonly id: string;
  outlets: number[] | null;
  documents: number[] | null;
  isNamed: boolean;
  /** Sources by other names than its own. */
  speakers: Set<string> | null;
}

/** Most claims follow one of the same outlet or document; a list that is begun empty takes room for seventeen. */
function addUnlessLast(numbers: number[] | null, number: number): number[] {
  if (numbers === null) return [number];
  if (numbers[numbers.length - 1] !== number) numbers.push(number);
  return numbers;
}

/** The independent voices of a group with the outlets and documents that carry each; sorted by id. */
export function listOrigins({ columns, origins }: Pick<Cell, 'columns' | 'origins'>): Origin[] {
  const { outlets, documents, sources } = columns;
  const { units, offices } = origins;
  const carried = eachAs(
    units.each,
    (id): Carriers => ({ id, outlets: null, documents: null, isNamed: false, speakers: null }),
  );
  for (let i = 0; i < units.of.length; i++) {
    const carriers = carried[units.of[i] ?? 0];
    if (carriers === undefined) continue;
    carriers.outlets = addUnlessLast(carriers.outlets, outlets.of[i] ?? 0);
    carriers.documents = addUnlessLast(carriers.documents, documents.of[i] ?? 0);
    const source = sources[i] ?? null;
    if (source === null) continue;
    carriers.isNamed = true;
    if (offices.has(carriers.id)) carriers.speakers = (carriers.speakers ?? new Set()).add(source);
  }
  const named = writer(outlets);
  const read = writer(documents);
  const sorted = putInOrder(carried, (a, b) => byCodePoint(a.id, b.id));
  return eachAs(sorted, (carriers) =>
    toOrigin(carriers, origins, named(carriers.outlets ?? []), read(carriers.documents ?? [])),
  );
}

/** So few numbers are written before they are put in order; of more, the names are, once for all lists. */
const FEW = 24;

/** Writes numbers of names as these names, each once, in their order. */
function writer(names: Names): (numbers: readonly number[]) => string[] {
  const { each } = names;
  let order: Names['order'] | null = null;
  return (numbers) => {
    const [only] = numbers;
    if (numbers.length === 1 && only !== undefined) return [each[only] ?? ''];
    if (numbers.length <= FEW) return sortedOnce(eachAs(numbers, (number) => each[number] ?? ''));
    order ??= names.order;
    const { sorted, places } = order;
    const standing = new Uint32Array(numbers.length);
    for (let i = 0; i < numbers.length; i++) standing[i] = places[numbers[i] ?? 0] ?? 0;
    standing.sort();
    const written: string[] = [];
    for (let i = 0; i < standing.length; i++)
      if (i === 0 || standing[i] !== standing[i - 1]) written.push(sorted[standing[i] ?? 0] ?? '');
    return written;
  };
}

function toOrigin(
  { id, isNamed, speakers }: Carriers,
  { circular, withoutPrimary }: Cell['origins'],
  outlets: string[],
  documents: string[],
): Origin {
  const unnamed = outlets.length > 1 ? 'text' : 'outlet';
  const flags: Origin['flags'] = [];
  if (circular.has(id)) flags.push('circular');
  if (withoutPrimary.has(id)) flags.push('no-primary-source');
  const basis = id.endsWith(ANONYMOUS) ? 'anonymous' : isNamed ? 'source' : unnamed;
  // One who is named by that name alone is no more than the voice.
  const isItself = speakers === null || (speakers.size === 1 && speakers.has(id));
  const names = isItself ? {} : { speakers: sortedOnce([...speakers]) };
  return { id, basis, flags, ...names, outlets, documents };
}
