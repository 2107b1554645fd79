import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Timeline } from '../consensus/timeline.ts';
import {
  drawFigure,
  drawToll,
  drawTopic,
  figureModel,
  hasToll,
  THEMES,
} from '../view/formats/chart/chart.ts';
import { showInstant } from '../view/show-time.ts';
import { STATUS_WORDS } from '../view/words.ts';
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
  return (
    <figure class="drawing">
      {drawFigure({ model, look: lookOf(props.id), names })}
      <figcaption>
        {FIGURE_KEY} {model.band === null ? null : 'The shaded band is where those that agree meet.'}
      </figcaption>
      <details>
        <summary>The same as a table</summary>
        <table class="plain data">
          <caption>
            <Text>{row.group.question}</Text>
          </caption>
          <thead>
            <tr>
              <th scope="col">Origin</th>
              <th scope="col">Outlets</th>
              <th scope="col">Says</th>
              <th scope="col">Allows</th>
            </tr>
          </thead>
          <tbody>
            {model.origins.flatMap(({ id, rows }) =>
              rows.map((each) => (
                <tr>
                  <th scope="row">
                    <Text>{names.origin(id)}</Text>
                  </th>
                  <td>
                    <NameList names={each.outlets.map(names.outlet)} />
                  </td>
                  <td>
                    <Text>{each.display}</Text>
                    {each.withdrawn ? ' (taken back)' : null}
                  </td>
                  <td>{model.isDate ? '–' : showEnds(each.halo)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </details>
    </figure>
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
  return (
    <figure class="drawing">
      {drawToll({ timeline, look: lookOf(id), names })}
      <figcaption>
        A line for each origin: a figure stands until its origin gives another. Hollow shapes were replaced.
      </figcaption>
      <details>
        <summary>The same as a table</summary>
        <table class="plain data">
          <caption>
            <Text>{`How the figure moved: ${timeline.group.question}`}</Text>
          </caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Origin</th>
              <th scope="col">Outlets</th>
              <th scope="col">Says</th>
            </tr>
          </thead>
          <tbody>
            {timeline.points.map((point) => (
              <tr>
                <th scope="row">{showInstant(point.asOf.to.replace(/\.\d+Z$/, 'Z'))}</th>
                <td>
                  <Text>{names.origin(point.origin)}</Text>
                </td>
                <td>
                  <NameList names={point.outlets.map(names.outlet)} />
                </td>
                <td>
                  <Text>{point.display}</Text>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** A topic at a glance, with the same as a table. */
export function TopicChart({ title, rows }: { title: string; rows: readonly Consensus[] }) {
  return (
    <figure class="drawing glance">
      {drawTopic({ title, rows, look: lookOf('glance') })}
      <figcaption>
        A bar is a position, a piece of it an origin: an outlet that only relays another adds none.
      </figcaption>
      <details>
        <summary>The same as a table</summary>
        <table class="plain data">
          <caption>How many origins stand behind each position</caption>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Positions and their origins</th>
              <th scope="col">Together</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 12).map((row) => (
              <tr>
                <th scope="row">
                  <Text>{row.group.question}</Text>
                </th>
                <td>
                  <NameList names={row.positions.map((each) => `${each.display} (${each.origins.length})`)} />
                </td>
                <td>{STATUS_WORDS[row.status]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
