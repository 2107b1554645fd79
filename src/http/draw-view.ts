import type { ConsensusView } from '../view/consensus-view.ts';
import { drawTopic, THEMES } from '../view/formats/chart/chart.ts';

/** How a drawing is wanted. `width`: pixels. */
export interface Wanted {
  theme: 'light' | 'dark';
  width: number;
}

export const lookOf = ({ theme, width }: Wanted) => ({ theme, width, palette: THEMES[theme], id: 'chart' });

const PRESET: Wanted = { theme: 'light', width: 720 };

/** A consensus view as a drawing: SVG. `json`: the view as it is kept ready. */
export function drawView(title: string, json: string, wanted: Wanted = PRESET): string {
  const rows = (JSON.parse(json) as ConsensusView).data;
  return String(drawTopic({ title, rows, look: lookOf(wanted), titled: true }));
}
