import type { Timeline, TimelinePoint } from '../../../consensus/timeline.ts';
import { plural } from '../../show-number.ts';
import { showInstant } from '../../show-time.ts';
import { type Axis, figureAxis, timeAxis } from './axis.ts';
import { Frame, Heading, headingOf, type Look, roomOf } from './frame.tsx';
import { shorten, wrap } from './letters.ts';
import { At, BottomAxis, Label, Lines, lookOf, Mark } from './marks.tsx';
import { type Palette, SERIES } from './palette.ts';

const HEIGHT = 230;
/** Pixels of an origin in the key, and of the second line of its name. */
const [KEY, KEY_LINE] = [22, 16];
/** So many moments are drawn; the table behind the drawing has them all. */
const LIMIT = 400;

export interface TollInput {
  timeline: Timeline;
  look: Look;
  names: { origin(id: string): string };
  titled?: boolean;
}

/** The figures of one origin in time, and its look. */
interface Line {
  origin: string;
  series: number;
  points: TimelinePoint[];
}

const isDrawn = (point: TimelinePoint): boolean =>
  (point.nominal ?? point.low ?? point.high) !== null && Number.isFinite(Date.parse(point.asOf.to));
const figureOf = ({ nominal, low, high }: TimelinePoint): number => nominal ?? low ?? high ?? 0;
const momentOf = ({ asOf }: TimelinePoint): number => Date.parse(asOf.to);

/** Origins with the longest history first; what follows the last look of its own shares one. */
function linesOf(timeline: Timeline): Line[] {
  const byOrigin = new Map<string, TimelinePoint[]>();
  for (const point of timeline.points.filter(isDrawn).slice(0, LIMIT))
    byOrigin.set(point.origin, [...(byOrigin.get(point.origin) ?? []), point]);
  return [...byOrigin]
    .sort(([, a], [, b]) => b.length - a.length || momentOf(a[0] as never) - momentOf(b[0] as never))
    .map(([origin, points], index) => ({ origin, points, series: Math.min(index, SERIES) }));
}

/** Whether a toll can be drawn: two figures or more, with a moment each. */
export const hasToll = (timeline: Timeline): boolean => timeline.points.filter(isDrawn).length > 1;

interface Plot {
  x: Axis;
  y: (value: number) => number;
  top: number;
  palette: Palette;
}

/** From each figure to the next of its origin: it stands until it is replaced. */
function Steps({ line, plot }: { line: Line; plot: Plot }) {
  const { colour, dash } = lookOf(line.series, plot.palette);
  const stroke = { stroke: colour, 'stroke-width': 2, 'stroke-dasharray': dash === '' ? undefined : dash };
  return (
    <g class="steps">
      {line.points.map((point, index) => {
        const from = plot.x.place(momentOf(point));
        const next = line.points[index + 1];
        const to = next === undefined ? 100 : plot.x.place(momentOf(next));
        const y = plot.y(figureOf(point));
        return (
          <>
            <line x1={`${from}%`} x2={`${to}%`} y1={y} y2={y} {...stroke} />
            {next === undefined ? null : (
              <line x1={`${to}%`} x2={`${to}%`} y1={y} y2={plot.y(figureOf(next))} {...stroke} />
            )}
          </>
        );
      })}
    </g>
  );
}

/** What the wording of a figure allows, up and down from it; an arrow where it has no upper limit. */
function Reach({ point, series, plot }: { point: TimelinePoint; series: number; plot: Plot }) {
  const { colour } = lookOf(series, plot.palette);
  const x = plot.x.place(momentOf(point));
  const at = plot.y(figureOf(point));
  const top = point.high === null ? at - 22 : plot.y(point.high);
  const bottom = point.low === null ? at : plot.y(point.low);
  return (
    <g class="reach">
      <line x1={`${x}%`} x2={`${x}%`} y1={top} y2={bottom} stroke={colour} stroke-width="2" />
      {point.high === null ? (
        <At x={`${x}%`} y={top}>
          <path class="open up" d="M-4,6L0,0L4,6" fill="none" stroke={colour} stroke-width="2" />
        </At>
      ) : null}
      <Mark x={x} y={at} series={series} palette={plot.palette} hollow={point.standing === 'superseded'} />
    </g>
  );
}

