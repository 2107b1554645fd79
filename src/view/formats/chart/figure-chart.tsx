import { plural } from '../../show-number.ts';
import { type Axis, dayAxis, figureAxis } from './axis.ts';
import { type Ends, FIGURE_LIMIT, type FigureModel, type FigureRow, type Past } from './figure-model.ts';
import { Frame, Heading, headingOf, type Look, roomOf } from './frame.tsx';
import { shorten, wrap, wrapNames } from './letters.ts';
import { Arrow, At, BottomAxis, Label, Lines, lookOf, Mark } from './marks.tsx';
import type { Palette } from './palette.ts';

/** Pixels: above the first statement of an origin, of a statement, and of each further line of names. */
const [ORIGIN, ROW, LINE] = [12, 40, 17];
/** Lines for the name of an origin, and for the outlets that carry a statement. */
const MOST = { origin: 2, outlets: 3 } as const;
const LEGEND = [
  'Shape: the figure. Thick: what the words assert.',
  'Thin: what they allow; an arrow: without limit.',
] as const;

export interface FigureInput {
  model: FigureModel;
  look: Look;
  names: { outlet(id: string): string; origin(id: string): string };
  /** Written above the drawing, for a file. */
  titled?: boolean;
}

const rowsOf = ({ origins }: FigureModel): FigureRow[] => origins.flatMap(({ rows }) => rows);

/** All finite ends and figures, so that nothing but what is open reaches an edge. */
function spanOf(model: FigureModel): number[] {
  const ends = ({ low, high }: Ends) => [low, high];
  const all = rowsOf(model).flatMap(({ core, halo, nominal }) => [nominal, ...ends(core), ...ends(halo)]);
  return [...all, model.best].filter((each): each is number => each !== null && Number.isFinite(each));
}

function Interval(props: { row: FigureRow; axis: Axis; y: number; palette: Palette }) {
  const { row, axis, y, palette } = props;
  const { colour } = lookOf(row.series, palette);
  const left = row.halo.low === null ? 0 : axis.place(row.halo.low);
  const right = row.halo.high === null ? 100 : axis.place(row.halo.high);
  const from = row.core.low === null ? left : axis.place(row.core.low);
  const to = row.core.high === null ? right : axis.place(row.core.high);
  const at = row.nominal === null ? (from + to) / 2 : axis.place(row.nominal);
  const line = (x1: number, x2: number, width: number, kind: string) => (
    <line
      class={kind}
      x1={`${x1}%`}
      x2={`${x2}%`}
      y1={y}
      y2={y}
      stroke={colour}
      stroke-width={width}
      stroke-dasharray={row.past ? '2 3' : undefined}
    />
  );
  return (
    <g class="interval">
      {line(left, right, 2, 'halo')}
      {row.halo.low === null ? <Arrow to="left" y={y} colour={colour} /> : null}
      {row.halo.high === null ? <Arrow to="right" y={y} colour={colour} /> : null}
      {line(from, to, 7, 'core')}
      <Mark x={at} y={y} series={row.series} palette={palette} hollow={row.past !== null} />
    </g>
  );
}

function Band({
  model,
  axis,
  bottom,
  palette,
}: {
  model: FigureModel;
  axis: Axis;
  bottom: number;
  palette: Palette;
}) {
  const { band, best } = model;
  if (band === null || best === null) return null;
  const left = band.low === null ? 0 : axis.place(band.low);
  const right = band.high === null ? 100 : axis.place(band.high);
  const at = axis.place(best);
  return (
    <g class="band">
      <rect x={`${left}%`} width={`${right - left}%`} y="0" height={bottom} fill={palette.band} />
      <line x1={`${at}%`} x2={`${at}%`} y1="0" y2={bottom} stroke={palette.ink} stroke-dasharray="4 3" />
    </g>
  );
}

/** Why a statement counts no more. */
export const PAST: Record<Past, string> = { earlier: 'earlier figure', withdrawn: 'taken back' };

