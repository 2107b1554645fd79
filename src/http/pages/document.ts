import { CrosscheckError } from '../../errors.ts';
import { STYLE } from '../../web/assets.ts';
import { DocumentPage } from '../../web/document-page.tsx';
import { nameThings } from '../../web/web.ts';
import { outletsOf } from '../read-names.ts';
import { claimsOf } from '../routes/documents.ts';
import { type ShowPage, sendPage } from './send-page.ts';

export const showDocument: ShowPage = async (c) => {
  const { store, vocabulary } = c.get('services');
  const id = c.req.param('id') ?? '';
  const document = await store.document(id);
  if (document === null) throw new CrosscheckError('not-found', 'There is no such article.');
  const [claims, topic, outlets] = await Promise.all([
    claimsOf(store, id),
    store.topic(document.topic),
    outletsOf(store, [document.outlet]),
  ]);
  return sendPage(
    c,
    DocumentPage({
      document,
      claims,
      topicTitle: topic?.title ?? document.topic,
      sample: topic?.sample ?? false,
      names: nameThings(vocabulary, outlets, claims, topic?.sample),
      style: STYLE,
    }),
  );
};
