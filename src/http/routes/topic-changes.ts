import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { mergeTopics, splitTopic, type TopicChange, unmergeTopic } from '../../change-topics.ts';
import { CrosscheckError } from '../../errors.ts';
import { Merge } from '../../topic/merge.ts';
import { Topic } from '../../topic/topic.ts';
import { readyViews } from '../../view/ready-views.ts';
import { mergeSheet } from '../../view/sheets/catalogue.ts';
import { topicParam } from '../filters.ts';
import { guarded } from '../guards/require-scope.ts';
import { note } from '../note.ts';
import { listOf, sendPage } from '../paging.ts';
import { readJson } from '../read-json.ts';
import {
  answers,
  answersAs,
  BODY_FAILURES,
  bodyOf,
  defineRoute,
  FAILURES_OF_ONE,
  ONCE,
  query,
} from '../router.ts';
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
    splitInto: id.optional().meta({
      description:
        'Id of the topic that they are put under, new or there already; made of this one’s without it. Of a topic that was found for its articles the id is found, too: leave it out.',
    }),
    unmerge: id.optional().meta({
      description: 'Id of a topic that was merged into this one, to be one of its own again.',
    }),
    reason: z.string().trim().min(1).max(2_000).optional().meta({ description: 'Why.' }),
  })
  .refine(({ mergeInto, split, unmerge }) => [mergeInto, split, unmerge].filter(Boolean).length < 2, {
    path: ['split'],
    message: 'Give one of mergeInto, split and unmerge.',
  })
  .refine(({ split, splitInto }) => split !== undefined || splitInto === undefined, {
    path: ['splitInto'],
    message: 'Name the documents in split.',
  })
  .refine(
    ({ title: given, mergeInto, split, unmerge }) => (given ?? mergeInto ?? split ?? unmerge) !== undefined,
    'Give title, mergeInto, split or unmerge.',
  )
  .meta({ id: 'TopicPatchInput', description: 'What is to be another way.' });
type TopicPatchInput = z.infer<typeof TopicPatchInput>;

const TopicChanged = z
  .strictObject({
    topic: Topic.meta({ description: 'The topic as it is now; its id can be another one.' }),
    split: Topic.nullable().meta({
      description: 'The topic that was split off, or is one of its own again; null when there is none.',
    }),
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

const VERBS = { mergeInto: 'Merged', split: 'Split', unmerge: 'Taken back' } as const;

/** Merges, splits or takes back; answers the id of the topic by then, and of the one that went. */
async function rearrange(c: Context<Env>, topic: string, given: TopicPatchInput): Promise<TopicChange> {
  const { store, now, settle } = c.get('services');
  const { mergeInto, split, splitInto, unmerge } = given;
  const said = (verb: keyof typeof VERBS) => ({
    actor: c.get('apiKey')?.name ?? 'anybody',
    reason: given.reason ?? `${VERBS[verb]} as a whole topic.`,
    at: now().toISOString(),
  });
  const world = { store, settle };
  if (mergeInto !== undefined) return mergeTopics(world, topic, mergeInto, said('mergeInto'));
  if (unmerge !== undefined) return unmergeTopic(world, topic, unmerge);
  if (split === undefined) return { topic, other: null, did: null };
  return splitTopic(world, { from: topic, documents: split, into: splitInto }, said('split'));
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
      'Two topics that tell one story are merged: what names the one that goes, or asks for it, is led to the other (308), articles that are still to come too. unmerge takes that back, to what it was. split puts documents under another topic for good. Nothing that was merged can be merged again before it is taken back, and no topic into its own part (422). Of topics that were found for their articles, merges and splits are kept as judgements about pairs of documents (GET /v1/reviews); a found topic has the id of its first article. The same again changes nothing.',
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
    const { store } = c.get('services');
    const given = await readJson(c, TopicPatchInput);
    // A merge that is asked for again is done, though its topic is no more.
    const isRepeat = given.mergeInto !== undefined && (await store.merge(topic)) !== null;
    if (!isRepeat) await topicOf(c, topic);
    const { topic: now, other, did } = await rearrange(c, topic, given);
    const { title: named, reason } = given;
    if (named !== undefined) await store.putTopic({ id: now, title: named });
    const deeds = [named === undefined ? null : `title: ${named}`, did].filter((deed) => deed !== null);
    if (deeds.length > 0) {
      const detail = [...deeds, ...(reason === undefined ? [] : [`because: ${reason}`])].join('; ');
      await note(c, { action: 'topic.change', target: topic, detail: detail.slice(0, 2_000) });
    }
    return c.json(
      { topic: await topicOf(c, now), split: other === null ? null : await topicOf(c, other) },
      200,
    );
  },
);

export const listMerges = defineRoute(
  {
    method: 'get',
    path: '/v1/topics/{topic}/merges',
    operationId: 'listMerges',
    tags: ['Topics'],
    summary: 'What was merged into a topic',
    description:
      'Topics that people merged into this one, directly or through others, by id, with who did it and why. Each leads here (308) until it is taken back: PATCH the topic with unmerge. Never cut into pages.',
    request: { params: topicParam, query: query({}) },
    responses: { 200: answersAs('All of them.', listOf('MergeList', Merge)), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { topic } = c.req.valid('param');
    await topicOf(c, topic);
    const data = await c.get('services').store.mergesInto(topic);
    return sendPage(c, { data, next: null }, { sheet: mergeSheet });
  },
);
