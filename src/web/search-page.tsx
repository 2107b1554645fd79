import type { Claim } from '../claim/claim.ts';
import type { Page as Rows } from '../store/store.ts';
import { showScope } from '../view/show-scope.ts';
import { Instant, Page, Text } from './layout.tsx';
import { Field, moreLink, Quoted } from './parts.tsx';
import { linkToOutlet, type Names } from './web.ts';

/** What may be searched by; all of it stands in the address. */
export interface SearchFilter {
  q?: string | undefined;
  topic?: string | undefined;
  outlet?: string | undefined;
  origin?: string | undefined;
  predicate?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export const SearchForm = ({ filter }: { filter: SearchFilter }) => (
  <form class="filters" action="/search" method="get" aria-label="Statements">
    <Field label="Words" name="q" value={filter.q} wide />
    <Field label="Outlet" name="outlet" value={filter.outlet} />
    <Field label="Origin" name="origin" value={filter.origin} />
    <Field label="Topic" name="topic" value={filter.topic} />
    <Field label="Kind of statement" name="predicate" value={filter.predicate} />
    <Field label="At least" name="min" value={filter.min} type="number" />
    <Field label="At most" name="max" value={filter.max} type="number" />
    <Field label="From" name="from" value={filter.from} type="date" />
    <Field label="Before" name="to" value={filter.to} type="date" />
    <button type="submit">Search</button>
  </form>
);

const Hit = ({ claim, names }: { claim: Claim; names: Names }) => (
  <li>
    <Quoted claim={claim} names={names} />
    <small>
      <a href={linkToOutlet(claim.outlet)}>
        <Text>{names.outlet(claim.outlet)}</Text>
      </a>
      {claim.attribution.origin === null ? null : (
        <>
          {' ← '}
          <Text>{names.origin(claim.attribution.origin)}</Text>
        </>
      )}
      {' · '}
      <Instant at={claim.publishedAt} />
      {showScope(claim.scope, names.scope).map(({ text }) => (
        <>
          {' · '}
          <Text>{text}</Text>
        </>
      ))}
      {' · '}
      <a href={`/topics/${encodeURIComponent(claim.topic)}`}>topic</a>
    </small>
  </li>
);

/** Statements that hold all that is asked; without a question, the form and the newest. */
export function SearchPage(props: { filter: SearchFilter; hits: Rows<Claim>; names: Names; style: string }) {
  const { filter, hits, names } = props;
  return (
    <Page title="Search – Crosscheck" style={props.style}>
      <div class="hero">
        <h1>Search the statements</h1>
        <p>Words are looked for in the sentences that prove a statement, with or without accents.</p>
      </div>
      <SearchForm filter={filter} />
      <section aria-labelledby="hits">
        <h2 id="hits">{hits.data.length === 0 ? 'Nothing was found' : 'Found'}</h2>
        {hits.data.length === 0 ? (
          <p>No statement holds all of this. Leave something out, or look for fewer words.</p>
        ) : (
          <ul class="hits">
            {hits.data.map((claim) => (
              <Hit claim={claim} names={names} />
            ))}
          </ul>
        )}
        {hits.next === null ? null : (
          <p class="more">
            <a href={moreLink('/search', filter, hits.next)}>More statements</a>
          </p>
        )}
      </section>
    </Page>
  );
}
