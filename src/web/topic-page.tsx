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
  /** The most severe of each tier. */
  findings: readonly Finding[];
  /** How many there are of each tier. */
  counts: Record<Tier, number>;
  claims: ReadonlyMap<string, Claim>;
  documents: readonly Document[];
  names: Names;
  style: string;
}

/** So many explained findings are shown unfolded. */
const OPEN = 3;

const ofTier = (findings: readonly Finding[], tier: Tier) =>
  findings.filter((finding) => TIER[finding.verdict] === tier);

function Cards({ findings, props }: { findings: readonly Finding[]; props: TopicPageProps }) {
  const questions = new Map(props.consensus.map((row) => [row.group.id, row.group.question]));
  const texts = new Map(props.documents.map((document) => [document.id, document.text]));
  return (
    <>
      {findings.map((finding) => (
        <FindingCard
          finding={finding}
          questions={finding.groups.flatMap((id) => questions.get(id) ?? [])}
          claims={finding.claims.flatMap((id) => props.claims.get(id) ?? [])}
          texts={texts}
          names={props.names}
        />
      ))}
    </>
  );
}

function TierSection({ tier, props }: { tier: Tier; props: TopicPageProps }) {
  const findings = ofTier(props.findings, tier);
  const count = props.counts[tier];
  const { title, meaning } = TIER_WORDS[tier];
  const all = `/v1/topics/${encodeURIComponent(props.topic.id)}/discrepancies?tier=${tier}&_extra=claims`;
  const cards = <Cards findings={findings} props={props} />;
  return (
    <section class={`tier ${tier}`} aria-labelledby={tier}>
      <h3 id={tier}>
        {title} <span class="count">{count}</span>
      </h3>
      <p class="lede-small">{count === 0 ? 'None.' : meaning}</p>
      {tier === 'explained' && count > OPEN ? (
        <details>
          <summary>Show them, each with its reason</summary>
          {cards}
        </details>
      ) : (
        cards
      )}
      {count > findings.length ? (
        <p class="more">
          {plural(findings.length, 'finding')} of {count} shown, the most severe.{' '}
          <a href={all}>All of them</a> are in the API.
        </p>
      ) : null}
    </section>
  );
}

const Summary = ({ props }: { props: TopicPageProps }) => (
  <ul class="summary">
    {Tier.options.map((tier) => (
      <li class={tier}>
        <a href={`#${tier}`}>
          <b>{props.counts[tier]}</b>
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
      </section>
      <Articles props={props} />
      <p class="machine">
        For programs: <a href={`${api}/consensus`}>consensus</a>,{' '}
        <a href={`${api}/discrepancies?_extra=claims`}>discrepancies</a>.
      </p>
    </Page>
  );
}
