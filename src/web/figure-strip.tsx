import type { Position } from '../consensus/consensus.ts';

const WIDTH = 160;
const HEIGHT = 16;
const EDGE = 10;

/** Lowest and highest figure that any position names; null when there is nothing to tell apart. */
export function spanOf(positions: readonly Position[]): { low: number; high: number } | null {
  const stated = positions.filter((position) => position.nominal !== null);
  const finite = stated
    .flatMap(({ nominal, low, high }) => [nominal, low, high])
    .filter((each) => each !== null);
  if (stated.length < 2) return null;
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  return high > low ? { low, high } : null;
}

/** One position on a scale that all share: a line over what its wording allows, a dot at its figure. */
export function FigureStrip(props: { position: Position; span: { low: number; high: number } }) {
  const { position, span } = props;
  if (position.nominal === null) return <span />;
  const x = (value: number): number =>
    Math.round(EDGE + ((value - span.low) / (span.high - span.low)) * (WIDTH - EDGE * 2));
  const from = position.low === null ? 0 : x(position.low);
  const to = position.high === null ? WIDTH : x(position.high);
  const y = HEIGHT / 2;
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line class="axis" x1="0" x2={WIDTH} y1={y} y2={y} />
      <line class="allowed" x1={from} x2={to} y1={y} y2={y} />
      <circle class="stated" cx={x(position.nominal)} cy={y} r="4.5" />
    </svg>
  );
}
