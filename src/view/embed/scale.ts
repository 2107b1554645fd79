import type { EmbedPosition } from './embed-view.ts';
import { el, type Tree } from './tree.ts';

const WIDTH = 120;
const HEIGHT = 16;
const EDGE = 8;
const OPEN = 28;

/** Draws each position on the scale that all share; null when there is nothing to tell apart. */
export function scaleOf(positions: readonly EmbedPosition[]): ((position: EmbedPosition) => Tree) | null {
  const stated = positions.filter(({ nominal }) => nominal !== null);
  const figures = stated
    .flatMap(({ nominal, low, high }) => [nominal, low, high])
    .filter((each) => each !== null);
  const low = Math.min(...figures);
  const high = Math.max(...figures);
  if (stated.length < 2 || !(high > low)) return null;
  const left = stated.some((each) => each.low === null) ? OPEN : EDGE;
  const right = WIDTH - (stated.some((each) => each.high === null) ? OPEN : EDGE);
  const x = (value: number) => Math.round(left + ((value - low) / (high - low)) * (right - left));
  const y = String(HEIGHT / 2);
  return (position) => {
    if (position.nominal === null) return '';
    const from = position.low === null ? 0 : x(position.low);
    const to = position.high === null ? WIDTH : x(position.high);
    const line = (name: string, x1: number, x2: number) =>
      el('line', { class: name, x1: String(x1), x2: String(x2), y1: y, y2: y });
    return el(
      'svg',
      { class: 'strip', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', focusable: 'false' },
      line('axis', 0, WIDTH),
      line('allowed', from, to),
      el('circle', { class: 'stated', cx: String(x(position.nominal)), cy: y, r: '5' }),
    );
  };
}
