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

/**
 * The world's towns and regions, kept as the text of their file. Articles name a few hundred of tens of thousands: a line
 * is taken apart when it is asked for. Taking all of them apart was most of what a start took.
 */
export class Gazetteer {
  private readonly text: string;
  private offsets: { byId: Map<string, number>; byKey: Map<string, number[]> } | null = null;

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
    return (
      this.index()
        .byKey.get(key)
        ?.map((at) => this.read(at)) ?? []
    );
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

  /** Where each line begins, by id and by name: one pass, when it is first asked for. */
  private index(): { byId: Map<string, number>; byKey: Map<string, number[]> } {
    if (this.offsets) return this.offsets;
    const { text } = this;
    const byId = new Map<string, number>();
    const byKey = new Map<string, number[]>();
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
      if (lines === undefined) byKey.set(key, [at]);
      else lines.push(at);
    }
    this.offsets = { byId, byKey };
    return this.offsets;
  }
}
