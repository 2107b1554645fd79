import { z } from 'zod';
import { gather } from '../../each-as.ts';
import type { NameMention, PlaceMention } from '../../mention/mention.ts';
import { inflected, isFormOf } from '../../sentence/inflect.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import type { SetItem } from '../../value/value.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Draft } from '../draft.ts';
import { subjectsBefore } from '../reading/arguments.ts';
import { type Reading, tokenAt, wordsOf } from '../reading/reading.ts';
import { verbGroup } from '../reading/verb-group.ts';
import { wordedValue } from '../worded-value.ts';
import { groupKey } from './group-key.ts';
import { predicatesFor, type Reader, scopeAt } from './reader.ts';

const Options = z.strictObject({
  subject: z
    .string()
    .nullable()
    .meta({ description: 'Key of the subject; null: made from the noun and its owner.' }),
  nouns: z.array(z.string()).meta({ description: 'Nouns that introduce the list: mediators.' }),
  verbs: z.array(z.string()).default([]).meta({ description: 'What the members do: mediate.' }),
  acts: z.array(z.string()).default([]).meta({ description: 'The act as a noun: mediation from …' }),
  of: z.enum(['places', 'persons']),
});
type Options = z.infer<typeof Options>;

interface Run {
  readonly first: number;
  readonly last: number;
  readonly items: SetItem[];
}

const JOINERS = new Set([',', 'and', '&', 'the', 'well', 'as']);
const LINKS = new Set(['include', 'comprise', 'consist', 'be']);

/** Lists of members: "the mediators – Qatar, Egypt and Turkiye", "mediation from …", "the team included …". */
export const members: Reader = {
  id: 'members',
  words: (vocabulary) =>
    gather(predicatesFor(vocabulary, 'members', Options), ({ options }) => [
      ...options.nouns,
      ...options.acts,
      ...options.verbs.flatMap(inflected),
    ]),
  read: (reading, _lent, vocabulary) =>
    gather(predicatesFor(vocabulary, 'members', Options), ({ predicate, options }) =>
      gather(runs(reading, options), (run) => draftOf(reading, run, predicate, options) ?? []),
    ),
};

/** Names that are only joined by commas and "and". A list has two members at least, unless a verb asks for one. */
function runs(reading: Reading, options: Options): Run[] {
  const spans: (PlaceMention | NameMention)[] =
    options.of === 'places' ? bodies(reading) : reading.names.filter((name) => name.type === 'person');
  const found: Run[] = [];
  for (const span of spans) {
    const first = tokenAt(reading.tokens, span.start);
    const last = tokenAt(reading.tokens, span.end - 1);
    const previous = found.at(-1);
    const item = { key: span.key, text: span.text };
    if (previous && joined(reading, previous.last, first)) {
      found[found.length - 1] = {
        first: previous.first,
        last,
        items: [...previous.items.filter((one) => one.key !== item.key), item],
      };
    } else found.push({ first, last, items: [item] });
  }
  return found.filter((run) => run.items.length > 1 || isOnly(reading, run));
}

/** States and organisations: both can mediate. */
const bodies = (reading: Reading): (PlaceMention | NameMention)[] =>
  [
    ...reading.places.filter((place) => !place.adjective),
    ...reading.names.filter((name) => name.type === 'organisation'),
  ].sort((a, b) => a.start - b.start);

/** "mediated only by the Red Cross": a list of one is a list when the wording closes it. */
const isOnly = (reading: Reading, run: Run): boolean =>
  reading.tokens
    .slice(Math.max(0, run.first - 4), run.first)
    .some((token) => token.lower === 'only' || token.lower === 'solely');

function joined(reading: Reading, from: number, to: number): boolean {
  if (to - from < 2) return false;
  for (let i = from + 1; i < to; i += 1) if (!JOINERS.has(reading.tokens[i]?.lower ?? '')) return false;
  return true;
}

