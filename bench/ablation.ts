/**
 * Ablation: what do origins, and what does a consensus add to reading articles one by one?
 *
 *   npm run build && npx tsx bench/ablation.ts DOCUMENTS.jsonl GOLD.jsonl [from-th of every two incidents: 0 | 1]
 *
 * DOCUMENTS.jsonl holds an article a line ({incident_id, doc_id, outlet, url, title, date, text}), GOLD.jsonl an incident
 * a line ({incident_id, killed, injured}); neither belongs to this project. Asked is the number of the killed and of the
 * injured of each incident; a system that gives none is held to have said 0. All rows are of one run:
 *   consensus by origins   the engine as it is
 *   consensus by outlets   every outlet counts as an origin: no attribution, no copies
 *   majority of values     the figure that most extracted claims give, the lower one of two
 *   one article            each article by itself, averaged over the articles; then the last, and the one that says most
 */
import { readFileSync } from 'node:fs';
import type { Claim } from '../src/claim/claim.ts';
import type { Document } from '../src/document/document.ts';
import { built } from './built.ts';

const { loadVocabulary } =
  await built<typeof import('../src/vocabulary/vocabulary.ts')>('vocabulary/vocabulary');
const { extract, reconcile } = await built<typeof import('../src/pipeline.ts')>('pipeline');

interface Article {
  readonly incident_id: string;
  readonly doc_id: string;
  readonly outlet: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly date: string;
  readonly text: string;
}
interface Incident {
  readonly incident_id: string;
  readonly killed: number;
  readonly injured: number;
}
interface Read {
  readonly document: Document;
  readonly claims: readonly Claim[];
}

const rows = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

const [documents, gold, half] = process.argv.slice(2);
if (documents === undefined || gold === undefined)
  throw new Error('usage: npx tsx bench/ablation.ts DOCUMENTS.jsonl GOLD.jsonl [0 | 1]');
const vocabulary = loadVocabulary();
const articles = new Map<string, Article[]>();
for (const article of rows<Article>(documents)) {
  const found = articles.get(article.incident_id);
  if (found) found.push(article);
  else articles.set(article.incident_id, [article]);
}
const incidents = rows<Incident>(gold).filter((_, i) => half === undefined || i % 2 === Number(half));

const PREDICATES = { killed: 'people.killed', injured: 'people.injured' } as const;
type What = keyof typeof PREDICATES;

const readArticle = ({ doc_id, incident_id, outlet, url, title, date, text }: Article): Read =>
  extract(
    {
      id: `${doc_id}-${incident_id}`,
      outlet,
      url,
      title,
      publishedAt: `${date}T12:00:00Z`,
      topic: incident_id,
      text,
    },
    vocabulary,
  );

/** The figure of the group that most articles speak of; 0 where nobody speaks of it. */
function consensusOf(read: readonly Read[], what: What): number {
  const { consensus } = reconcile(
    'incident',
    read.map(({ document }) => document),
    read.flatMap(({ claims }) => claims),
    vocabulary,
  );
  const about = consensus
    .filter(({ group }) => group.predicate === PREDICATES[what])
    .map((one) => ({ ...one, figure: typeof one.best === 'number' ? one.best : one.conservative }))
    .sort(
      (a, b) =>
        b.support.documents - a.support.documents ||
        b.support.outlets - a.support.outlets ||
        (b.figure ?? 0) - (a.figure ?? 0),
    );
  return about[0]?.figure ?? 0;
}

/** Claims as if every outlet spoke for itself, and no text were a copy. */
const byOutlets = (read: readonly Read[]): Read[] =>
  read.map(({ document, claims }) => ({
    document: { ...document, fingerprint: [] },
    claims: claims.map((claim) => ({ ...claim, attribution: { chain: [], origin: null } })),
  }));

function majority(read: readonly Read[], what: What): number {
  const votes = new Map<number, number>();
  for (const { predicate, value } of read.flatMap(({ claims }) => claims)) {
    if (predicate.id !== PREDICATES[what] || value.nominal === null) continue;
    votes.set(value.nominal, (votes.get(value.nominal) ?? 0) + 1);
  }
  return [...votes].sort(([x, a], [y, b]) => b - a || x - y)[0]?.[0] ?? 0;
}

const SYSTEMS: Readonly<Record<string, (read: readonly Read[], what: What) => readonly number[]>> = {
  'consensus by origins': (read, what) => [consensusOf(read, what)],
  'consensus by outlets': (read, what) => [consensusOf(byOutlets(read), what)],
  'majority of values': (read, what) => [majority(read, what)],
  'one article, mean': (read, what) => read.map((one) => consensusOf([one], what)),
  'one article, the last': (read, what) => [consensusOf(read.slice(-1), what)],
  'one article, the fullest': (read, what) => {
    const fullest = [...read].sort((a, b) => b.claims.length - a.claims.length).slice(0, 1);
    return [consensusOf(fullest, what)];
  },
};

const LEAST = [0, 1, 2] as const;
const scores = new Map<string, { right: number; all: number }>();
for (const incident of incidents) {
  const own = [...(articles.get(incident.incident_id) ?? [])].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
  if (own.length === 0) continue;
  const read = own.map(readArticle);
  for (const what of ['killed', 'injured'] as const) {
    for (const [name, system] of Object.entries(SYSTEMS)) {
      const said = system(read, what);
      const right = said.filter((figure) => figure === incident[what]).length / said.length;
      for (const least of LEAST) {
        if (incident[what] < least) continue;
        const key = `${name} ${what} ${least}`;
        const score = scores.get(key) ?? { right: 0, all: 0 };
        scores.set(key, { right: score.right + right, all: score.all + 1 });
      }
    }
  }
}

const columns = (['killed', 'injured'] as const).flatMap((what) =>
  LEAST.map((least) => ({ what, least, title: `${what} ≥ ${least}` })),
);
const print = (cells: readonly string[]): void => void process.stdout.write(`| ${cells.join(' | ')} |\n`);
print([`exact, ${incidents.length} incidents`.padEnd(26), ...columns.map(({ title }) => title.padStart(11))]);
for (const name of Object.keys(SYSTEMS)) {
  const cells = columns.map(({ what, least }) => {
    const score = scores.get(`${name} ${what} ${least}`);
    return score ? ((100 * score.right) / score.all).toFixed(1).padStart(11) : ''.padStart(11);
  });
  print([name.padEnd(26), ...cells]);
}
