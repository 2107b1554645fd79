import { z } from 'zod';
import type { Relation } from './taxonomy.ts';

/** Nouns of houses inside a town, by their kind, and words that tell none of them from another. */
export const SiteWords = z.strictObject({
  kinds: z.array(
    z.strictObject({
      kind: z.string().regex(/^[a-z]+$/, 'one lower-case word'),
      words: z.array(z.string().min(1)).min(1),
      only: z.boolean().default(false).meta({
        description: 'A town has one: its name is enough to tell it ("the Dovrin airport").',
      }),
    }),
  ),
  general: z.array(z.string().min(1)),
  examples: z.strictObject({
    takes: z.array(z.strictObject({ text: z.string().min(1), place: z.string().min(1) })).min(1),
    leaves: z.array(z.string().min(1)).min(1),
  }),
});

export interface Sites {
  /** The kind of site that a noun means, and whether a town has one of them. */
  readonly kinds: ReadonlyMap<string, { readonly kind: string; readonly only: boolean }>;
  readonly general: ReadonlySet<string>;
  readonly examples: z.infer<typeof SiteWords>['examples'];
}

/** Makes a list of site words ready to look up. */
export const indexSites = ({ kinds, general, examples }: z.infer<typeof SiteWords>): Sites => ({
  kinds: new Map(
    kinds.flatMap(({ kind, only, words }) => words.map((word) => [word, { kind, only }] as const)),
  ),
  general: new Set(general),
  examples,
});

/** What stands between the key of a place and that of a site inside it. */
const INSIDE = '/';

/** A site by its key: "gaza-city/ahli-hospital" is the hospital Ahli inside Gaza City. */
export interface Site {
  readonly parent: string;
  /** What tells it from others of its kind; none for "the prison". */
  readonly words: readonly string[];
  readonly kind: string;
}

/** The key of a site: that of the place that holds it, then its name and its kind. */
export const siteKey = (parent: string, name: string, kind: string): string =>
  `${parent}${INSIDE}${name === '' ? kind : `${name}-${kind}`}`;

/** A key taken apart; null for that of a place that is no site. */
export function siteOf(key: string): Site | null {
  const at = key.lastIndexOf(INSIDE);
  if (at <= 0 || at === key.length - 1) return null;
  const words = key.slice(at + 1).split('-');
  const kind = words.pop() ?? '';
  return { parent: key.slice(0, at), words, kind };
}

/** The place of the key, or the one that holds it, where that is a site. */
export const groundOf = (key: string): string => siteOf(key)?.parent ?? key;

/**
 * How two sites stand to each other. One that is told more fully than the other is the same ("Ahli Hospital", "Ahli Arab
 * Hospital"); two names of one kind that share no word are apart; of others nobody can say.
 * @param grounds how the places stand to each other that hold them
 */
export function relateSites(a: Site, b: Site, grounds: Relation): Relation {
  if (grounds === 'disjoint') return 'disjoint';
  if (a.kind !== b.kind || grounds === 'unknown') return 'unknown';
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const shared = few.filter((word) => many.includes(word)).length;
  if (shared === few.length && (few.length > 0 || many.length === 0)) return 'equal';
  return few.length > 0 && shared === 0 ? 'disjoint' : 'unknown';
}

/** A key in words: "Ahli Hospital, Gaza City". */
export function siteInWords({ words, kind }: Site, parent: string): string {
  const name = [...words, kind].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return `${name}, ${parent}`;
}
