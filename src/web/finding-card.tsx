import type { Claim } from '../claim/claim.ts';
import { saidWords } from '../claim/said-words.ts';
import { type Finding, TIER } from '../finding/finding.ts';
import { byCodePoint } from '../identity.ts';
import { quoteContext } from '../view/quote-context.ts';
import { compareScopes, type ScopePart } from '../view/show-scope.ts';
import { showValue } from '../view/show-value.ts';
import { LEVEL_WORDS, SUBTYPE_WORDS, VERDICT_WORDS } from '../view/words.ts';
import { Figure, Instant, Text } from './layout.tsx';
import { linksOf, type Names } from './web.ts';

/** The quote in its sentence, with the words of the value marked. `text` is the article, when it is at hand. */
export function Quote({ claim, text }: { claim: Claim; text: string }) {
  const { quote, start, valueStart, valueEnd } = claim.evidence;
  const from = Math.max(0, Math.min(quote.length, valueStart - start));
  const to = Math.max(from, Math.min(quote.length, valueEnd - start));
  const { before, after, cutBefore, cutAfter } = quoteContext(text, claim.evidence);
  return (
    <blockquote dir="auto">
      <p>
        {cutBefore ? '… ' : ''}
        {before}
        <span class="said">
          {quote.slice(0, from)}
          {to > from ? <mark>{quote.slice(from, to)}</mark> : null}
          {quote.slice(to)}
        </span>
        {after}
        {cutAfter ? ' …' : ''}
      </p>
    </blockquote>
  );
}

const Parts = ({ parts }: { parts: readonly ScopePart[] }) =>
  parts.length === 0 ? null : (
    <dl class="scope">
      {parts.map((part) => (
        <div>
          <dt>{part.label}</dt>
          <dd>
            <Text>{part.text}</Text>
          </dd>
        </div>
      ))}
    </dl>
  );

/** What one outlet says: the figure, the words, the origin, the time. */
function Side(props: { claim: Claim; text: string; own: readonly ScopePart[]; names: Names }) {
  const { claim, text, own, names } = props;
  const source = claim.attribution.chain.at(-1);
  return (
    <figure class="side">
      <Figure>{claim.polarity === 'negated' ? saidWords(claim) : showValue(claim.value)}</Figure>
      <Quote claim={claim} text={text} />
      <figcaption>
        <b class="outlet">
          <Text>{names.outlet(claim.outlet)}</Text>
        </b>
        <span class="origin">
          {source === undefined ? (
            'in its own voice'
          ) : (
            <>
              from <Text>{source.name.replace(/^The /, 'the ')}</Text>
            </>
          )}
        </span>
        <a href={linksOf(names).claim(claim)}>
          <Instant at={claim.publishedAt} />
        </a>
      </figcaption>
      <Parts parts={own} />
    </figure>
  );
}

/** What stands between statements, by how they stand to each other. */
export const GLYPH = { conflict: '≠', check: '?', explained: '≈' } as const;

/** One finding: the verdict, the reason, and what each side says. */
export function FindingCard(props: {
  finding: Finding;
  claims: readonly Claim[];
  /** Texts of the articles by document id, for the words around a quote. */
  texts: ReadonlyMap<string, string>;
  names: Names;
}) {
  const { finding, names } = props;
  const claims = [...props.claims].sort((a, b) => byCodePoint(a.publishedAt, b.publishedAt));
  const tier = TIER[finding.verdict] ?? 'explained';
  const { shared, own } = compareScopes(
    claims.map((claim) => claim.scope),
    names.scope,
  );
  // That a part of the scope is missing is what the reason says already.
  const notes = finding.explanations.filter(({ kind }) => kind !== 'missing-dimension');
  const subtype = finding.subtype === null ? '' : `: ${SUBTYPE_WORDS[finding.subtype]}`;
  return (
    <article
      class={`finding ${tier}`}
      id={finding.id}
      data-claims={claims.length === 2 ? finding.claims.join(' ') : undefined}
    >
      <p class="verdict">
        <span class="glyph" aria-hidden="true">
          {GLYPH[tier]}
        </span>
        {VERDICT_WORDS[finding.verdict]}
        {subtype}
        {finding.review.status === 'open' ? null : <span class="level">{finding.review.status}</span>}
        {finding.severity.level === 'none' ? null : (
          <span class={`level ${finding.severity.level}`}>{LEVEL_WORDS[finding.severity.level]}</span>
        )}
      </p>
      <p class="because">
        <Text>{names.sentence(finding.because)}</Text>
      </p>
      {shared.length === 0 ? null : (
        <div class="shared">
          <span>{claims.length > 1 ? 'All of them' : 'About'}</span>
          <Parts parts={shared} />
        </div>
      )}
      <div class="sides">
        {claims.map((claim, index) => (
          <Side
            claim={claim}
            text={props.texts.get(claim.documentId) ?? ''}
            own={own[index] ?? []}
            names={names}
          />
        ))}
      </div>
      {notes.length === 0 ? null : (
        <ul class="notes" aria-label="What may explain it">
          {notes.map((explanation) => (
            <li>
              <Text>{names.sentence(explanation.text)}</Text>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
