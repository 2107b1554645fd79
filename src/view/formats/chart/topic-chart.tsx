import type { Consensus, Position } from '../../../consensus/consensus.ts';
import { plural } from '../../show-number.ts';
import { STATUS_WORDS } from '../../words.ts';
import { Frame, type Look, roomOf, titleOf } from './frame.tsx';
import { shorten } from './letters.ts';
import { Label, lookOf } from './marks.tsx';
import { type Palette, SERIES } from './palette.ts';

/** So many questions are drawn, those first that most outlets speak of. */
export const TOPIC_LIMIT = 12;
const ROW = 62;
const BAR = 16;
/** No origin takes more than this, in percent of the width: few origins make short bars. */
const WIDEST = 14;
/** Between two positions, in percent of the width. */
const GAP = 1.2;

export interface TopicInput {
  title: string;
  rows: readonly Consensus[];
  look: Look;
  titled?: boolean;
}

const total = (row: Consensus): number => row.positions.reduce((sum, each) => sum + each.origins.length, 0);

/** One bar a position, as long as it has origins, cut into one piece an origin. */
function Bar(props: {
  position: Position;
  from: number;
  unit: number;
  y: number;
  series: number;
  palette: Palette;
}) {
  const { position, from, unit, y, palette } = props;
  const { colour } = lookOf(props.series, palette);
  const count = Math.max(1, position.origins.length);
  return (
    <g class="position">
      <rect x={`${from}%`} width={`${unit * count}%`} y={y} height={BAR} rx="2" fill={colour} />
      {Array.from({ length: count - 1 }, (_, index) => {
        const x = `${from + unit * (index + 1)}%`;
        return <line x1={x} x2={x} y1={y} y2={y + BAR} stroke={palette.paper} stroke-width="2" />;
      })}
    </g>
  );
}

const tell = (row: Consensus): string =>
  row.positions.map(({ display, origins }) => `${display} (${plural(origins.length, 'origin')})`).join(', ');

/** The positions of a question as far as they fit, the nth bar named by the nth text. */
function namesOf(row: Consensus, room: number): string {
  const each = Math.max(8, Math.floor(room / Math.max(1, Math.min(4, row.positions.length))) - 3);
  const shown = row.positions.slice(0, 4).map(({ display }) => shorten(display, each));
  const rest = row.positions.length - shown.length;
  return `${shown.join(' | ')}${rest > 0 ? ` | ${rest} more` : ''}`;
}

/** Questions that more than one origin answers; all of them where there is none. */
function worthDrawing(rows: readonly Consensus[]): Consensus[] {
  const answered = rows.filter((row) => total(row) > 0);
  const several = answered.filter((row) => total(row) > 1);
  return several.length > 0 ? several : answered;
}

/** Question by question: how many origins stand behind each position, and whether they agree. */
export function drawTopic({ title, rows, look, titled = false }: TopicInput) {
  const { palette } = look;
  const drawn = worthDrawing(rows).slice(0, TOPIC_LIMIT);
  const room = roomOf(look);
  const top = titled ? 30 : 0;
  const most = Math.max(1, ...drawn.map((row) => total(row)));
  const widest = Math.max(1, ...drawn.map((row) => row.positions.length));
  const unit = Math.min(WIDEST, (100 - GAP * Math.min(widest, 12)) / most);
  const more = rows.length - drawn.length;
  const legend = [
    ...(more > 0 ? [`${plural(more, 'more question')}, not drawn.`] : []),
    ...(titled ? ['A piece of a bar is an origin; a bar is a position.'] : []),
  ];
  return (
    <Frame
      look={look}
      height={top + drawn.length * ROW + legend.length * 18 + 4}
      title={`${title}: how many origins stand behind each position`}
      description={drawn
        .map((row) => `${row.group.question}: ${STATUS_WORDS[row.status].toLowerCase()}; ${tell(row)}.`)
        .join(' ')}
    >
      {titled ? (
        <Label y={16} fill={palette.ink} size={16} bold>
          {titleOf(title, look)}
        </Label>
      ) : null}
      {drawn.map((row, index) => {
        const y = top + index * ROW;
        const status = STATUS_WORDS[row.status];
        let from = 0;
        return (
          <>
            <Label y={y + 16} fill={palette.ink}>
              {shorten(row.group.question, room - status.length - 3)}
            </Label>
            <Label x="100%" y={y + 16} fill={palette.ink} anchor="end" bold>
              {status}
            </Label>
            {row.positions.map((position, place) => {
              const at = from;
              from += unit * Math.max(1, position.origins.length) + GAP;
              return at > 100 ? null : (
                <Bar {...{ position, from: at, unit, y: y + 22, palette }} series={Math.min(place, SERIES)} />
              );
            })}
            <Label y={y + 52} fill={palette.soft} size={12}>
              {namesOf(row, room)}
            </Label>
          </>
        );
      })}
      {legend.map((text, index) => (
        <Label y={top + drawn.length * ROW + 16 + index * 18} fill={palette.soft} size={12}>
          {text}
        </Label>
      ))}
    </Frame>
  );
}
