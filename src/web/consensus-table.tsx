import type { Consensus } from '../consensus/consensus.ts';
import { plural, showNumber } from '../view/show-number.ts';
import { showDay } from '../view/show-time.ts';
import { GRADE_WORDS, STATUS_MEANING, STATUS_WORDS } from '../view/words.ts';
import { FigureStrip, spanOf } from './figure-strip.tsx';
import { Figure, NameList, Text } from './layout.tsx';
import { Members } from './member-matrix.tsx';
import { linksOf, type Names } from './web.ts';

/** Findings about a question: how many, and where the first of them stands on the page. */
export interface Flag {
  tier: 'conflict' | 'check';
  count: number;
  href: string;
}

const isWorded = ({ positions }: Consensus): boolean =>
  positions.every((position) => position.nominal === null);

/** "between 12 and 30", "10 or more"; null when the figures on the page say it already, or there are none. */
export function showRange(row: Consensus): string | null {
  const { low, high, positions, status } = row;
  if (isWorded(row) || low === high || status === 'agreed' || status === 'single-origin') return null;
  const figures = positions.flatMap(({ nominal }) => nominal ?? []);
  if (low === Math.min(...figures) && high === Math.max(...figures)) return null;
  if (high === null) return low === null ? null : `${showNumber(low)} or more`;
  return low === null ? `up to ${showNumber(high)}` : `between ${showNumber(low)} and ${showNumber(high)}`;
}

/** A rung of a ladder ("en-route") as words; anything else as it is. */
const inWords = (display: string): string =>
  /^[a-z]+(?:-[a-z]+)+$/.test(display) ? display.replaceAll('-', ' ') : display;

function Positions({ row, names }: { row: Consensus; names: Names }) {
  const span = spanOf(row.positions);
  return (
    <ul class={span === null ? 'positions' : 'positions scaled'}>
      {row.positions.map((position) => (
        <li>
          <b class={position.nominal === null ? 'words' : undefined}>
            <Text>{inWords(position.display)}</Text>
          </b>
          {span === null ? null : <FigureStrip position={position} span={span} />}
          <span>
            <NameList names={position.outlets.map(names.outlet)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Statements up to this length, all together, stand in the open. */
const SHORT = 160;

function Statements({ row, names }: { row: Consensus; names: Names }) {
  const list = <Positions row={row} names={names} />;
  const length = row.positions.reduce((sum, position) => sum + position.display.length, 0);
  if (row.positions.length === 1 || length <= SHORT) return list;
  return (
    <details>
      <summary>Read them</summary>
      {list}
    </details>
  );
}

/** What a growing figure was before; a view that an older version of the program kept tells none. */
function Earlier({ row: { earlier = [] } }: { row: { earlier?: Consensus['earlier'] } }) {
  if (earlier.length === 0) return null;
  return <p class="range">Earlier: {earlier.map(({ display }) => display).join(', ')}.</p>;
}

function Answer({ row, names }: { row: Consensus; names: Names }) {
  const range = showRange(row);
  const several = row.positions.length > 1;
  if (row.members === null && several && isWorded(row))
    return (
      <>
        <Figure>{plural(row.positions.length, 'statement')}</Figure>
        <Statements row={row} names={names} />
      </>
    );
  return (
    <>
      <Figure>
        {inWords(row.status === 'disputed' ? row.display.replace(/^disputed: /, '') : row.display)}
      </Figure>
      {range === null ? null : <p class="range">All statements together allow {range}.</p>}
      <Earlier row={row} />
      {row.members ? (
        <Members members={row.members} names={names} />
      ) : several ? (
        <Positions row={row} names={names} />
      ) : null}
    </>
  );
}

/** Grades that say more than the status does. */
const TELLING: ReadonlySet<Consensus['grade']> = new Set(['party-claim', 'withdrawn']);
const FLAG_WORDS = {
  conflict: { one: 'conflict', many: 'conflicts' },
  check: { one: 'to check', many: 'to check' },
} as const;

const Agreement = ({ row, flags }: { row: Consensus; flags: readonly Flag[] }) => (
  <>
    <span class={`status ${row.status}`} title={STATUS_MEANING[row.status]}>
      {STATUS_WORDS[row.status]}
    </span>
    {TELLING.has(row.grade) ? <small>{GRADE_WORDS[row.grade]}</small> : null}
    {flags.map(({ tier, count, href }) => (
      <small>
        <a class={tier} href={href}>
          {plural(count, FLAG_WORDS[tier].one, FLAG_WORDS[tier].many)}
        </a>
      </small>
    ))}
  </>
);

/** What keeps an origin from being a source: outlets in a ring, an outlet that nobody here can be asked about. */
const Doubts = ({ row, names }: { row: Consensus; names: Names }) => (
  <>
    {row.origins.map(({ id, outlets, flags }) =>
      flags.map((flag) => (
        <small class="doubt">
          {flag === 'circular' ? (
            <>
              <NameList names={outlets.map(names.outlet)} /> cite each other
            </>
          ) : (
            <>
              <NameList names={[names.origin(id)]} />: no primary source
            </>
          )}
        </small>
      )),
    )}
  </>
);

function Question({ row, names }: { row: Consensus; names: Names }) {
  const href = linksOf(names).group(row.group.id);
  const text = <Text>{row.group.question}</Text>;
  return href === null ? text : <a href={href}>{text}</a>;
}

function Row({ row, names, flags }: { row: Consensus; names: Names; flags: readonly Flag[] }) {
  const outlets = [...new Set(row.positions.flatMap((position) => position.outlets))].map(names.outlet);
  // Where the positions are listed, each stands beside its outlets already.
  const named = row.positions.length > 1 || row.members !== null;
  const origins = [...new Set(row.positions.flatMap((position) => position.origins))].map(names.origin);
  return (
    <tr id={row.group.id}>
      <th scope="row">
        <Question row={row} names={names} />
        {row.asOf === null ? null : <small>Newest figure: {showDay(row.asOf)}</small>}
      </th>
      <td data-label="What they say">
        <Answer row={row} names={names} />
      </td>
      <td data-label="Agreement">
        <Agreement row={row} flags={flags} />
      </td>
      <td data-label="Origins">
        <b>at most {showNumber(row.support.originsMax)}</b>
        <small>
          <NameList names={origins} />
        </small>
        <Doubts row={row} names={names} />
      </td>
      <td data-label="Outlets">
        <b>{plural(row.support.outlets, 'outlet')}</b>
        {row.support.owners < row.support.outlets ? (
          <small>of {plural(row.support.owners, 'owner')}</small>
        ) : null}
        {named ? null : (
          <small>
            <NameList names={outlets} />
          </small>
        )}
      </td>
    </tr>
  );
}

/** One row a question. */
export function ConsensusTable(props: {
  caption: string;
  rows: readonly Consensus[];
  names: Names;
  /** What is flagged about a question, by the id of its group. */
  flags: ReadonlyMap<string, readonly Flag[]>;
}) {
  return (
    <table class="consensus">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">What they say</th>
          <th scope="col">Agreement</th>
          <th scope="col">Origins</th>
          <th scope="col">Outlets</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Row row={row} names={props.names} flags={props.flags.get(row.group.id) ?? []} />
        ))}
      </tbody>
    </table>
  );
}
