import { slug } from '../identity.ts';
import { type Relation, Taxonomy, type TaxonomyNode } from './taxonomy.ts';

/** Joins kinds that one figure counts together: "doctors-and-patients". */
const JOINT = '-and-';

/** A country as far as its people are named after it. */
interface Country {
  readonly id: string;
  readonly adjectives: readonly string[];
}

/**
 * Kinds of people. Besides the listed nodes a key may be a noun that nobody lists ("trader"), a people that is named
 * after its country ("egyptian"), or several kinds counted together ("doctor-and-patient"). What is known of these is
 * in their names alone: a grain trader is a trader, and nobody is of two nations.
 */
export class KindTaxonomy extends Taxonomy {
  /** The country that a demonym is of, by the demonym; and the first demonym of each country. */
  private readonly nations = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly written = new Map<string, string>();

  constructor(nodes: readonly TaxonomyNode[], countries: readonly Country[]) {
    super(nodes);
    for (const { id, adjectives } of countries) {
      for (const adjective of adjectives) this.nations.set(slug(adjective), id);
      const listed = adjectives.find((adjective) => this.nodes.has(slug(adjective)));
      const name = listed ?? adjectives[0];
      if (name === undefined) continue;
      this.names.set(id, slug(name));
      this.written.set(slug(name), name);
    }
  }

  /** The demonym of a people as it is written: "Egyptian"; null for any other kind. */
  demonymOf(id: string): string | null {
    return this.nodes.has(id) ? null : (this.written.get(id) ?? null);
  }

  /** The people that some words name after its country ("Egyptians", "South Korean"); null where they name none. */
  nationIn(words: readonly string[]): string | null {
    for (let i = words.length - 1; i >= 0; i--) {
      const [word = '', before = ''] = [words[i], words[i - 1]];
      for (const name of [`${before} ${word}`, word]) {
        const key = slug(name);
        const nation = this.nations.get(key) ?? this.nations.get(key.replace(/s$/, ''));
        if (nation !== undefined) return this.names.get(nation) ?? null;
      }
    }
    return null;
  }

  protected override relateNodes(a: string, b: string): Relation {
    const listed = super.relateNodes(a, b);
    if (listed !== 'unknown') return listed;
    if (a.includes(JOINT) || b.includes(JOINT)) return this.relateJoint(a.split(JOINT), b.split(JOINT));
    if (!this.nodes.has(a) && a.endsWith(`-${b}`)) return 'inside';
    if (!this.nodes.has(b) && b.endsWith(`-${a}`)) return 'contains';
    const [one, other] = [this.nations.get(a), this.nations.get(b)];
    return one !== undefined && other !== undefined && one !== other ? 'disjoint' : 'unknown';
  }

  private relateJoint(left: readonly string[], right: readonly string[]): Relation {
    const within = (xs: readonly string[], ys: readonly string[]): boolean =>
      xs.every((x) => ys.some((y) => x === y || this.relateNodes(x, y) === 'inside'));
    const [inside, contains] = [within(left, right), within(right, left)];
    if (inside && contains) return 'equal';
    if (inside) return 'inside';
    if (contains) return 'contains';
    const apart = left.every((x) => right.every((y) => this.relateNodes(x, y) === 'disjoint'));
    return apart ? 'disjoint' : 'unknown';
  }
}

/** The key of several kinds that one figure counts together; of one kind its own, of none null. */
export const jointKind = (kinds: readonly string[]): string | null =>
  kinds.length === 0 ? null : [...new Set(kinds)].sort().join(JOINT);

/** The kinds that one key counts together. */
export const kindsIn = (key: string): readonly string[] => key.split(JOINT);
