import { type Finding, TIER, Tier, Verdict } from '../finding/finding.ts';
import type { Page as Rows } from '../store/store.ts';
import type { Topic } from '../topic/topic.ts';
import { plural } from '../view/show-number.ts';
import { TIER_WORDS, VERDICT_WORDS } from '../view/words.ts';
import { COMPARE_LIMITS, CompareForm } from './compare-page.tsx';
import { Instant, Page, Text } from './layout.tsx';
import { Choice, Field, moreLink } from './parts.tsx';
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

/** What the three tiers mean, with the verdicts that each holds. */
const Reading = () => (
  <section aria-labelledby="reading">
    <h2 id="reading">How to read it</h2>
    <dl class="reading-key">
      {Tier.options.map((tier) => (
        <div class={tier}>
          <dt>{TIER_WORDS[tier].title}</dt>
          <dd>
            {TIER_WORDS[tier].meaning}
            <small>
              {Verdict.options
                .filter((verdict) => TIER[verdict] === tier)
                .map((verdict) => VERDICT_WORDS[verdict])
                .join(' · ')}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

/** What the topics may be looked through by; it stands in the address. */
export interface HomeFilter {
  q?: string | undefined;
  open?: 'conflict' | 'check' | undefined;
}

const Filters = ({ filter }: { filter: HomeFilter }) => (
  <form class="filters" action="/" method="get" aria-label="Topics">
    <Field label="Words of the title" name="q" value={filter.q} />
    <Choice
      label="With something open"
      name="open"
      value={filter.open}
      any="All topics"
      options={[
        { value: 'conflict', text: 'Conflicts' },
        { value: 'check', text: 'Conflicts or things to check' },
      ]}
    />
    <button type="submit">Show</button>
  </form>
);

/** The first page: every topic with what is open in it, and the conflicts that weigh most. */
export function HomePage(props: {
  topics: Rows<Topic>;
  filter: HomeFilter;
  foremost: readonly Finding[];
  style: string;
}) {
  const { topics, filter, foremost, style } = props;
  const filtered = filter.q !== undefined || filter.open !== undefined;
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
      {topics.data.length > 3 || topics.next !== null || filtered ? <Filters filter={filter} /> : null}
      <TopicList id="own" title="Topics" topics={own} />
      <TopicList
        id="samples"
        title="Samples"
        note="Written for Crosscheck to show every kind of finding, each explained. The outlets are invented."
        topics={samples}
      />
      {filtered ? null : (
        <section aria-labelledby="compare">
          <h2 id="compare">Bring your own</h2>
          <p class="lede-small">Paste what two or more outlets wrote about one event. Nothing is stored.</p>
          <p class="lede-small">
            Or <a href="/check">check a draft</a> against what the outlets of a topic say.
          </p>
          <details>
            <summary>Paste articles</summary>
            <CompareForm pasted={[]} fields={COMPARE_LIMITS.start} />
          </details>
        </section>
      )}
      <Foremost findings={foremost} topics={topics.data} />
      <Reading />
      {topics.data.length === 0 && filtered ? (
        <p class="more">
          No topic holds all of this. <a href="/">Show all topics</a>.
        </p>
      ) : null}
      {topics.data.length === 0 && !filtered ? (
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
          <a href={moreLink('/', filter, topics.next)}>More topics</a>
        </p>
      )}
    </Page>
  );
}
