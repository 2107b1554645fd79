import { z } from '@hono/zod-openapi';
import type { TypedResponse } from 'hono';
import type { Timeline } from '../../consensus/timeline.ts';
import { CrosscheckError } from '../../errors.ts';
import type { ConsensusView } from '../../view/consensus-view.ts';
import {
  drawFigure,
  drawToll,
  drawTopic,
  figureModel,
  hasToll,
  THEMES,
} from '../../view/formats/chart/chart.ts';
import type { TimelineView } from '../../view/timeline-view.ts';
import { idParam, topicParam } from '../filters.ts';
import { sendText } from '../guards/etag.ts';
import { readNames } from '../read-names.ts';
import { defineRoute, FAILURES_OF_ONE, query } from '../router.ts';
import { noTopic } from './topics.ts';

const WIDTH = 'Give a whole number of pixels from 240 to 2000.';

const look = {
  theme: z
    .enum(['light', 'dark'], { error: 'Give light or dark.' })
    .default('light')
    .meta({ description: 'Colours: for light or for dark paper.' }),
  width: z
    .string()
    .regex(/^\d{3,4}$/, WIDTH)
    .default('720')
    .transform(Number)
    .pipe(z.int().min(240, WIDTH).max(2_000, WIDTH))
    .openapi({ type: 'integer', minimum: 240, maximum: 2_000, default: 720, description: 'Pixels.' }),
};

const lookOf = ({ theme, width }: { theme: 'light' | 'dark'; width: number }) => ({
  ...{ theme, width, palette: THEMES[theme], id: 'chart' },
});

const drawing = (description: string) => ({
  description,
  content: { 'image/svg+xml': { schema: { type: 'string' as const } } },
});

type Drawn = Response & TypedResponse<string, 200, 'body'>;

const noFigures = (what: string): CrosscheckError =>
  new CrosscheckError('not-found', `${what} Its statements are in GET /v1/topics/{topic}/consensus.`);

export const getGroupChart = defineRoute(
  {
    method: 'get',
    path: '/v1/groups/{id}/chart.svg',
    operationId: 'getGroupChart',
    tags: ['Charts'],
    summary: 'A question as a drawing',
    description:
      'kind=figure: each statement as an interval, by origin, with what its words assert (thick), what they allow (thin), open ends as arrows, and the band on which those that agree meet. kind=toll: how the figure moved, steps for each origin. Named and described for those who do not see it; 404 for a question without figures.',
    request: {
      params: idParam('Id of the group.'),
      query: query({
        kind: z
          .enum(['figure', 'toll'], { error: 'Give figure or toll.' })
          .default('figure')
          .meta({ description: 'What is drawn.' }),
        ...look,
      }),
    },
    responses: { 200: drawing('The drawing.'), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const services = c.get('services');
    const { store, vocabulary } = services;
    const { id } = c.req.valid('param');
    const { kind, ...given } = c.req.valid('query');
    const topic = (await store.group(id))?.topic;
    const view = topic === undefined ? null : await store.view(topic, 'consensus');
    const row =
      view === null
        ? undefined
        : (JSON.parse(view.json) as ConsensusView).data.find((each) => each.group.id === id);
    if (topic === undefined || row === undefined)
      throw new CrosscheckError('not-found', `There is no group "${id}".`);
    const ids = [...row.positions, ...row.withdrawn].flatMap((position) => position.claims);
    const claims = new Map((await store.claimsById(ids)).map((claim) => [claim.id, claim]));
    const names = await readNames(services, claims.values());
    const rest = { look: lookOf(given), names, titled: true };
    if (kind === 'figure') {
      const model = figureModel(row, claims, vocabulary.rules.durations);
      if (model === null) throw noFigures('The question has no figures to draw.');
      return sendText(c, String(drawFigure({ model, ...rest })), 'image/svg+xml') as Drawn;
    }
    const moved = await store.view(topic, 'timeline');
    const timeline: Timeline | undefined =
      moved === null
        ? undefined
        : (JSON.parse(moved.json) as TimelineView).data.find((each) => each.group.id === id);
    if (timeline === undefined || !hasToll(timeline))
      throw noFigures('The question has no figures of two moments.');
    return sendText(c, String(drawToll({ timeline, ...rest })), 'image/svg+xml') as Drawn;
  },
);

export const getTopicChart = defineRoute(
  {
    method: 'get',
    path: '/v1/topics/{topic}/chart.svg',
    operationId: 'getTopicChart',
    tags: ['Charts'],
    summary: 'A topic as a drawing',
    description:
      'Question by question, those first that most outlets speak of: how many origins stand behind each position, and whether they agree.',
    request: { params: topicParam, query: query(look) },
    responses: { 200: drawing('The drawing.'), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { store } = c.get('services');
    const { topic: id } = c.req.valid('param');
    const [topic, view] = await Promise.all([store.topic(id), store.view(id, 'consensus')]);
    if (topic === null) throw noTopic(id);
    if (view === null)
      throw new CrosscheckError('not-ready', 'The topic is being reconciled for the first time; ask again.');
    const rows = (JSON.parse(view.json) as ConsensusView).data;
    const svg = drawTopic({ title: topic.title, rows, look: lookOf(c.req.valid('query')), titled: true });
    return sendText(c, String(svg), 'image/svg+xml') as Drawn;
  },
);
