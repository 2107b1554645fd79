import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Timeline } from '../consensus/timeline.ts';
import { Tier } from '../finding/finding.ts';
import { isStructured } from '../group/comparability-key.ts';
import { plural, showNumber } from '../view/show-number.ts';
import { TIER_WORDS } from '../view/words.ts';
import { TollChart, TopicChart } from './charts.tsx';
import { ConsensusTable } from './consensus-table.tsx';
import { flagsOf } from './flags.ts';
import { InShort } from './in-short.tsx';
import { Text } from './layout.tsx';
import { standApart } from './stand-apart.ts';
import { type Findings, TierSection } from './tier-section.tsx';
import { linksOf, type Names } from './web.ts';

/** So many questions stand on one page; the address says which page it is. */
export const QUESTIONS = 60;
const TOLLS = 3;

export interface TopicBodyProps extends Findings {
  title: string;
  timelines: readonly Timeline[];
  /** Which page of the questions: from 1. */
  page: number;
}

/** Findings stand on the first page only: links from another one lead back there. */
const firstPage = ({ page, topic }: TopicBodyProps): string =>
  page > 1 ? `/topics/${encodeURIComponent(topic)}` : '';

const Summary = ({ props }: { props: TopicBodyProps }) => (
  <ul class="summary">
    {Tier.options.map((tier) => (
      <li class={tier}>
        <a href={`${firstPage(props)}#${tier}`}>
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

/** Links to the other pages of the questions; nothing when all stand on one. */
function Pager({ total, page }: { total: number; page: number }) {
  const last = Math.ceil(total / QUESTIONS);
  if (last <= 1) return null;
  const to = (each: number) => (each === 1 ? '?#consensus' : `?page=${each}#consensus`);
  return (
    <nav class="pager" aria-label="Questions">
      {page > 1 ? <a href={to(page - 1)}>Before</a> : null}
      <span>
        Questions {showNumber((page - 1) * QUESTIONS + 1)} to {showNumber(Math.min(total, page * QUESTIONS))}{' '}
        of {showNumber(total)}
      </span>
      {page < last ? <a href={to(page + 1)}>Next</a> : null}
    </nav>
  );
}

interface Fold {
  rows: Consensus[];
  summary: string;
  caption: string;
}

/** The questions in three heaps: several origins, one origin, and figures without a predicate. */
function heapsOf({ consensus, claims, findings }: TopicBodyProps): [Consensus[], Fold, Fold] {
  const flags = flagsOf(findings);
  const isOwnRow = (id: string) => {
    const claim: Claim | undefined = claims.get(id);
    return claim !== undefined && isStructured(claim);
  };
  // A figure that was read without a predicate stands apart, unless something is flagged about it.
  const isKnown = (row: Consensus) =>
    row.group.predicate !== null ||
    flags.has(row.group.id) ||
    row.positions.some((position) => position.claims.some(isOwnRow));
  const known = consensus.filter(isKnown);
  const alone = known.filter((row) => row.support.originsMax <= 1);
  const unknown = consensus.filter((row) => !isKnown(row));
  return [
    known.filter((row) => row.support.originsMax > 1),
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
}

function Questions({ props }: { props: TopicBodyProps }) {
  const { names, page } = props;
  const flags = flagsOf(props.findings, firstPage(props));
  const [together, ...folded] = heapsOf(props);
  const all = [...together, ...folded.flatMap(({ rows }) => rows)];
  const shown = new Set(all.slice((page - 1) * QUESTIONS, page * QUESTIONS));
  const here = (rows: readonly Consensus[]) => rows.filter((row) => shown.has(row));
  return (
    <section aria-labelledby="consensus">
      <h2 id="consensus">What they say together</h2>
      {together.length === 0 ? <p>No question is answered by more than one origin yet.</p> : null}
      {here(together).length > 0 ? (
        <ConsensusTable
          caption="Questions that more than one origin answers. An origin is counted once, however many outlets relay it; hidden copying cannot be excluded, hence “at most”."
          rows={here(together)}
          names={names}
          flags={flags}
        />
      ) : null}
      {page === 1 && together.length > 0 ? (
        <details>
          <summary>Drawn: how many origins stand behind each</summary>
          <TopicChart title={props.title} rows={together} />
        </details>
      ) : null}
      {folded
        .filter(({ rows }) => here(rows).length > 0)
        .map(({ rows, summary, caption }) => (
          <details>
            <summary>{summary}</summary>
            <ConsensusTable caption={caption} rows={here(rows)} names={names} flags={flags} />
          </details>
        ))}
      <Pager total={all.length} page={page} />
    </section>
  );
}

const Moves = ({ props }: { props: TopicBodyProps }) => {
  const charts = props.timelines
    .filter(({ group }) => group.predicate !== null)
    .slice(0, TOLLS)
    .map((timeline, index) => ({
      timeline,
      chart: TollChart({ id: `toll-${index}`, timeline, names: props.names }),
    }))
    .filter(({ chart }) => chart !== null);
  if (charts.length === 0) return null;
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">How the figures moved</h2>
      {charts.map(({ timeline, chart }) => (
        <>
          <h3>
            <Text>{timeline.group.question}</Text>
          </h3>
          {chart}
        </>
      ))}
    </section>
  );
};

/** Who carries what fewer origins say, question by question. */
function Apart({ consensus, names }: { consensus: readonly Consensus[]; names: Names }) {
  const apart = standApart(consensus);
  if (apart.length === 0) return null;
  const { group } = linksOf(names);
  return (
    <section aria-labelledby="apart">
      <h2 id="apart">Who stands apart</h2>
      <p class="lede-small">
        Outlets that carry what fewer origins say than something else. That says nothing about who is right.
      </p>
      <dl class="apart">
        {apart.slice(0, 12).map(({ outlet, questions }) => (
          <div>
            <dt>
              <Text>{names.outlet(outlet)}</Text>
            </dt>
            {questions.slice(0, 5).map(({ group: id, question, display, against }) => {
              const href = group(id);
              return (
                <dd>
                  {href === null ? <Text>{question}</Text> : <a href={href}>{<Text>{question}</Text>}</a>}
                  {': '}
                  <b>
                    <Text>{display}</Text>
                  </b>
                  , more say <Text>{against}</Text>
                </dd>
              );
            })}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A story without its head: questions, differences with their reasons, how figures moved, who stands apart. */
export function TopicBody(props: TopicBodyProps) {
  return (
    <>
      <Summary props={props} />
      {props.page > 1 ? null : <InShort {...props} />}
      <Questions props={props} />
      {props.page > 1 ? null : (
        <>
          <section aria-labelledby="discrepancies">
            <h2 id="discrepancies">What differs, and why</h2>
            {Tier.options.map((tier) => (
              <TierSection tier={tier} props={props} />
            ))}
          </section>
          <Moves props={props} />
          <Apart consensus={props.consensus} names={props.names} />
        </>
      )}
    </>
  );
}