/** What a line of the key says, and how high it is. */
function keyOf(line: Line, room: number, names: TollInput['names']) {
  const says = shorten(line.points.at(-1)?.display ?? '', Math.floor(room * 0.4));
  const first = Math.max(8, room - says.length - 8);
  const name = wrap(names.origin(line.origin), { first, rest: Math.max(8, room - 6), lines: 2 });
  return { line, says, name, height: KEY + (name.length - 1) * KEY_LINE };
}

function Key({ entry, y, palette }: { entry: ReturnType<typeof keyOf>; y: number; palette: Palette }) {
  const { line, says, name } = entry;
  const { colour, dash } = lookOf(line.series, palette);
  return (
    <>
      <line
        x1="0"
        x2="26"
        y1={y - 4}
        y2={y - 4}
        stroke={colour}
        stroke-width="2"
        stroke-dasharray={dash === '' ? undefined : dash}
      />
      <At x="13">
        <Mark x={0} y={y - 4} series={line.series} palette={palette} />
      </At>
      <At x="34">
        <Lines y={y} fill={palette.ink} gap={KEY_LINE} lines={name} />
      </At>
      <Label x="100%" y={y} fill={palette.ink} anchor="end" bold>
        {says}
      </Label>
    </>
  );
}

const describe = ({ names }: TollInput, lines: readonly Line[]): string =>
  lines
    .slice(0, 12)
    .map(
      ({ origin, points }) =>
        `${names.origin(origin)}: ${points
          .slice(-8)
          .map((point) => `${point.display} (${showInstant(point.asOf.to)})`)
          .join(', then ')}.`,
    )
    .join(' ');

/** How a figure moved: a line of steps for each origin, its newest figures filled, older ones hollow. */
export function drawToll(input: TollInput) {
  const { timeline, look } = input;
  const { palette } = look;
  const lines = linesOf(timeline);
  const points = lines.flatMap((line) => line.points);
  const room = roomOf(look);
  const heading = headingOf(timeline.group.question, look);
  const shown = lines.slice(0, SERIES);
  const rest = lines.length - shown.length;
  let keyEnd = input.titled ? heading.bottom : 0;
  const keys = shown.map((line) => {
    const entry = keyOf(line, room, input.names);
    const y = keyEnd + KEY - 5;
    keyEnd += entry.height;
    return <Key entry={entry} y={y} palette={palette} />;
  });
  const top = keyEnd + (rest > 0 ? KEY : 0) + 14;
  const bottom = top + HEIGHT;
  const ends = points.flatMap((point) => [figureOf(point), point.low, point.high]);
  const figures = figureAxis(
    ends
      .filter((each): each is number => each !== null && Number.isFinite(each))
      .concat(points.length ? [] : [0]),
  );
  const plot: Plot = {
    x: timeAxis(points.length > 0 ? points.map(momentOf) : [0]),
    y: (value) => Math.round((bottom - (figures.place(value) / 100) * HEIGHT) * 10) / 10,
    top,
    palette,
  };
  return (
    <Frame
      look={look}
      height={bottom + 26}
      title={`How the figure moved: ${timeline.group.question}`}
      description={describe(input, lines)}
    >
      {input.titled ? <Heading lines={heading.lines} fill={palette.ink} /> : null}
      {keys}
      {rest > 0 ? (
        <Label y={keyEnd + KEY - 5} fill={palette.soft}>
          {`${plural(rest, 'more origin')}, drawn alike`}
        </Label>
      ) : null}
      {figures.ticks.map(({ at, label }) => {
        const y = Math.round(bottom - (at / 100) * HEIGHT);
        return (
          <>
            <line x1="0" x2="100%" y1={y} y2={y} stroke={palette.line} />
            <Label y={y - 4} fill={palette.soft} size={12}>
              {label}
            </Label>
          </>
        );
      })}
      <BottomAxis axis={plot.x} top={bottom} bottom={bottom} palette={palette} />
      {lines.map((line) => (
        <Steps line={line} plot={plot} />
      ))}
      {lines.map((line) =>
        line.points.map((point) => <Reach point={point} series={line.series} plot={plot} />),
      )}
    </Frame>
  );
}
