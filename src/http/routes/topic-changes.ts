import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { joinTopics, splitTopic } from '../../change-topics.ts';
import { CrosscheckError } from '../../errors.ts';
import { Topic } from '../../topic/topic.ts';
import { readyViews } from '../../view/ready-views.ts';
import { topicParam } from '../filters.ts';
import { guarded } from '../guards/require-scope.ts';
import { note } from '../note.ts';
import { readJson } from '../read-json.ts';
import { answers, BODY_FAILURES, bodyOf, defineRoute, FAILURES_OF_ONE, ONCE, query } from '../router.ts';
import type { Env } from '../services.ts';
import { noTopic } from './topics.ts';

const title = z.string().trim().min(1, 'Give it a title.').max(300);
const id = z.string().trim().min(1).max(120);

const TopicInput = z
  .strictObject({ id: id.meta({ description: 'What documents name as their topic.' }), title })
  .meta({ id: 'TopicInput', description: 'A topic before its first article.' });

const TopicPatchInput = z
  .strictObject({
    title: title.optional(),
    mergeInto: id.optional().meta({ description: 'Id of the topic that tells the same story.' }),
    split: z
      .array(z.string().min(1).max(300))
      .min(1)
      .max(1_000)
      .optional()
      .meta({ description: 'Ids of the documents that tell another story.' }),
    reason: z.string().trim().min(1).max(2_000).optional().meta({ description: 'Why.' }),
  })
  .refine(({ mergeInto, split }) => mergeInto === undefined || split === undefined, {
    path: ['split'],
    message: 'Give mergeInto or split, not both.',
  })
  .refine(
    ({ title: given, mergeInto, split }) => given !== undefined || (mergeInto ?? split) !== undefined,
    'Give title, mergeInto or split.',
  )
  .meta({ id: 'TopicPatchInput', description: 'What is to be another way.' });
type TopicPatchInput = z.infer<typeof TopicPatchInput>;

const TopicChanged = z
  .strictObject({
    topic: Topic.meta({ description: 'The topic as it is now; its id can be another one.' }),
    split: Topic.nullable().meta({ description: 'The topic of the documents that went.' }),
  })
  .meta({ id: 'TopicChanged' });

export const createTopic = defineRoute(
  {
    ...guarded('write'),
    method: 'post',
    path: '/v1/topics',
    operationId: 'createTopic',
    tags: ['Topics'],
    summary: 'Make a topic',
    description:
      'Not needed before documents are sent: a topic that they name is made with the first. The same again changes nothing.',
    request: { query: query({}), body: bodyOf(TopicInput) },
    responses: {
      200: answers('It is here already, with this title.', Topic),
      201: answers('The topic.', Topic),
      ...ONCE,
      ...BODY_FAILURES,
    },
  },
  async (c) => {
    const { store } = c.get('services');
    const given = await readJson(c, TopicInput);
    const kept = await store.topic(given.id);
    if (kept?.title === given.title) return c.json(kept, 200);
    if (kept) {
      const message = `There is a topic "${given.id}", titled "${kept.title}". PATCH it for another title.`;
      throw new CrosscheckError('invalid-body', message, { errors: [{ path: 'id', message }] });
    }
    await store.putTopic(given);
    await settleEmpty(c, given.id);
    await note(c, { action: 'topic.create', target: given.id, detail: given.title });
    return c.json(await topicOf(c, given.id), 201);
  },
);

/** A topic without articles has its views too: nobody said anything, and that is an answer. */
async function settleEmpty(c: Context<Env>, topic: string): Promise<void> {
  const { store, now } = c.get('services');
  const input = await store.topicInput(topic);
  if (input === null || input.documents.length > 0) return;
  const nothing = { topic, groups: [], findings: [], consensus: [] };
  const views = readyViews({ ...nothing, timelines: [], claims: [], documents: [] });
  await store.saveReconciliation(nothing, views, { revision: input.revision, at: now().toISOString() });
}

async function topicOf(c: Context<Env>, topic: string): Promise<Topic> {
  const kept = await c.get('services').store.topic(topic);
  if (kept === null) throw noTopic(topic);
  return kept;
}

/** The topic that a document is in by now. */
async function homeOf(c: Context<Env>, document: string): Promise<string> {
  return (await c.get('services').store.document(document))?.topic ?? '';
}

/** Merges or splits; answers the id of the topic by then, and of the one that was split off. */
async function rearrange(c: Context<Env>, topic: string, given: TopicPatchInput) {
  const { store, now, settle } = c.get('services');
  const { mergeInto, split } = given;
  const verb = mergeInto === undefined ? 'Split' : 'Merged';
  const said = {
    actor: c.get('apiKey')?.name ?? 'anybody',
    reason: given.reason ?? `${verb} as a whole topic.`,
    at: now().toISOString(),
  };
  if (mergeInto !== undefined) {
    const document = await joinTopics(store, topic, mergeInto, said);
    await settle();
    return { now: await homeOf(c, document), other: null };
  }
  if (split === undefined) return { now: topic, other: null };
  const { stays, goes } = await splitTopic(store, topic, split, said);
  await settle();
  return { now: await homeOf(c, stays), other: await homeOf(c, goes) };
}

export const changeTopic = defineRoute(
  {
    ...guarded('write'),
    method: 'patch',
    path: '/v1/topics/{topic}',
    operationId: 'changeTopic',
    tags: ['Topics'],
    summary: 'Rename, merge or split a topic',
    description:
      'A topic that was found for its articles can be merged with another one, or split. It is kept as judgements about pairs of documents (GET /v1/reviews), so that it outlives every reconciliation and new articles follow it. A found topic has the id of its first article: the one that is given up leads on (308). Articles that came with a topic stay in it.',
    request: { params: topicParam, query: query({}), body: bodyOf(TopicPatchInput) },
    responses: {
      200: answers('What it is now.', TopicChanged),
      ...ONCE,
      ...BODY_FAILURES,
      404: FAILURES_OF_ONE[404],
    },
  },
  async (c) => {
    const { topic } = c.req.valid('param');
    await topicOf(c, topic);
    const given = await readJson(c, TopicPatchInput);
    const { now, other } = await rearrange(c, topic, given);
    if (given.title !== undefined) await c.get('services').store.putTopic({ id: now, title: given.title });
    const { title: named, mergeInto, split } = given;
    const parts = [
      named === undefined ? null : `title: ${named}`,
      mergeInto === undefined ? null : `merged into ${mergeInto}`,
      split === undefined ? null : `split off: ${split.join(', ')}`,
    ].filter((part) => part !== null);
    await note(c, { action: 'topic.change', target: topic, detail: parts.join('; ').slice(0, 2_000) });
    return c.json(
      { topic: await topicOf(c, now), split: other === null ? null : await topicOf(c, other) },
      200,
    );
  },
);