function draftOf(reading: Reading, run: Run, predicate: Predicate, options: Options): Draft | null {
  const link =
    introduced(reading, run, options) ?? doing(reading, run, options) ?? listing(reading, run, options);
  if (!link) return null;
  const [first, last] = [Math.min(link.from, run.first), Math.max(link.to, run.last)];
  const key = options.subject ?? groupKey(reading, link.noun);
  return {
    reading,
    predicate,
    predicateText: wordsOf(reading, link.noun, link.noun),
    timeClass: predicate.timeClass,
    subject: {
      text: options.subject ?? wordsOf(reading, reading.chunkOf[link.noun]?.first ?? link.noun, link.noun),
      key,
    },
    value: wordedValue('set', wordsOf(reading, run.first, run.last), {
      items: run.items,
      exhaustive: isExhaustive(reading, run, first),
    }),
    quantity: null,
    chunk: null,
    scope: scopeAt(null, 'default'),
    modality: 'occurred',
    polarity: 'affirmed',
    rule: `${predicate.id}/${link.shape}`,
    confidence: 0.85,
    partOf: null,
    evidence: [first, last],
    valueSpan: [reading.tokens[run.first]?.start ?? 0, reading.tokens[run.last]?.end ?? 0],
  };
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly noun: number;
  readonly shape: string;
}

/** "mediation from A and B", "the mediators – A, B and C", "mediators including A and B". */
function introduced(reading: Reading, run: Run, options: Options): Link | null {
  const { tokens } = reading;
  for (let i = run.first - 1; i >= 0 && run.first - i <= 5; i -= 1) {
    const token = tokens[i];
    if (!token || token.pos === 'VERB' || /^[.;!?]$/.test(token.text)) return null;
    const act = options.acts.includes(token.lemma) && tokens[i + 1]?.pos === 'ADP';
    if (act || options.nouns.includes(nounLemma(token)))
      return { from: i, to: run.last, noun: i, shape: act ? 'act' : 'list' };
  }
  return null;
}

/** "A, B and C are jointly mediating", "brokered by A and B". */
function doing(reading: Reading, run: Run, options: Options): Link | null {
  const { tokens } = reading;
  for (let i = run.last + 1; i < tokens.length && i - run.last <= 4; i += 1) {
    const token = tokens[i];
    if (!token || token.pos === 'PUNCT') break;
    if (isFormOf(token, options.verbs) && !verbGroup(tokens, i).passive)
      return { from: run.first, to: i, noun: i, shape: 'active' };
  }
  let by = run.first - 1;
  while (by > 0 && /^(?:the|both)$/.test(tokens[by]?.lower ?? '')) by -= 1;
  by = tokens[by]?.lower === 'by' ? by - 1 : -1;
  while (by > 0 && /^(?:only|solely|jointly)$/.test(tokens[by]?.lower ?? '')) by -= 1;
  return isFormOf(tokens[by], options.verbs) ? { from: by, to: run.last, noun: by, shape: 'passive' } : null;
}

/** "The team included X and Y". */
function listing(reading: Reading, run: Run, options: Options): Link | null {
  const { tokens } = reading;
  for (let i = run.first - 1; i >= 0 && run.first - i <= 4; i -= 1) {
    if (!LINKS.has(tokens[i]?.lemma ?? '')) continue;
    const noun = subjectsBefore(reading, verbGroup(tokens, i).first).at(-1)?.head ?? null;
    const head = noun === null ? undefined : tokens[noun];
    return noun !== null && head && options.nouns.includes(nounLemma(head))
      ? { from: noun, to: run.last, noun, shape: 'verb' }
      : null;
  }
  return null;
}

/** "only", or a number that equals the length of the list: nobody else belongs to it. */
function isExhaustive(reading: Reading, run: Run, from: number): boolean {
  const before = reading.tokens.slice(Math.max(0, from - 2), run.first);
  if (before.some((token) => token.lower === 'only' || token.lower === 'solely')) return true;
  const chunk = reading.chunkOf[from] ?? null;
  return chunk?.quantity?.nominal === run.items.length && chunk.determiner === 'the';
}
