import type { Position } from '../consensus/consensus.ts';

const WIDTH = 104;
const HEIGHT = 16;
const EDGE = 8;
const OPEN = 26;

/** Lowest and highest figure that any position names, and whether a wording goes on beyond them. */
export interface Span {
  low: number;
  high: number;
  openLow: boolean;
  openHigh: boolean;
}

/** The scale that the positions share; null when there is nothing to tell apart. */
export function spanOf(positions: readonly Position[]): Span | null {
  const stated = positions.filter((position) => position.nominal !== null);
  const finite = stated
    .flatMap(({ nominal, low, high }) => [nominal, low, high])
    .filter((each) => each !== null);
  if (stated.length < 2) return null;
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (!(high > low)) return null;
  const open = (side: 'low' | 'high') => stated.some((position) => position[side] === null);
  return { low, high, openLow: open('low'), openHigh: open('high') };
}

/** One position on a scale that all share: a line over what its wording allows, a dot at its figure. */
export function FigureStrip(props: { position: Position; span: Span }) {
  const { position, span } = props;
  if (position.nominal === null) return <span />;
  const left = span.openLow ? OPEN : EDGE;
  const right = WIDTH - (span.openHigh ? OPEN : EDGE);
  const x = (value: number): number =>
    Math.round(left + ((value - span.low) / (span.high - span.low)) * (right - left));
  const from = position.low === null ? 0 : x(position.low);
  const to = position.high === null ? WIDTH : x(position.high);
  const y = HEIGHT / 2;
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line class="axis" x1="0" x2={WIDTH} y1={y} y2={y} />
      <line class="allowed" x1={from} x2={to} y1={y} y2={y} />
      <circle class="stated" cx={x(position.nominal)} cy={y} r="5" />
    </svg>
  );
}
