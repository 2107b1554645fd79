/**
 * Reliability: how many rows of a confidence are right.
 *
 *   usage  npx tsx bench/reliability/score.ts [--incidents DOCUMENTS.jsonl,GOLD.jsonl] [--releases TEXTS.jsonl]
 *            [--strikes DOCUMENTS.jsonl,GOLD.json] [--articles DOCUMENTS.jsonl,CLAIMS.jsonl,FOLDER] [--fit] [--misses]
 *   takes  labelled texts, which do not belong to this project:
 *          incidents  a line an article {incident_id, doc_id, outlet, date, title, text}; a line an incident
 *                     {incident_id, killed, injured, date, state, city}
 *          releases   a line a text {doc_id, date, text, min_killed, min_captured}
 *          strikes    a line a report {doc_id, outlet, date, title, text}; a list of groups {group, documents, claims:
 *                     [{doc_id, start, value_words, what, low, high, hedge}]} in which every figure is labelled
 *          articles   a line a document {doc, outlet, published}; a line a label {doc, kind, low, high, qualifier,
 *                     value_start, value_end}; the folder of the texts
 *   gives  for each set and for all: rows, right rows, their share with its 95 % interval, by confidence, and the
 *          expected calibration error; beside it that of one number for every row, the share of the other half.
 *          Events are split in halves by a digest of their names. --fit fits the weights of
 *          data/vocabulary/confidence.yaml on one half, prints them, and shows the tables that they give on each half
 *
 * What the labels cannot tell is not counted; labels.ts says what that is.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { doubtsOf } from '../../src/claim/confidence.ts';
import { extractClaims } from '../../src/claim/extract-claims.ts';
import { Recorder } from '../../src/claim/trace/recorder.ts';
import { readDocument } from '../../src/document/read-document.ts';
import { annotate } from '../../src/mention/annotate.ts';
import { splitSentences } from '../../src/sentence/split-sentences.ts';
import { trueCase } from '../../src/sentence/true-case.ts';
import { loadVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import { type Fitted, fitDoubts, logistic } from './fit.ts';
import { type Labelled, readArticles, readIncidents, readReleases, readStrikes } from './labels.ts';
import { type Judged, table } from './table.ts';

interface Row extends Judged {
  readonly set: string;
  readonly half: 'fit' | 'check';
  readonly doubts: readonly string[];
  readonly quote: string;
  readonly rule: string;
}

/** Sets in which every figure is labelled where it stands say more of a row than a total does. */
const SURE_SETS = new Set(['strikes', 'articles']);
const SURE = 6;

function rowsOf(set: string, { input, event, judge }: Labelled, vocabulary: Vocabulary): Row[] {
  const document = trueCase(readDocument({ ...input, topic: event }, vocabulary), vocabulary);
  const sentences = splitSentences(document);
  const mentions = annotate(sentences, document, vocabulary);
  const recorder = new Recorder();
  const claims = extractClaims(document, sentences, mentions, vocabulary, recorder);
  const drafts = recorder.numbered();
  const odd = (createHash('sha256').update(`${set} ${event}`).digest()[0] ?? 0) % 2 === 1;
  return [...judge(claims)].flatMap(([{ id, confidence, evidence, extractor }, right]) => {
    const draft = drafts.get(id);
    if (!draft) return [];
    const half = odd ? ('fit' as const) : ('check' as const);
    const { quote } = evidence;
    return [{ set, half, confidence, right, doubts: doubtsOf(draft), quote, rule: extractor.rule }];
  });
}

const share = (rows: readonly Row[]): number =>
  rows.filter(({ right }) => right).length / Math.max(1, rows.length);

function show(title: string, rows: readonly Row[]): void {
  console.log(`\n# ${title}`);
  for (const set of new Set(rows.map((row) => row.set)))
    console.log(
      table(
        set,
        rows.filter((row) => row.set === set),
      ),
    );
  console.log(table('all', rows));
}

/** The same rows under other weights; doubts that were not fitted keep what is stipulated. */
const under = (rows: readonly Row[], { start, doubts }: Fitted, { confidence }: Vocabulary): Row[] =>
  rows.map((row) => {
    const left = row.doubts.reduce(
      (sum, doubt) => sum + (doubts[doubt] ?? 0) + (confidence.stipulated.get(doubt) ?? 0),
      start,
    );
    return { ...row, confidence: logistic(left) };
  });

function main(): void {
  const paths = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    options: { incidents: paths, releases: paths, strikes: paths, articles: paths, fit: flag, misses: flag },
  });
  const vocabulary = loadVocabulary();
  const files = (name: 'incidents' | 'releases' | 'strikes' | 'articles'): string[] =>
    values[name]?.split(',') ?? [];
  const [[a, b], [c], [d, e], [f, g, h]] = [
    files('incidents'),
    files('releases'),
    files('strikes'),
    files('articles'),
  ];
  const sets = [
    ...(a && b ? [readIncidents(a, b, vocabulary)] : []),
    ...(c ? [readReleases(c)] : []),
    ...(d && e ? [readStrikes(d, e)] : []),
    ...(f && g && h ? [readArticles(f, g, h)] : []),
  ];
  if (sets.length === 0)
    throw new Error('Give at least one set of labelled texts; the head of this file tells how.');
  const rows = sets.flatMap(({ name, texts }) => texts.flatMap((text) => rowsOf(name, text, vocabulary)));
  const [fitting, checking] = (['fit', 'check'] as const).map((half) =>
    rows.filter((row) => row.half === half),
  );
  if (!fitting || !checking) return;
  if (values.misses)
    for (const row of rows.filter(({ right }) => !right))
      console.log(
        `${row.set} ${row.confidence} ${row.rule} ${row.doubts} “${row.quote.replace(/\s+/g, ' ')}”`,
      );
  if (values.fit) {
    const fitted = fitDoubts(
      fitting.map((row) => ({ ...row, weight: SURE_SETS.has(row.set) ? SURE : 1 })),
      vocabulary.confidence.stipulated,
    );
    console.log(JSON.stringify(fitted, null, 2));
    show('fitted now, the half it was fitted on', under(fitting, fitted, vocabulary));
    show('fitted now, the other half', under(checking, fitted, vocabulary));
    return;
  }
  show('the half that the weights were fitted on', fitting);
  show('the other half', checking);
  const constant = share(fitting);
  console.log(
    table(
      '\nbaseline: one number for every row of the other half',
      checking.map(({ right }) => ({ right, confidence: constant })),
    ),
  );
}

main();
