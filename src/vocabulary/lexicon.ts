import type { Taxonomy } from './taxonomy.ts';

const SMALL_S = 's'.charCodeAt(0);

/** The least of a token that is needed to look words up. */
interface Word {
  readonly lower: string;
  readonly lemma: string;
}

export interface Found {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly adjective: boolean;
}

interface Row {
  readonly id: string;
  readonly words: readonly string[];
  readonly adjective: boolean;
}

/** Finds the aliases and adjectives of a taxonomy in running words; one pass, longest alias first. */
export class Lexicon {
  private readonly rows = new Map<string, Row[]>();

  constructor(taxonomy: Taxonomy) {
    for (const node of taxonomy.nodes.values()) {
      for (const alias of node.aliases) this.add(node.id, alias, false);
      for (const adjective of node.adjectives) this.add(node.id, adjective, true);
    }
    for (const rows of this.rows.values()) rows.sort((a, b) => b.words.length - a.words.length);
  }

  private add(id: string, phrase: string, adjective: boolean): void {
    const words = phrase.toLowerCase().split(' ');
    const first = words[0] ?? '';
    this.rows.set(first, [...(this.rows.get(first) ?? []), { id, words, adjective }]);
  }

  /** Everything between token `from` and token `to`, both included, in text order, without overlaps. */
  find(tokens: readonly Word[], from: number, to: number): Found[] {
    const found: Found[] = [];
    for (let i = Math.max(0, from); i <= to && i < tokens.length; i += 1) {
      const row = this.at(tokens, i, to);
      if (!row) continue;
      found.push({ id: row.id, first: i, last: i + row.words.length - 1, adjective: row.adjective });
      i += row.words.length - 1;
    }
    return found;
  }

  private at(tokens: readonly Word[], i: number, to: number): Row | undefined {
    const token = tokens[i];
    if (!token) return undefined;
    const { lower, lemma } = token;
    const written = this.rows.get(lower);
    // "suspected cases": a participle is not the noun that it shares its base with.
    const base = lemma === lower || lower.endsWith('ed') ? undefined : this.rows.get(lemma);
    // "Palestinians" is the plural of an adjective, which the tagger leaves as it is.
    const plural =
      lower.charCodeAt(lower.length - 1) === SMALL_S ? this.rows.get(lower.slice(0, -1)) : undefined;
    // Asked of every word; nearly all are in no row.
    if (!written && !base && !plural) return undefined;
    const fits = (row: Row): boolean =>
      i + row.words.length - 1 <= to && row.words.every((word, j) => says(tokens[i + j], word));
    return (
      written?.find(fits) ?? base?.find(fits) ?? plural?.find((row) => row.words.length === 1 || fits(row))
    );
  }
}

const says = (token: Word | undefined, word: string): boolean =>
  token !== undefined && (token.lower === word || token.lemma === word);

const lexicons = new WeakMap<Taxonomy, Lexicon>();

/** The lexicon of a taxonomy, built once. */
export function lexiconOf(taxonomy: Taxonomy): Lexicon {
  const known = lexicons.get(taxonomy);
  if (known) return known;
  const lexicon = new Lexicon(taxonomy);
  lexicons.set(taxonomy, lexicon);
  return lexicon;
}
