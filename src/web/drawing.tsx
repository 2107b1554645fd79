import type { Child } from 'hono/jsx';
import { Text } from './layout.tsx';

/** Cells of a row: the first names it. */
export type Cells = readonly [Child, ...Child[]];

/** A drawing with what it says as a table: for those who do not see it, and for who wants the figures. */
export function Drawing(props: {
  children: Child;
  note: Child;
  glance?: boolean;
  table: { caption: string; heads: readonly string[]; rows: readonly Cells[] };
}) {
  const { caption, heads, rows } = props.table;
  return (
    <figure class={props.glance ? 'drawing glance' : 'drawing'}>
      {props.children}
      <figcaption>{props.note}</figcaption>
      <details>
        <summary>The same as a table</summary>
        <table class="plain data">
          <caption>
            <Text>{caption}</Text>
          </caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr>
                <th scope="row">{name}</th>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
