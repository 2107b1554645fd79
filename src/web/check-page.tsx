import { type CheckedFigure, type CheckView, LONGEST_DRAFT } from '../check/check.ts';
import type { Topic } from '../topic/topic.ts';
import { plural } from '../view/show-number.ts';
import { FigureCard } from './checked-figure.tsx';
import { ArticleText } from './document-page.tsx';
import { Page, Text } from './layout.tsx';
import { Choice, Field, Problems } from './parts.tsx';
import type { Names } from './web.ts';

/** Figures that are marked and explained; the words around them are shown whole. */
const SHOWN = 300;

/** A draft as it was typed into the form. */
export interface Typed {
  text: string;
  topic: string;
  publishedAt: string;
}

/** What was made of a draft. */
export interface Checked {
  view: CheckView;
  text: string;
  topicTitle: string | null;
  names: Names;
}

const CheckForm = ({ typed, topics }: { typed: Typed; topics: readonly Topic[] }) => (
  <form class="compare" action="/check" method="post">
    <fieldset class="pasted">
      <legend>The draft</legend>
      <Choice
        label="Topic to hold it against"
        name="topic"
        value={typed.topic}
        any="Find it"
        options={topics.map(({ id, title }) => ({ value: id, text: title }))}
      />
      <Field label="Day it is to appear" name="publishedAt" type="date" value={typed.publishedAt} />
      <label class="field wide">
        <span>Text</span>
        <textarea name="text" rows={10} maxlength={LONGEST_DRAFT} required>
          {typed.text}
        </textarea>
      </label>
    </fieldset>
    <p class="buttons">
      <button type="submit">Check it</button>
    </p>
    <p class="lede-small">
      Nothing is stored: the draft is read, held against what the outlets say, and forgotten. It counts as
      nobody’s voice. Without a day, it is read as one of the time of its topic.
    </p>
  </form>
);

/** Where a figure stands in the draft, for the marks. */
const markOf = ({ start, end, tier }: CheckedFigure, index: number) => ({
  id: `figure-${index + 1}`,
  evidence: { start, end, valueStart: start, valueEnd: end },
  tone: tier ?? 'open',
});

const Against = ({ checked }: { checked: Checked }) => {
  const { view, topicTitle } = checked;
  if (view.topic === null || topicTitle === null)
    return <p class="facts">No topic was found that it belongs to: nothing could be held against it.</p>;
  return (
    <p class="facts">
      Held against{' '}
      <a href={`/topics/${encodeURIComponent(view.topic)}`}>
        <Text>{topicTitle}</Text>
      </a>
      {view.topicBasis === 'found' ? ', the topic that was found for it.' : '.'}
      {view.truncated ? ' Of so large a topic only the newest statements were looked at.' : ''}
    </p>
  );
};

const Result = ({ checked }: { checked: Checked }) => {
  const { view, text, names } = checked;
  const figures = view.data.slice(0, SHOWN);
  const document = {
    ...{ text, title: null, language: 'und' },
    blocks: [{ kind: 'body' as const, start: 0, end: text.length, language: 'und' }],
  };
  return (
    <div class="reading drafted">
      <ArticleText document={document} claims={figures.map(markOf)} label="Your draft" rows />
      <section aria-labelledby="figures">
        <h2 id="figures">{plural(view.data.length, 'figure')} and statements</h2>
        {figures.length === 0 ? <p>No figure or statement was read from this draft.</p> : null}
        {figures.length < view.data.length ? <p>The first {SHOWN} are marked and explained.</p> : null}
        <ol class="checked">
          {figures.map((figure, index) => (
            <FigureCard figure={figure} number={index + 1} names={names} />
          ))}
        </ol>
      </section>
    </div>
  );
};

/** The page for a draft: the form, what is wrong with it, and how each of its figures stands. */
export function CheckPage(props: {
  typed: Typed;
  topics: readonly Topic[];
  problems: readonly string[];
  checked: Checked | null;
  style: string;
}) {
  const { typed, topics, problems, checked } = props;
  return (
    <Page title="Check a draft – Crosscheck" style={props.style}>
      <div class="hero">
        <h1>{checked === null ? 'Check a draft' : 'How your draft stands'}</h1>
        {checked === null ? (
          <p>Paste what you are about to publish, and see what others say to each of its figures.</p>
        ) : (
          <Against checked={checked} />
        )}
      </div>
      <Problems problems={problems} />
      {checked === null ? null : (
        <>
          <Result checked={checked} />
          <h2 class="again">Change something, and check again</h2>
        </>
      )}
      <CheckForm typed={typed} topics={topics} />
    </Page>
  );
}
