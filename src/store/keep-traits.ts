import { foundedBy } from '../topic/find-topics.ts';
import { keysOf } from '../topic/link.ts';
import type { Traits } from '../topic/traits.ts';
import type { Database, Queries } from './database.ts';
import { key, toMilliseconds } from './rows.ts';

/** Keeps what tells which story a document is of. */
export async function putTraits(database: Database, q: Queries, traits: Traits): Promise<void> {
  const { document, publishedAt } = traits;
  const at = toMilliseconds(publishedAt, 'document.publishedAt');
  await database.insert(q, 'traits', [
    { documentId: document, founds: foundedBy(document), body: JSON.stringify(traits) },
  ]);
  const keys = keysOf(traits).map((one) => ({
    key: key(one, 'traits.words'),
    publishedAt: at,
    documentId: document,
  }));
  await database.insert(q, 'traitKeys', keys);
}
