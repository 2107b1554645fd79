import { z } from 'zod';
import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { byCodePoint, slug } from '../identity.ts';
import type { Mention } from '../mention/mention.ts';
import { groundOf } from '../vocabulary/sites.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What tells which story a document is of: a function of that document alone. */
export const Traits = z
  .strictObject({
    document: z.string().min(1),
    publishedAt: z.string(),
    title: z.string().nullable(),
    days: z.array(z.string()).meta({ description: 'Days that its claims are about, the most frequent two.' }),
    places: z.array(z.string()).meta({ description: 'Places below a region, the most frequent first.' }),
    acts: z.array(z.string()).meta({ description: 'Predicates of its claims.' }),
    names: z.array(z.string()).meta({ description: 'People and bodies that it tells of.' }),
    speakers: z.array(z.string()).meta({ description: 'People and bodies that it only cites.' }),
    figures: z.array(z.string()).meta({ description: 'Numbers with their units.' }),
    words: z
      .array(z.tuple([z.string(), z.int().positive()]))
      .meta({ description: 'Words of names and how often each stands there, the most frequent first.' }),
  })
  .meta({ id: 'Traits' });
export type Traits = z.infer<typeof Traits>;

const WORDS = 60;
const NAMES = 100;
const MAIN_DAYS = 2;
const DAY = 86_400_000;
const COARSE: ReadonlySet<string | null> = new Set(['country', 'region']);
const FIGURE_ROLES: ReadonlySet<string> = new Set(['count', 'age', 'measure']);

/** The most frequent first, then in the order of their names. */
const ranked = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([x, a], [y, b]) => b - a || byCodePoint(x, y));

const countUp = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Claims of a known act say on which days: windows of two days at most. */
function daysOf(claims: readonly Claim[]): string[] {
  const days = new Map<string, number>();
  for (const { predicate, scope } of claims) {
    const { from = null, to = null } = scope.time ?? {};
    if (predicate.id === null || from === null || to === null) continue;
    const length = Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10));
    if (length <= 2 * DAY) countUp(days, from.slice(0, 10));
  }
  return ranked(days)
    .slice(0, MAIN_DAYS)
    .map(([day]) => day);
}

/** The runs of the article that tell the story. */
const proseOf = ({ blocks, text }: Document) =>
  blocks
    .filter(({ kind }) => kind !== 'boilerplate')
    .map(({ kind, start, end }) => ({ kind, start, end, words: text.slice(start, end) }));

const CAPITAL = /(?<=[\p{Ll},;:”"’'] )\p{Lu}[\p{L}’'-]{2,40}/gu;
const SMALL = /(?<![\p{L}’'-])\p{Ll}[\p{L}’'-]{2,40}/gu;
const POSSESSIVE = /[’']s?$/u;

/** Words that are written with a capital inside sentences, and nowhere without. */
function countNameWords(prose: ReturnType<typeof proseOf>, counts: Map<string, number>): void {
  const small = new Set<string>();
  for (const { words } of prose) for (const [word] of words.matchAll(SMALL)) small.add(word);
  for (const { kind, words } of prose) {
    if (kind === 'caption') continue;
    for (const [found] of words.matchAll(CAPITAL)) {
      const word = found.replace(POSSESSIVE, '').toLowerCase();
      if (!small.has(word)) countUp(counts, word);
    }
  }
}

interface Named {
  readonly names: string[];
  readonly speakers: string[];
}

/** Names of two words or more, apart from those that the vocabulary knows from the news at large. */
function namesOf(
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
  isProse: (at: number) => boolean,
): Named {
  const sources = mentions.flatMap((mention) =>
    mention.kind === 'attribution' && mention.source !== null ? [mention.source] : [],
  );
  let at = 0;
  const told = new Map<string, boolean>();
  for (const mention of mentions) {
    if (mention.kind !== 'name' || !mention.key.includes('-') || !isProse(mention.start)) continue;
    if (vocabulary.sources.has(mention.key) || vocabulary.outlets.has(mention.key)) continue;
    while ((sources[at]?.end ?? Infinity) < mention.start) at += 1;
    const source = sources[at];
    const speaks = source !== undefined && source.start <= mention.start && mention.end <= source.end + 1;
    told.set(mention.key, (told.get(mention.key) ?? false) || !speaks);
  }
  const of = (wanted: boolean) =>
    [...told]
      .flatMap(([key, isTold]) => (isTold === wanted ? [key] : []))
      .sort(byCodePoint)
      .slice(0, NAMES);
  return { names: of(true), speakers: of(false) };
}

/**
 * The traits of a document, from what was read in it. Pure.
 *
 *   mentions  in the order of the text
 */
export function traitsOf(
  document: Document,
  mentions: readonly Mention[],
  claims: readonly Claim[],
  vocabulary: Vocabulary,
): Traits {
  const prose = proseOf(document);
  const inProse = (at: number): boolean => {
    let [low, high] = [0, prose.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const block = prose[middle];
      if (!block || block.start > at) high = middle - 1;
      else if (block.end <= at) low = middle + 1;
      else return true;
    }
    return false;
  };
  const places = new Map<string, number>();
  const figures = new Set<string>();
  for (const mention of mentions) {
    if (!inProse(mention.start)) continue;
    if (mention.kind === 'place' && !mention.adjective && !COARSE.has(vocabulary.places.level(mention.key)))
      countUp(places, groundOf(mention.key));
    if (mention.kind === 'quantity' && FIGURE_ROLES.has(mention.role)) {
      const { nominal, unit } = mention;
      if (nominal !== null && unit !== null && nominal >= vocabulary.rules.topics.leastFigure)
        figures.add(`${nominal} ${unit}`);
    }
  }
  const named = namesOf(mentions, vocabulary, inProse);
  const light = new Set(vocabulary.rules.topics.light);
  const words = new Map<string, number>();
  countNameWords(prose, words);
  for (const key of [...named.names, ...named.speakers, ...places.keys()]) {
    for (const word of slug(key).split('-')) if (word.length > 2) countUp(words, word);
  }
  return {
    document: document.id,
    publishedAt: document.publishedAt,
    title: document.title,
    days: daysOf(claims),
    places: ranked(places).map(([key]) => key),
    acts: [...new Set(claims.flatMap(({ predicate }) => predicate.id ?? []))].sort(byCodePoint),
    ...named,
    figures: [...figures].sort(byCodePoint).slice(0, NAMES),
    words: ranked(words)
      .filter(([word]) => !light.has(word))
      .slice(0, WORDS),
  };
}
