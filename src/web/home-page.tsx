import type { Claim } from '../claim/claim.ts';
import { type Finding, TIER, Tier, Verdict } from '../finding/finding.ts';
import type { Page as Rows } from '../store/store.ts';
import type { Topic } from '../topic/topic.ts';
import { plural } from '../view/show-number.ts';
import { TIER_WORDS, VERDICT_WORDS } from '../view/words.ts';
import { COMPARE_LIMITS, CompareForm } from './compare-page.tsx';
import { Instant, Page, Text } from './layout.tsx';
import { Choice, Field, moreLink } from './parts.tsx';
import { Versus } from './versus.tsx';
import { type Names, withoutMark } from './web.ts';

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

/** A conflict with what it takes to show it at a glance. */
export interface Foremost {
  finding: Finding;
  claims: readonly Claim[];
  topic: Topic;
  /** What it is about; null when that has no words of its own. */
  question: string | null;
}

/** The conflicts that weigh most, whichever topic they are in, with both quotes side by side. */
function Conflicts({ foremost, names }: { foremost: readonly Foremost[]; names: Names }) {
  if (foremost.length === 0) return null;
  return (
    <section aria-labelledby="foremost">
      <h2 id="foremost">What cannot all be true</h2>
      <ul class="foremost">
        {foremost.map(({ finding, claims, topic, question }) => {
          const plainly = (text: string) => withoutMark(text, topic.sample);
          const named = { ...names, outlet: (id: string) => plainly(names.outlet(id)), sentence: plainly };
          return (
            <li>
              <p>
                <a href={`/topics/${encodeURIComponent(topic.id)}#${encodeURIComponent(finding.id)}`}>
                  <Text>{question ?? topic.title}</Text>
                </a>
              </p>
              <Versus finding={finding} claims={claims} names={named} quotes />
              <small>
                <Text>{topic.title}</Text>
                {topic.sample ? ' (sample)' : null}
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const BringYourOwn = () => (
  <section aria-labelledby="compare" class="own-box">
    <h2 id="compare">Bring your own</h2>
    <p class="lede-small">
      Paste what two or more outlets wrote about one event, and see at once where they differ and why. Nothing
      is stored.
    </p>
    <p class="buttons">
      <a class="button" href="/compare?example=yes">
        Try it with an example
      </a>
      <a class="button quiet" href="/check">
        Check a draft
      </a>
    </p>
    <details>
      <summary>Paste articles</summary>
      <CompareForm pasted={[]} fields={COMPARE_LIMITS.start} />
    </details>
  </section>
);

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
  foremost: readonly Foremost[];
  names: Names;
  style: string;
}) {
  const { topics, filter, foremost, names, style } = props;
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
      {filtered ? null : <Conflicts foremost={foremost} names={names} />}
      {topics.data.length > 3 || topics.next !== null || filtered ? <Filters filter={filter} /> : null}
      <TopicList id="own" title="Topics" topics={own} />
      <TopicList
        id="samples"
        title="Samples"
        note="Written for Crosscheck to show every kind of finding, each explained. The outlets are invented."
        topics={samples}
      />
      {filtered ? null : <BringYourOwn />}
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
