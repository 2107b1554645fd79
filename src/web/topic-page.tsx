import type { Topic } from '../topic/topic.ts';
import { plural, showNumber } from '../view/show-number.ts';
import { showSpan } from '../view/show-time.ts';
import { briefOf } from '../view/topic-brief.ts';
import { EmbedBox, EmbedHead } from './embed-box.tsx';
import { type Abilities, Instant, Page, SampleNote, Text } from './layout.tsx';
import { TopicBody, type TopicBodyProps } from './topic-body.tsx';

export interface TopicPageProps extends Omit<TopicBodyProps, 'topic' | 'title'> {
  topic: Topic;
  /** Where in the sequence of changes it was read. */
  since: string;
  /** Address of this server for embedding; null: it cannot be embedded. */
  base: string | null;
  style: string;
  abilities?: Abilities;
}

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

/** "7–17 October 2023": when the articles at hand came out. */
function published({ documents }: TopicPageProps): string {
  const days = documents.map((document) => document.publishedAt.slice(0, 10)).sort();
  return showSpan(days[0] ?? '', days.at(-1) ?? '');
}

/** A topic: what the outlets agree on, what differs and why, and the articles it was read from. */
export function TopicPage(props: TopicPageProps) {
  const { topic } = props;
  const api = `/v1/topics/${encodeURIComponent(topic.id)}`;
  const { base, consensus } = props;
  const embedded =
    base === null ? null : { base, topic: topic.id, title: topic.title, drawn: consensus.length > 0 };
  return (
    <Page
      title={`${topic.title} – Crosscheck`}
      style={props.style}
      live={{ topic: topic.id, since: props.since }}
      abilities={props.abilities}
      head={embedded === null ? null : <EmbedHead embedded={embedded} />}
    >
      <div class="hero">
        {topic.sample ? <SampleNote /> : null}
        <h1>
          <Text>{topic.title}</Text>
        </h1>
        <p class="brief">{briefOf(props.consensus)}</p>
        <p class="facts">
          {plural(topic.documents, 'article')}
          {props.documents.length === topic.documents ? ` of ${published(props)}` : null} ·{' '}
          {plural(topic.claims, 'statement')} · compared <Instant at={topic.updatedAt} /> ·{' '}
          <a href={`/check?topic=${encodeURIComponent(topic.id)}`}>Check a draft against it</a>
        </p>
      </div>
      <TopicBody {...props} topic={topic.id} title={topic.title} />
      {props.page > 1 ? null : <Articles props={props} />}
      {embedded === null ? null : <EmbedBox embedded={embedded} />}
      <p class="machine">
        For programs: <a href={`${api}/consensus`}>consensus</a>,{' '}
        <a href={`${api}/discrepancies?_extra=claims`}>discrepancies</a>,{' '}
        <a href={`${api}/chart.svg`}>drawing</a>.
      </p>
    </Page>
  );
}
