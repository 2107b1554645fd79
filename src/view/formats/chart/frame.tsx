import { fitting, plain, wrap } from './letters.ts';
import { Lines } from './marks.tsx';
import type { Palette, Theme } from './palette.ts';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';
/** Room around the drawing of a file; a page has its own. */
const MARGIN = 16;

/** What every drawing is told. `width` in pixels: a page stretches the drawing, a file keeps it. */
export interface Look {
  theme: Theme;
  palette: Palette;
  width: number;
  /** Makes the ids of its title and description the only ones of a page. */
  id: string;
}

type Child = unknown;

const marginOf = ({ theme }: Look): number => (theme === 'page' ? 0 : MARGIN);

/** How many letters fit on a line of a drawing. */
export const roomOf = (look: Look): number => fitting(look.width - 2 * marginOf(look));

/** Pixels from one line of a heading to the next. */
const TITLE_LINE = 21;

/** A heading, in larger letters than the rest, on two lines at most; where what follows it begins. */
export function headingOf(text: string, look: Look): { lines: string[]; bottom: number } {
  const lines = wrap(text, { first: Math.floor(roomOf(look) * 0.78), lines: 2 });
  return { lines, bottom: 13 + lines.length * TITLE_LINE };
}

export const Heading = ({ lines, fill }: { lines: readonly string[]; fill: string }) => (
  <Lines y={16} fill={fill} size={16} bold gap={TITLE_LINE} lines={lines} />
);

/**
 * The frame of a drawing. Its places are percentages of an inner drawing, so it needs no viewBox: letters stay as they
 * are when it is stretched. `title` names it and `description` tells it, for those who do not see it.
 */
export function Frame(props: {
  look: Look;
  height: number;
  title: string;
  description: string;
  children?: Child;
}) {
  const { look, height } = props;
  const isFile = look.theme !== 'page';
  const pad = marginOf(look);
  const title = `${look.id}-title`;
  const description = `${look.id}-description`;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      role="img"
      aria-labelledby={title}
      aria-describedby={description}
      width={isFile ? look.width : '100%'}
      height={height + 2 * pad}
      font-family={isFile ? FONT : undefined}
    >
      <title id={title}>{plain(props.title)}</title>
      <desc id={description}>{plain(props.description)}</desc>
      {isFile ? <rect width="100%" height="100%" fill={look.palette.paper} /> : null}
      <svg
        aria-hidden="true"
        x={pad}
        y={pad}
        width={isFile ? look.width - 2 * pad : '100%'}
        height={height}
        overflow="visible"
      >
        {props.children as never}
      </svg>
    </svg>
  );
}
