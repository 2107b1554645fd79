import type { Cell } from '../group/cells.ts';
import { ANONYMOUS } from '../group/origins.ts';
import { distinct, sortedOnce } from '../identity.ts';
import type { Origin } from './consensus.ts';

interface Carriers {
  readonly outlets: Set<string>;
  readonly documents: string[];
  isNamed: boolean;
}

/** The independent voices of a group with the outlets and documents that carry each; sorted by id. */
export function listOrigins({ claims, origins }: Pick<Cell, 'claims' | 'origins'>): Origin[] {
  const carried = new Map<string, Carriers>();
  claims.forEach(({ outlet, documentId, attribution }, i) => {
    const id = origins.of[i] ?? outlet;
    let carriers = carried.get(id);
    if (carriers === undefined) {
      carriers = { outlets: new Set(), documents: [], isNamed: false };
      carried.set(id, carriers);
    }
    carriers.outlets.add(outlet);
    if (carriers.documents.at(-1) !== documentId) carriers.documents.push(documentId);
    carriers.isNamed ||= attribution.origin !== null;
  });
  return [...carried.keys()].sort().flatMap((id): Origin | [] => {
    const carriers = carried.get(id);
    if (carriers === undefined) return [];
    const { outlets, documents, isNamed } = carriers;
    const unnamed = outlets.size > 1 ? 'text' : 'outlet';
    return {
      id,
      basis: id.endsWith(ANONYMOUS) ? 'anonymous' : isNamed ? 'source' : unnamed,
      flags: [
        ...(origins.circular.has(id) ? (['circular'] as const) : []),
        ...(origins.withoutPrimary.has(id) ? (['no-primary-source'] as const) : []),
      ],
      outlets: distinct([...outlets]),
      documents: sortedOnce(documents),
    };
  });
}
