import { z } from '@hono/zod-openapi';
import type { TypedResponse } from 'hono';
import { Claim } from '../../claim/claim.ts';
import { Document, DocumentInput } from '../../document/document.ts';
import { CrosscheckError } from '../../errors.ts';
import type { Page, PageRequest, Store } from '../../store/store.ts';
import { documentSheet } from '../../view/sheets/catalogue.ts';
import { DOCUMENT_EXTRAS, SlimDocument, slimDocument } from '../../view/slim.ts';
import { choices, idParam, key, updatedSince } from '../filters.ts';
import { flat, sendFlat } from '../flat.ts';
import { guarded } from '../guards/require-scope.ts';
import { takeBody } from '../intake.ts';
import { findNamed } from '../negotiate.ts';
import { note } from '../note.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { bodyKind } from '../read-json.ts';
import {
  answers,
  answersFlat,
  defineRoute,
  FAILURES,
  FAILURES_OF_ONE,
  ONCE,
  query,
  referOneOrMore,
  WRITE_FAILURES,
} from '../router.ts';
import { sendJson } from '../send-as.ts';
import { streamRows } from '../stream-rows.ts';
import { BatchAnswer, DocumentTaken, documentIntake } from '../take-documents.ts';

const noDocument = (id: string): CrosscheckError =>
  new CrosscheckError('not-found', `There is no document "${id}".`);

export const listDocuments = defineRoute(
  {
    method: 'get',
    path: '/v1/documents',
    operationId: 'listDocuments',
    tags: ['Documents'],
    summary: 'List documents',
    description: 'Without their texts; one document has them.',
    request: {
      query: query({
        topic: key('Id of a topic.'),
        outlet: key('Id of an outlet.'),
        updated_since: updatedSince,
        _extra: choices(DOCUMENT_EXTRAS, 'Adds `_text`, `_blocks`.'),
        flat,
        ...PAGING,
      }),
    },
    responses: {
      200: answersFlat('A page of documents.', listOf('DocumentList', SlimDocument)),
      ...FAILURES,
    },
  },
  async (c) => {
    const { store } = c.get('services');
    const { flat: isFlat, _extra: wanted, ...search } = c.req.valid('query');
    const { filter, page } = splitPaging(search);
    const read = async (each: PageRequest): Promise<Page<SlimDocument>> => {
      const { data, next } = await store.documents(filter, each);
      return { data: data.map((each) => slimDocument(each, wanted)), next };
    };
    if (isFlat) return sendFlat<never, SlimDocument>(c, read, documentSheet);
    return sendPage(c, await read(page), { sheet: documentSheet });
  },
);

const DocumentView = Document.omit({ fingerprint: true })
  .extend({ claims: z.array(Claim) })
  .meta({ id: 'DocumentView', description: 'An article with its blocks and the claims read from it.' });

/** All claims of a document, in text order. */
export async function claimsOf(store: Store, document: string): Promise<Claim[]> {
  const claims: Claim[] = [];
  let after: string | undefined;
  do {
    const page = await store.claims({ document }, { limit: 500, after });
    claims.push(...page.data);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return claims.sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end);
}

export const getDocument = defineRoute(
  {
    method: 'get',
    path: '/v1/documents/{id}',
    operationId: 'getDocument',
    tags: ['Documents'],
    summary: 'One document, with its blocks and claims',
    request: { params: idParam('Id of the document.'), query: query({}) },
    responses: { 200: answers('The document.', DocumentView), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { store } = c.get('services');
    const { id } = c.req.valid('param');
    const document = await findNamed(c, id, (name) => store.document(name));
    if (document === null) throw noDocument(id);
    const { fingerprint: _, ...rest } = document;
    return sendJson(c, { ...rest, claims: await claimsOf(store, document.id) });
  },
);

export const deleteDocument = defineRoute(
  {
    ...guarded('write'),
    method: 'delete',
    path: '/v1/documents/{id}',
    operationId: 'deleteDocument',
    tags: ['Documents'],
    summary: 'Withdraw a document',
    description: 'Takes its claims back and reconciles its topic again without them.',
    request: { params: idParam('Id of the document.'), query: query({}) },
    responses: {
      204: { description: 'It is gone.' },
      400: FAILURES[400],
      404: FAILURES_OF_ONE[404],
      500: FAILURES[500],
    },
  },
  async (c) => {
    const { store, settle } = c.get('services');
    const { id } = c.req.valid('param');
    if (!(await store.removeDocument(id))) throw noDocument(id);
    await note(c, { action: 'document.remove', target: id });
    await settle();
    return c.body(null, 204);
  },
);

export const postDocuments = defineRoute(
  {
    ...guarded('write'),
    method: 'post',
    path: '/v1/documents',
    operationId: 'addDocuments',
    tags: ['Documents'],
    summary: 'Add documents',
    description: [
      'One document, a list, or a stream of lines. Each is read, its claims are extracted, and its topic is reconciled before the answer. The same document again changes nothing.',
      'One document: 201 when it was added, 200 when it was here already, a problem when it cannot be read.',
      'A list: one entry for each, in order; 201 when at least one was added, 200 when none was, 207 when at least one failed.',
      'A stream (application/x-ndjson): always 200, one line of answer for each line as soon as it is done, `{"line", "id", "status", "topic", "claims"}` or `{"line", "error"}`, and a last line `{"summary": {"complete", "added", "unchanged", "replaced", "failed"}}`. A bad line does not stop the rest. The body limit holds for each line, not for the stream.',
    ].join('\n\n'),
    request: {
      query: query({}),
      body: {
        required: true,
        description: 'With `url` alone, the address is fetched.',
        content: {
          'application/json': { schema: referOneOrMore(DocumentInput) },
          'application/x-ndjson': { schema: DocumentInput },
        },
      },
    },
    responses: {
      200: {
        description: 'Nothing was added; or the answer to a stream.',
        content: {
          'application/json': { schema: z.union([DocumentTaken, BatchAnswer]) },
          'application/x-ndjson': { schema: { type: 'string' } },
        },
      },
      201: answers('At least one document was added.', z.union([DocumentTaken, BatchAnswer])),
      207: answers('At least one document of the list failed.', BatchAnswer),
      ...ONCE,
      ...WRITE_FAILURES,
    },
  },
  async (c) => {
    const intake = documentIntake(c.get('services'));
    const response = bodyKind(c) === 'lines' ? streamRows(c, intake) : await takeBody(c, intake);
    return response as Response & TypedResponse<never, 200, 'json'>;
  },
);
