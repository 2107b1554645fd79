import { z } from 'zod';
import { slug } from '../identity.ts';

const words = z.array(z.string().min(1));

const OfficeRow = z.strictObject({
  id: z.string().min(1),
  within: z.string().min(1).nullable().default(null),
  words: words.min(1),
  papers: words.default([]),
  takes: z.record(z.string().min(1), z.string()),
  leaves: words.min(1),
});

/** The file of offices, as it is written. */
export const OfficeFile = z
  .strictObject({ offices: z.array(OfficeRow).min(1), parts: words, others: words })
  .superRefine(({ offices }, context) => {
    const ids = new Set(offices.map(({ id }) => id));
    for (const [at, { within }] of offices.entries())
      if (within !== null && !ids.has(within))
        context.addIssue({
          code: 'custom',
          path: ['offices', at, 'within'],
          message: `there is no office ${within}`,
        });
  });
type OfficeFile = z.infer<typeof OfficeFile>;

/** An office as a name tells it: which one, and its own name (“gary” of “the Gary police”); null when it has none. */
export interface Office {
  readonly id: string;
  readonly name: string | null;
}

interface Phrase {
  readonly words: readonly string[];
  readonly office: string;
  readonly isPaper: boolean;
}

/** Offices that speak through several people, ready to be found in the names of sources. */
export class Offices {
  /** The rows of the file, with their examples. */
  readonly rows: OfficeFile['offices'];
  private readonly byFirst = new Map<string, Phrase[]>();
  private readonly above = new Map<string, string | null>();
  private readonly parts: ReadonlySet<string>;
  private readonly others: ReadonlySet<string>;

  constructor({ offices, parts, others }: OfficeFile) {
    this.rows = offices;
    this.parts = new Set(parts);
    this.others = new Set(others);
    for (const { id, within, words, papers } of offices) {
      this.above.set(id, within);
      for (const text of words) this.add(text, id, false);
      for (const text of papers) this.add(text, id, true);
    }
    for (const phrases of this.byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  }

  private add(text: string, office: string, isPaper: boolean): void {
    const words = splitName(text).map(({ lower }) => lower);
    const first = words[0] ?? '';
    this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { words, office, isPaper }]);
  }

  /** How many offices an office lies within. */
  depthOf(id: string): number {
    let depth = 0;
    for (let at = this.above.get(id) ?? null; at !== null; at = this.above.get(at) ?? null) depth += 1;
    return depth;
  }

  /** Whether words of an office may mean another one: it is the same, or lies within it. */
  mayMean(id: string, other: string): boolean {
    for (let at: string | null = other; at !== null; at = this.above.get(at) ?? null)
      if (at === id) return true;
    return false;
  }

  /**
   * The office that a source speaks for, as its name, or the words of its office, tell; null when they tell none, or more
   * than one. Linear in the text.
   */
  in(text: string): Office | null {
    const named = splitName(text.slice(0, LONGEST));
    const found: Found[] = [];
    for (let at = 0; at < named.length; ) {
      const phrase = this.phraseAt(named, at);
      if (phrase !== null) found.push({ ...phrase, at });
      at += phrase?.words.length ?? 1;
    }
    const narrowest = this.narrowestOf(found);
    if (narrowest === null || named.some(({ lower, isCapital }) => !isCapital && this.others.has(lower)))
      return null;
    const inside = new Set(found.flatMap(({ at, words }) => words.map((_, i) => at + i)));
    const own = named.filter(
      ({ isCapital }, at) => isCapital && !inside.has(at) && !this.isPart(named, at, found),
    );
    const name = slug(own.map(({ text }) => text).join(' '));
    const isPaper = found.every((phrase) => phrase.isPaper);
    return { id: narrowest, name: isPaper || name === '' ? null : name };
  }

  private phraseAt(named: readonly Word[], at: number): Phrase | null {
    const phrases = this.byFirst.get(named[at]?.lower ?? '') ?? [];
    return phrases.find(({ words }) => words.every((word, i) => named[at + i]?.lower === word)) ?? null;
  }

  /** The office within all others that are named; null when two are named of which neither lies within the other. */
  private narrowestOf(found: readonly Phrase[]): string | null {
    const ids = [...new Set(found.map(({ office }) => office))];
    return ids.find((id) => ids.every((other) => this.mayMean(other, id))) ?? null;
  }

  /** "Mason County | Sheriff": the kind of place belongs to the name before it; "the County Sheriff" has no name. */
  private isPart(named: readonly Word[], at: number, found: readonly Found[]): boolean {
    const lower = named[at]?.lower ?? '';
    if (!this.parts.has(lower)) return false;
    const isPlaceKind = /^(?:county|city|state)$/.test(lower);
    const before = named[at - 1];
    const follows = before?.isCapital === true && !this.parts.has(before.lower);
    return !(isPlaceKind && follows && found.some((phrase) => phrase.at > at));
  }
}

/** A name of a source is no longer than this. */
const LONGEST = 200;

interface Found extends Phrase {
  readonly at: number;
}

interface Word {
  readonly text: string;
  /** In the singular. */
  readonly lower: string;
  readonly isCapital: boolean;
}

/** The words of a name, without "’s", in the singular. */
function splitName(text: string): Word[] {
  const words = text.replace(/[’']s?(?![\p{L}\p{N}])/gu, '').match(/[\p{L}\p{N}]+(?:[.&-][\p{L}\p{N}]+)*/gu);
  return (words ?? []).map((text) => ({
    text,
    lower: singular(text.toLowerCase()),
    isCapital: /^\p{Lu}/u.test(text),
  }));
}

/** Enough for nouns of offices: "authorities", "officials"; not "police", "Dallas", "forces" of a phrase. */
const singular = (word: string): string =>
  word.endsWith('ies') && word.length > 4
    ? `${word.slice(0, -3)}y`
    : /[^aius]s$/.test(word) && word.length > 3
      ? word.slice(0, -1)
      : word;
