/**
 * MUC-4: how many of the dead and injured of its templates are found with the right number.
 *
 *   usage  npx tsx bench/muc4/score.ts KEYS.jsonl [--misses] [--limit N]
 *   takes  a line a text: {doc_id, text, templates: [{optional, stage, targets: [{ids, numbers, effects}]}]};
 *          a number is {raw, low, high, qualifier}; several numbers of one target are alternatives
 *   gives  recall over the distinct numbers that a key requires, precision over the distinct figures that were read,
 *          and how many texts have at least one number right; beside it the same of the texts as they are given,
 *          in capitals, without the stage that turns them into running text
 *
 * The texts are transcripts of 1989 and 1990. The keys leave out what is no terrorist act (clashes of two armies, the
 * crimes of drug dealers without a political aim), so that a figure may be right and still count as spurious:
 * precision is given for the texts whose key names somebody dead or injured, and for all texts.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Claim } from '../../src/claim/claim.ts';
import { extractClaims } from '../../src/claim/extract-claims.ts';
import type { DocumentInput } from '../../src/document/document.ts';
import { readDocument } from '../../src/document/read-document.ts';
import { annotate } from '../../src/mention/annotate.ts';
import { extract } from '../../src/pipeline.ts';
import { splitSentences } from '../../src/sentence/split-sentences.ts';
import { loadVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.ts';

const Count = z.object({
  low: z.number().nullable(),
  high: z.number().nullable(),
  qualifier: z.enum(['exact', 'plural', 'at_least', 'at_most', 'about']),
});
const Target = z.object({
  ids: z.array(z.string()),
  numbers: z.array(Count),
  effects: z.array(z.string()),
});
const Text = z.object({
  doc_id: z.string(),
  text: z.string(),
  templates: z.array(
    z.object({ optional: z.boolean(), stage: z.string().nullish(), targets: z.array(Target) }),
  ),
});
type Text = z.infer<typeof Text>;

/** The two questions, with the effect that a key writes and the predicates that answer it. */
const QUESTIONS = [
  { name: 'dead', effect: 'DEATH', predicates: ['people.killed', 'bodies.recovered'] },
  {
    name: 'injured',
    effect: 'INJURY',
    predicates: ['people.injured', 'people.critical', 'people.hospitalised', 'people.shot', 'people.stabbed'],
  },
] as const;
type Question = (typeof QUESTIONS)[number];

interface Wanted {
  readonly who: string;
  readonly numbers: readonly z.infer<typeof Count>[];
  readonly optional: boolean;
}

/** The numbers that a key asks for, each once: five people named one by one are one "1". */
function wantedOf(text: Text, { effect }: Question): Wanted[] {
  const found = new Map<string, Wanted>();
  for (const { optional, targets } of text.templates)
    for (const { ids, numbers, effects } of targets) {
      if (!effects.includes(effect) || numbers.length === 0) continue;
      const key = numbers.map(({ low, qualifier }) => `${qualifier} ${low}`).join();
      const before = found.get(key);
      found.set(key, {
        who: before?.who ?? ids.join(' / '),
        numbers,
        optional: optional && (before?.optional ?? true),
      });
    }
  return [...found.values()];
}

interface Figure {
  readonly low: number;
  readonly high: number | null;
  readonly implicit: boolean;
  readonly quote: string;
}

function figuresOf(claims: readonly Claim[], { predicates }: Question): Figure[] {
  const found = new Map<string, Figure>();
  for (const { predicate, value, modality, polarity, evidence } of claims) {
    if (!predicates.some((id) => id === predicate.id) || value.core === null) continue;
    if (polarity !== 'affirmed' || !/^(?:occurred|ongoing)$/.test(modality)) continue;
    const low = value.nominal ?? value.core.low ?? 0;
    if (low === 0) continue;
    const high = value.halo?.high ?? null;
    const figure = { low, high, implicit: value.hedge === 'implicit', quote: evidence.quote };
    found.set(`${low} ${figure.implicit && high === null}`, figure);
  }
  return [...found.values()];
}

/** Same number, or both without one: PLURAL in the key is any number from two. */
const fits = (figure: Figure, { numbers }: Wanted): boolean =>
  numbers.some(({ low, high, qualifier }) => {
    if (qualifier === 'plural') return figure.low >= 2;
    if (figure.low === low || figure.low === high) return true;
    return qualifier === 'at_least' && figure.low === (low ?? 0) + 1;
  });

