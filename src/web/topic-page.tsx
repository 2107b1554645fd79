import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Document } from '../document/document.ts';
import { type Finding, TIER, Tier } from '../finding/finding.ts';
import type { Topic } from '../topic/topic.ts';
import { plural } from '../view/show-number.ts';
import { TIER_WORDS } from '../view/words.ts';
import { ConsensusTable } from './consensus-table.tsx';
import { FindingCard } from './finding-card.tsx';
import { Instant, Page, SampleNote, Text } from './layout.tsx';
import type { Names } from './web.ts';

export interface TopicPageProps {
  topic: Topic;
  consensus: readonly Consensus[];
  findings: readonly Finding[];
  /** There are more findings than are shown. */
  more: boolean;
  claims: ReadonlyMap<string, Claim>;
  documents: readonly Pick<Document, 'id' | 'title' | 'outlet' | 'publishedAt'>[];
  names: Names;
  style: string;
}

const ofTier = (findings: readonly Finding[], tier: Tier) =>
  findings.filter((finding) => TIER[finding.verdict] === tier);

function TierSection({ tier, props }: { tier: Tier; props: TopicPageProps }) {
  const findings = ofTier(props.findings, tier);
  const questions = new Map(props.consensus.map((row) => [row.group.id, row.group.question]));
  const { title, meaning } = TIER_WORDS[tier];
  return (
    <section class={`tier ${tier}`} aria-labelledby={tier}>
      <h3 id={tier}>
        {title} <span class="count">{findings.length}</span>
      </h3>
      <p class="lede-small">{findings.length === 0 ? 'None.' : meaning}</p>
      {findings.map((finding) => (
        <FindingCard
          finding={finding}
          questions={finding.groups.flatMap((id) => questions.get(id) ?? [])}
          claims={finding.claims.flatMap((id) => props.claims.get(id) ?? [])}
          names={props.names}
        />
      ))}
    </section>
  );
}

const Summary = ({ props }: { props: TopicPageProps }) => (
  <ul class="summary">
    {Tier.options.map((tier) => (
      <li class={tier}>
        <a href={`#${tier}`}>
          <b>{ofTier(props.findings, tier).length}</b>
          <span>{TIER_WORDS[tier].title}</span>
        </a>
      </li>
    ))}
    <li>
      <a href="#consensus">
        <b>{props.consensus.length}</b>
        <span>{props.consensus.length === 1 ? 'Question' : 'Questions'}</span>
      </a>
    </li>
  </ul>
);

const Articles = ({ props }: { props: TopicPageProps }) => (
  <section aria-labelledby="articles">
    <h2 id="articles">Articles</h2>
    <ul class="articles">
      {props.documents.map((document) => (
        <li>
          <a href={`/documents/${encodeURIComponent(document.id)}`}>
            <Text>{document.title ?? 'Untitled'}</Text>
          </a>
          <small>
            <Text>{props.names.outlet(document.outlet)}</Text>, <Instant at={document.publishedAt} />
          </small>
        </li>
      ))}
    </ul>
  </section>
);

/** A topic: what the outlets agree on, what differs and why, and the articles it was read from. */
export function TopicPage(props: TopicPageProps) {
  const { topic, consensus, names } = props;
  const shared = consensus.filter((row) => row.support.outlets > 1);
  const alone = consensus.filter((row) => row.support.outlets <= 1);
  const api = `/v1/topics/${encodeURIComponent(topic.id)}`;
  return (
    <Page title={`${topic.title} – Crosscheck`} style={props.style}>
      <div class="hero">
        {topic.sample ? <SampleNote /> : null}
        <h1>
          <Text>{topic.title}</Text>
        </h1>
        <p class="facts">
          {plural(topic.outlets, 'outlet')} · {plural(topic.documents, 'article')} ·{' '}
          {plural(topic.claims, 'statement')} · as of <Instant at={topic.updatedAt} />
        </p>
      </div>
      <Summary props={props} />
      <section aria-labelledby="consensus">
        <h2 id="consensus">What they say together</h2>
        {shared.length > 0 ? (
          <ConsensusTable
            caption="Questions that more than one outlet answers. Origins are counted once, however many outlets relay them; hidden copying cannot be excluded, hence “at most”."
            rows={shared}
            names={names}
          />
        ) : (
          <p>No question is answered by more than one outlet yet.</p>
        )}
        {alone.length > 0 ? (
          <details>
            <summary>{plural(alone.length, 'question')} that only one outlet answers</summary>
            <ConsensusTable caption="Questions that only one outlet answers." rows={alone} names={names} />
          </details>
        ) : null}
      </section>
      <section aria-labelledby="discrepancies">
        <h2 id="discrepancies">What differs, and why</h2>
        {Tier.options.map((tier) => (
          <TierSection tier={tier} props={props} />
        ))}
        {props.more ? (
          <p class="more">
            The most severe are shown.{' '}
            <a href={`${api}/discrepancies?tier=conflict,check,explained`}>All of them</a> are in the API.
          </p>
        ) : null}
      </section>
      <Articles props={props} />
      <p class="machine">
        For programs: <a href={`${api}/consensus`}>consensus</a>,{' '}
        <a href={`${api}/discrepancies?_extra=claims`}>discrepancies</a>.
      </p>
    </Page>
  );
}
