import { z } from 'zod';

/** How one scope value stands to another: `inside` means that the first is part of the second. */
export type Relation = 'equal' | 'inside' | 'contains' | 'overlaps' | 'disjoint' | 'unknown';

export const TaxonomyNode = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  name: z.string().min(1).optional().meta({ description: 'How a person writes it.' }),
  aliases: z
    .array(z.string().min(1))
    .default([])
    .meta({ description: 'Words that mean it, singular, any case.' }),
  adjectives: z
    .array(z.string().min(1))
    .default([])
    .meta({ description: 'Demonyms and adjectives: Egyptian, Gazan.' }),
  within: z.array(z.string()).default([]).meta({ description: 'Larger nodes that contain it.' }),
  lasting: z.boolean().optional().meta({
    description:
      'Of a cause: it goes on for weeks, and what it does is counted all the while; a count without a day is a running total.',
  }),
  exclusive: z.array(z.string()).default([]).meta({ description: 'Nodes that share nothing with it.' }),
});
export type TaxonomyNode = z.infer<typeof TaxonomyNode>;

/** @throws when a node names another that does not exist */
export function checkNodes(nodes: Iterable<TaxonomyNode>, all: ReadonlyMap<string, TaxonomyNode>): void {
  for (const node of nodes) {
    for (const other of [...node.within, ...node.exclusive]) {
      if (!all.has(other))
        throw new Error(`taxonomy node "${node.id}" names "${other}", which does not exist`);
    }
  }
}

/** A directed graph of "lies inside", with marked exclusions. Unmarked siblings may overlap: a child can be an aid seeker. */
export class Taxonomy {
  readonly nodes: ReadonlyMap<string, TaxonomyNode>;
  private readonly above = new Map<string, ReadonlySet<string>>();

  /** A ready map is taken as it is, unchecked; its keys must be the ids. */
  constructor(nodes: readonly TaxonomyNode[] | ReadonlyMap<string, TaxonomyNode>) {
    if (Array.isArray(nodes)) {
      this.nodes = new Map(nodes.map((node: TaxonomyNode) => [node.id, node]));
      checkNodes(this.nodes.values(), this.nodes);
    } else this.nodes = nodes as ReadonlyMap<string, TaxonomyNode>;
  }

  /** The node and everything that contains it. */
  ancestors(id: string): ReadonlySet<string> {
    const known = this.above.get(id);
    if (known) return known;
    const found = new Set<string>([id]);
    const queue = [id];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const parent of this.nodes.get(next)?.within ?? []) {
        if (!found.has(parent)) {
          found.add(parent);
          queue.push(parent);
        }
      }
    }
    this.above.set(id, found);
    return found;
  }

  private excludes(a: string, b: string): boolean {
    for (const x of this.ancestors(a)) {
      for (const y of this.ancestors(b)) {
        if (this.nodes.get(x)?.exclusive.includes(y) || this.nodes.get(y)?.exclusive.includes(x)) return true;
      }
    }
    return false;
  }

  /** How one node stands to another; a subclass may know more. */
  protected relateNodes(a: string, b: string): Relation {
    if (a === b) return 'equal';
    if (this.ancestors(a).has(b)) return 'inside';
    if (this.ancestors(b).has(a)) return 'contains';
    return this.excludes(a, b) ? 'disjoint' : 'unknown';
  }

  /**
   * Relates two keys. A key is one node, or several joined by "+", which means all of them at once
   * ("hostage+israeli"); null is the whole domain and contains everything.
   */
  relate(a: string | null, b: string | null): Relation {
    if (a === b) return 'equal';
    if (a === null) return 'contains';
    if (b === null) return 'inside';
    // Nearly all keys are one node.
    if (!a.includes('+') && !b.includes('+')) return this.relateNodes(a, b);
    const left = a.split('+');
    const right = b.split('+');
    if (left.some((x) => right.some((y) => this.relateNodes(x, y) === 'disjoint'))) return 'disjoint';
    const covered = (xs: string[], ys: string[]): boolean =>
      ys.every((y) => xs.some((x) => ['equal', 'inside'].includes(this.relateNodes(x, y))));
    const inside = covered(left, right);
    const contains = covered(right, left);
    if (inside && contains) return 'equal';
    if (inside) return 'inside';
    return contains ? 'contains' : 'unknown';
  }
}

/** Whether a cause goes on for weeks and is counted all the while, as an epidemic is. */
export const isLasting = (cause: string | null, causes: Taxonomy): boolean =>
  cause !== null && [...causes.ancestors(cause)].some((id) => causes.nodes.get(id)?.lasting === true);

/** Joins nodes to one key; the order in which they were found does not matter. */
/** Several nodes joined, without some of them: the kinds that are left; null when none is. */
export function keyWithout(key: string | null, without: readonly string[]): string | null {
  if (key === null || without.length === 0) return key;
  const kinds = key.split('+');
  return kinds.some((id) => without.includes(id))
    ? joinKeys(kinds.filter((id) => !without.includes(id)))
    : key;
}

export const joinKeys = (ids: readonly string[]): string | null =>
  ids.length === 0 ? null : [...new Set(ids)].sort().join('+');
