import type { Store } from '../../src/store/store.ts';
import { readyViews } from '../../src/view/ready-views.ts';
import { aClaim, aConsensus, aDocument, aFinding, aGroup } from './builders.ts';

export const LARGE_TOPIC = 'everything';
const topic = LARGE_TOPIC;
const NAMES = Array.from({ length: 12 }, (_, index) => `outlet-${index}`);

/** Fills a store with a topic: questions that two outlets of twelve answer, each with a conflict or something to check. */
export async function tellLargeTopic(store: Store, questions: number): Promise<void> {
  const texts = new Map(NAMES.map((name) => [name, ['A headline']]));
  const asked = Array.from({ length: questions }, (_, index) => {
    const pair = [NAMES[index % 12] ?? '', NAMES[(index * 5 + 1) % 12] ?? ''].map((name, side) => ({
      name: side === 1 && name === NAMES[index % 12] ? (NAMES[(index + 1) % 12] ?? '') : name,
      quote: `In place ${index}, as far as anybody could count, ${100 + index + side * 7} people were killed on Sunday by the flood.`,
    }));
    for (const { name, quote } of pair) texts.get(name)?.push(quote);
    return pair;
  });
  const documents = NAMES.map((name) =>
    aDocument({ id: `doc_${name}`, outlet: name, topic, text: (texts.get(name) ?? []).join('\n') }),
  );
  const rows = asked.map((pair, index) => {
    const claims = pair.map(({ name, quote }, side) => {
      const document = documents.find((each) => each.outlet === name) ?? aDocument();
      const nominal = 100 + index + side * 7;
      return aClaim(document, quote, String(nominal), { value: { nominal } });
    });
    const group = aGroup(claims, { question: `People killed in place ${index}, 2 November 2025` });
    const finding = aFinding([group], claims, { verdict: index % 2 === 0 ? 'conflict' : 'unclear-scope' });
    const support = { asserted: 1, consistent: 1, originsMax: 2, owners: 2, outlets: 2, documents: 2 };
    const consensus = aConsensus(group, claims, { status: 'disputed', best: null, support });
    return { claims, group, finding, consensus };
  });
  const claims = rows.flatMap((row) => row.claims);
  const findings = rows.map((row) => row.finding);
  const consensus = rows.map((row) => row.consensus);
  await store.putTopic({ id: topic, title: 'Everything at once' });
  for (const document of documents)
    await store.addDocument({
      document,
      claims: claims.filter((claim) => claim.documentId === document.id),
      outlet: { id: document.outlet, name: document.outlet, owner: null, kind: 'outlet', sample: false },
    });
  const { revision } = (await store.topicInput(topic)) ?? { revision: 0 };
  await store.saveReconciliation(
    { topic, groups: rows.map((row) => row.group), findings, consensus },
    readyViews({ topic, consensus, findings, timelines: [], claims, documents }),
    { revision, at: '2025-11-04T09:00:05Z' },
  );
}
