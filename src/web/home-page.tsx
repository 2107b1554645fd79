import type { Finding } from '../finding/finding.ts';
import type { Page as Rows } from '../store/store.ts';
import type { Topic } from '../topic/topic.ts';
import { plural } from '../view/show-number.ts';
import { Instant, Page, Text } from './layout.tsx';
import { withoutMark } from './web.ts';

function Count(props: { kind: 'conflict' | 'check'; count: number; word: string }) {
  return (
    <span class={`tally ${props.count === 0 ? 'none' : props.kind}`}>
      <b>{props.count}</b> {props.word}
    </span>
  );
}

const TopicRow = ({ topic }: { topic: Topic }) => (
  <li class="topic">
    <h3>
      <a href={`/topics/${encodeURIComponent(topic.id)}`}>
        <Text>{topic.title}</Text>
      </a>
    </h3>
    <p class="tallies">
      <Count
        kind="conflict"
        count={topic.conflicts}
        word={topic.conflicts === 1 ? 'conflict' : 'conflicts'}
      />
      <Count kind="check" count={topic.checks} word="to check" />
    </p>
    <p class="facts">
      {plural(topic.outlets, 'outlet')} · {plural(topic.documents, 'article')} ·{' '}
      {plural(topic.groups, 'question')}
      <br />
      Compared <Instant at={topic.updatedAt} />
    </p>
  </li>
);

function TopicList(props: { id: string; title: string; note?: string; topics: readonly Topic[] }) {
  if (props.topics.length === 0) return null;
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.note ? <p class="lede-small">{props.note}</p> : null}
      <ul class="topics">
        {props.topics.map((topic) => (
          <TopicRow topic={topic} />
        ))}
      </ul>
    </section>
  );
}

/** The conflicts that weigh most, whichever topic they are in. `findings` belong to the topics at hand. */
function Foremost({ findings, topics }: { findings: readonly Finding[]; topics: readonly Topic[] }) {
  const rows = findings.flatMap((finding) => {
    const topic = topics.find(({ id }) => id === finding.topic);
    return topic === undefined ? [] : [{ finding, topic }];
  });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="foremost">
      <h2 id="foremost">What cannot all be true</h2>
      <p class="lede-small">The conflicts that weigh most, over all topics.</p>
      <ul class="foremost">
        {rows.map(({ finding, topic }) => (
          <li>
            <a href={`/topics/${encodeURIComponent(topic.id)}#${encodeURIComponent(finding.id)}`}>
              <Text>{withoutMark(finding.because, topic.sample)}</Text>
            </a>
            <small>
              <Text>{topic.title}</Text> {topic.sample ? '(sample)' : null}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first page: every topic with what is open in it, and the conflicts that weigh most. */
export function HomePage(props: { topics: Rows<Topic>; foremost: readonly Finding[]; style: string }) {
  const { topics, foremost, style } = props;
  const own = topics.data.filter((topic) => !topic.sample);
  const samples = topics.data.filter((topic) => topic.sample);
  return (
    <Page title="Crosscheck" style={style}>
      <div class="hero">
        <h1>Where the outlets disagree, and where they only seem to.</h1>
        <p>
          Each statement of each article, with its exact words, beside the statements it can be compared with.
          Counted by origin, not by outlet.
        </p>
      </div>
      <TopicList id="own" title="Topics" topics={own} />
      <TopicList
        id="samples"
        title="Samples"
        note="Written for Crosscheck to show every kind of finding. The outlets are invented."
        topics={samples}
      />
      <Foremost findings={foremost} topics={topics.data} />
      {topics.data.length === 0 ? (
        <section>
          <h2>No topics yet</h2>
          <p>
            Send articles to <code>POST /v1/documents</code>, as{' '}
            <a href="/docs#addDocuments">the API pages</a> show.
          </p>
        </section>
      ) : null}
      {topics.next === null ? null : (
        <p class="more">
          <a href={`/?after=${encodeURIComponent(topics.next)}`}>More topics</a>
        </p>
      )}
    </Page>
  );
}
