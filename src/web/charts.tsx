import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Timeline } from '../consensus/timeline.ts';
import {
  drawFigure,
  drawToll,
  drawTopic,
  figureModel,
  hasToll,
  PAST,
  THEMES,
  TOPIC_LIMIT,
} from '../view/formats/chart/chart.ts';
import { showInstant } from '../view/show-time.ts';
import { STATUS_WORDS } from '../view/words.ts';
import { type Cells, Drawing } from './drawing.tsx';
import { NameList, Text } from './layout.tsx';
import type { Names } from './web.ts';

/** A drawing on a page is stretched; its letters are counted for a phone. */
const lookOf = (id: string) => ({ theme: 'page', palette: THEMES.page, width: 350, id }) as const;

const FIGURE_KEY =
  'A shape is the figure; the thick line is what the words assert, the thin one what they allow, an arrow means without limit. Statements of one colour and shape can all be true.';

/** The statements of a question as intervals, with the same as a table; null where none is a figure. */
export function FigureChart(props: {
  id: string;
  row: Consensus;
  claims: ReadonlyMap<string, Claim>;
  durations: Readonly<Record<string, number>>;
  names: Names;
}) {
  const { row, claims, durations, names } = props;
  const model = figureModel(row, claims, durations);
  if (model === null) return null;
  const note = `${FIGURE_KEY}${model.band === null ? '' : ' The shaded band is where those that agree meet.'}`;
  const rows = model.origins.flatMap(({ id, rows: said }) =>
    said.map(
      (each): Cells => [
        <Text>{names.origin(id)}</Text>,
        <NameList names={each.outlets.map(names.outlet)} />,
        <>
          <Text>{each.display}</Text>
          {each.past === null ? null : ` (${PAST[each.past]})`}
        </>,
        model.isDate ? '–' : showEnds(each.halo),
      ],
    ),
  );
  return (
    <Drawing
      note={note}
      table={{ caption: row.group.question, heads: ['Origin', 'Outlets', 'Says', 'Allows'], rows }}
    >
      {drawFigure({ model, look: lookOf(props.id), names })}
    </Drawing>
  );
}

const show = (value: number): string => String(Math.round(value * 100) / 100);

function showEnds({ low, high }: { low: number | null; high: number | null }): string {
  if (low === high) return low === null ? 'anything' : show(low);
  if (high === null) return `${show(low ?? 0)} or more`;
  return low === null ? `up to ${show(high)}` : `${show(low)} to ${show(high)}`;
}

/** How a figure moved, with the same as a table; null where nothing can be drawn. */
export function TollChart({ id, timeline, names }: { id: string; timeline: Timeline; names: Names }) {
  if (!hasToll(timeline)) return null;
  const rows = timeline.points.map(
    (point): Cells => [
      showInstant(point.asOf.to.replace(/\.\d+Z$/, 'Z')),
      <Text>{names.origin(point.origin)}</Text>,
      <NameList names={point.outlets.map(names.outlet)} />,
      <Text>{point.display}</Text>,
    ],
  );
  return (
    <Drawing
      note="A line for each origin: a figure stands until its origin gives another. Hollow shapes were replaced."
      table={{
        caption: `How the figure moved: ${timeline.group.question}`,
        heads: ['When', 'Origin', 'Outlets', 'Says'],
        rows,
      }}
    >
      {drawToll({ timeline, look: lookOf(id), names })}
    </Drawing>
  );
}

/** A topic at a glance, with the same as a table. */
export function TopicChart({ title, rows }: { title: string; rows: readonly Consensus[] }) {
  const table = rows
    .slice(0, TOPIC_LIMIT)
    .map(
      (row): Cells => [
        <Text>{row.group.question}</Text>,
        <NameList names={row.positions.map((each) => `${each.display} (${each.origins.length})`)} />,
        STATUS_WORDS[row.status],
      ],
    );
  return (
    <Drawing
      glance
      note="A bar is a position, a piece of it an origin: an outlet that only relays another adds none."
      table={{
        caption: 'How many origins stand behind each position',
        heads: ['Question', 'Positions and their origins', 'Together'],
        rows: table,
      }}
    >
      {drawTopic({ title, rows, look: lookOf('glance') })}
    </Drawing>
  );
}
