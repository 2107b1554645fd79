import { z } from 'zod';
import { type Relation, Taxonomy, TaxonomyNode } from './taxonomy.ts';

/** Nodes of one level share nothing with each other, unless one lies inside the other; an area may overlap others. */
export const PlaceLevel = z.enum(['country', 'region', 'city', 'area']);
export type PlaceLevel = z.infer<typeof PlaceLevel>;

export const PlaceNode = TaxonomyNode.extend({
  level: PlaceLevel.default('area').meta({
    description: 'What kind of place: tells which others it excludes.',
  }),
});

/** Nouns that take up a place again, by the kind of place. */
export const PlaceWords = z.array(z.strictObject({ level: PlaceLevel, words: z.array(z.string().min(1)) }));

export const CountryNode = TaxonomyNode.extend({
  code: z.string().length(2).meta({ description: 'ISO 3166-1 alpha-2.' }),
});

interface Placed extends TaxonomyNode {
  readonly level: PlaceLevel;
  /** Inhabitants in thousands; 0 when unknown. Tells which of two towns of one name is meant. */
  readonly size: number;
  /** Written by hand in places.yaml or countries.yaml, so that its names are safe to read anywhere. */
  readonly curated: boolean;
}

/** Everything that is known about places: curated nodes, countries, and a gazetteer of regions and towns. */
export class PlaceTaxonomy extends Taxonomy {
  declare readonly nodes: ReadonlyMap<string, Placed>;

  constructor(
    curated: readonly z.infer<typeof PlaceNode>[],
    countries: readonly z.infer<typeof CountryNode>[],
    gazetteer: string,
    notPlaces: readonly string[] = [],
  ) {
    super(mergePlaces(curated, countries, gazetteer, new Set(notPlaces)));
  }

  /** Inhabitants in thousands; 0 when unknown. */
  size(id: string): number {
    return this.nodes.get(id)?.size ?? 0;
  }

  level(id: string): PlaceLevel | null {
    return this.nodes.get(id)?.level ?? null;
  }

  /** The country in which it lies; itself for a country. */
  countryOf(id: string): string | null {
    for (const node of this.ancestors(id)) if (this.level(node) === 'country') return node;
    return null;
  }

  protected override relateNodes(a: string, b: string): Relation {
    const plain = super.relateNodes(a, b);
    if (plain !== 'unknown') return plain;
    return this.share(a, b) ? 'unknown' : 'disjoint';
  }

  /** False when some place around the one and some place around the other are siblings that exclude each other. */
  private share(a: string, b: string): boolean {
    const right = this.ancestors(b);
    for (const x of this.ancestors(a)) {
      if (right.has(x)) continue;
      const level = this.level(x);
      if (level === null || level === 'area') continue;
      for (const y of right) {
        if (this.level(y) === level && !this.ancestors(y).has(x) && !this.ancestors(x).has(y)) return false;
      }
    }
    return true;
  }
}

function mergePlaces(
  curated: readonly z.infer<typeof PlaceNode>[],
  countries: readonly z.infer<typeof CountryNode>[],
  gazetteer: string,
  notPlaces: ReadonlySet<string>,
): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  const byCode = new Map<string, string>();
  for (const { code, ...row } of countries) {
    byCode.set(code, row.id);
    placed.set(row.id, { ...row, level: 'country', size: 0, curated: true });
  }
  for (const row of curated) {
    const country = placed.get(row.id);
    placed.set(row.id, {
      ...row,
      aliases: [...row.aliases, ...(country?.aliases ?? [])],
      adjectives: [...new Set([...row.adjectives, ...(country?.adjectives ?? [])])],
      within: [...row.within, ...(country?.within ?? [])],
      level: country?.level ?? row.level,
      size: 0,
      curated: true,
    });
  }
  const spoken = namesByCountry(curated, placed);
  const isTaken = (country: string, name: string): boolean =>
    spoken.get(country)?.has(name) === true || notPlaces.has(name);
  const shared = new Map<string, string[]>();
  /** Towns of one region share one list. */
  const lying = (region: string, country: string): string[] => {
    const key = region === '' ? country : region;
    const known = shared.get(key);
    if (known) return known;
    const list = placed.has(region) ? [region, country] : [country];
    shared.set(key, list);
    return list;
  };
  for (const line of gazetteer.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [id = '', level = '', code = '', region = '', size = '', name = ''] = line.split('\t');
    const country = byCode.get(code);
    if (id === '' || country === undefined || isTaken(country, name) || placed.has(id)) continue;
    placed.set(id, {
      id,
      name,
      aliases: NONE,
      adjectives: NONE,
      within: lying(region, country),
      exclusive: NONE,
      level: level === 'city' || level === 'region' ? level : 'area',
      size: Number(size) || 0,
      curated: false,
    });
  }
  return placed;
}

/** Names that a curated place has taken in its country: the gazetteer’s "Gaza" is Gaza City there. */
function namesByCountry(
  curated: readonly z.infer<typeof PlaceNode>[],
  placed: ReadonlyMap<string, Placed>,
): ReadonlyMap<string | null, ReadonlySet<string>> {
  const countryOf = (id: string, depth = 0): string | null => {
    const node = placed.get(id);
    if (node === undefined || depth > 8) return null;
    if (node.level === 'country') return id;
    for (const parent of node.within) {
      const country = countryOf(parent, depth + 1);
      if (country !== null) return country;
    }
    return null;
  };
  const names = new Map<string | null, Set<string>>();
  for (const row of curated) {
    const country = countryOf(row.id);
    const known = names.get(country) ?? new Set<string>();
    for (const name of [row.name ?? '', ...row.aliases]) known.add(name);
    names.set(country, known);
  }
  return names;
}

const NONE: string[] = [];
