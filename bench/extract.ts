/**
 * Words per second of processor time from a text to its claims, by stage, beside wink-nlp alone (tokens, parts of speech
 * and lemmas) on the same texts; the memory of the process; and what a start costs.
 *   npm run build && npx tsx bench/extract.ts [words, 200,000 by default]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import { built, processorTime } from './built.ts';

interface Article {
  id: string;
  outlet: string;
  publishedAt: string;
  text: string;
}

const WANTED = Number(process.argv[2] ?? 200_000);
const SAMPLES = new URL('../data/samples/', import.meta.url);

const samples = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) => readFileSync(new URL(`${entry.name}/documents.jsonl`, SAMPLES), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Article);

/** The same article once more with other figures, and its paragraphs in another order. */
function vary({ outlet, publishedAt, text }: Article, round: number): Omit<Article, 'id'> {
  const paragraphs = text.replace(/\b\d{1,3}\b/g, (digits) => String(Number(digits) + round)).split('\n\n');
  const turn = round % paragraphs.length;
  const turned = [...paragraphs.slice(turn), ...paragraphs.slice(0, turn)];
  return { outlet, publishedAt, text: turned.join('\n\n') };
}

const countWords = (texts: readonly { text: string }[]): number =>
  texts.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);

const articles: Omit<Article, 'id'>[] = [];
const perRound = countWords(samples);
for (let round = 0; round * perRound < WANTED; round += 1) {
  articles.push(...samples.map((sample) => vary(sample, round)));
}

const line = (name: string, ms: number, words: number | null): void => {
  const rate = words === null ? '' : `${Math.round((words / ms) * 1000).toLocaleString('en-GB')} words/s`;
  process.stdout.write(`  ${name.padEnd(44)} ${ms.toFixed(0).padStart(7)} ms ${rate.padStart(18)}\n`);
};

const { loadVocabulary } =
  await built<typeof import('../src/vocabulary/vocabulary.ts')>('vocabulary/vocabulary');
const { readDocument } =
  await built<typeof import('../src/document/read-document.ts')>('document/read-document');
const { splitSentences } =
  await built<typeof import('../src/sentence/split-sentences.ts')>('sentence/split-sentences');
// A wink of its own, and not the tagger, which remembers what wink cut before.
const wink = winkNLP(model, ['sbd', 'pos']);
const { annotate } = await built<typeof import('../src/mention/annotate.ts')>('mention/annotate');
const { extract } = await built<typeof import('../src/pipeline.ts')>('pipeline');
const { extractClaims } =
  await built<typeof import('../src/claim/extract-claims.ts')>('claim/extract-claims');

const imported = processorTime();
const vocabulary = loadVocabulary();
process.stdout.write('start\n');
line('loadVocabulary', processorTime() - imported, null);

const STAGES = ['readDocument', 'splitSentences', 'annotate', 'extractClaims'] as const;

/** Few enough articles for a small heap, many enough for the clock: asking for processor time takes time itself. */
const BATCH = 40;

/** Reads articles, a stage of a batch at a time; gives the processor time of each stage, and the claims found. */
function read(inputs: typeof articles): { spent: number[]; claims: number } {
  const spent = [0, 0, 0, 0];
  let claims = 0;
  const timed = <T>(stage: number, run: () => T): T => {
    const before = processorTime();
    const result = run();
    spent[stage] = (spent[stage] ?? 0) + processorTime() - before;
    return result;
  };
  for (let from = 0; from < inputs.length; from += BATCH) {
    const batch = inputs.slice(from, from + BATCH);
    const documents = timed(0, () => batch.map((input) => readDocument(input, vocabulary)));
    const split = timed(1, () =>
      documents.map((document) => ({ document, sentences: splitSentences(document) })),
    );
    const annotated = timed(2, () =>
      split.map((one) => ({ ...one, mentions: annotate(one.sentences, one.document, vocabulary) })),
    );
    const found = timed(3, () =>
      annotated.map((one) => extractClaims(one.document, one.sentences, one.mentions, vocabulary)),
    );
    claims += found.flat().length;
  }
  return { spent, claims };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const memory = (): string => {
  collect();
  return `${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`;
};

function report(title: string, inputs: typeof articles): void {
  const words = countWords(inputs);
  const { spent, claims } = read(inputs);
  const all = spent.reduce((sum, ms) => sum + ms, 0);
  process.stdout.write(`${title}: ${inputs.length} articles, ${words} words, ${claims} claims\n`);
  STAGES.forEach((stage, i) => {
    line(stage, spent[i] ?? 0, words);
  });
  line('all', all, words);
  const start = processorTime();
  for (const input of inputs) extract(input, vocabulary);
  const single = processorTime() - start;
  line('all, an article after the other', single, words);
  const before = processorTime();
  for (const { text } of inputs) {
    const tokens = wink.readDoc(text).tokens();
    tokens.out(wink.its.pos);
    tokens.out(wink.its.lemma as unknown as ItsFunction<string>);
  }
  const alone = processorTime() - before;
  line('baseline: wink-nlp alone', alone, words);
  const times = `${(all / alone).toFixed(1)} and ${(single / alone).toFixed(1)} times the baseline`;
  process.stdout.write(`  ${times}\n`);
}

// The engine below compiles hot functions beside the run for the first million words or so, and that counts too.
const [tenth, half] = [Math.ceil(articles.length / 10), Math.ceil(articles.length / 2)];
report('cold, the first tenth', articles.slice(0, tenth));
report('warm, up to the half', articles.slice(tenth, half));
report('settled, the last half', articles.slice(half));
// Only now: whatever was compiled for objects of which none lives goes with them, so that a full collection between the
// parts made the next one compile nearly all of it once more.
const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
process.stdout.write(`peak memory ${peak} MB, ${memory()} of heap in use at the end\n`);
