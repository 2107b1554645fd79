/**
 * Topics: which articles of a mixed heap are found to tell one story.
 *
 *   usage  npx tsx bench/topics.ts ARTICLES.jsonl… [--misses]
 *   takes  a line an article, of all files together: {story, outlet, text, publishedAt or date, title?}; `story` says
 *          which of them belong together (also read from `incident_id` or `topic`)
 *   gives  B-cubed precision, recall and F1 of the found topics, beside three baselines of the same run: every
 *          article alone; one topic for each place and day; TF-IDF of the headlines, and of the whole texts, joined at
 *          the threshold that suits each best, which a user could not know
 *
 * B-cubed: for each article the share of its topic that is of its story, and of its story that is in its topic; the
 * means over all articles (Bagga and Baldwin 1998).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DocumentInput } from '../src/document/document.ts';
import { extract } from '../src/pipeline.ts';
import { findTopics } from '../src/topic/find-topics.ts';
import { type Traits, traitsOf } from '../src/topic/traits.ts';
import { loadVocabulary } from '../src/vocabulary/vocabulary.ts';

interface Article {
  readonly story: string;
  readonly title: string;
  readonly text: string;
  readonly traits: Traits;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean' } },
});
if (positionals.length === 0) throw new Error('usage: npx tsx bench/topics.ts ARTICLES.jsonl… [--misses]');
const vocabulary = loadVocabulary();

function readArticle(line: string): Article[] {
  const row = JSON.parse(line) as Record<string, string | null>;
  const story = row['story'] ?? row['incident_id'] ?? row['topic'];
  const input = DocumentInput.safeParse({
    outlet: row['outlet'],
    text: row['text'],
    title: row['title'] ?? undefined,
    publishedAt: row['publishedAt'] ?? `${row['date']}T12:00:00Z`,
  });
  if (!story || !input.success) return [];
  const { document, mentions, claims } = extract(input.data, vocabulary);
  const traits = traitsOf(document, mentions, claims, vocabulary);
  return [{ story, title: document.title ?? '', text: document.text, traits }];
}

type Assignment = ReadonlyMap<string, string>;

function bcubed(articles: readonly Article[], assigned: Assignment) {
  const collect = (keyOf: (article: Article) => string): Map<string, Set<string>> => {
    const sets = new Map<string, Set<string>>();
    for (const article of articles) {
      const key = keyOf(article);
      sets.set(key, (sets.get(key) ?? new Set()).add(article.traits.document));
    }
    return sets;
  };
  const topicOf = (article: Article) => assigned.get(article.traits.document) ?? '';
  const [topics, stories] = [collect(topicOf), collect((article) => article.story)];
  let [precision, recall] = [0, 0];
  for (const article of articles) {
    const [topic, story] = [topics.get(topicOf(article)), stories.get(article.story)];
    if (!topic || !story) continue;
    const both = [...topic].filter((id) => story.has(id)).length;
    precision += both / topic.size / articles.length;
    recall += both / story.size / articles.length;
  }
  const f1 = (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, topics: topics.size };
}

/** Components over all pairs whose cosine reaches the threshold. */
function joinAt(
  threshold: number,
  vectors: readonly (readonly [string, ReadonlyMap<string, number>])[],
): Assignment {
  const parent = new Map(vectors.map(([id]) => [id, id]));
  const find = (id: string): string => {
    const up = parent.get(id) ?? id;
    return up === id ? id : find(up);
  };
  vectors.forEach(([id, a], i) => {
    for (const [other, b] of vectors.slice(i + 1)) {
      let cosine = 0;
      for (const [word, weight] of a) cosine += weight * (b.get(word) ?? 0);
      if (cosine >= threshold) parent.set(find(id), find(other));
    }
  });
  return new Map(vectors.map(([id]) => [id, find(id)]));
}

function vectorsOf(articles: readonly Article[], textOf: (article: Article) => string) {
  const counted = articles.map((article) => {
    const counts = new Map<string, number>();
    for (const [word] of textOf(article)
      .toLowerCase()
      .matchAll(/\p{L}{3,}/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
    return [article.traits.document, counts] as const;
  });
  const spread = new Map<string, number>();
  for (const [, counts] of counted)
    for (const word of counts.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  return counted.map(([id, counts]) => {
    const weights = [...counts].map(
      ([word, count]) =>
        [word, (1 + Math.log(count)) * Math.log(articles.length / (spread.get(word) ?? 1))] as const,
    );
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return [id, new Map(weights.map(([word, weight]) => [word, weight / length]))] as const;
  });
}

function bestTfIdf(articles: readonly Article[], textOf: (article: Article) => string) {
  const vectors = vectorsOf(articles, textOf);
  return [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6]
    .map((threshold) => ({ threshold, ...bcubed(articles, joinAt(threshold, vectors)) }))
    .reduce((best, next) => (next.f1 > best.f1 ? next : best));
}

const articles = positionals.flatMap((path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap(readArticle),
);
const begun = performance.now();
const found = findTopics(
  articles.map(({ traits }) => traits),
  [],
  vocabulary.rules.topics,
);
const took = performance.now() - begun;
const assigned = new Map(found.flatMap(({ id, documents }) => documents.map((document) => [document, id])));
const placeAndDay = new Map(
  articles.map(({ traits: { document, places, days } }) => [
    document,
    places[0] && days[0] ? `${places[0]} ${days[0]}` : document,
  ]),
);
const show = (value: number) => value.toFixed(3);
const rows = {
  'topics as found': bcubed(articles, assigned),
  'each article alone': bcubed(articles, new Map(articles.map(({ traits: { document: id } }) => [id, id]))),
  'one for each place and day': bcubed(articles, placeAndDay),
  'headlines, TF-IDF': bestTfIdf(articles, ({ title }) => title),
  'whole texts, TF-IDF': bestTfIdf(articles, ({ title, text }) => `${title} ${text}`),
};
const stories = new Set(articles.map(({ story }) => story)).size;
console.log(`${articles.length} articles, ${stories} stories; topics found in ${took.toFixed(0)} ms`);
for (const [name, { precision, recall, f1, topics, ...more }] of Object.entries(rows)) {
  const at = 'threshold' in more ? ` at ${more.threshold}` : '';
  console.log(`${name}${at}: P ${show(precision)} R ${show(recall)} F1 ${show(f1)}, ${topics} topics`);
}
if (values.misses) {
  const byDocument = new Map(articles.map((article) => [article.traits.document, article]));
  for (const { id, documents } of found) {
    const mixed = new Set(documents.map((document) => byDocument.get(document)?.story));
    if (mixed.size < 2) continue;
    console.log(`\n${id}`);
    for (const document of documents) {
      const { story, title } = byDocument.get(document) ?? { story: '?', title: '' };
      console.log(`  ${story}  ${title}`);
    }
  }
}
