import type { Claim } from '../claim/claim.ts';
import { saidWords } from '../claim/said-words.ts';
import type { Document } from '../document/document.ts';
import { plural } from '../view/show-number.ts';
import { showScope } from '../view/show-scope.ts';
import { showValue } from '../view/show-value.ts';
import { Instant, Page, SampleNote, Text } from './layout.tsx';
import { type Mark, markText, type Paragraph, type Piece } from './mark-text.ts';
import { linkToOutlet, type Names, safeLink } from './web.ts';

interface Numbered {
  numbers: ReadonlyMap<string, number>;
  /** Whether the claims are listed beside the text, so that a number leads to its row. */
  rows: boolean;
}

function Run({ piece, numbers, rows }: Numbered & { piece: Piece }) {
  if (piece.claims.length === 0) return <>{piece.text}</>;
  return (
    <span class="evidence">
      {piece.starts.map((claim) => (
        <a
          class={claim.tone === undefined ? 'ref' : `ref ${claim.tone}`}
          id={claim.id}
          href={rows ? `#row-${encodeURIComponent(claim.id)}` : undefined}
          aria-label={`Claim ${numbers.get(claim.id)}`}
        >
          {numbers.get(claim.id)}
        </a>
      ))}
      {piece.value ? <mark>{piece.text}</mark> : piece.text}
    </span>
  );
}

const ParagraphView = (props: Numbered & { paragraph: Paragraph }) => (
  <p class={props.paragraph.kind} dir="auto">
    {props.paragraph.pieces.map((piece) => (
      <Run piece={piece} numbers={props.numbers} rows={props.rows} />
    ))}
  </p>
);

function ClaimRow({ claim, number, names }: { claim: Claim; number: number; names: Names }) {
  const source = claim.attribution.chain.at(-1);
  const scope = showScope(claim.scope, names.scope);
  return (
    <li id={`row-${claim.id}`}>
      <a href={`#${encodeURIComponent(claim.id)}`}>
        <span class="ref">{number}</span>
        <b>
          <Text>{claim.polarity === 'negated' ? saidWords(claim) : showValue(claim.value)}</Text>
        </b>{' '}
        <Text>{`${claim.subject.text}: ${claim.predicate.text}`}</Text>
      </a>
      <small>
        {source === undefined ? 'In its own voice' : <Text>{`From ${source.name}`}</Text>}
        {scope.map((part) => (
          <>
            {' · '}
            <Text>{part.text}</Text>
          </>
        ))}
        {claim.modality === 'occurred' ? null : ` · ${claim.modality}`}
        {claim.polarity === 'negated' ? ' · denied' : null}
      </small>
    </li>
  );
}

const numbersOf = (claims: readonly Mark[]) => new Map(claims.map((claim, index) => [claim.id, index + 1]));

/** The text of an article with its claims marked in place. `rows`: where each number leads; nowhere without it. */
export function ArticleText(props: {
  document: Pick<Document, 'text' | 'blocks' | 'language' | 'title'>;
  claims: readonly Mark[];
  label: string;
  rows?: boolean;
}) {
  const { document, claims } = props;
  const paragraphs = markText(document.text, document.blocks, claims);
  const numbers = numbersOf(claims);
  const titled = paragraphs.some((paragraph) => paragraph.kind === 'headline');
  return (
    <article class="text" lang={languageTag(document.language)} aria-label={props.label}>
      {paragraphs
        .filter(
          (paragraph) =>
            !(props.rows && titled && paragraph.kind === 'headline' && isTitle(paragraph, document)),
        )
        .map((paragraph) => (
          <ParagraphView paragraph={paragraph} numbers={numbers} rows={props.rows ?? false} />
        ))}
    </article>
  );
}

/** An article with its claims marked in place and listed beside it. `claims` are in text order. */
export function DocumentPage(props: {
  document: Document;
  claims: readonly Claim[];
  topicTitle: string;
  sample: boolean;
  names: Names;
  style: string;
}) {
  const { document, claims, names } = props;
  const link = safeLink(document.url);
  return (
    <Page title={`${document.title ?? 'Article'} – Crosscheck`} style={props.style}>
      <div class="hero">
        <p class="crumbs">
          <a href={`/topics/${encodeURIComponent(document.topic)}`}>
            <Text>{props.topicTitle}</Text>
          </a>
        </p>
        {props.sample ? <SampleNote /> : null}
        <h1>
          <Text>{document.title ?? 'Untitled article'}</Text>
        </h1>
        <p class="facts">
          <a href={linkToOutlet(document.outlet)}>
            <Text>{names.outlet(document.outlet)}</Text>
          </a>{' '}
          · <Instant at={document.publishedAt} />
          {link === null ? null : (
            <>
              {' · '}
              <a href={link} rel="noreferrer nofollow">
                At the outlet
              </a>
            </>
          )}
        </p>
      </div>
      <div class="reading">
        <ArticleText document={document} claims={claims} label="Text of the article" rows />
        <aside aria-labelledby="claims">
          <h2 id="claims">{plural(claims.length, 'claim')}</h2>
          {claims.length === 0 ? <p>No statement was read from this article.</p> : null}
          <ol class="claims">
            {claims.map((claim, index) => (
              <ClaimRow claim={claim} number={index + 1} names={names} />
            ))}
          </ol>
        </aside>
      </div>
    </Page>
  );
}

/** A language tag that a browser may be told; nothing for "und" and for what is no tag. */
const languageTag = (language: string): string | undefined =>
  language !== 'und' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : undefined;

/** The headline is not repeated under the heading of the page, unless claims are marked in it. */
function isTitle(paragraph: Paragraph, document: Pick<Document, 'title'>): boolean {
  const [only] = paragraph.pieces;
  return (
    paragraph.pieces.length === 1 && only?.claims.length === 0 && only.text.trim() === document.title?.trim()
  );
}
