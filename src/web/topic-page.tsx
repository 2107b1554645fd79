import type { Consensus } from '../consensus/consensus.ts';
import { type Finding, TIER, Tier } from '../finding/finding.ts';
import { isStructured } from '../group/comparability-key.ts';
import type { Topic } from '../topic/topic.ts';
import { plural, showNumber } from '../view/show-number.ts';
import { showSpan } from '../view/show-time.ts';
import { TIER_WORDS } from '../view/words.ts';
import { ConsensusTable, type Flag } from './consensus-table.tsx';
import { Instant, Page, SampleNote, Text } from './layout.tsx';
import { type Findings, TierSection } from './tier-section.tsx';

export interface TopicPageProps extends Omit<Findings, 'topic'> {
  topic: Topic;
  style: string;
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
    {props.topic.documents > props.documents.length ? (
      <p class="more">
        The newest {plural(props.documents.length, 'article')} of {showNumber(props.topic.documents)} are
        listed. <a href={`/v1/documents?topic=${encodeURIComponent(props.topic.id)}`}>All of them</a> are in
        the API.
      </p>
    ) : null}
  </section>
);

/** What is flagged about each question, with the place of its first finding. */
function flagsOf(findings: readonly Finding[]): ReadonlyMap<string, Flag[]> {
  const flags = new Map<string, Flag[]>();
  for (const finding of findings) {
    const tier = TIER[finding.verdict];
    if (tier !== 'conflict' && tier !== 'check') continue;
    for (const group of finding.groups) {
      const known = flags.get(group) ?? [];
      const flag = known.find((each) => each.tier === tier);
      if (flag) flag.count += 1;
      else flags.set(group, [...known, { tier, count: 1, href: `#${encodeURIComponent(finding.id)}` }]);
    }
  }
  return flags;
}

function Questions({ props }: { props: TopicPageProps }) {
  const { consensus, names } = props;
  const flags = flagsOf(props.findings);
  const isOwnRow = (id: string) => {
    const claim = props.claims.get(id);
    return claim !== undefined && isStructured(claim);
  };
  // A figure that was read without a predicate stands apart, unless something is flagged about it.
  const isKnown = (row: Consensus) =>
    row.group.predicate !== null ||
    flags.has(row.group.id) ||
    row.positions.some((position) => position.claims.some(isOwnRow));
  const known = consensus.filter(isKnown);
  const together = known.filter((row) => row.support.originsMax > 1);
  const alone = known.filter((row) => row.support.originsMax <= 1);
  const unknown = consensus.filter((row) => !isKnown(row));
  const folded = [
    {
      rows: alone,
      summary: `Reported by one origin only: ${plural(alone.length, 'question')}`,
      caption: 'Questions that one origin alone answers, in one outlet or in several.',
    },
    {
      rows: unknown,
      summary: `Other figures: ${unknown.length}`,
      caption: 'Figures that the vocabulary has no predicate for, as the articles word them.',
    },
  ];
  return (
    <section aria-labelledby="consensus">
      <h2 id="consensus">What they say together</h2>
      {together.length > 0 ? (
        <ConsensusTable
          caption="Questions that more than one origin answers. An origin is counted once, however many outlets relay it; hidden copying cannot be excluded, hence “at most”."
          rows={together}
          names={names}
          flags={flags}
        />
      ) : (
        <p>No question is answered by more than one origin yet.</p>
      )}
      {folded
        .filter(({ rows }) => rows.length > 0)
        .map(({ rows, summary, caption }) => (
          <details>
            <summary>{summary}</summary>
            <ConsensusTable caption={caption} rows={rows} names={names} flags={flags} />
          </details>
        ))}
    </section>
  );
}

/** "7–17 October 2023": when the articles at hand came out. */
function published({ documents }: TopicPageProps): string {
  const days = documents.map((document) => document.publishedAt.slice(0, 10)).sort();
  return showSpan(days[0] ?? '', days.at(-1) ?? '');
}

/** A topic: what the outlets agree on, what differs and why, and the articles it was read from. */
export function TopicPage(props: TopicPageProps) {
  const { topic } = props;
  const api = `/v1/topics/${encodeURIComponent(topic.id)}`;
  return (
    <Page title={`${topic.title} – Crosscheck`} style={props.style}>
      <div class="hero">
        {topic.sample ? <SampleNote /> : null}
        <h1>
          <Text>{topic.title}</Text>
        </h1>
        <p class="facts">
          {plural(topic.outlets, 'outlet')} · {plural(topic.documents, 'article')}
          {props.documents.length === topic.documents ? ` of ${published(props)}` : null} ·{' '}
          {plural(topic.claims, 'statement')} · compared <Instant at={topic.updatedAt} />
        </p>
      </div>
      <Summary props={props} />
      <Questions props={props} />
      <section aria-labelledby="discrepancies">
        <h2 id="discrepancies">What differs, and why</h2>
        {Tier.options.map((tier) => (
          <TierSection tier={tier} props={{ ...props, topic: topic.id }} />
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
