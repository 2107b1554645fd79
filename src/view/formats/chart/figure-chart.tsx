import { plural } from '../../show-number.ts';
import { type Axis, dayAxis, figureAxis } from './axis.ts';
import { type Ends, FIGURE_LIMIT, type FigureModel, type FigureRow } from './figure-model.ts';
import { Frame, type Look, roomOf, titleOf } from './frame.tsx';
import { shorten } from './letters.ts';
import { Arrow, At, BottomAxis, Label, lookOf, Mark } from './marks.tsx';
import type { Palette } from './palette.ts';

const ORIGIN = 30;
const ROW = 40;
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
      stroke-dasharray={row.withdrawn ? '2 3' : undefined}
    />
  );
  return (
    <g class="interval">
      {line(left, right, 2, 'halo')}
      {row.halo.low === null ? <Arrow to="left" y={y} colour={colour} /> : null}
      {row.halo.high === null ? <Arrow to="right" y={y} colour={colour} /> : null}
      {line(from, to, 7, 'core')}
      <Mark x={at} y={y} series={row.series} palette={palette} hollow={row.withdrawn} />
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

/** What the drawing shows, in words. */
function describe({ model, names }: FigureInput): string {
  const told = model.origins.slice(0, 12).map(({ id, rows }) => {
    const said = rows.map(
      ({ display, outlets, withdrawn }) =>
        `${display}${withdrawn ? ', taken back' : ''} (${outlets.map(names.outlet).join(', ')})`,
    );
    return `${names.origin(id)}: ${said.join('; ')}.`;
  });
  const agreed =
    model.band === null
      ? 'No figure satisfies enough of them.'
      : 'The shaded band shows where those that agree meet.';
  return [...told, agreed].join(' ');
}

/** Each statement as an interval on one scale, by origin, over the band on which those that agree meet. */
export function drawFigure(input: FigureInput) {
  const { model, look, names } = input;
  const { palette } = look;
  const span = spanOf(model);
  const axis = model.isDate ? dayAxis(span) : figureAxis(span.length > 0 ? span : [0]);
  const room = roomOf(look);
  let left = FIGURE_LIMIT;
  let y = input.titled ? 34 : 4;
  const top = y;
  const parts = model.origins.flatMap(({ id, rows }) => {
    const drawn = rows.slice(0, left);
    left -= drawn.length;
    if (drawn.length === 0) return [];
    const head = y + 18;
    y += ORIGIN;
    const lines = drawn.map((row) => {
      const at = y;
      y += ROW;
      const says = shorten(row.display, Math.floor(room * 0.45));
      const carriers = row.outlets.map(names.outlet).join(', ');
      const outlets = `${carriers === names.origin(id) ? 'in its own voice' : carriers}${row.withdrawn ? ' (taken back)' : ''}`;
      return (
        <>
          <Label y={at + 9} fill={palette.soft}>
            {shorten(outlets, Math.max(8, room - says.length - 3))}
          </Label>
          <Label x="100%" y={at + 9} fill={palette.ink} anchor="end" bold>
            {says}
          </Label>
          <Interval row={row} axis={axis} y={at + 22} palette={palette} />
        </>
      );
    });
    return [
      <>
        <Label y={head} fill={palette.ink} bold>
          {shorten(names.origin(id), room)}
        </Label>
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
      {input.titled ? (
        <Label y={16} fill={palette.ink} size={16} bold>
          {titleOf(model.question, look)}
        </Label>
      ) : null}
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
