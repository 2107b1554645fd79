import type { Document } from '../document/document.ts';
import { byCodePoint } from '../identity.ts';
import type { Rules } from '../vocabulary/rules.ts';

/** Sets that only ever grow together: the result does not depend on the order of the joins. */
export class Components {
  private readonly parent = new Map<string, string>();

  find(item: string): string {
    let root = item;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    for (let at = item; at !== root; ) {
      const next = this.parent.get(at) ?? root;
      this.parent.set(at, root);
      at = next;
    }
    return root;
  }

  /** The smaller name becomes the name of both. */
  join(a: string, b: string): void {
    const [x, y] = [this.find(a), this.find(b)].sort(byCodePoint);
    if (x !== undefined && y !== undefined && x !== y) this.parent.set(y, x);
  }
}

/**
 * Which documents tell the same text: word 5-grams, containment |A∩B| / min(|A|, |B|) of at least `containment` and at
 * least `shared` of them in common; components over all such edges. Exact, by an inverted index.
 * Gives the name of the component of each document that is not alone.
 */
export function findTextReuse(
  documents: readonly Document[],
  rules: Rules['independence'],
): ReadonlyMap<string, string> {
  const sorted = [...new Map(documents.map((doc) => [doc.id, doc])).values()]
    .map((doc) => ({ id: doc.id, shingles: new Set(doc.fingerprint) }))
    .filter((doc) => doc.shingles.size >= rules.shared)
    .sort((a, b) => byCodePoint(a.id, b.id));
  const seenIn = new Map<string, number[]>();
  const components = new Components();
  const joined = new Set<string>();
  sorted.forEach((doc, index) => {
    const shared = new Map<number, number>();
    for (const shingle of doc.shingles) {
      const earlier = seenIn.get(shingle);
      if (!earlier) {
        seenIn.set(shingle, [index]);
        continue;
      }
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
      earlier.push(index);
    }
    for (const [other, count] of shared) {
      const twin = sorted[other];
      if (!twin || count < rules.shared) continue;
      if (count < rules.containment * Math.min(twin.shingles.size, doc.shingles.size)) continue;
      components.join(doc.id, twin.id);
      joined.add(doc.id).add(twin.id);
    }
  });
  return new Map([...joined].sort(byCodePoint).map((id) => [id, components.find(id)]));
}
