import type { Cell } from '../group/cells.ts';
import { ANONYMOUS } from '../group/origins.ts';
import { groupBy } from '../group/voices.ts';
import { byCodePoint, distinct } from '../identity.ts';
import type { Origin } from './consensus.ts';

/** The independent voices of a group with the outlets and documents that carry each; sorted by id. */
export function listOrigins({ claims, origins }: Pick<Cell, 'claims' | 'origins'>): Origin[] {
  const carried = groupBy(
    claims.map((claim, i) => ({ claim, id: origins.of[i] ?? claim.outlet })),
    ({ id }) => id,
  );
  return [...carried]
    .map(([id, carriers]): Origin => {
      const outlets = distinct(carriers.map(({ claim }) => claim.outlet));
      const isNamed = carriers.some(({ claim }) => claim.attribution.origin !== null);
      const unnamed = outlets.length > 1 ? 'text' : 'outlet';
      return {
        id,
        basis: id.endsWith(ANONYMOUS) ? 'anonymous' : isNamed ? 'source' : unnamed,
        flags: [
          ...(origins.circular.has(id) ? (['circular'] as const) : []),
          ...(origins.withoutPrimary.has(id) ? (['no-primary-source'] as const) : []),
        ],
        outlets,
        documents: distinct(carriers.map(({ claim }) => claim.documentId)),
      };
    })
    .sort((a, b) => byCodePoint(a.id, b.id));
}
