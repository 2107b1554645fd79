import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import type { Outlet } from '../document/outlet.ts';
import type { Finding } from '../finding/finding.ts';
import type { Page as Rows } from '../store/store.ts';
import { plural } from '../view/show-number.ts';
import { VERDICT_WORDS } from '../view/words.ts';
import { Instant, NameList, Page, SampleNote, Text } from './layout.tsx';
import { moreLink, Quoted } from './parts.tsx';
import type { Apart } from './stand-apart.ts';
import { linkToGroup, linkToOutlet, type Names } from './web.ts';

/** All outlets, by name of their id. */
export const OutletsPage = ({ outlets, style }: { outlets: Rows<Outlet>; style: string }) => (
  <Page title="Outlets – Crosscheck" style={style}>
    <div class="hero">
      <h1>Outlets</h1>
      <p>
        Who publishes. None carries a score: what counts is whom it relays, and that is shown claim by claim.
      </p>
    </div>
    <ul class="articles">
      {outlets.data.map((outlet) => (
        <li>
          <a href={linkToOutlet(outlet.id)}>
            <Text>{outlet.name}</Text>
          </a>
          <small>
            {outlet.kind}
            {outlet.owner === null ? null : (
              <>
                {' · owned by '}
                <Text>{outlet.owner}</Text>
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
    {outlets.data.length === 0 ? <p>No article has come in yet.</p> : null}
    {outlets.next === null ? null : (
      <p class="more">
        <a href={moreLink('/outlets', {}, outlets.next)}>More outlets</a>
      </p>
    )}
  </Page>
);

/** Whom an outlet relays, most often first: names of sources with how often, among the statements at hand. */
function relayed(claims: readonly Claim[], names: Names): string[] {
  const counts = new Map<string, number>();
  for (const { attribution } of claims)
    if (attribution.origin !== null)
      counts.set(attribution.origin, (counts.get(attribution.origin) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 20)
    .map(([origin, count]) => `${names.origin(origin)} (${count})`);
}

const Differences = ({ findings, names }: { findings: readonly Finding[]; names: Names }) => (
  <section aria-labelledby="differs">
    <h2 id="differs">Where it takes part in a difference</h2>
    {findings.length === 0 ? <p>In none that is known.</p> : null}
    <ul class="foremost">
      {findings.map((finding) => (
        <li>
          <a href={linkToGroup(finding.groups[0] ?? '')}>
            <Text>{names.sentence(finding.because)}</Text>
          </a>
          <small>{VERDICT_WORDS[finding.verdict]}</small>
        </li>
      ))}
    </ul>
  </section>
);

const StandsApart = ({ apart }: { apart: readonly Apart[] }) =>
  apart.length === 0 ? null : (
    <section aria-labelledby="apart">
      <h2 id="apart">Where it stands apart</h2>
      <p class="lede-small">It carries what fewer origins say. That says nothing about who is right.</p>
      <ul class="hits">
        {apart.map(({ group, question, display, against }) => (
          <li>
            <a href={linkToGroup(group)}>
              <Text>{question}</Text>
            </a>
            <small>
              It says <Text>{display}</Text>; more origins say <Text>{against}</Text>.
            </small>
          </li>
        ))}
      </ul>
    </section>
  );

/** What an outlet said, whom it relays, where it stands apart. */
export function OutletPage(props: {
  outlet: Outlet;
  documents: Rows<Document>;
  claims: Rows<Claim>;
  findings: readonly Finding[];
  apart: readonly Apart[];
  names: Names;
  style: string;
}) {
  const { outlet, documents, claims, names } = props;
  const sources = relayed(claims.data, names);
  return (
    <Page title={`${outlet.name} – Crosscheck`} style={props.style}>
      <div class="hero">
        <p class="crumbs">
          <a href="/outlets">Outlets</a>
        </p>
        {outlet.sample ? <SampleNote /> : null}
        <h1>
          <Text>{outlet.name}</Text>
        </h1>
        <p class="facts">
          {outlet.kind}
          {outlet.owner === null ? null : (
            <>
              {' · owned by '}
              <Text>{outlet.owner}</Text>
            </>
          )}
        </p>
      </div>
      <section aria-labelledby="relays">
        <h2 id="relays">Whom it relays</h2>
        <p>
          {sources.length === 0 ? (
            'Nobody by name: it speaks in its own voice.'
          ) : (
            <>
              Of its newest {plural(claims.data.length, 'statement')}: <NameList names={sources} />.
            </>
          )}
        </p>
      </section>
      <StandsApart apart={props.apart} />
      <Differences findings={props.findings} names={names} />
      <section aria-labelledby="said">
        <h2 id="said">What it said last</h2>
        <ul class="hits">
          {claims.data.slice(0, 30).map((claim) => (
            <li>
              <Quoted claim={claim} names={names} />
            </li>
          ))}
        </ul>
        <p class="more">
          <a href={`/search?outlet=${encodeURIComponent(outlet.id)}`}>All its statements</a>
        </p>
      </section>
      <section aria-labelledby="articles">
        <h2 id="articles">Articles</h2>
        <ul class="articles">
          {documents.data.map((document) => (
            <li>
              <a href={`/documents/${encodeURIComponent(document.id)}`}>
                <Text>{document.title ?? 'Untitled'}</Text>
              </a>
              <small>
                <Instant at={document.publishedAt} />
              </small>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
