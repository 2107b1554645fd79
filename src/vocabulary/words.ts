import { z } from 'zod';

/**
 * The classes of words that rules ask for, by their file: `doubt` is `doubt-words.yaml`. Closed classes of grammar, such
 * as articles and auxiliaries, stand beside the rule that asks for them.
 */
const CLASSES = {
  doubt: [
    'aims',
    'reporting',
    'accounts',
    'right',
    'wrong',
    'feared',
    'uncertain',
    'forcing',
    'averting',
    'unreal',
    'attempted',
    'ownPart',
  ],
  scene: [
    'places',
    'kinds',
    'settlements',
    'grounds',
    'regions',
    'events',
    'houses',
    'happenings',
    'widespread',
    'doings',
    'parts',
    'landmarks',
    'belongers',
    'branches',
    'rulers',
    'authorities',
    'missions',
    'abducting',
    'abducted',
    'struck',
    'lying',
    'ways',
    'bringing',
    'going',
    'taking',
    'outgoing',
    'hospitals',
    'caring',
    'holding',
    'siteDeeds',
    'comparing',
    'registering',
    'lands',
    'everywhere',
    'residents',
  ],
  day: [
    'afterwards',
    'finding',
    'hindsight',
    'texts',
    'given',
    'occasions',
    'spoken',
    'speaking',
    'stamps',
    'beginning',
    'wars',
  ],
  count: [
    'totals',
    'numbers',
    'levels',
    'moving',
    'lifting',
    'revising',
    'giving',
    'rising',
    'naming',
    'shares',
    'benchmarks',
    'wholes',
    'additions',
    'incoming',
    'former',
    'reports',
    'atFirst',
    'grades',
    'degrees',
    'described',
    'telling',
  ],
  voice: ['giving', 'labels', 'roles', 'bodies', 'sides', 'kinds', 'relayed', 'nameless', 'asking'],
} as const;

type Classes = typeof CLASSES;

/** Words by file and class, ready to look up. */
export type Words = {
  readonly [File in keyof Classes]: Readonly<Record<Classes[File][number], ReadonlySet<string>>>;
};

const text = z.string().min(1);

/** What a sentence tells because of such a word: a claim of a predicate with these traits, or none. */
const Telling = z.strictObject({
  predicate: text,
  none: z.literal(true).optional().meta({ description: 'There is no such claim.' }),
  value: z.number().optional(),
  subject: text.optional(),
  place: text.nullable().optional(),
  day: text.nullable().optional().meta({ description: 'The first day of its time: 2025-10-06.' }),
  timeClass: text.nullable().optional(),
  modality: text.optional(),
  polarity: text.optional(),
  source: text.nullable().optional().meta({ description: 'The key of whoever says so.' }),
  sourceKind: text.nullable().optional(),
  through: text.nullable().optional().meta({ description: 'The key of whoever passes it on.' }),
  increment: z.boolean().optional(),
  partial: z.boolean().optional(),
  open: z.boolean().optional().meta({ description: 'It leaves room for more than it counts.' }),
  part: z.boolean().optional().meta({ description: 'It is a part of what another claim counts.' }),
});
export type Telling = z.infer<typeof Telling>;

/** A sentence, and where it tells something else than those of its class, what. */
const Example = z.union([
  text.transform((sentence): { text: string; tells: Partial<Telling> } => ({ text: sentence, tells: {} })),
  z.strictObject({ text, tells: Telling.partial() }),
]);

const WordClass = z.strictObject({
  means: text.meta({ description: 'Which words belong here, and what they decide.' }),
  words: z.array(z.string().regex(/^\S+(?: \S+)*$/, 'Write the words with one space between them.')).min(1),
  not: z.array(text).default([]).meta({ description: 'Words of the shipped list that are none here.' }),
  tells: Telling,
  takes: z.array(Example).min(1, 'Give at least one sentence that such a word decides.'),
  leaves: z.array(Example).min(1, 'Give at least one sentence that it must leave alone.'),
});

/** A class of words with its examples, each with all that it tells, or must not tell. */
export interface WordClass {
  /** "doubt-words feared". */
  readonly id: string;
  readonly means: string;
  readonly words: ReadonlySet<string>;
  readonly takes: readonly WordExample[];
  readonly leaves: readonly WordExample[];
}

export interface WordExample {
  readonly text: string;
  readonly tells: Telling;
}

/**
 * Reads the files of words.
 * @param read gives what a file says, by its name, as its schema has it
 */
export function readWords(read: <T>(name: string, schema: z.ZodType<T>) => T): {
  words: Words;
  classes: readonly WordClass[];
} {
  const classes: WordClass[] = [];
  const files = Object.entries(CLASSES).map(([file, names]) => {
    const name = `${file}-words`;
    const given = read(name, z.strictObject(Object.fromEntries(names.map((each) => [each, WordClass]))));
    const sets = Object.entries(given).map(([each, { means, words, not, tells, takes, leaves }]) => {
      const left = new Set(words.filter((word) => !not.includes(word)));
      const whole = (example: z.infer<typeof Example>): WordExample => ({
        text: example.text,
        tells: { ...tells, ...example.tells, predicate: example.tells.predicate ?? tells.predicate },
      });
      const [taken, untouched] = [takes.map(whole), leaves.map(whole)];
      classes.push({ id: `${name} ${each}`, means, words: left, takes: taken, leaves: untouched });
      return [each, left] as const;
    });
    return [file, Object.fromEntries(sets)] as const;
  });
  return { words: Object.fromEntries(files) as unknown as Words, classes };
}
