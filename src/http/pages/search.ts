import { CrosscheckError } from '../../errors.ts';
import type { ClaimFilter } from '../../store/store.ts';
import { STYLE } from '../../web/assets.ts';
import { type SearchFilter, SearchPage } from '../../web/search-page.tsx';
import { readNames } from '../read-names.ts';
import { asked, type ShowPage, sendPage } from './send-page.ts';

const SHOWN = 50;
const WORDS = ['q', 'topic', 'outlet', 'origin', 'predicate'] as const;
const FIGURES = ['min', 'max'] as const;
const DAYS = ['from', 'to'] as const;

/** @throws CrosscheckError `invalid-request` for a figure or a day that is none */
function filterOf(asked: SearchFilter): ClaimFilter {
  const filter: ClaimFilter = {};
  for (const name of WORDS) if (asked[name] !== undefined) filter[name] = asked[name];
  for (const name of FIGURES) {
    const text = asked[name];
    if (text === undefined) continue;
    const figure = Number(text);
    if (!Number.isFinite(figure)) throw new CrosscheckError('invalid-request', `“${text}” is no figure.`);
    filter[name] = figure;
  }
  for (const name of DAYS) {
    const text = asked[name];
    if (text === undefined) continue;
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(day)) throw new CrosscheckError('invalid-request', `“${text}” is no day.`);
    filter[name] = new Date(day).toISOString();
  }
  return filter;
}

export const showSearch: ShowPage = async (c) => {
  const services = c.get('services');
  const filter: SearchFilter = Object.fromEntries(
    [...WORDS, ...FIGURES, ...DAYS].map((name) => [name, asked(c, name)]),
  );
  const hits = await services.store.claims(filterOf(filter), { limit: SHOWN, after: c.req.query('after') });
  const names = await readNames(services, hits.data);
  return sendPage(c, SearchPage({ filter, hits, names, style: STYLE }));
};
