import type { Consensus } from '../consensus/consensus.ts';
import { plural, showNumber } from '../view/show-number.ts';
import { showDay } from '../view/show-time.ts';
import { GRADE_WORDS, STATUS_MEANING, STATUS_WORDS } from '../view/words.ts';
import { FigureStrip, spanOf } from './figure-strip.tsx';
import { Figure, NameList, Text } from './layout.tsx';
import type { Names } from './web.ts';

/** "between 12 and 30", "10 or more"; null when the statements leave no room, or are no figures. */
export function showRange({ low, high, positions }: Consensus): string | null {
  if (positions.every((position) => position.nominal === null) || low === high) return null;
  if (high === null) return low === null ? null : `${showNumber(low)} or more`;
  return low === null ? `up to ${showNumber(high)}` : `between ${showNumber(low)} and ${showNumber(high)}`;
}

function Positions({ row, names }: { row: Consensus; names: Names }) {
  const span = spanOf(row.positions);
  return (
    <ul class={span === null ? 'positions' : 'positions scaled'}>
      {row.positions.map((position) => (
        <li>
          <b class={position.nominal === null ? 'words' : undefined}>
            <Text>{position.display}</Text>
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

const Members = ({ row, names }: { row: Consensus; names: Names }) => (
  <ul class="positions">
    {row.members?.map((member) => (
      <li>
        <b>
          <Text>{member.text}</Text>
        </b>
        <span>
          <NameList names={member.outlets.map(names.outlet)} />
          {member.leftOutBy.length > 0 ? (
            <em>
              {' '}
              left out by <NameList names={member.leftOutBy.map(names.outlet)} />
            </em>
          ) : null}
        </span>
      </li>
    ))}
  </ul>
);

function Answer({ row, names }: { row: Consensus; names: Names }) {
  const range = showRange(row);
  const several = row.positions.length > 1;
  // Statements that are listed below need not stand above in one breath.
  const wordy = several && row.members === null && row.display.length > 80;
  return (
    <>
      <Figure>{wordy ? `${plural(row.positions.length, 'statement')}, each its own` : row.display}</Figure>
      {range === null ? null : <p class="range">All statements together allow {range}.</p>}
      {row.members ? (
        <Members row={row} names={names} />
      ) : several ? (
        <Positions row={row} names={names} />
      ) : null}
    </>
  );
}

function Row({ row, names }: { row: Consensus; names: Names }) {
  const outlets = [...new Set(row.positions.flatMap((position) => position.outlets))].map(names.outlet);
  // Where the positions are listed, each stands beside its outlets already.
  const named = row.positions.length > 1 || row.members !== null;
  const origins = [...new Set(row.positions.flatMap((position) => position.origins))].map(names.origin);
  return (
    <tr id={row.group.id}>
      <th scope="row">
        <Text>{row.group.question}</Text>
        {row.asOf === null ? null : <small>Newest figure: {showDay(row.asOf)}</small>}
      </th>
      <td data-label="What they say">
        <Answer row={row} names={names} />
      </td>
      <td data-label="Agreement">
        <span class={`status ${row.status}`} title={STATUS_MEANING[row.status]}>
          {STATUS_WORDS[row.status]}
        </span>
        {row.grade === row.status ? null : <small>{GRADE_WORDS[row.grade]}</small>}
      </td>
      <td data-label="Origins">
        <b>at most {showNumber(row.support.originsMax)}</b>
        <small>
          <NameList names={origins} />
        </small>
      </td>
      <td data-label="Outlets">
        <b>{plural(row.support.outlets, 'outlet')}</b>
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
export function ConsensusTable(props: { caption: string; rows: readonly Consensus[]; names: Names }) {
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
          <Row row={row} names={props.names} />
        ))}
      </tbody>
    </table>
  );
}
