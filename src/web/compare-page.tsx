import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { plural } from '../view/show-number.ts';
import { briefOf } from '../view/topic-brief.ts';
import { ArticleText } from './document-page.tsx';
import { Instant, Page, Text } from './layout.tsx';
import { Problems } from './parts.tsx';
import { TopicBody, type TopicBodyProps } from './topic-body.tsx';

/** What may be pasted: articles and characters of each. */
export const COMPARE_LIMITS = { articles: 8, text: 20_000, start: 3 } as const;

/** One article as it was typed into the form. */
export interface Pasted {
  outlet: string;
  publishedAt: string;
  text: string;
}

const Article = ({ pasted, index }: { pasted: Pasted | undefined; index: number }) => (
  <fieldset class="pasted">
    <legend>Article {index + 1}</legend>
    <label class="field">
      <span>Outlet</span>
      <input name="outlet" value={pasted?.outlet ?? ''} maxlength={200} autocomplete="off" />
    </label>
    <label class="field">
      <span>Day it came out</span>
      <input name="publishedAt" type="date" value={pasted?.publishedAt ?? ''} />
    </label>
    <label class="field wide">
      <span>Text, with its headline on the first line</span>
      <textarea name="text" rows={5} maxlength={COMPARE_LIMITS.text}>
        {pasted?.text ?? ''}
      </textarea>
    </label>
  </fieldset>
);

/** The box for articles of one's own: a plain form, so that it works without scripts. */
export const CompareForm = ({ pasted, fields }: { pasted: readonly Pasted[]; fields: number }) => (
  <form class="compare" action="/compare" method="post">
    {Array.from({ length: Math.min(COMPARE_LIMITS.articles, fields) }, (_, index) => (
      <Article pasted={pasted[index]} index={index} />
    ))}
    <p class="buttons">
      <button type="submit">Compare them</button>
      {fields < COMPARE_LIMITS.articles ? (
        <button type="submit" name="more" value="yes" class="quiet">
          One more article
        </button>
      ) : null}
    </p>
    <p class="lede-small">
      Nothing is stored: the articles are read, compared, shown and forgotten. At most{' '}
      {COMPARE_LIMITS.articles} articles of {COMPARE_LIMITS.text} characters.
    </p>
  </form>
);

const Keep = () => (
  <section aria-labelledby="keep">
    <h2 id="keep">To keep it</h2>
    <p>
      Send the same articles to <a href="/docs#addDocuments">the API</a> with a key, or hand them to{' '}
      <code>crosscheck ingest</code>: they are stored, their story is found, and whatever comes in later is
      compared with them.
    </p>
  </section>
);

/** What was made of the articles. `claims` of each document are in text order. */
export interface Compared extends TopicBodyProps {
  articles: readonly { document: Document; claims: readonly Claim[] }[];
}

const Read = ({ compared }: { compared: Compared }) => (
  <section aria-labelledby="read">
    <h2 id="read">The articles, with what was read from them</h2>
    {compared.articles.map(({ document, claims }) => (
      <details>
        <summary>
          <Text>{compared.names.outlet(document.outlet)}</Text>, <Instant at={document.publishedAt} />:{' '}
          {plural(claims.length, 'statement')}
        </summary>
        <ArticleText document={document} claims={claims} label={compared.names.outlet(document.outlet)} />
      </details>
    ))}
  </section>
);

/** The page for articles of one's own: the form, what is wrong with it, and what they come to. */
export function ComparePage(props: {
  pasted: readonly Pasted[];
  fields: number;
  problems: readonly string[];
  compared: Compared | null;
  style: string;
}) {
  const { pasted, fields, problems, compared } = props;
  return (
    <Page title="Compare your own – Crosscheck" style={props.style}>
      <div class="hero">
        <h1>{compared === null ? 'Compare articles of your own' : 'What your articles say together'}</h1>
        {compared === null ? (
          <p>Paste what two or more outlets wrote about one event, and see where they differ and why.</p>
        ) : (
          <p class="brief">{briefOf(compared.consensus)}</p>
        )}
      </div>
      <Problems problems={problems} />
      {compared === null ? null : (
        <>
          <TopicBody {...compared} />
          <Read compared={compared} />
          <Keep />
          <h2 class="again">Change something, and compare again</h2>
        </>
      )}
      <CompareForm pasted={pasted} fields={fields} />
    </Page>
  );
}
