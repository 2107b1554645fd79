import type { Cell } from '../group/cells.ts';
import { ANONYMOUS } from '../group/origins.ts';
import { byCodePoint, distinct, putInOrder, sortedOnce } from '../identity.ts';
import type { Origin } from './consensus.ts';

interface Carriers {
  readonly id: string;
  readonly outlets: string[];
  readonly documents: string[];
  isNamed: boolean;
}

/** Most claims follow one of the same outlet or document. */
function addUnlessLast(texts: string[], text: string): void {
  if (texts.length === 0 || texts[texts.length - 1] !== text) texts.push(text);
}

/** The independent voices of a group with the outlets and documents that carry each; sorted by id. */
export function listOrigins({ claims, origins }: Pick<Cell, 'claims' | 'origins'>): Origin[] {
  const carried = new Map<string, Carriers>();
  for (let i = 0; i < claims.length; i++) {
    const claim = claims[i];
    if (claim === undefined) continue;
    const id = origins.of[i] ?? claim.outlet;
    let carriers = carried.get(id);
    if (carriers === undefined) {
      carriers = { id, outlets: [], documents: [], isNamed: false };
      carried.set(id, carriers);
    }
    addUnlessLast(carriers.outlets, claim.outlet);
    addUnlessLast(carriers.documents, claim.documentId);
    if (!carriers.isNamed) carriers.isNamed = claim.attribution.origin !== null;
  }
  const sorted = putInOrder([...carried.values()], (a, b) => byCodePoint(a.id, b.id));
  return sorted.map((carriers) => toOrigin(carriers, origins));
}

function toOrigin(carriers: Carriers, { circular, withoutPrimary }: Cell['origins']): Origin {
  const { id, isNamed } = carriers;
  const outlets = distinct(carriers.outlets);
  const unnamed = outlets.length > 1 ? 'text' : 'outlet';
  const flags: Origin['flags'] = [];
  if (circular.has(id)) flags.push('circular');
  if (withoutPrimary.has(id)) flags.push('no-primary-source');
  return {
    id,
    basis: id.endsWith(ANONYMOUS) ? 'anonymous' : isNamed ? 'source' : unnamed,
    flags,
    outlets,
    documents: sortedOnce(carriers.documents),
  };
}
