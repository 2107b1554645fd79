import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Document } from '../document/document.ts';
import { type Finding, TIER, type Tier } from '../finding/finding.ts';
import { plural } from '../view/show-number.ts';
import { TIER_WORDS } from '../view/words.ts';
import { FigureChart } from './charts.tsx';
import { FindingCard } from './finding-card.tsx';
import { Text } from './layout.tsx';
import type { Names } from './web.ts';

export interface Findings {
  topic: string;
  /** The most severe of each tier. */
  findings: readonly Finding[];
  /** How many there are of each tier. */
  counts: Record<Tier, number>;
  consensus: readonly Consensus[];
  claims: ReadonlyMap<string, Claim>;
  documents: readonly Document[];
  names: Names;
  /** From units of time to seconds. */
  durations: Readonly<Record<string, number>>;
}

/** So many questions of a tier are drawn. */
const DRAWN = 4;
/** So many findings of one question stand in the open, the most severe ones. */
const OPEN = 2;

/** Findings about the same question or pair of questions, in the order of their most severe ones. */
function byQuestion(findings: readonly Finding[]): Finding[][] {
  const blocks = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = finding.groups.join(' ');
    blocks.set(key, [...(blocks.get(key) ?? []), finding]);
  }
  return [...blocks.values()];
}

const Cards = ({ findings, props }: { findings: readonly Finding[]; props: Findings }) => (
  <>
    {findings.map((finding) => (
      <FindingCard
        finding={finding}
        claims={finding.claims.flatMap((id) => props.claims.get(id) ?? [])}
        texts={new Map(props.documents.map((document) => [document.id, document.text]))}
        names={props.names}
      />
    ))}
  </>
);

/** The figures of a question that is disputed, on one scale. */
function Drawing({ findings, index, props }: BlockProps) {
  const [group, ...others] = findings[0]?.groups ?? [];
  const row = props.consensus.find((each) => each.group.id === group);
  if (index === null || index >= DRAWN || row === undefined || others.length > 0) return null;
  const { claims, durations, names } = props;
  return <FigureChart id={`figure-${index}`} {...{ row, claims, durations, names }} />;
}

interface BlockProps {
  findings: readonly Finding[];
  /** Its place among those with a drawing; null: without one. */
  index: number | null;
  props: Findings;
}

function Block({ findings, index, props }: BlockProps) {
  const asked = new Map(props.consensus.map((row) => [row.group.id, row.group.question]));
  const questions = (findings[0]?.groups ?? []).flatMap((id) => asked.get(id) ?? []);
  // One card is never folded away for the sake of a line that says so.
  const open = findings.length === OPEN + 1 ? findings : findings.slice(0, OPEN);
  const folded = findings.slice(open.length);
  return (
    <div class="block">
      <h4>
        {questions.map((question, index) => (
          <>
            {index > 0 ? <span class="against"> against </span> : null}
            <Text>{question}</Text>
          </>
        ))}
      </h4>
      <Drawing findings={findings} index={index} props={props} />
      <Cards findings={open} props={props} />
      {folded.length === 0 ? null : (
        <details>
          <summary>{plural(folded.length, 'more finding')} about this question</summary>
          <Cards findings={folded} props={props} />
        </details>
      )}
    </div>
  );
}

/** The findings of a tier, question by question. What only looks different is folded: it asks nobody to act. */
export function TierSection({ tier, props }: { tier: Tier; props: Findings }) {
  const findings = props.findings.filter((finding) => TIER[finding.verdict] === tier);
  const count = props.counts[tier];
  const { title, meaning } = TIER_WORDS[tier];
  const all = `/topics/${encodeURIComponent(props.topic)}/findings?tier=${tier}`;
  const blocks = byQuestion(findings).map((each, index) => (
    <Block findings={each} index={tier === 'conflict' ? index : null} props={props} />
  ));
  return (
    <section class={`tier ${tier}`} aria-labelledby={tier}>
      <h3 id={tier}>
        {title} <span class="count">{count}</span>
      </h3>
      <p class="lede-small">{count === 0 ? 'None.' : meaning}</p>
      {tier === 'explained' && count > OPEN + 1 ? (
        <details>
          <summary>Show them, each with its reason</summary>
          {blocks}
        </details>
      ) : (
        blocks
      )}
      {count > findings.length ? (
        <p class="more">
          {plural(findings.length, 'finding')} of {count} shown, the most severe.{' '}
          <a href={all}>All of them</a>
        </p>
      ) : null}
    </section>
  );
}
