/** One line of the gazetteer: a town or a region. */
export interface GazetteerRow {
  readonly id: string;
  readonly level: string;
  /** ISO 3166-1 alpha-2 code of its country. */
  readonly code: string;
  /** Id of the region in which it lies; empty when unknown. */
  readonly region: string;
  /** Inhabitants in thousands; 0 when unknown. */
  readonly size: number;
  readonly name: string;
  /** The name as it is looked up: small letters without marks, a space between two words. */
  readonly words: string;
}

/** The key under which a name is found: its one word, or the first two of several. */
function keyOf(words: string): string {
  const first = words.indexOf(' ');
  const second = first === -1 ? -1 : words.indexOf(' ', first + 1);
  return second === -1 ? words : words.slice(0, second);
}

/** Where each line begins, by id and by the key of its name; and the first words of names of several. */
interface Offsets {
  readonly byId: ReadonlyMap<string, number>;
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  readonly first: ReadonlySet<string>;
}

/**
 * The world's towns and regions, kept as the text of their file. Articles name a few hundred of tens of thousands: a line
 * is taken apart when it is asked for. Taking all of them apart was most of what a start took.
 */
export class Gazetteer {
  private readonly text: string;
  private offsets: Offsets | null = null;
  private regions: ReadonlySet<string> | null = null;

  /** @param text lines of id, level, country, region, size, name and, where they are not its small letters, its words */
  constructor(text: string) {
    this.text = text;
  }

  row(id: string): GazetteerRow | null {
    const at = this.index().byId.get(id);
    return at === undefined ? null : this.read(at);
  }

  /** The rows whose name is this one word, or begins with these two; in the order of the file. */
  named(key: string): GazetteerRow[] {
    const lines = this.index().byKey.get(key);
    return lines ? lines.map((at) => this.read(at)) : [];
  }

  /** Whether `named` has a row for a key. */
  lists(key: string): boolean {
    return this.index().byKey.has(key);
  }

  /** Whether a name of several words begins with this one. */
  begins(word: string): boolean {
    return this.index().first.has(word);
  }

  /** Whether it says of some town that it lies in a region. */
  hasTowns(region: string): boolean {
    this.regions ??= new Set(
      this.text.split('\n').flatMap((line) => {
        const [, level, , around] = line.split('\t', 4);
        return level === 'city' && around ? [around] : [];
      }),
    );
    return this.regions.has(region);
  }

  ids(): Iterable<string> {
    return this.index().byId.keys();
  }

  private read(at: number): GazetteerRow {
    const end = this.text.indexOf('\n', at);
    const columns = this.text.slice(at, end === -1 ? undefined : end).split('\t');
    const [id = '', level = '', code = '', region = '', size = '', name = '', words] = columns;
    return { id, level, code, region, size: Number(size) || 0, name, words: words ?? name.toLowerCase() };
  }

  /** Made in one pass, when it is first asked for. */
  private index(): Offsets {
    if (this.offsets) return this.offsets;
    const { text } = this;
    const byId = new Map<string, number>();
    const byKey = new Map<string, number[]>();
    const first = new Set<string>();
    for (let at = 0, end = 0; at < text.length; at = end + 1) {
      end = text.indexOf('\n', at);
      if (end === -1) end = text.length;
      if (end === at || text.charAt(at) === '#') continue;
      const idEnd = text.indexOf('\t', at);
      let name = idEnd + 1;
      for (let column = 1; column < 5; column += 1) name = text.indexOf('\t', name) + 1;
      const nameEnd = text.indexOf('\t', name);
      const given = nameEnd !== -1 && nameEnd < end;
      const key = keyOf(given ? text.slice(nameEnd + 1, end) : text.slice(name, end).toLowerCase());
      byId.set(text.slice(at, idEnd), at);
      const lines = byKey.get(key);
      if (lines !== undefined) lines.push(at);
      else {
        byKey.set(key, [at]);
        const space = key.indexOf(' ');
        if (space !== -1) first.add(key.slice(0, space));
      }
    }
    this.offsets = { byId, byKey, first };
    return this.offsets;
  }
}