interface Score {
  required: number;
  recalled: number;
  said: number;
  right: number;
  saidAnywhere: number;
  texts: number;
  textsRight: number;
  textsSaid: number;
}

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} (${part}/${whole})`;

const empty = (): Score => ({
  required: 0,
  recalled: 0,
  said: 0,
  right: 0,
  saidAnywhere: 0,
  texts: 0,
  textsRight: 0,
  textsSaid: 0,
});

/** Adds one text to a score; what went wrong comes back, a line each. */
function judge(text: Text, claims: readonly Claim[], question: Question, score: Score): string[] {
  const wanted = wantedOf(text, question);
  const said = figuresOf(claims, question);
  const required = wanted.filter((one) => !one.optional);
  const missed = required.filter((one) => !said.some((figure) => fits(figure, one)));
  const wrong = said.filter((figure) => !wanted.some((one) => fits(figure, one)));
  score.required += required.length;
  score.recalled += required.length - missed.length;
  score.saidAnywhere += said.length;
  if (wanted.length > 0) score.said += said.length;
  score.right += said.length - wrong.length;
  if (required.length > 0) score.texts += 1;
  if (said.length > 0 && required.length > 0) score.textsSaid += 1;
  if (said.length > wrong.length && required.length > missed.length) score.textsRight += 1;
  const place = `${text.doc_id} ${question.name}`;
  return [
    ...missed.map(({ who, numbers }) => `${place} missed ${numbers.map(({ low }) => low).join('/')} ${who}`),
    ...(wanted.length > 0 ? wrong : []).map(
      ({ low, quote }) => `${place} spurious ${low} “${quote.replace(/\s+/g, ' ')}”`,
    ),
  ];
}

const show = (name: string, score: Score): string =>
  [
    `${name.padEnd(8)} recall ${percent(score.recalled, score.required)}   precision ${percent(score.right, score.said)}`,
    `over all texts ${percent(score.right, score.saidAnywhere)}`,
    `texts with a number right: recall ${percent(score.textsRight, score.texts)} precision ${percent(score.textsRight, score.textsSaid)}`,
  ].join('   ');

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { misses: { type: 'boolean' }, limit: { type: 'string' } },
  });
  const [path] = positionals;
  if (path === undefined) throw new Error('Give the file of texts and keys: score.ts KEYS.jsonl');
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const texts = lines
    .slice(0, Number(values.limit ?? lines.length))
    .map((line) => Text.parse(JSON.parse(line)));
  const vocabulary = loadVocabulary();
  const begun = performance.now();
  const mistakes = scoreTexts('', texts, (input) => extract(input, vocabulary).claims);
  const seconds = (performance.now() - begun) / 1000;
  if (values.misses) for (const line of mistakes) console.log(line);
  console.log('baseline: the texts as they are given');
  scoreTexts('  ', texts, (input) => claimsAsGiven(input, vocabulary));
  const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  console.log(`${texts.length} texts, ${words} words, ${seconds.toFixed(1)} s without the baseline`);
}

/** Prints the score of each question and of both together, and gives what went wrong, a line each. */
function scoreTexts(
  indent: string,
  texts: readonly Text[],
  read: (input: DocumentInput) => readonly Claim[],
): string[] {
  const scores = QUESTIONS.map((question) => ({ question, score: empty() }));
  const mistakes = texts.flatMap((text) => {
    const claims = read({
      id: text.doc_id,
      outlet: 'muc',
      publishedAt: '1990-01-15T12:00:00Z',
      language: 'en',
      text: text.text,
    });
    return scores.flatMap(({ question, score }) => judge(text, claims, question, score));
  });
  const total = empty();
  for (const { score } of scores)
    for (const key of Object.keys(total) as (keyof Score)[]) total[key] += score[key];
  for (const { question, score } of scores) console.log(indent + show(question.name, score));
  console.log(indent + show('both', total));
  return mistakes;
}

/** The pipeline without the stage that writes capitals as running text. */
function claimsAsGiven(input: DocumentInput, vocabulary: Vocabulary): readonly Claim[] {
  const document = readDocument(input, vocabulary);
  const sentences = splitSentences(document);
  return extractClaims(document, sentences, annotate(sentences, document, vocabulary), vocabulary);
}

main();
