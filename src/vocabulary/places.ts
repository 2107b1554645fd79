import { z } from 'zod';
import { remember } from '../remember.ts';
import { Gazetteer, type GazetteerRow } from './gazetteer.ts';
import { relateSites, siteInWords, siteOf } from './sites.ts';
import { checkNodes, type Relation, Taxonomy, TaxonomyNode } from './taxonomy.ts';

/** Nodes of one level share nothing with each other, unless one lies inside the other; an area may overlap others. */
export const PlaceLevel = z.enum(['country', 'region', 'city', 'area']);
export type PlaceLevel = z.infer<typeof PlaceLevel>;

export const PlaceNode = TaxonomyNode.extend({
  level: PlaceLevel.default('area').meta({
    description: 'What kind of place: tells which others it excludes.',
  }),
});

/** Nouns that take up a place again, by the kind of place. */
export const PlaceWords = z.array(
  z.strictObject({
    level: PlaceLevel,
    most: z.number().positive().optional().meta({
      description: 'Inhabitants in thousands: nothing larger is called so.',
    }),
    words: z.array(z.string().min(1)),
  }),
);

/** What a noun such as "the village" can take up. */
export interface PlaceWord {
  readonly level: PlaceLevel;
  /** Inhabitants in thousands. */
  readonly most: number;
}

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

/** A town or a region of the gazetteer with the words under which its name is looked up. */
export interface ListedPlace {
  readonly node: Placed;
  readonly words: readonly string[];
}

/** Everything that is known about places: curated nodes, countries, and a gazetteer of regions and towns. */
export class PlaceTaxonomy extends Taxonomy {
  declare readonly nodes: PlaceNodes;

  constructor(
    curated: readonly z.infer<typeof PlaceNode>[],
    countries: readonly z.infer<typeof CountryNode>[],
    gazetteer: string,
    notPlaces: readonly string[] = [],
  ) {
    const byHand = mergePlaces(curated, countries);
    const codes = new Map(countries.map(({ code, id }) => [code, id]));
    const taken = namesByCountry(curated, byHand);
    super(new PlaceNodes(byHand, new Gazetteer(gazetteer), codes, taken, new Set(notPlaces)));
    checkNodes(byHand.values(), this.nodes);
  }

  /** Inhabitants in thousands; 0 when unknown. */
  size(id: string): number {
    return this.nodes.get(id)?.size ?? 0;
  }

  level(id: string): PlaceLevel | null {
    return this.nodes.get(id)?.level ?? null;
  }

  /** The country in which it lies; itself for a country. */
  readonly countryOf = remember((id: string): string | null => {
    for (const node of this.ancestors(id)) if (this.level(node) === 'country') return node;
    return null;
  });

  protected override relateNodes(a: string, b: string): Relation {
    const [one, other] = [siteOf(a), siteOf(b)];
    if (a !== b && one && other) return relateSites(one, other, this.relateNodes(one.parent, other.parent));
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

/** All places by id: those written by hand first, then the gazetteer's, each made when it is first asked for. */
export class PlaceNodes implements ReadonlyMap<string, Placed> {
  readonly byHand: ReadonlyMap<string, Placed>;
  private readonly gazetteer: Gazetteer;
  private readonly codes: ReadonlyMap<string, string>;
  private readonly taken: ReadonlyMap<string | null, ReadonlySet<string>>;
  private readonly notPlaces: ReadonlySet<string>;
  private readonly made = new Map<string, Placed | null>();

  /**
   * @param codes ids of countries by their code
   * @param taken names that places written by hand have in a country
   * @param notPlaces names of the gazetteer that mean something else more often
   */
  constructor(
    byHand: ReadonlyMap<string, Placed>,
    gazetteer: Gazetteer,
    codes: ReadonlyMap<string, string>,
    taken: ReadonlyMap<string | null, ReadonlySet<string>>,
    notPlaces: ReadonlySet<string>,
  ) {
    this.byHand = byHand;
    this.gazetteer = gazetteer;
    this.codes = codes;
    this.taken = taken;
    this.notPlaces = notPlaces;
  }

  get(id: string): Placed | undefined {
    const known = this.byHand.get(id) ?? this.made.get(id);
    if (known !== undefined) return known ?? undefined;
    const row = this.gazetteer.row(id);
    return (row ? this.place(row) : this.site(id)) ?? undefined;
  }

  /** A site inside a place, which its key names; the place itself may be one that no list has. */
  private site(id: string): Placed | null {
    const site = siteOf(id);
    if (!site) return null;
    const { parent } = site;
    const name = siteInWords(site, this.get(parent)?.name ?? parent.replace(/-/g, ' '));
    return { ...SITE, id, name, within: [parent] };
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** Whether the gazetteer has a row whose name is this one word, or begins with these two. */
  lists(key: string): boolean {
    return this.gazetteer.lists(key);
  }

  /** The gazetteer's places whose name is this one word, or begins with these two; in its order. */
  listed(key: string): ListedPlace[] {
    return this.gazetteer.named(key).flatMap((row) => {
      const node = this.byHand.has(row.id) ? null : this.place(row);
      return node ? [{ node, words: row.words.split(' ') }] : [];
    });
  }

  /** Whether a name of several words in the gazetteer begins with this one. */
  begins(word: string): boolean {
    return this.gazetteer.begins(word);
  }

  /** Whether the gazetteer says of some town that it lies in a region. */
  hasTowns(region: string): boolean {
    return this.gazetteer.hasTowns(region);
  }

  private place(row: GazetteerRow): Placed | null {
    const known = this.made.get(row.id);
    if (known !== undefined) return known;
    const made = this.make(row);
    this.made.set(row.id, made);
    return made;
  }

  private make({ id, level, code, region, size, name }: GazetteerRow): Placed | null {
    const country = this.codes.get(code);
    if (country === undefined || this.taken.get(country)?.has(name) || this.notPlaces.has(name)) return null;
    return {
      id,
      name,
      aliases: NONE,
      adjectives: NONE,
      within: region !== '' && this.has(region) ? [region, country] : [country],
      exclusive: NONE,
      level: level === 'city' || level === 'region' ? level : 'area',
      size,
      curated: false,
    };
  }

  *entries(): MapIterator<[string, Placed]> {
    yield* this.byHand.entries();
    for (const id of this.gazetteer.ids()) {
      const node = this.byHand.has(id) ? undefined : this.get(id);
      if (node) yield [id, node];
    }
  }

  *keys(): MapIterator<string> {
    for (const [id] of this.entries()) yield id;
  }

  *values(): MapIterator<Placed> {
    for (const [, node] of this.entries()) yield node;
  }

  [Symbol.iterator](): MapIterator<[string, Placed]> {
    return this.entries();
  }

  forEach(run: (node: Placed, id: string, nodes: ReadonlyMap<string, Placed>) => void): void {
    for (const [id, node] of this) run(node, id, this);
  }

  get size(): number {
    return [...this.keys()].length;
  }
}

function mergePlaces(
  curated: readonly z.infer<typeof PlaceNode>[],
  countries: readonly z.infer<typeof CountryNode>[],
): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const { code: _, ...row } of countries) {
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
const SITE = {
  aliases: NONE,
  adjectives: NONE,
  exclusive: NONE,
  level: 'area',
  size: 0,
  curated: false,
} as const;
