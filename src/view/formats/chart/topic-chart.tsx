import type { Consensus, Position as Stand } from '../../../consensus/consensus.ts';
import { plural } from '../../show-number.ts';
import { STATUS_WORDS } from '../../words.ts';
import { Frame, Heading, headingOf, type Look, roomOf } from './frame.tsx';
import { shorten, wrap } from './letters.ts';
import { Label, Lines } from './marks.tsx';
import type { Palette } from './palette.ts';

/** So many questions are drawn, those first that most outlets speak of. */
export const TOPIC_LIMIT = 12;
/** Positions of a question that are drawn, those first that stand first in it. */
const POSITIONS = 5;
/** Pixels: of a line of a question, of a position, and between two questions. */
const [LINE, ROW, APART] = [18, 22, 18];
const BAR = 12;
/** Bars begin here, in percent of the width; before it stands what the position says. */
const FROM = 42;
/** No origin takes more than this, in percent of the width: few origins make short bars. */
const WIDEST = 9;

export interface TopicInput {
  title: string;
  rows: readonly Consensus[];
  look: Look;
  titled?: boolean;
}

const total = (row: Consensus): number => row.positions.reduce((sum, each) => sum + each.origins.length, 0);

/** A bar as long as a position has origins, cut into one piece an origin, after what it says. */
function Position(props: { position: Stand; unit: number; y: number; room: number; palette: Palette }) {
  const { position, unit, y, palette } = props;
  const count = Math.max(1, position.origins.length);
  return (
    <g class="position">
      <Label y={y + 11} fill={palette.ink} bold>
        {shorten(position.display, props.room)}
      </Label>
      <rect x={`${FROM}%`} width={`${unit * count}%`} y={y} height={BAR} rx="2" fill={palette.series[0]} />
      {Array.from({ length: count - 1 }, (_, index) => {
        const x = `${FROM + unit * (index + 1)}%`;
        return <line x1={x} x2={x} y1={y} y2={y + BAR} stroke={palette.paper} stroke-width="2" />;
      })}
    </g>
  );
}

const tell = (row: Consensus): string =>
  row.positions.map(({ display, origins }) => `${display} (${plural(origins.length, 'origin')})`).join(', ');

/** Questions that more than one origin answers; all of them where there is none. */
function worthDrawing(rows: readonly Consensus[]): Consensus[] {
  const answered = rows.filter((row) => total(row) > 0);
  const several = answered.filter((row) => total(row) > 1);
  return several.length > 0 ? several : answered;
}

/** What of a question is drawn, and how high that is. */
function blockOf(row: Consensus, room: number) {
  const status = STATUS_WORDS[row.status];
  const question = wrap(row.group.question, { first: room - status.length - 3, rest: room, lines: 3 });
  const positions = row.positions.slice(0, POSITIONS);
  const more = row.positions.length - positions.length;
  const bars = question.length * LINE + 2;
  return {
    question,
    status,
    positions,
    more,
    bars,
    height: bars + (positions.length + Number(more > 0)) * ROW,
  };
}

/** Question by question: how many origins stand behind each position, and whether they agree. */
export function drawTopic({ title, rows, look, titled = false }: TopicInput) {
  const { palette } = look;
  const drawn = worthDrawing(rows).slice(0, TOPIC_LIMIT);
  const room = roomOf(look);
  const heading = headingOf(title, look);
  const most = Math.max(1, ...drawn.flatMap((row) => row.positions.map(({ origins }) => origins.length)));
  const unit = Math.min(WIDEST, (100 - FROM) / most);
  const left = rows.length - drawn.length;
  const legend = [
    ...(left > 0 ? [`${plural(left, 'more question')}, not drawn.`] : []),
    ...(titled ? ['A piece of a bar is an origin; a bar is a position.'] : []),
  ];
  let bottom = titled ? heading.bottom : 0;
  const blocks = drawn.map((row) => {
    const block = { ...blockOf(row, room), top: bottom };
    bottom += block.height + APART;
    return block;
  });
  return (
    <Frame
      look={look}
      height={bottom + legend.length * LINE}
      title={`${title}: how many origins stand behind each position`}
      description={drawn
        .map((row) => `${row.group.question}: ${STATUS_WORDS[row.status].toLowerCase()}; ${tell(row)}.`)
        .join(' ')}
    >
      {titled ? <Heading lines={heading.lines} fill={palette.ink} /> : null}
      {blocks.map(({ question, status, positions, more, bars, top }) => (
        <>
          <Lines y={top + 14} fill={palette.ink} gap={LINE} lines={question} />
          <Label x="100%" y={top + 14} fill={palette.soft} anchor="end">
            {status}
          </Label>
          {positions.map((position, index) => (
            <Position
              {...{ position, unit, palette }}
              y={top + bars + index * ROW + 4}
              room={Math.floor((room * (FROM - 2)) / 100)}
            />
          ))}
          {more > 0 ? (
            <Label y={top + bars + positions.length * ROW + 15} fill={palette.soft}>
              {plural(more, 'more position')}
            </Label>
          ) : null}
        </>
      ))}
      {legend.map((text, index) => (
        <Label y={bottom + 12 + index * LINE} fill={palette.soft} size={12}>
          {text}
        </Label>
      ))}
    </Frame>
  );
}
