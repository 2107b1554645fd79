import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import { type Finding, TIER } from '../finding/finding.ts';
import { plural } from '../view/show-number.ts';
import { STATUS_WORDS } from '../view/words.ts';
import { Figure, Text } from './layout.tsx';
import { shorten, Versus } from './versus.tsx';
import type { Names } from './web.ts';

/** Questions of each kind that stand at the head of a page. */
const SHOWN = 3;

interface InShortProps {
  consensus: readonly Consensus[];
  findings: readonly Finding[];
  claims: ReadonlyMap<string, Claim>;
  names: Names;
}

/** The most severe conflict of each question, or pair of questions. */
function conflictsOf({ findings }: InShortProps): Finding[] {
  const byQuestion = new Map<string, Finding>();
  for (const finding of findings) {
    const key = finding.groups.join(' ');
    if (TIER[finding.verdict] === 'conflict' && !byQuestion.has(key)) byQuestion.set(key, finding);
  }
  return [...byQuestion.values()].slice(0, SHOWN);
}

const AGREE: readonly Consensus['status'][] = ['agreed', 'consistent', 'majority', 'plurality'];

/** What several origins agree on, best agreed first; where there is nothing, what most outlets carry from one. */
function agreementsOf({ consensus }: InShortProps): { rows: Consensus[]; several: boolean } {
  const agreed = consensus
    .filter(({ status, support }) => support.originsMax > 1 && AGREE.includes(status))
    .sort((a, b) => AGREE.indexOf(a.status) - AGREE.indexOf(b.status));
  if (agreed.length > 0) return { rows: agreed.slice(0, SHOWN), several: true };
  const carried = consensus
    .filter(({ status, group }) => status === 'single-origin' && group.predicate !== null)
    .sort((a, b) => b.support.outlets - a.support.outlets);
  return { rows: carried.slice(0, SHOWN), several: false };
}

function Conflicts({ props }: { props: InShortProps }) {
  const asked = new Map(props.consensus.map(({ group }) => [group.id, group.question]));
  const conflicts = conflictsOf(props);
  return (
    <div class="conflict">
      <h2>They cannot all be right about</h2>
      {conflicts.length === 0 ? <p>Nothing: no two statements exclude each other.</p> : null}
      <ul>
        {conflicts.map((finding) => (
          <li>
            <a href={`#${encodeURIComponent(finding.id)}`}>
              <Text>{asked.get(finding.groups[0] ?? '') ?? finding.because}</Text>
            </a>
            <Versus
              finding={finding}
              claims={finding.claims.flatMap((id) => props.claims.get(id) ?? [])}
              names={props.names}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Agreements({ props }: { props: InShortProps }) {
  const { rows, several } = agreementsOf(props);
  return (
    <div class="explained">
      <h2>{several || rows.length === 0 ? 'They agree on' : 'Undisputed, from one origin alone'}</h2>
      {rows.length === 0 ? <p>Nothing yet: no figure stands undisputed.</p> : null}
      <ul>
        {rows.map(({ group, display, status, support }) => (
          <li>
            <a href={`#${encodeURIComponent(group.id)}`}>
              <Text>{group.question}</Text>
            </a>
            <Figure>{shorten(display.split(' (disputed: ')[0] ?? display)}</Figure>
            <small>
              {several ? `${STATUS_WORDS[status]}, at most ${plural(support.originsMax, 'origin')}, ` : null}
              {plural(support.outlets, 'outlet')}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The head of a topic: the conflicts that weigh most beside the figures that are agreed. */
export const InShort = (props: InShortProps) => (
  <section class="in-short" aria-label="In short">
    <Conflicts props={props} />
    <Agreements props={props} />
  </section>
);
