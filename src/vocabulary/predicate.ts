import { z } from 'zod';
import { ValueKind } from '../value/value.ts';
import { PredicateTimeClass, SCOPE_DIMENSIONS } from './dimensions.ts';

const words = z.array(z.string().min(1)).default([]);

/** The rank of whoever died, among the ranks of what may become of somebody: the highest. */
export const KILLED = 3;

/** Words that carry the predicate, by the place in which the counted thing stands to them. */
export const Triggers = z.strictObject({
  active: words.meta({
    description:
      'Verbs whose object is counted: "killed ten people". Lemmas; "take ~ into custody" has it at ~, "claim … life" wants that head noun, "release … @people" any noun for people, "lead with … vote?" takes a bare share too where the article has a word of `shares`, and so "price rise?" prices that nothing stands before, "report … case !of" wants no "of" behind it, "rally > draw" wants a rally for its subject.',
  }),
  passive: words.meta({ description: 'Participles after the counted thing: "ten people were killed".' }),
  intransitive: words.meta({ description: 'Verbs whose subject is counted: "ten people died". Lemmas.' }),
  state: words.meta({
    description: 'Adjectives and phrases after the counted thing: "ten dead", "out of service".',
  }),
  nominal: words.meta({ description: 'Nouns that take a figure: "the death toll rose to ten". Lemmas.' }),
  deed: words.meta({
    description:
      'Nouns of the act, whose victims stand behind "of" or before "’s": "the murder of two priests".',
  }),
  counted: words.meta({
    description: 'Nouns that are counted themselves: "ten deaths", "130 airstrikes". Lemmas.',
  }),
});
export type Triggers = z.infer<typeof Triggers>;

const Example = z.strictObject({
  text: z.string().min(1),
  value: z
    .union([z.string(), z.number()])
    .optional()
    .meta({ description: 'The words of the value, or its number.' }),
  subject: z.string().optional(),
});

/** One kind of statement: what carries it, what it counts, how its figures relate, and examples that prove it. */
export const Predicate = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(\.[a-z]+(-[a-z]+)*)+$/, 'such as people.killed'),
    title: z.string().min(1).meta({ description: 'In a few words: "people killed".' }),
    question: z.string().min(1).meta({
      description:
        'Template of the question of a group: {subject} {the subject} {population} {place} {cause} {actor} {time}.',
    }),
    kind: ValueKind,
    timeClass: PredicateTimeClass,
    unit: z.string().nullable().default(null),
    subjects: z
      .array(z.string())
      .default([])
      .meta({ description: 'What may be counted: "person", or head lemmas; empty: anything.' }),
    lasting: z.boolean().default(false).meta({
      description:
        'Counted for weeks on end, as cases of a disease are: a count without a day is a running total.',
    }),
    everyone: z.array(z.string()).default([]).meta({
      description:
        'Kinds of people that everyone it counts belongs to: who protests is a protester, so that "12 protesters" counts them all.',
    }),
    family: z.enum(['class', 'subject', 'doer']).default('class').meta({
      description:
        'class: all subjects share a family (scope tells them apart). subject: each subject has its own. doer: what is counted is told of whoever did it (votes of a candidate), who is the subject.',
    }),
    decisive: z.array(z.enum(SCOPE_DIMENSIONS)).default([]).meta({
      description: 'Dimensions that make the comparability key; missing ones leave the comparison open.',
    }),
    timeKey: z.enum(['window', 'day', 'none']).default('window').meta({
      description: 'How time enters the key: as its window, by the day on which it begins, not at all.',
    }),
    additive: z.boolean().default(false).meta({ description: 'Disjoint figures may be added up.' }),
    exclusive: z.boolean().default(false).meta({ description: 'For sets: one value at a time (a leader).' }),
    criticality: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .meta({ description: 'How much a conflict about it matters.' }),
    staleness: z
      .number()
      .positive()
      .default(2)
      .meta({ description: 'Days after which a stock figure may have moved.' }),
    within: z
      .array(z.string())
      .default([])
      .meta({ description: 'Predicates that include it: killed in casualties.' }),
    ladder: z
      .array(z.string())
      .default([])
      .meta({ description: 'For status: rungs that are only ever climbed.' }),
    act: z.string().nullable().default(null).meta({
      description:
        'Predicates that word one act share it: whoever is captured, detained or arrested is in custody.',
    }),
    implicit: z.boolean().default(false).meta({
      description:
        'People count without a number too: "a man was killed" is one, "insurgents were killed" two or more.',
    }),
    follows: z.boolean().default(false).meta({
      description: 'It is done once something else has happened, as a verdict is: its day is none of that.',
    }),
    awaited: z.boolean().default(false).meta({
      description:
        'It is looked for while it is reported, as arrests and rescues are: a report of none holds until it came out.',
    }),
    period: z.boolean().default(false).meta({
      description:
        'It is of a month or a longer time, as inflation is: the day on which it is told is none of it.',
    }),
    ebbs: z.boolean().default(false).meta({
      description:
        'Its number falls by itself, as that of people in hospital does: a lower figure takes nothing back.',
    }),
    land: z.boolean().default(false).meta({
      description:
        'It is of a whole land, as turnout is: the capital from which it is told is none of its places.',
    }),
    toll: z
      .strictObject({
        of: z.string(),
        rank: z.int().min(0).max(KILLED).meta({
          description:
            '3: it is settled (dead). 2: hurt. 1: hit, perhaps killed. 0: cared for; hurt where others were hit.',
        }),
      })
      .nullable()
      .default(null)
      .meta({
        description:
          'The people of one event count once, under their highest rank: "shot" is hurt unless said to be dead.',
      }),
    unless: words.meta({
      description:
        'Words or phrases that, in the same sentence, tell that something else is meant: "a turnout" of a union.',
    }),
    shares: words.meta({
      description:
        'Words of which the article must have one before a share without its noun counts: "leads with 61.6%".',
    }),
    triggers: Triggers.prefault({}),
    voiced: words.meta({
      description:
        'Nouns that a number may have that is set behind its voice, where the article has a word of `shares`: "(organisers: 200,000 people; police: 55,000)".',
    }),
    matters: z.record(z.string(), z.array(z.string())).default({}).meta({
      description:
        'Kinds of things that it may be about, each with its nouns: the nearest one in the sentence, or the last one before it, is the subject.',
    }),
    extractor: z.string().nullable().default(null).meta({
      description:
        'Named reader for what is no figure: members, leader, status, occurrence, statement, tone …',
    }),
    options: z.record(z.string(), z.unknown()).default({}).meta({ description: 'Settings of that reader.' }),
    examples: z.strictObject({
      takes: z.array(Example).min(1, 'Give at least one sentence that it must find.'),
      leaves: z.array(z.string().min(1)).min(1, 'Give at least one sentence that it must not find.'),
    }),
  })
  .meta({ id: 'Predicate' });
export type Predicate = z.infer<typeof Predicate>;
