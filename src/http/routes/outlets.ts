import { Outlet } from '../../document/outlet.ts';
import { CrosscheckError } from '../../errors.ts';
import { OutletView } from '../../view/outlet-view.ts';
import { outletSheet } from '../../view/sheets/catalogue.ts';
import { idParam } from '../filters.ts';
import { flat, sendFlat } from '../flat.ts';
import { findNamed } from '../negotiate.ts';
import { profileOf } from '../outlet-profile.ts';
import { listOf, PAGING, sendPage, splitPaging } from '../paging.ts';
import { answersAs, answersFlat, defineRoute, FAILURES, FAILURES_OF_ONE, query } from '../router.ts';
import { sendOne } from '../send-as.ts';

export const listOutlets = defineRoute(
  {
    method: 'get',
    path: '/v1/outlets',
    operationId: 'listOutlets',
    tags: ['Outlets'],
    summary: 'List outlets',
    request: { query: query({ flat, ...PAGING }) },
    responses: { 200: answersFlat('A page of outlets.', listOf('OutletList', Outlet)), ...FAILURES },
  },
  async (c) => {
    const { store } = c.get('services');
    const { flat: isFlat, ...search } = c.req.valid('query');
    if (isFlat) return sendFlat<never, Outlet>(c, (each) => store.outlets(each), outletSheet);
    return sendPage(c, await store.outlets(splitPaging(search).page), { sheet: outletSheet });
  },
);

export const getOutlet = defineRoute(
  {
    method: 'get',
    path: '/v1/outlets/{id}',
    operationId: 'getOutlet',
    tags: ['Outlets'],
    summary: 'What an outlet said, whom it relays, where it stands apart',
    description: 'Counts, and links to what was counted. No outlet carries a score.',
    request: { params: idParam('Id of the outlet.'), query: query({}) },
    responses: { 200: answersAs('The outlet.', OutletView), ...FAILURES_OF_ONE },
  },
  async (c) => {
    const { id } = c.req.valid('param');
    const outlet = await findNamed(c, id, (name) => c.get('services').store.outlet(name));
    if (outlet === null) throw new CrosscheckError('not-found', `There is no outlet "${id}".`);
    return sendOne<OutletView>(c, await profileOf(outlet, c.get('services').store), { sheet: outletSheet });
  },
);
