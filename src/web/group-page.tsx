import type { Claim } from '../claim/claim.ts';
import { type Consensus, everyPosition } from '../consensus/consensus.ts';
import type { Timeline } from '../consensus/timeline.ts';
import { type Finding, TIER } from '../finding/finding.ts';
import type { Topic } from '../topic/topic.ts';
import { plural } from '../view/show-number.ts';
import { showScope } from '../view/show-scope.ts';
import { showValue } from '../view/show-value.ts';
import { STATUS_MEANING } from '../view/words.ts';
import { FigureChart, TollChart } from './charts.tsx';
import { ConsensusTable } from './consensus-table.tsx';
import { EmbedBox, EmbedHead } from './embed-box.tsx';
import { FindingCard } from './finding-card.tsx';
import { type Abilities, Instant, Page, SampleNote, Text } from './layout.tsx';
import { linkToClaim, type Names } from './web.ts';

const Statements = ({ claims, names }: { claims: readonly Claim[]; names: Names }) => (
  <section aria-labelledby="statements">
    <h2 id="statements">{plural(claims.length, 'statement')}</h2>
    <ul class="hits">
      {claims.map((claim) => (
        <li>
          <b>
            <Text>{showValue(claim.value)}</Text>
          </b>
          <blockquote dir="auto">
            <p>{claim.evidence.quote}</p>
          </blockquote>
          <small>
            <Text>{names.outlet(claim.outlet)}</Text>
            {claim.attribution.chain.map(({ name }) => (
              <>
                {' ← '}
                <Text>{name}</Text>
              </>
            ))}
            {' · '}
            <a href={linkToClaim(claim)}>
              <Instant at={claim.publishedAt} />
            </a>
          </small>
        </li>
      ))}
    </ul>
  </section>
);

/** One question: the figures on one scale, how they moved, the findings about it and every statement. */
export function GroupPage(props: {
  topic: Topic;
  /** Where in the sequence of changes it was read. */
  since: string;
  /** Address of this server for embedding; null: it cannot be embedded. */
  base: string | null;
  row: Consensus;
  timeline: Timeline | null;
  findings: readonly Finding[];
  claims: ReadonlyMap<string, Claim>;
  texts: ReadonlyMap<string, string>;
  durations: Readonly<Record<string, number>>;
  names: Names;
  style: string;
  abilities?: Abilities;
}) {
  const { topic, row, timeline, findings, claims, names } = props;
  const own = everyPosition(row).flatMap((position) => position.claims.flatMap((id) => claims.get(id) ?? []));
  const isExplained = ({ verdict }: Finding) => TIER[verdict] === 'explained';
  const explained = findings.filter(isExplained).length;
  const cards = (folded: boolean) =>
    findings
      .filter((finding) => isExplained(finding) === folded)
      .map((finding) => (
        <FindingCard
          finding={finding}
          claims={finding.claims.flatMap((id) => claims.get(id) ?? [])}
          texts={props.texts}
          names={names}
        />
      ));
  const chart = FigureChart({ id: 'figure', row, claims, durations: props.durations, names });
  const toll = timeline === null ? null : TollChart({ id: 'toll', timeline, names });
  const scope = showScope(row.group.scope, names.scope);
  const { id, question } = row.group;
  const { base } = props;
  const embedded =
    base === null ? null : { base, topic: topic.id, group: id, title: question, drawn: chart !== null };
  return (
    <Page
      title={`${row.group.question} – Crosscheck`}
      style={props.style}
      live={{ topic: topic.id, since: props.since }}
      abilities={props.abilities}
      head={embedded === null ? null : <EmbedHead embedded={embedded} />}
    >
      <div class="hero">
        <p class="crumbs">
          <a href={`/topics/${encodeURIComponent(topic.id)}`}>
            <Text>{topic.title}</Text>
          </a>
        </p>
        {topic.sample ? <SampleNote /> : null}
        <h1>
          <Text>{row.group.question}</Text>
        </h1>
        <p class="facts">
          {STATUS_MEANING[row.status]}
          {scope.map(({ label, text }) => (
            <>
              {' · '}
              {label}: <Text>{text}</Text>
            </>
          ))}
        </p>
      </div>
      <section aria-labelledby="figures">
        <h2 id="figures">What they say</h2>
        {chart}
        <ConsensusTable
          caption="The same question as the topic lists it."
          rows={[row]}
          names={{ ...names, links: { claim: linkToClaim, group: () => null } }}
          flags={new Map()}
        />
      </section>
      {toll === null ? null : (
        <section aria-labelledby="moved">
          <h2 id="moved">How the figure moved</h2>
          {toll}
        </section>
      )}
      {findings.length === 0 ? null : (
        <section aria-labelledby="found">
          <h2 id="found">What differs, and why</h2>
          {cards(false)}
          {explained === 0 ? null : (
            <details>
              <summary>{plural(explained, 'difference')} that only looks like one</summary>
              {cards(true)}
            </details>
          )}
        </section>
      )}
      <Statements claims={own} names={names} />
      {embedded === null ? null : <EmbedBox embedded={embedded} />}
      <p class="machine">
        For programs:{' '}
        <a href={`/v1/groups/${encodeURIComponent(row.group.id)}/explain`}>why they are one question</a>
        {chart === null ? null : (
          <>
            , <a href={`/v1/groups/${encodeURIComponent(row.group.id)}/chart.svg`}>the drawing</a>
          </>
        )}
        .
      </p>
    </Page>
  );
}
