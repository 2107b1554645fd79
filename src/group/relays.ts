import { byCodePoint } from '../identity.ts';
import { type Measure, meet } from '../value/compare.ts';

/** How many statements of one speaker are looked through for the one that another repeats: there are few. */
export const NEAR = 50;

/** Adds one more of what is found under a name, while there are few. */
export function addNear<T>(found: Map<string, T[]>, name: string, item: T): void {
  const near = found.get(name);
  if (near === undefined) found.set(name, [item]);
  else if (near.length < NEAR) near.push(item);
}

/** What somebody says in a group, and whom it is put on. */
export interface Said {
  readonly unit: string;
  readonly measure: Measure | null;
}

/** The first by name of the units that give the same figure, else of those that allow it. */
function unitRepeated(own: Measure, said: readonly Said[]): string | null {
  const first = (range: 'core' | 'halo'): string | null => {
    let least: string | null = null;
    for (const { unit, measure } of said) {
      if (measure && meet(measure[range], own[range]) && (least === null || byCodePoint(unit, least) < 0))
        least = unit;
    }
    return least;
  };
  return first('core') ?? first('halo');
}

/** Where a chain of citations ends. */
interface End {
  readonly unit: string;
  /** The outlets cite each other, and none of them says where it knows it from. */
  readonly circular: boolean;
}

/** Which of the things that a publisher says is the one repeated; null when that cannot be told. */
function nextOf(said: readonly Said[], measure: Measure | null): string | null {
  const [first] = said;
  if (first && said.every(({ unit }) => unit === first.unit)) return first.unit;
  return measure === null ? null : unitRepeated(measure, said);
}

/**
 * Follows "A cites B, B cites C" to the one who does not relay. A ring of outlets that cite each other is one unit,
 * the first of them by name.
 *
 *   relayed  what each publisher that never speaks for itself in the group relays there, at most `NEAR` of it
 */
export function followRelays(
  unit: string,
  measure: Measure | null,
  relayed: ReadonlyMap<string, readonly Said[]>,
): End {
  const path: string[] = [];
  for (let at = unit; ; ) {
    const seen = path.indexOf(at);
    if (seen >= 0) {
      const ring = path.slice(seen).sort(byCodePoint);
      return { unit: ring[0] ?? at, circular: true };
    }
    path.push(at);
    const next = nextOf(relayed.get(at) ?? [], measure);
    if (next === null) return { unit: at, circular: false };
    at = next;
  }
}
