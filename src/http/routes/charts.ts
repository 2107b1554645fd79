import { z } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import { everyPosition } from '../../consensus/consensus.ts';
import type { Timeline } from '../../consensus/timeline.ts';
import { CrosscheckError } from '../../errors.ts';
import type { ConsensusView } from '../../view/consensus-view.ts';
import { drawFigure, drawToll, figureModel, hasToll } from '../../view/formats/chart/chart.ts';
import type { TimelineView } from '../../view/timeline-view.ts';
import { drawView, lookOf, type Wanted } from '../draw-view.ts';
import { idParam, topicParam } from '../filters.ts';
import { sendText } from '../guards/etag.ts';
import { readNames } from '../read-names.ts';
import { defineRoute, FAILURES_OF_ONE, query } from '../router.ts';
import { sendPicture } from '../send-picture.ts';
import type { Env, Services } from '../services.ts';
import { noTopic } from './topics.ts';

/** An integer of the address between two bounds. */
const bounded = (low: number, high: number, preset: number, description: string) => {
  const error = `Give a whole number from ${low} to ${high}.`;
  return z
    .string()
    .regex(/^\d{1,4}$/, error)
    .default(String(preset))
    .transform(Number)
    .pipe(z.int().min(low, error).max(high, error))
    .openapi({ type: 'integer', minimum: low, maximum: high, default: preset, description });
};

const theme = z
  .enum(['light', 'dark'], { error: 'Give light or dark.' })
  .default('light')
  .meta({ description: 'Colours: for light or for dark paper.' });
const drawn = { theme, width: bounded(240, 2_000, 720, 'Pixels.') };
/** A picture is as wide as a column of a mail, and sharp on a telephone. */
const painted = {
  theme,
  width: bounded(240, 1_200, 640, 'Pixels of the drawing.'),
  scale: bounded(1, 2, 2, 'Pixels of the picture for one of the drawing.'),
};
const kind = z
  .enum(['figure', 'toll'], { error: 'Give figure or toll.' })
  .default('figure')
  .meta({ description: 'What is drawn.' });

const drawing = (description: string) => ({
  description,
  content: { 'image/svg+xml': { schema: { type: 'string' as const } } },
});
const picture = (description: string) => ({
  description,
  content: { 'image/png': { schema: { type: 'string' as const, format: 'binary' } } },
});

type Drawn = Response & TypedResponse<string, 200, 'body'>;
const sendSvg = (c: Context<Env>, svg: string) => sendText(c, svg, 'image/svg+xml') as Drawn;

const noFigures = (what: string): CrosscheckError =>
  new CrosscheckError('not-found', `${what} Its statements are in GET /v1/topics/{topic}/consensus.`);

async function drawGroup(
  services: Services,
  id: string,
  { kind, ...given }: Wanted & { kind: 'figure' | 'toll' },
): Promise<string> {
  const { store, vocabulary } = services;
  const topic = (await store.group(id))?.topic;
  const view = topic === undefined ? null : await store.view(topic, 'consensus');
  const row =
    view === null
      ? undefined
      : (JSON.parse(view.json) as ConsensusView).data.find((each) => each.group.id === id);
  if (topic === undefined || row === undefined)
    throw new CrosscheckError('not-found', `There is no group "${id}".`);
  const ids = everyPosition(row).flatMap((position) => position.claims);
  const claims = new Map((await store.claimsById(ids)).map((claim) => [claim.id, claim]));
  const names = await readNames(services, claims.values());
  const rest = { look: lookOf(given), names, titled: true };
  if (kind === 'figure') {
    const model = figureModel(row, claims, vocabulary.rules.durations);
    if (model === null) throw noFigures('The question has no figures to draw.');
    return String(drawFigure({ model, ...rest }));
  }
  const moved = await store.view(topic, 'timeline');
  const timeline: Timeline | undefined =
    moved === null
      ? undefined
      : (JSON.parse(moved.json) as TimelineView).data.find((each) => each.group.id === id);
  if (timeline === undefined || !hasToll(timeline))
    throw noFigures('The question has no figures of two moments.');
  return String(drawToll({ timeline, ...rest }));
}

async function drawWhole({ store }: Services, id: string, given: Wanted): Promise<string> {
  const [topic, view] = await Promise.all([store.topic(id), store.view(id, 'consensus')]);
  if (topic === null) throw noTopic(id);
  if (view === null)
    throw new CrosscheckError('not-ready', 'The topic is being reconciled for the first time; ask again.');
  return drawView(topic.title, view.json, given);
}

const OF_GROUP =
  'kind=figure: each statement as an interval, by origin, with what its words assert (thick), what they allow (thin), open ends as arrows, and the band on which those that agree meet. kind=toll: how the figure moved, steps for each origin. 404 for a question without figures.';
const OF_TOPIC =
  'Question by question, those first that most outlets speak of: how many origins stand behind each position, and whether they agree.';
const NAMED = 'Named and described for those who do not see it.';
const PAINTED =
  'A picture for mail and other places that show no SVG: painted with letters of its own, at most six million pixels. The text beside it has to tell what it shows.';

export const getGroupChart = defineRoute(
  {
    method: 'get',
    path: '/v1/groups/{id}/chart.svg',
    operationId: 'getGroupChart',
    tags: ['Charts'],
    summary: 'A question as a drawing',
    description: `${OF_GROUP} ${NAMED}`,
    request: { params: idParam('Id of the group.'), query: query({ kind, ...drawn }) },
    responses: { 200: drawing('The drawing.'), ...FAILURES_OF_ONE },
  },
  async (c) => sendSvg(c, await drawGroup(c.get('services'), c.req.valid('param').id, c.req.valid('query'))),
);

export const getTopicChart = defineRoute(
  {
    method: 'get',
    path: '/v1/topics/{topic}/chart.svg',
    operationId: 'getTopicChart',
    tags: ['Charts'],
    summary: 'A topic as a drawing',
    description: `${OF_TOPIC} ${NAMED}`,
    request: { params: topicParam, query: query(drawn) },
    responses: { 200: drawing('The drawing.'), ...FAILURES_OF_ONE },
  },
  async (c) =>
    sendSvg(c, await drawWhole(c.get('services'), c.req.valid('param').topic, c.req.valid('query'))),
);

export const getGroupPicture = defineRoute(
  {
    method: 'get',
    path: '/v1/groups/{id}/chart.png',
    operationId: 'getGroupPicture',
    tags: ['Charts'],
    summary: 'A question as a picture, for mail',
    description: `${OF_GROUP} ${PAINTED}`,
    request: { params: idParam('Id of the group.'), query: query({ kind, ...painted }) },
    responses: { 200: picture('The picture.'), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { scale, ...given } = c.req.valid('query');
    return sendPicture(c, await drawGroup(c.get('services'), c.req.valid('param').id, given), scale);
  },
);

export const getTopicPicture = defineRoute(
  {
    method: 'get',
    path: '/v1/topics/{topic}/chart.png',
    operationId: 'getTopicPicture',
    tags: ['Charts'],
    summary: 'A topic as a picture, for mail',
    description: `${OF_TOPIC} ${PAINTED}`,
    request: { params: topicParam, query: query(painted) },
    responses: { 200: picture('The picture.'), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { scale, ...given } = c.req.valid('query');
    return sendPicture(c, await drawWhole(c.get('services'), c.req.valid('param').topic, given), scale);
  },
);
