import type { Position } from '../consensus/consensus.ts';

const WIDTH = 240;
const ROW = 14;
const EDGE = 8;

interface Span {
  low: number;
  high: number;
  nominal: number;
}

const toSpan = (position: Position): Span | null => {
  const { nominal, low, high } = position;
  return nominal === null ? null : { nominal, low: low ?? -Infinity, high: high ?? Infinity };
};

/** Each position as a line from the lowest to the highest figure that its wording allows, with a dot at the figure. */
export function FigureStrip({ positions }: { positions: readonly Position[] }) {
  const spans = positions.flatMap((position) => toSpan(position) ?? []);
  const finite = spans.flatMap((span) => [span.nominal, span.low, span.high]).filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (spans.length < 2 || !(high > low)) return null;
  const x = (value: number): number => {
    const share = (value - low) / (high - low);
    return Math.round((EDGE * 2 + Math.min(1.05, Math.max(-0.05, share)) * (WIDTH - EDGE * 4)) * 10) / 10;
  };
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} ${spans.length * ROW}`} aria-hidden="true" focusable="false">
      {spans.map((span, index) => {
        const y = index * ROW + ROW / 2;
        return (
          <g>
            <line class="axis" x1="0" x2={WIDTH} y1={y} y2={y} />
            <line class="allowed" x1={x(span.low)} x2={x(span.high)} y1={y} y2={y} />
            <circle class="stated" cx={x(span.nominal)} cy={y} r="4" />
          </g>
        );
      })}
    </svg>
  );
}
