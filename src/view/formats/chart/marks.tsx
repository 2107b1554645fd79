import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import type { Axis } from './axis.ts';
import { plain } from './letters.ts';
import { DASHES, type Palette, SERIES } from './palette.ts';

/** One shape a series; what has no look of its own is a small circle. */
const SHAPES: readonly SymbolType[] = [
  ...[symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye],
  symbolCircle,
];

/** The look of the nth thing of a drawing. */
export const lookOf = (index: number, palette: Palette) => {
  const at = Math.min(index, SERIES);
  return {
    colour: palette.series[at] ?? palette.soft,
    dash: DASHES[at] ?? '',
    path: symbol(SHAPES[at], at === SERIES ? 40 : 90)() ?? '',
  };
};

interface LabelProps {
  x?: string;
  y: number;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  size?: number;
  children: string;
}

/** A line of text. It is a paragraph of its own, so that its direction reaches nothing else. */
export const Label = (props: LabelProps) => (
  <text
    x={props.x ?? '0'}
    y={props.y}
    fill={props.fill}
    text-anchor={props.anchor ?? 'start'}
    font-size={props.size ?? 13}
    font-weight={props.bold ? 600 : 400}
    unicode-bidi="plaintext"
  >
    {plain(props.children)}
  </text>
);

/** Lines of text, one below the other. */
export const Lines = (props: Omit<LabelProps, 'children'> & { gap: number; lines: readonly string[] }) => {
  const { gap, lines, ...rest } = props;
  return (
    <>
      {lines.map((line, index) => (
        <Label {...rest} y={rest.y + index * gap}>
          {line}
        </Label>
      ))}
    </>
  );
};

/** Moves what is in it: to a place in percent or pixels. What a drawing says is said by its frame. */
export const At = (props: { x?: string; y?: number; children?: unknown }) => (
  <svg aria-hidden="true" x={props.x} y={props.y} overflow="visible">
    {props.children as never}
  </svg>
);

/** A shape with its middle at a place: x in percent, y in pixels. */
export const Mark = (props: { x: number; y: number; series: number; palette: Palette; hollow?: boolean }) => {
  const { colour, path } = lookOf(props.series, props.palette);
  return (
    <At x={`${props.x}%`} y={props.y}>
      <path
        class="mark"
        d={path}
        fill={props.hollow ? props.palette.paper : colour}
        stroke={props.hollow ? colour : props.palette.paper}
        stroke-width="1.5"
      />
    </At>
  );
};

/** The head of an arrow at the edge: it goes on from here. */
export const Arrow = (props: { to: 'left' | 'right'; y: number; colour: string }) => (
  <At x={props.to === 'right' ? '100%' : '0%'} y={props.y}>
    <path
      class={`open ${props.to}`}
      d={props.to === 'right' ? 'M-8,-5L0,0L-8,5' : 'M8,-5L0,0L8,5'}
      fill="none"
      stroke={props.colour}
      stroke-width="2"
    />
  </At>
);

const anchorAt = (at: number) => (at < 8 ? 'start' : at > 92 ? 'end' : 'middle');

/** Lines down from `top` to `bottom`, with what they stand for below. */
export const BottomAxis = (props: { axis: Axis; top: number; bottom: number; palette: Palette }) => (
  <g class="axis">
    {props.axis.ticks.map(({ at, label }) => (
      <>
        <line
          x1={`${at}%`}
          x2={`${at}%`}
          y1={props.top}
          y2={props.bottom + 4}
          stroke={props.palette.line}
          stroke-width="1"
        />
        <Label x={`${at}%`} y={props.bottom + 18} fill={props.palette.soft} size={12} anchor={anchorAt(at)}>
          {label}
        </Label>
      </>
    ))}
  </g>
);
