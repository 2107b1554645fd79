import { z } from 'zod';

export const Stance = z.enum(['says', 'claims', 'denies', 'expects', 'plans', 'demands', 'doubts']);
export type Stance = z.infer<typeof Stance>;

export const CueFrame = z.enum(['speech', 'clause', 'quote', 'object', 'infinitive']);
export type CueFrame = z.infer<typeof CueFrame>;

const words = z.array(z.string().min(1)).min(1);

/** The file of words that attribute, as it is written. */
export const CueFile = z.strictObject({
  verbs: z.array(z.strictObject({ stance: Stance, frame: CueFrame, lemmas: words })),
  deeds: z.array(z.strictObject({ lemma: z.string().min(1), objects: words })).default([]),
  estimates: z
    .array(z.strictObject({ lemma: z.string().min(1), stance: Stance, objects: words }))
    .default([]),
  passives: z.array(z.strictObject({ stance: Stance, words })),
  prepositions: z.array(z.strictObject({ stance: Stance, words: z.string().min(1) })),
  adverbs: z.array(z.strictObject({ stance: Stance, words: z.string().min(1) })),
  nouns: z.array(z.strictObject({ stance: Stance, lemmas: words })),
  ahead: z.strictObject({ verbs: words, passives: words, nouns: words }),
  counting: z.array(z.strictObject({ of: z.array(z.string()).default([]), words })),
});
type CueFile = z.infer<typeof CueFile>;

export interface CueVerb {
  readonly particle: string | null;
  readonly stance: Stance;
  readonly frame: CueFrame;
}

export interface CuePhrase {
  readonly words: readonly string[];
  readonly stance: Stance;
}

/** Words that attribute, ready to look up. */
export interface Cues {
  readonly verbs: ReadonlyMap<string, readonly CueVerb[]>;
  /** Nouns with which a verb, by its lemma, is a deed and no saying. */
  readonly deeds: ReadonlyMap<string, ReadonlySet<string>>;
  /** Nouns without which a verb, by its lemma, says nothing. */
  readonly estimates: ReadonlyMap<string, ReadonlySet<string>>;
  readonly passives: ReadonlyMap<string, Stance>;
  /** By their first word, in the order of the file. */
  readonly prepositions: ReadonlyMap<string, readonly CuePhrase[]>;
  readonly adverbs: ReadonlyMap<string, Stance>;
  readonly nouns: ReadonlyMap<string, Stance>;
  /** Lemmas of verbs and nouns, and passives, by which a figure is one of a time to come. */
  readonly ahead: Readonly<Record<'verbs' | 'passives' | 'nouns', ReadonlySet<string>>>;
  /** Phrases that tell that a count goes on, by their first word. */
  readonly counting: ReadonlyMap<string, readonly CountingPhrase[]>;
}

/** The words behind the first; `gap`: up to so many others may stand before the word. */
export interface CountingPhrase {
  readonly rest: readonly { readonly word: string; readonly gap: number }[];
  /** Predicates that count it; empty: every count of people. */
  readonly of: readonly string[];
}

/** How many words "…" stands for. */
const GAP = 4;

function readPhrase(phrase: string, of: readonly string[]): [first: string, CountingPhrase] {
  const [first = '', ...words] = phrase.split(' ');
  const rest = words.flatMap((word, i) =>
    word === '…' ? [] : [{ word, gap: words[i - 1] === '…' ? GAP : 0 }],
  );
  return [first, { rest, of }];
}

/** Turns the rows of the cue file into maps keyed by lemma or word. */
export function indexCues(file: CueFile): Cues {
  const verbs = new Map<string, CueVerb[]>();
  for (const { stance, frame, lemmas } of file.verbs) {
    for (const entry of lemmas) {
      const [lemma = '', particle = null] = entry.split(' ');
      const rows = verbs.get(lemma) ?? [];
      rows.push({ particle, stance, frame });
      verbs.set(lemma, rows);
    }
  }
  for (const { lemma, stance } of file.estimates)
    verbs.set(lemma, [...(verbs.get(lemma) ?? []), { particle: null, stance, frame: 'object' }]);
  const prepositions = new Map<string, CuePhrase[]>();
  for (const row of file.prepositions) {
    const words = row.words.split(' ');
    const rows = prepositions.get(words[0] ?? '') ?? [];
    rows.push({ words, stance: row.stance });
    prepositions.set(words[0] ?? '', rows);
  }
  const counting = new Map<string, CountingPhrase[]>();
  for (const { words: phrases, of } of file.counting) {
    for (const phrase of phrases) {
      const [first, read] = readPhrase(phrase, of);
      counting.set(first, [...(counting.get(first) ?? []), read]);
    }
  }
  const flat = (rows: readonly { stance: Stance; words: readonly string[] }[]): ReadonlyMap<string, Stance> =>
    new Map(rows.flatMap((row) => row.words.map((word) => [word, row.stance] as const)));
  return {
    verbs,
    deeds: new Map(file.deeds.map(({ lemma, objects }) => [lemma, new Set(objects)] as const)),
    estimates: new Map(file.estimates.map(({ lemma, objects }) => [lemma, new Set(objects)] as const)),
    passives: flat(file.passives),
    prepositions,
    adverbs: new Map(file.adverbs.map((row) => [row.words, row.stance] as const)),
    nouns: flat(file.nouns.map((row) => ({ stance: row.stance, words: row.lemmas }))),
    ahead: {
      verbs: new Set(file.ahead.verbs),
      passives: new Set(file.ahead.passives),
      nouns: new Set(file.ahead.nouns),
    },
    counting,
  };
}

export const SpeakerKind = z.enum([
  'authority',
  'party',
  'agency',
  'outlet',
  'person',
  'witness',
  'anonymous',
  'reads',
]);
export type SpeakerKind = z.infer<typeof SpeakerKind>;

export const SpeakerRow = z.strictObject({ kind: SpeakerKind, heads: words });

/** Head nouns of sources by kind; the first row that lists a word wins. */
export function indexSpeakers(rows: readonly z.infer<typeof SpeakerRow>[]): ReadonlyMap<string, SpeakerKind> {
  const found = new Map<string, SpeakerKind>();
  for (const row of rows) for (const head of row.heads) if (!found.has(head)) found.set(head, row.kind);
  return found;
}

/** What sort of voice a source is. */
export const AttributionKind = z.enum([
  'authority',
  'party',
  'agency',
  'outlet',
  'person',
  'witness',
  'anonymous',
  'unknown',
]);
export type AttributionKind = z.infer<typeof AttributionKind>;
