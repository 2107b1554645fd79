import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Claim } from '../../claim/claim.ts';
import { CrosscheckError } from '../../errors.ts';
import type { ConsensusView } from '../../view/consensus-view.ts';
import { STATUS_MEANING, STATUS_WORDS } from '../../view/words.ts';
import { baseUrl } from '../base-url.ts';
import { answers, defineRoute, FAILURES, query } from '../router.ts';
import { sendJson } from '../send-as.ts';
import type { Env } from '../services.ts';

const whole = (most: number, preset: string, description: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'Give a whole number.')
    .default(preset)
    .transform((text) => Math.min(Number(text), most))
    .openapi({ type: 'integer', minimum: 0, default: Number(preset), description });

const text = (description: string) => z.string().max(1_000).optional().meta({ description });

const SearchQuery = query({
  query: text('Words to be found in a statement. Needed unless reviewPublisherSiteFilter is given.'),
  languageCode: text('BCP 47, such as "en" or "en-GB". What is not English is not read.'),
  reviewPublisherSiteFilter: text('Host of a publisher. The only one here is this server.'),
  maxAgeDays: whole(100_000, '0', 'Published within so many days; 0: no matter when.'),
  pageSize: whole(100, '10', 'Statements a page, at most 100; 0: ten.'),
  pageToken: text('`nextPageToken` of the page before. Opaque.'),
  offset: whole(1_000, '0', 'How many statements to pass over; only without pageToken.'),
  alt: z.literal('json').optional().meta({ description: 'Sent by client libraries.' }),
});

const Review = z
  .strictObject({
    publisher: z.strictObject({ name: z.string(), site: z.string() }),
    url: z.string(),
    title: z.string(),
    reviewDate: z.string(),
    textualRating: z
      .string()
      .meta({ description: 'How the outlets stand to each other. Never true or false.' }),
    languageCode: z.string(),
  })
  .meta({ id: 'SearchedReview', description: 'What the question comes to that the statement answers.' });

const SearchAnswer = z
  .strictObject({
    claims: z.array(
      z
        .strictObject({
          text: z.string().meta({ description: 'The exact words of the article.' }),
          claimant: z.string().meta({ description: 'Who it goes back to; the outlet when it names nobody.' }),
          claimDate: z.string(),
          claimReview: z.array(Review),
        })
        .meta({ id: 'SearchedClaim' }),
    ),
    nextPageToken: z.string().meta({ description: 'Empty at the end.' }),
  })
  .meta({ id: 'ClaimSearch', description: 'The shape of Google’s Fact Check Tools API, version v1alpha1.' });

const DAY = 86_400_000;

/** What the questions of a topic come to, by the claims that answer them. */
async function reviewsOf(c: Context<Env>, claims: readonly Claim[]) {
  const { store } = c.get('services');
  const base = baseUrl(c);
  const wanted = new Set(claims.map((claim) => claim.id));
  const found = new Map<string, z.infer<typeof Review>>();
  for (const topic of new Set(claims.map((claim) => claim.topic))) {
    const [view, about] = await Promise.all([store.view(topic, 'consensus'), store.topic(topic)]);
    if (!view || !about) continue;
    for (const { group, status, display, positions } of (JSON.parse(view.json) as ConsensusView).data) {
      for (const id of positions.flatMap((position) => position.claims)) {
        if (!wanted.has(id)) continue;
        found.set(id, {
          publisher: { name: 'Crosscheck', site: new URL(base).host },
          url: `${base}/topics/${encodeURIComponent(topic)}#${group.id}`,
          title: group.question,
          reviewDate: about.updatedAt,
          textualRating: `${STATUS_WORDS[status]}: ${display}. ${STATUS_MEANING[status]}`,
          languageCode: 'en',
        });
      }
    }
  }
  return found;
}

/** @throws CrosscheckError `invalid-request` for a search for nothing, or two ways of paging at once */
function refuse({
  query: words,
  reviewPublisherSiteFilter: site,
  pageToken,
  offset,
}: z.infer<typeof SearchQuery>): void {
  const errors = [
    ...(!words?.trim() && !site
      ? [{ path: 'query', message: 'Give words to search for, or reviewPublisherSiteFilter.' }]
      : []),
    ...(pageToken && offset > 0
      ? [{ path: 'offset', message: 'Leave it out when pageToken is given.' }]
      : []),
  ];
  if (errors.length > 0)
    throw new CrosscheckError('invalid-request', 'The query has a mistake: see errors.', { errors });
}

/** One page behind those that `offset` passes over. */
async function readPage(c: Context<Env>, search: z.infer<typeof SearchQuery>) {
  const { store, now } = c.get('services');
  const { query: words, maxAgeDays, pageSize, pageToken, offset } = search;
  const since = maxAgeDays > 0 ? new Date(now().getTime() - maxAgeDays * DAY).toISOString() : undefined;
  const filter = { q: words?.trim() || undefined, from: since };
  let after = pageToken || undefined;
  for (let left = offset; left > 0; left -= Math.min(left, 500)) {
    const { next } = await store.claims(filter, { limit: Math.min(left, 500), after });
    if (next === null) return { data: [], next: null };
    after = next;
  }
  return store.claims(filter, { limit: pageSize || 10, after });
}

export const searchClaims = defineRoute(
  {
    method: 'get',
    path: '/v1alpha1/claims:search',
    operationId: 'searchClaims',
    tags: ['Claims'],
    summary: 'Search claims, in the shape of Google’s Fact Check Tools API',
    description:
      'For programs that speak that API already. A review here is no verdict on a statement: it says whether the outlets agree.',
    request: { query: SearchQuery },
    responses: {
      200: answers('A page of claims.', SearchAnswer),
      304: FAILURES[304],
      400: FAILURES[400],
      406: FAILURES[406],
      500: FAILURES[500],
    },
  },
  async (c) => {
    const search = c.req.valid('query');
    refuse(search);
    const { languageCode, reviewPublisherSiteFilter: site } = search;
    const other = Boolean(languageCode) && !/^en(?:-|$)/i.test(languageCode ?? '');
    const elsewhere = Boolean(site) && site?.replace(/^https?:\/\//, '') !== new URL(baseUrl(c)).host;
    if (other || elsewhere) return sendJson(c, { claims: [], nextPageToken: '' });
    const { data, next } = await readPage(c, search);
    const reviews = await reviewsOf(c, data);
    const claims = data.map((claim) => {
      const review = reviews.get(claim.id);
      return {
        text: claim.evidence.quote,
        claimant: claim.attribution.chain.at(-1)?.name ?? claim.outlet,
        claimDate: claim.publishedAt,
        claimReview: review ? [review] : [],
      };
    });
    return sendJson(c, { claims, nextPageToken: next ?? '' });
  },
);