/** What the drawing shows, in words. */
function describe({ model, names }: FigureInput): string {
  const told = model.origins.slice(0, 12).map(({ id, rows }) => {
    const said = rows.map(
      ({ display, outlets, past }) =>
        `${display}${past === null ? '' : `, ${PAST[past]}`} (${outlets.map(names.outlet).join(', ')})`,
    );
    return `${names.origin(id)}: ${said.join('; ')}.`;
  });
  const agreed =
    model.band === null
      ? 'No figure satisfies enough of them.'
      : 'The shaded band shows where those that agree meet.';
  return [...told, agreed].join(' ');
}

/** Who carries a statement: outlets, or nobody but the origin itself. */
function carriersOf(row: FigureRow, origin: string, names: FigureInput['names']): string[] {
  const carriers = row.outlets.map(names.outlet);
  const own = carriers.length === 1 && carriers[0] === names.origin(origin);
  const all = own ? ['in its own voice'] : carriers;
  return row.past === null ? all : [...all.slice(0, -1), `${all.at(-1) ?? ''} (${PAST[row.past]})`];
}

/** Each statement as an interval on one scale, by origin, over the band on which those that agree meet. */
export function drawFigure(input: FigureInput) {
  const { model, look, names } = input;
  const { palette } = look;
  const span = spanOf(model);
  const axis = model.isDate ? dayAxis(span) : figureAxis(span.length > 0 ? span : [0]);
  const room = roomOf(look);
  const heading = headingOf(model.question, look);
  let left = FIGURE_LIMIT;
  let y = input.titled ? heading.bottom : 4;
  const top = y;
  const parts = model.origins.flatMap(({ id, rows }) => {
    const drawn = rows.slice(0, left);
    left -= drawn.length;
    if (drawn.length === 0) return [];
    const head = y + 18;
    const origin = wrap(names.origin(id), { first: room, lines: MOST.origin });
    y += ORIGIN + origin.length * LINE;
    const lines = drawn.map((row) => {
      const at = y;
      const says = shorten(row.display, Math.floor(room * 0.45));
      const carriers = carriersOf(row, id, names);
      const outlets = wrapNames(carriers, {
        ...{ first: Math.max(8, room - says.length - 3), rest: room },
        lines: MOST.outlets,
      });
      const last = at + (outlets.length - 1) * LINE;
      y = last + ROW;
      return (
        <>
          <Lines y={at + 9} fill={palette.soft} gap={LINE} lines={outlets} />
          <Label x="100%" y={at + 9} fill={palette.ink} anchor="end" bold>
            {says}
          </Label>
          <Interval row={row} axis={axis} y={last + 22} palette={palette} />
        </>
      );
    });
    return [
      <>
        <Lines y={head} fill={palette.ink} gap={LINE} bold lines={origin} />
        {lines}
      </>,
    ];
  });
  const total = rowsOf(model).length;
  const hidden = total - (FIGURE_LIMIT - left);
  const legend = [
    ...(axis.kind === 'log' ? ['Each step to the right is ten times as much.'] : []),
    ...(hidden > 0 ? [`${plural(hidden, 'more statement')}, not drawn.`] : []),
    ...(input.titled ? LEGEND : []),
  ];
  return (
    <Frame
      look={look}
      height={y + 26 + legend.length * 18}
      title={model.question}
      description={describe(input)}
    >
      {input.titled ? <Heading lines={heading.lines} fill={palette.ink} /> : null}
      <At y={top}>
        <Band model={model} axis={axis} bottom={y - top} palette={palette} />
      </At>
      <BottomAxis axis={axis} top={top} bottom={y} palette={palette} />
      {parts}
      {legend.map((text, index) => (
        <Label y={y + 40 + index * 18} fill={palette.soft} size={12}>
          {text}
        </Label>
      ))}
    </Frame>
  );
}
